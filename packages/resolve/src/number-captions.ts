import { type Award, parentsOf } from '@ziping/award'
import { allBlocks, type Block, type Heading, type Report, type Section } from '@ziping/report'

/** Numbers of tables and figures, by the block they belong to. */
export interface Captions {
  /** `表3-1`, by the file and block it stands in. */
  numberOf(file: string, block: Block): string | undefined
  /** What a label or caption text stands for. */
  find(
    label: string,
  ): { readonly number: string; readonly file: string; readonly block: Block } | undefined
}

/** Gives every captioned table and figure its number: by chapter in the report, plain elsewhere. */
export function numberCaptions(report: Report): Captions {
  const numbers = new Map<string, string>()
  const labels = new Map<string, { number: string; file: string; block: Block }>()
  const opened = new Map(
    report.sections.map((section) => [keyOf(section.file, section.heading), section]),
  )
  const counting = new Map<string, Counter>()
  for (const { kind, holding, parsed } of report.documents) {
    const { file } = parsed
    const counter = counting.get(`${kind} ${holding ?? ''}`) ?? new Counter(report.award)
    // A chapter may run over several files; every other document counts from 1.
    if (kind === 'report') counting.set(`${kind} ${holding ?? ''}`, counter)
    for (const block of allBlocks(parsed.blocks)) {
      if (block.kind === 'heading') counter.open(opened.get(keyOf(file, block)))
      const word = wordOf(block)
      if (word === undefined || !('caption' in block) || block.caption === undefined) continue
      const number = counter.next(word)
      numbers.set(keyOf(file, block), number)
      for (const label of [block.label, block.caption.text.trim()])
        if (label !== undefined && !labels.has(label)) labels.set(label, { number, file, block })
    }
  }
  return {
    numberOf: (file, block) => numbers.get(keyOf(file, block)),
    find: (label) => labels.get(label),
  }
}

class Counter {
  readonly #award: Award
  #chapter: string | undefined
  #counts = { 表: 0, 图: 0 }

  constructor(award: Award) {
    this.#award = award
  }

  open(section: Section | undefined): void {
    if (section === undefined) return
    const chapter = chapterOf(this.#award, section)
    if (chapter !== this.#chapter) this.#counts = { 表: 0, 图: 0 }
    this.#chapter = chapter
  }

  next(word: '表' | '图'): string {
    this.#counts[word]++
    const number = this.#counts[word]
    return this.#chapter === undefined ? `${word}${number}` : `${word}${this.#chapter}-${number}`
  }
}

/** The number of the category a clause stands in; its position, where no number is printed. */
function chapterOf(award: Award, section: Section): string | undefined {
  const top = parentsOf(award.clauses, section.clause.id)[0] ?? section.clause
  if (/^\d+$/.test(top.number ?? '')) return top.number
  const position = award.clauses.filter((clause) => clause.scored).indexOf(top)
  return position < 0 ? undefined : String(position + 1)
}

function keyOf(file: string, block: Block | Heading): string {
  return `${file}\0${block.span.start}`
}

export function wordOf(block: Block): '表' | '图' | undefined {
  switch (block.kind) {
    case 'table':
    case 'indicator-table':
      return '表'
    case 'figure':
    case 'chart':
    case 'diagram':
      return '图'
    default:
      return undefined
  }
}
