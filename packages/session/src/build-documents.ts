import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import type { PrintStage, Substitution } from '@ziping/pdf'
import { type Book, type BookPlan, type PageMap, resolveBook } from '@ziping/resolve'
import { type BoundScan, boundEvidence, scansIn } from './bind-evidence.ts'
import { boundForm } from './bound-form.ts'
import { LargePictures } from './bound-pictures.ts'
import { chosenPlans, spineId, spineTitle } from './chosen-plans.ts'
import { type Drawings, type DrawnDiagrams, drawBook } from './draw-all.ts'
import { drawDiagramsOf, smallDiagrams } from './draw-diagrams.ts'
import { DrawnCharts } from './drawn-charts.ts'
import { glyphFindings } from './glyph-findings.ts'
import { layOut } from './lay-out.ts'
import { material } from './material.ts'
import type { Press } from './press.ts'
import { printBook } from './print-book.ts'
import { PrintMemories } from './print-memory.ts'
import { printSpine, spineLabel } from './print-spine.ts'
import { readEvidenceFiles } from './read-evidence.ts'
import { workspacePictures } from './workspace-pictures.ts'
import { writeBuilt } from './write-built.ts'
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
  readonly stage: 'drawing' | 'docx' | 'binding' | PrintStage
  readonly pages?: number
  /** Scans and photographs that are in, and how many there are. */
  readonly done?: number
  readonly count?: number
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
  /** What was drawn into the pages of each PDF when it was bound, by document. */
  readonly bound: ReadonlyMap<string, BoundPages>
}

/** What the printed pages themselves do not show. */
export interface BoundPages {
  readonly scans: readonly BoundScan[]
  /** Pages with a large picture in colour. */
  readonly coloured: readonly number[]
}

/** Makes every document asked for; each file is replaced whole or not at all. */
export async function buildDocuments(request: BuildRequest): Promise<Built> {
  const { subject, press } = request
  const plans = chosenPlans(request)
  // A Word file needs it for diagrams at most, and then it starts by itself.
  if (request.formats.has('pdf')) press?.start()
  const evidence = await readEvidenceFiles(subject)
  const outlined = layOut(plans, request, evidence.pages)
  const drawing = drawDiagramsOf(subject, press, {
    cacheFolder: request.cacheFolder,
    asPictures: request.formats.has('docx'),
    sources: outlined?.diagrams,
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
  const bound = new Map<string, BoundPages>()
  for (const plan of plans) {
    const book = outlined?.books.get(plan) ?? resolveBook(plan, material(request, pictures))
    if (book.runs.length === 0 || request.isStanding?.(book) === true) continue
    await breath()
    request.onBook?.(book)
    const built = await buildOne(book, plan, request, diagrams, substitutions)
    outputs.push(...built.outputs)
    findings.push(...built.findings, ...boundForm(book, plan, subject))
    if (built.bound !== undefined) bound.set(plan.id, built.bound)
  }
  const used = [...substitutions.values()]
  return { outputs, findings: unique(findings), substitutions: used, bound }
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

async function buildOne(
  book: Book,
  plan: BookPlan,
  request: BuildRequest,
  diagrams: DrawnDiagrams,
  substitutions: Map<string, Substitution>,
): Promise<Pick<Built, 'outputs' | 'findings'> & { readonly bound: BoundPages | undefined }> {
  const outputs: BuiltFile[] = []
  const findings: Finding[] = [...smallDiagrams(book, diagrams)]
  request.onProgress?.({ title: plan.title, stage: 'drawing' })
  const { root } = request.subject.workspace
  const charts = new DrawnCharts(request.cacheFolder, `${root}\0${plan.id}`)
  // Word draws its charts itself.
  const drawings = await drawBook(book, diagrams, request.formats.has('pdf') ? charts : undefined)
  let pageMap: PageMap | undefined
  let bound: BoundPages | undefined
  if (request.formats.has('pdf') && request.press !== undefined) {
    const printed = await printOne(book, plan, request, drawings)
    pageMap = printed.pageMap
    bound = printed.bound
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
      const file = await writeBuilt(plan, 'docx', made.bytes, request)
      const { pageNumbers } = made
      outputs.push(pageNumbers === undefined ? file : { ...file, pageNumbers })
    }
  }
  return { outputs, findings, bound }
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
  readonly bound: BoundPages
}> {
  const { press, subject, draft, cacheFolder, permit, onProgress } = request
  if (press === undefined) throw new Error('No press')
  const { root } = subject.workspace
  const memories = new PrintMemories(cacheFolder, root)
  const name = draft === undefined ? plan.id : `${plan.id}-draft`
  const last = memories.read(name)
  const { browser } = press
  const pictures = new LargePictures(book, { root, browser, cacheFolder })
  const { pdf, pageMap, findings } = await printBook(book, {
    root,
    browser,
    fonts: press.fonts(),
    drawings,
    isBound: pictures.isBound,
    date: new Date(`${request.date}T00:00:00Z`),
    ...(draft === undefined ? {} : { draft }),
    ...(last === undefined ? {} : { last }),
    ...(permit === undefined ? {} : { meanwhile: permit }),
    onProgress: (stage, pages) =>
      onProgress?.({ title: plan.title, stage, ...(pages === undefined ? {} : { pages }) }),
  })
  const bytes = boundEvidence(book, pdf, root, pictures, {
    onProgress: (done, count) => onProgress?.({ title: plan.title, stage: 'binding', done, count }),
  })
  const file = await writeBuilt(plan, 'pdf', bytes, request)
  await memories.write(name, pdf.memory, book)
  const spine = draft === undefined ? await spineOf(plan, pdf.pages.length, request, press) : none
  return {
    outputs: [{ ...file, pages: pdf.pages.length }, ...spine.outputs],
    pageMap,
    findings: [
      ...findings,
      ...pictures.findings,
      ...glyphFindings(pdf.missing, book),
      ...spine.findings,
    ],
    substitutions: pdf.substitutions,
    bound: { scans: scansIn(book, pdf), coloured: pictures.coloured },
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
  const file = await writeBuilt({ id, title }, 'pdf', pdf.bytes, request)
  return { outputs: [{ ...file, pages: pdf.pages.length }], findings }
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
