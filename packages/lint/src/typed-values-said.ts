import type { Indicators } from '@ziping/report'
import { Decimal } from 'decimal.js'
import type { FileView } from './file-view.ts'
import { hashOf } from './hash-of.ts'
import type { Statements } from './typed-values-claims.ts'
import { ownBlocks, type Passage, passageOf } from './typed-values-passages.ts'
import { type Reading, readSentences } from './typed-values-sentences.ts'

/** What one passage of a file says, written down: the passage by its number, its indicators by their ids. */
interface Said {
  readonly passage: number
  readonly written: string
}

const nothing: Statements = { values: [], undated: [], claims: [] }

/** What each passage of a file says of indicators; read again only when the file or the indicators change. */
export function saidIn(
  view: FileView,
  passages: readonly Passage[],
  reading: Reading,
  indicators: Indicators,
): readonly Statements[] {
  const { subject, years } = reading
  const name = `typed-values ${hashOf([keyOf(indicators), subject.key, years])}`
  const said = view.facts(name, () => [...gather(view, reading)])
  const all = passages.map(() => nothing)
  for (const one of said) {
    const passage = passages[one.passage]
    if (passage !== undefined) all[one.passage] = inPassage(revived(one, indicators), passage)
  }
  return all
}

function* gather(view: FileView, reading: Reading): Generator<Said> {
  const { document, source } = view
  let index = 0
  for (const block of ownBlocks(document.parsed.blocks)) {
    const passage = passageOf({ block, document, section: undefined }, source, view)
    if (passage === undefined) continue
    const statements = readSentences(passage, reading)
    const found = [statements.values, statements.undated, statements.claims]
    if (found.some((list) => list.length > 0)) yield { passage: index, written: write(statements) }
    index++
  }
}

const keys = new WeakMap<Indicators, string>()

function keyOf(indicators: Indicators): string {
  const key = keys.get(indicators) ?? hashOf(indicators.all)
  keys.set(indicators, key)
  return key
}

function write(statements: Statements): string {
  return JSON.stringify(statements, function replace(this: Record<string, unknown>, key, value) {
    const raw = this[key]
    if (key === 'passage') return undefined
    if (key === 'indicator') return Reflect.get(Object(raw), 'id')
    return Decimal.isDecimal(raw) ? { decimal: raw.toString() } : value
  })
}

/** Facts that have not changed are the same objects: each is read back once. */
const read = new WeakMap<Said, { readonly indicators: Indicators; readonly said: Statements }>()

function revived(one: Said, indicators: Indicators): Statements {
  const before = read.get(one)
  if (before?.indicators === indicators) return before.said
  // As `write` wrote it, and nobody else: what is kept on a disk is sealed.
  const said = JSON.parse(one.written, (key, value) => {
    if (key === 'indicator') return indicators.byId.get(value)
    const { decimal } = Object(value)
    return typeof decimal === 'string' ? new Decimal(decimal) : value
  }) as Statements
  read.set(one, { indicators, said })
  return said
}

const placed = new WeakMap<Statements, { readonly passage: Passage; readonly said: Statements }>()

/** The passage stands in a section, and that may have changed. */
function inPassage(statements: Statements, passage: Passage): Statements {
  const before = placed.get(statements)
  if (before?.passage === passage) return before.said
  const { values, undated, claims } = statements
  const said = {
    values: values.map((value) => ({ ...value, passage })),
    undated: undated.map((value) => ({ ...value, passage })),
    claims: claims.map((claim) => ({ ...claim, passage })),
  }
  placed.set(statements, { passage, said })
  return said
}
