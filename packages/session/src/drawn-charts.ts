import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ChartLook, drawChart } from '@ziping/draw'
import { writeWhole } from '@ziping/pdf'
import type { ChartData } from '@ziping/resolve'

/**
 * Part of every key: the bundled command's file is named after all it is made of, so nothing that another edition drew is
 * ever taken. Sources are written anew all the time and remember nothing.
 */
const edition = import.meta.url.endsWith('.ts') ? undefined : path.basename(import.meta.url)

/** Draws charts, each once until its figures or its look change; any of what is kept may be deleted at any time. */
export class DrawnCharts {
  readonly #file: string | undefined
  readonly #before: Readonly<Record<string, unknown>>
  readonly #now = new Map<string, string>()

  constructor(cacheFolder: string | undefined, book: string) {
    const keeps = cacheFolder !== undefined && edition !== undefined
    const name = createHash('sha256').update(book).digest('hex').slice(0, 16)
    this.#file = keeps ? path.join(cacheFolder, 'charts', `${name}.json`) : undefined
    this.#before = this.#file === undefined ? {} : readKept(this.#file)
  }

  async draw(chart: ChartData, look: ChartLook): Promise<string> {
    const key = createHash('sha256')
      .update(JSON.stringify([edition, chart, look]))
      .digest('hex')
    const before = this.#now.get(key) ?? this.#before[key]
    const svg = typeof before === 'string' ? before : (await drawChart(chart, look)).svg
    this.#now.set(key, svg)
    return svg
  }

  /** Losing it costs time, nothing else. */
  async keep(): Promise<void> {
    if (this.#file === undefined) return
    const isSame =
      this.#now.size === Object.keys(this.#before).length &&
      [...this.#now.keys()].every((key) => key in this.#before)
    if (isSame) return
    const bytes = Buffer.from(JSON.stringify(Object.fromEntries(this.#now)))
    await writeWhole(this.#file, bytes).catch(() => undefined)
  }
}

function readKept(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
