import { comparePlaces, type Place } from '@ziping/diagnostics'
import { type LintSubject, rules, runRule, settleRules } from '@ziping/lint'
import {
  allBlocks,
  allInlines,
  type Block,
  type Inline,
  inlinesIn,
  SourceText,
  type Span,
} from '@ziping/report'

/** Something in the texts that a figure appears in. */
export interface TouchedPlace {
  /** A value printed or tied by its source, a table, a chart; or typed words that the new figure contradicts. */
  readonly kind: 'value' | 'typed' | 'table' | 'chart' | 'contradicts'
  readonly place: Place
  readonly text: string
}

/** Where the texts draw on figures of an indicator: its values, tables and charts. */
export function placesOf(
  { report, workspace }: LintSubject,
  indicator: string,
  years: ReadonlySet<number>,
): readonly TouchedPlace[] {
  return report.documents.flatMap(({ parsed }) => {
    const text = workspace.documents.find(({ path }) => path === parsed.file)?.text ?? ''
    const source = new SourceText(parsed.file, text)
    return [...allBlocks(parsed.blocks)].flatMap((block) => [
      ...shownIn(block, indicator),
      ...inlinesIn(block).flatMap((inlines) =>
        [...allInlines(inlines)].flatMap((inline): readonly TouchedPlace[] =>
          drawsOn(inline, indicator, years)
            ? [
                {
                  kind: inline.kind === 'value' ? 'value' : 'typed',
                  place: source.place(inline.span),
                  text: sentenceAround(text, inline.span),
                },
              ]
            : [],
        ),
      ),
    ])
  })
}

/** A growth or a gap to the target draws on more than the year it names. */
function drawsOn(inline: Inline, indicator: string, years: ReadonlySet<number>): boolean {
  if (inline.kind !== 'value' && inline.kind !== 'tied-value') return false
  if (inline.indicator !== indicator) return false
  return years.has(inline.year) || (inline.kind === 'value' && inline.form !== undefined)
}

function sentenceAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 40)
  const lead = /[^。！？；\n|]*$/u.exec(before)?.[0] ?? ''
  const rest = /^[^。！？；\n|]*/u.exec(after)?.[0] ?? ''
  return `${lead}${text.slice(start, end)}${rest}`.trim()
}

function shownIn(block: Block, indicator: string): readonly TouchedPlace[] {
  if (block.kind !== 'chart' && block.kind !== 'indicator-table') return []
  if (!block.indicators.includes(indicator)) return []
  const kind = block.kind === 'chart' ? 'chart' : 'table'
  return [{ kind, place: block.place, text: block.caption?.text ?? block.indicators.join('、') }]
}

/** Rules that hold what is typed against the data. */
const judges = ['value-conflict', 'claim-contradicts-data']

/** Sentences with typed words that agree with the data as they are, and no longer with the new ones. */
export function contradicted(
  before: LintSubject,
  after: LintSubject,
  language: 'zh-CN' | 'en',
): readonly TouchedPlace[] {
  const known = new Set(judged(before).map(({ place }) => keyOf(place)))
  return judged(after)
    .filter(({ place }) => !known.has(keyOf(place)))
    .map(({ place, words }) => ({
      kind: 'contradicts' as const,
      place,
      text: words[language].message,
    }))
    .sort((a, b) => comparePlaces(a.place, b.place))
}

function judged(subject: LintSubject): ReturnType<typeof runRule> {
  const wanted = rules.filter(({ id }) => judges.includes(id))
  return settleRules(wanted, { rules: {} }, {}, {}).flatMap((setting) => runRule(subject, setting))
}

function keyOf({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`
}
