import { createHash } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { type PrintStage, type Substitution, writeWhole } from '@ziping/pdf'
import { type Book, type BookPlan, type PageMap, type Pictures, resolveBook } from '@ziping/resolve'
import { bindEvidence } from './bind-evidence.ts'
import { chosenPlans, spineId, spineTitle } from './chosen-plans.ts'
import { type Drawings, type DrawnDiagrams, drawBook } from './draw-all.ts'
import { drawDiagramsOf, smallDiagrams } from './draw-diagrams.ts'
import { DrawnCharts } from './drawn-charts.ts'
import { glyphFindings } from './glyph-findings.ts'
import type { Press } from './press.ts'
import { printBook } from './print-book.ts'
import { PrintMemories } from './print-memory.ts'
import { printSpine, spineLabel } from './print-spine.ts'
import { readEvidenceFiles } from './read-evidence.ts'
import { workspacePictures } from './workspace-pictures.ts'
import { writeDocx } from './write-docx.ts'

export type BuildFormat = 'pdf' | 'docx'

/** What is to be made of a workspace. */
export interface BuildRequest {
  readonly subject: LintSubject
  /** Ids of documents, `book` or `spine`; empty for all. */
  readonly documents: readonly string[]
  readonly formats: ReadonlySet<BuildFormat>
  /** The day that stands in the files: never the clock's. */
  readonly date: string
  readonly draft?: { readonly label: string; readonly date: string }
  /** Without one Word files can be made all the same. */
  readonly press: Press | undefined
  readonly cacheFolder: string | undefined
  readonly onProgress?: (step: BuildStep) => void
  /** Told each book before it is printed. */
  readonly onBook?: (book: Book) => void
  /** Whether a book is written already as it stands: then it is passed over. */
  readonly isStanding?: (book: Book) => boolean
  /** Throws where nothing may be written after all. It may take a while: it is called first when there is time to wait. */
  readonly permit?: () => void
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
  // A Word file needs it for diagrams at most, and then it starts by itself.
  if (request.formats.has('pdf')) press?.start()
  const evidence = await readEvidenceFiles(subject)
  const drawing = drawDiagramsOf(subject, press, {
    cacheFolder: request.cacheFolder,
    asPictures: request.formats.has('docx'),
    sources: diagramsIn(plans, request, evidence.pages),
  })
  const diagrams = await permitted(drawing, request)
  await breath()
  const pictures = workspacePictures(subject, {
    pdfPages: evidence.pages,
    diagrams: diagrams.bySource,
  })
  const outputs: BuiltFile[] = []
  const findings: Finding[] = [...evidence.findings, ...diagrams.findings]
  const substitutions = new Map<string, Substitution>()
  for (const plan of plans) {
    const book = resolveBook(plan, material(request, pictures))
    if (book.runs.length === 0 || request.isStanding?.(book) === true) continue
    await breath()
    request.onBook?.(book)
    const built = await buildOne(book, plan, request, diagrams, substitutions)
    outputs.push(...built.outputs)
    findings.push(...built.findings)
  }
  return { outputs, findings: unique(findings), substitutions: [...substitutions.values()] }
}

/** Where all diagrams are kept from before they are there at once, and the time to wait comes later. */
const soonMs = 50

async function permitted<Result>(
  work: Promise<Result>,
  { permit }: Pick<BuildRequest, 'permit'>,
): Promise<Result> {
  work.catch(() => undefined)
  const isSoon = await Promise.race([work.then(() => true), sleep(soonMs, false)])
  if (!isSoon) permit?.()
  return work
}

/** The browser, which is still starting, gets its next word in between. */
function breath(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

/** The diagrams of what was asked for, found by laying it out without them: drawing all others takes far longer. */
function diagramsIn(
  plans: readonly BookPlan[],
  request: BuildRequest,
  pdfPages: ReadonlyMap<string, number>,
): ReadonlySet<string> | undefined {
  if (request.documents.length === 0) return undefined
  const found = new Set<string>()
  const pictures: Pictures = {
    ...workspacePictures(request.subject, { pdfPages, diagrams: new Map() }),
    diagram: (source) => {
      found.add(source)
      return undefined
    },
  }
  for (const plan of plans) resolveBook(plan, material(request, pictures))
  return found
}

/** What a book of a workspace is made from. */
export function material(
  { subject }: Pick<BuildRequest, 'subject'>,
  pictures: Pictures,
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
  const { root } = request.subject.workspace
  const charts = new DrawnCharts(request.cacheFolder, `${root}\0${plan.id}`)
  // Word draws its charts itself.
  const drawings = await drawBook(book, diagrams, request.formats.has('pdf') ? charts : undefined)
  let pageMap: PageMap | undefined
  if (request.formats.has('pdf') && request.press !== undefined) {
    const printed = await printOne(book, plan, request, drawings)
    pageMap = printed.pageMap
    outputs.push(...printed.outputs)
    findings.push(...printed.findings)
    for (const one of printed.substitutions) substitutions.set(one.face, one)
  }
  if (request.formats.has('docx')) {
    request.onProgress?.({ title: plan.title, stage: 'docx' })
    pageMap ??= new PrintMemories(request.cacheFolder, root).pagesOf(plan.id, book)
    const made = await writeDocx(book, request, drawings, pageMap)
    findings.push(...made.findings)
    if (made.bytes !== undefined) {
      const file = await write(plan, 'docx', made.bytes, request)
      const { pageNumbers } = made
      outputs.push(pageNumbers === undefined ? file : { ...file, pageNumbers })
    }
  }
  return { outputs, findings }
}

async function printOne(
  book: Book,
  plan: BookPlan,
  request: BuildRequest,
  drawings: Drawings,
): Promise<{
  readonly outputs: readonly BuiltFile[]
  readonly pageMap: PageMap
  readonly findings: readonly Finding[]
  readonly substitutions: readonly Substitution[]
}> {
  const { press, subject, draft, cacheFolder, permit, onProgress } = request
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
    ...(permit === undefined ? {} : { meanwhile: permit }),
    onProgress: (stage, pages) =>
      onProgress?.({ title: plan.title, stage, ...(pages === undefined ? {} : { pages }) }),
  })
  const bytes = await bindEvidence(book, pdf, root)
  const file = await write(plan, 'pdf', bytes, request)
  await memories.write(name, pdf.memory, book)
  const spine = draft === undefined ? await spineOf(plan, pdf.pages.length, request, press) : none
  return {
    outputs: [{ ...file, pages: pdf.pages.length }, ...spine.outputs],
    pageMap,
    findings: [...findings, ...glyphFindings(pdf.missing, book), ...spine.findings],
    substitutions: pdf.substitutions,
  }
}

const none: Pick<Built, 'outputs' | 'findings'> = { outputs: [], findings: [] }

/** The label for the back of a volume, where the notice wants one. */
async function spineOf(
  plan: BookPlan,
  pages: number,
  request: BuildRequest,
  press: Press,
): Promise<Pick<Built, 'outputs' | 'findings'>> {
  const label = spineLabel(plan.volume, pages, request.subject)
  if (label === undefined) return none
  const isFirst = plan.id === 'book'
  const id = isFirst ? spineId : `${spineId}-${plan.volume?.id}`
  const title = isFirst ? spineTitle : `${spineTitle}（${plan.title}）`
  request.onProgress?.({ title, stage: 'printing' })
  const { pdf, findings } = await printSpine(label, title, {
    browser: press.browser,
    fonts: press.fonts(),
    date: new Date(`${request.date}T00:00:00Z`),
  })
  const file = await write({ id, title }, 'pdf', pdf.bytes, request)
  return { outputs: [{ ...file, pages: pdf.pages.length }], findings }
}

async function write(
  plan: Pick<BookPlan, 'id' | 'title'>,
  format: BuildFormat,
  bytes: Uint8Array,
  { subject, permit }: BuildRequest,
): Promise<BuiltFile> {
  permit?.()
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
  return findings.filter(({ rule, words, place }) => {
    const key = `${rule} ${words['zh-CN'].message} ${place.file} ${place.line} ${place.column}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
