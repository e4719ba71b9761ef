import type { Clause } from '@ziping/award'
import {
  allBlocks,
  allInlines,
  type Block,
  type Figure,
  type Image,
  type Inline,
  inlinesIn,
  type Reference,
  type Report,
  type TiedValue,
  type Value,
} from '@ziping/report'
import { clausesOf } from './clause-of-block.ts'

/** Where in the report something stands. */
export interface Standing {
  readonly file: string
  readonly block: Block
  readonly clause?: Clause
}

/** A label a writer gave: `{#tbl-main}`. */
export interface Label extends Standing {
  readonly label: string
  /** Whether what it names gets a number when printed. */
  readonly numbered: boolean
}

/** What the text of a report names and refers to, gathered in one walk for all rules. */
export interface TextIndex {
  readonly blocks: readonly Standing[]
  readonly references: readonly (Standing & { readonly reference: Reference })[]
  readonly values: readonly (Standing & { readonly value: Value | TiedValue })[]
  readonly images: readonly (Standing & { readonly image: Image })[]
  readonly figures: readonly (Standing & { readonly figure: Figure })[]
  readonly labels: readonly Label[]
}

const known = new WeakMap<Report, TextIndex>()

export function textIndex(report: Report): TextIndex {
  const index = known.get(report) ?? buildIndex(report)
  known.set(report, index)
  return index
}

function buildIndex(report: Report): TextIndex {
  const clauses = clausesOf(report)
  const blocks: Standing[] = []
  const references: (Standing & { reference: Reference })[] = []
  const values: (Standing & { value: Value | TiedValue })[] = []
  const images: (Standing & { image: Image })[] = []
  const take = (inline: Inline, at: Standing): void => {
    if (inline.kind === 'reference') references.push({ ...at, reference: inline })
    else if (inline.kind === 'value' || inline.kind === 'tied-value')
      values.push({ ...at, value: inline })
    else if (inline.kind === 'image') images.push({ ...at, image: inline })
  }
  for (const { parsed } of report.documents)
    for (const block of allBlocks(parsed.blocks)) {
      const clause = clauses.get(block)
      const at = { file: parsed.file, block, ...(clause === undefined ? {} : { clause }) }
      blocks.push(at)
      for (const inlines of inlinesIn(block))
        for (const inline of allInlines(inlines)) take(inline, at)
    }
  const figures = blocks.flatMap((at) =>
    at.block.kind === 'figure' ? [{ ...at, figure: at.block }] : [],
  )
  return { blocks, references, values, images, figures, labels: blocks.flatMap(labelsOf) }
}

function labelsOf(at: Standing): readonly Label[] {
  const { block } = at
  const own = 'label' in block ? block.label : undefined
  const numbered = 'caption' in block && block.caption !== undefined
  const row = block.kind === 'figure' && block.images.length > 1 ? block.images : []
  return [
    ...(own === undefined ? [] : [{ ...at, label: own, numbered }]),
    ...row.flatMap(({ label }) =>
      label === undefined || label === own ? [] : [{ ...at, label, numbered: false }],
    ),
  ]
}
