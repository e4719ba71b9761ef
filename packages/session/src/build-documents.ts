import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { type PrintStage, type Substitution, writeWhole } from '@ziping/pdf'
import { type Book, type BookPlan, type PageMap, planBooks, resolveBook } from '@ziping/resolve'
import { bindEvidence } from './bind-evidence.ts'
import { documentUnknown } from './build-failures.ts'
import { type Drawings, type DrawnDiagrams, drawBook } from './draw-all.ts'
import { drawDiagramsOf, smallDiagrams } from './draw-diagrams.ts'
import { glyphFindings } from './glyph-findings.ts'
import type { Press } from './press.ts'
import { printBook } from './print-book.ts'
import { PrintMemories } from './print-memory.ts'
import { readEvidenceFiles } from './read-evidence.ts'
import { workspacePictures } from './workspace-pictures.ts'
import { writeDocx } from './write-docx.ts'

export type BuildFormat = 'pdf' | 'docx'

/** What is to be made of a workspace. */
export interface BuildRequest {
  readonly subject: LintSubject
  /** Ids of documents, or `book`; empty for all. */
  readonly documents: readonly string[]
  readonly formats: ReadonlySet<BuildFormat>
  /** The day that stands in the files: never the clock's. */
  readonly date: string
  readonly draft?: { readonly label: string; readonly date: string }
  /** Without one Word files can be made all the same. */
  readonly press: Press | undefined
  readonly cacheFolder: string | undefined
  readonly onProgress?: (step: BuildStep) => void
}

export interface BuildStep {
  readonly title: string
  readonly stage: 'drawing' | 'docx' | PrintStage
  readonly pages?: number
}

export interface BuiltFile {
  readonly document: string
  readonly format: BuildFormat
  /** From the workspace’s root. */
  readonly path: string
  readonly pages?: number
  readonly bytes: number
  readonly sha256: string
  /** Where a Word file's page numbers come from. */
  readonly pageNumbers?: 'page map' | 'estimated'
}

export interface Built {
  readonly outputs: readonly BuiltFile[]
  readonly findings: readonly Finding[]
  /** Which fonts stand in for others; each is said once. */
  readonly substitutions: readonly Substitution[]
}

/** Makes every document asked for; each file is replaced whole or not at all. */
export async function buildDocuments(request: BuildRequest): Promise<Built> {
  const { subject, press } = request
  const plans = chosenPlans(request)
  press?.start()
  const evidence = await readEvidenceFiles(subject)
  const diagrams = await drawDiagramsOf(subject, press, {
    cacheFolder: request.cacheFolder,
    asPictures: request.formats.has('docx'),
  })
  const pictures = workspacePictures(subject, {
    pdfPages: evidence.pages,
    diagrams: diagrams.bySource,
  })
  const outputs: BuiltFile[] = []
  const findings: Finding[] = [...evidence.findings, ...diagrams.findings]
  const substitutions = new Map<string, Substitution>()
  for (const plan of plans) {
    const book = resolveBook(plan, material(request, pictures))
    if (book.runs.length === 0) continue
    const built = await buildOne(book, plan, request, diagrams, substitutions)
    outputs.push(...built.outputs)
    findings.push(...built.findings)
  }
  return { outputs, findings: unique(findings), substitutions: [...substitutions.values()] }
}

function chosenPlans({ subject, documents }: BuildRequest): readonly BookPlan[] {
  const plans = planBooks(subject.report)
  if (documents.length === 0) return plans
  return documents.map((asked) => {
    const plan = plans.find(({ id, title }) => id === asked || title === asked)
    if (plan === undefined) throw documentUnknown({ asked, known: plans.map(({ id }) => id) })
    return plan
  })
}

function material(
  { subject }: BuildRequest,
  pictures: ReturnType<typeof workspacePictures>,
): Parameters<typeof resolveBook>[1] {
  const { resolver, applicant, form, year, date, workspace } = subject
  const { layout, lists } = workspace.config
  return {
    resolver,
    applicant,
    form: form.values,
    pictures,
    ...(year === undefined ? {} : { year }),
    ...(date === undefined ? {} : { date }),
    ...(layout === undefined ? {} : { layout }),
    ...(lists === undefined ? {} : { lists }),
  }
}

async function buildOne(
  book: Book,
  plan: BookPlan,
  request: BuildRequest,
  diagrams: DrawnDiagrams,
  substitutions: Map<string, Substitution>,
): Promise<Pick<Built, 'outputs' | 'findings'>> {
  const outputs: BuiltFile[] = []
  const findings: Finding[] = [...smallDiagrams(book, diagrams)]
  request.onProgress?.({ title: plan.title, stage: 'drawing' })
  const drawings = await drawBook(book, diagrams)
  let pageMap: PageMap | undefined
  if (request.formats.has('pdf') && request.press !== undefined) {
    const printed = await printOne(book, plan, request, drawings)
    pageMap = printed.pageMap
    outputs.push(printed.output)
    findings.push(...printed.findings)
    for (const one of printed.substitutions) substitutions.set(one.face, one)
  }
  if (request.formats.has('docx')) {
    request.onProgress?.({ title: plan.title, stage: 'docx' })
    const made = await writeDocx(book, request, drawings, pageMap)
    const file = await write(plan, 'docx', made.bytes, request)
    outputs.push({ ...file, pageNumbers: made.pageNumbers })
    findings.push(...made.findings)
  }
  return { outputs, findings }
}

async function printOne(
  book: Book,
  plan: BookPlan,
  request: BuildRequest,
  drawings: Drawings,
): Promise<{
  readonly output: BuiltFile
  readonly pageMap: PageMap
  readonly findings: readonly Finding[]
  readonly substitutions: readonly Substitution[]
}> {
  const { press, subject, draft, cacheFolder, onProgress } = request
  if (press === undefined) throw new Error('No press')
  const { root } = subject.workspace
  const memories = new PrintMemories(cacheFolder, root)
  const name = draft === undefined ? plan.id : `${plan.id}-draft`
  const last = memories.read(name)
  const { pdf, pageMap, findings } = await printBook(book, {
    root,
    browser: press.browser,
    fonts: press.fonts(),
    drawings,
    date: new Date(`${request.date}T00:00:00Z`),
    ...(draft === undefined ? {} : { draft }),
    ...(last === undefined ? {} : { last }),
    onProgress: (stage, pages) =>
      onProgress?.({ title: plan.title, stage, ...(pages === undefined ? {} : { pages }) }),
  })
  const bytes = await bindEvidence(book, pdf, root)
  const file = await write(plan, 'pdf', bytes, request)
  await memories.write(name, pdf.memory)
  return {
    output: { ...file, pages: pdf.pages.length },
    pageMap,
    findings: [...findings, ...glyphFindings(pdf.missing, book)],
    substitutions: pdf.substitutions,
  }
}

async function write(
  plan: BookPlan,
  format: BuildFormat,
  bytes: Uint8Array,
  { subject }: BuildRequest,
): Promise<BuiltFile> {
  const { root, config } = subject.workspace
  const file = path.posix.join(config.paths.dist, `${fileName(plan.title)}.${format}`)
  await writeWhole(path.join(root, file), bytes)
  return {
    document: plan.id,
    format,
    path: file,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** A title as a name that every system can keep. */
export function fileName(title: string): string {
  return title.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_').replace(/[. ]+$/u, '')
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ rule, messageId, place }) => {
    const key = `${rule} ${messageId} ${place.file} ${place.line} ${place.column}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
