import { statSync } from 'node:fs'
import path from 'node:path'
import type { LintSubject } from '@ziping/lint'
import { allBlocks } from '@ziping/report'
import { type BookPlan, planBooks, resolveBook } from '@ziping/resolve'
import { type DrawnDiagrams, drawBook } from '../draw-all.ts'
import { drawDiagramsOf } from '../draw-diagrams.ts'
import { DrawnCharts } from '../drawn-charts.ts'
import { material } from '../material.ts'
import type { Press } from '../press.ts'
import { readEvidenceFiles } from '../read-evidence.ts'
import { evidencePath, workspacePictures } from '../workspace-pictures.ts'
import type { BookState } from './live-book.ts'

type EvidenceFiles = Awaited<ReturnType<typeof readEvidenceFiles>>

/** What books are made of, kept from one state of a workspace to the next as far as it is still the same. */
export class LiveMaterial {
  readonly #cacheFolder: string | undefined
  readonly #charts = new Map<string, DrawnCharts>()
  #evidence: { readonly key: string; readonly read: EvidenceFiles } | undefined
  #diagrams: { readonly key: string; readonly drawn: DrawnDiagrams } | undefined

  constructor(cacheFolder: string | undefined) {
    this.#cacheFolder = cacheFolder
  }

  /** A document of the workspace as it stands; undefined where there is nothing of it. */
  async bookOf(
    document: string,
    subject: LintSubject,
    press: Press,
  ): Promise<BookState | undefined> {
    const plan = planBooks(subject.report).find(({ id }) => id === document)
    if (plan === undefined) return undefined
    const evidence = await this.#evidenceOf(subject)
    const diagrams = await this.#diagramsOf(subject, press)
    const pictures = workspacePictures(subject, {
      pdfPages: evidence.pages,
      diagrams: diagrams.bySource,
    })
    const book = resolveBook(plan, material({ subject }, pictures))
    if (book.runs.length === 0) return undefined
    const drawings = await drawBook(book, diagrams, this.#chartsOf(plan, subject))
    return { book, drawings, findings: [...evidence.findings, ...diagrams.findings] }
  }

  async #evidenceOf(subject: LintSubject): Promise<EvidenceFiles> {
    const key = subject.evidence.all.map((one) => stampOf(evidencePath(one, subject), subject))
    const joined = key.join('\n')
    if (this.#evidence?.key !== joined)
      this.#evidence = { key: joined, read: await readEvidenceFiles(subject) }
    return this.#evidence.read
  }

  async #diagramsOf(subject: LintSubject, press: Press): Promise<DrawnDiagrams> {
    const sources = subject.report.documents.flatMap(({ parsed }) =>
      [...allBlocks(parsed.blocks)].flatMap((block) =>
        block.kind === 'diagram' ? [`${parsed.file}:${block.place.line} ${block.value}`] : [],
      ),
    )
    const key = sources.join('\n')
    if (this.#diagrams?.key !== key) {
      const options = {
        cacheFolder: this.#cacheFolder,
        asPictures: false,
        sources: undefined,
      }
      this.#diagrams = { key, drawn: await drawDiagramsOf(subject, press, options) }
    }
    return this.#diagrams.drawn
  }

  #chartsOf({ id }: BookPlan, { workspace }: LintSubject): DrawnCharts {
    const known =
      this.#charts.get(id) ?? new DrawnCharts(this.#cacheFolder, `${workspace.root}\0${id}`)
    this.#charts.set(id, known)
    return known
  }
}

function stampOf(file: string | undefined, { workspace }: LintSubject): string {
  if (file === undefined) return ''
  const found = statSync(path.join(workspace.root, file), { throwIfNoEntry: false })
  return `${file} ${found?.mtimeMs ?? ''} ${found?.size ?? ''}`
}
