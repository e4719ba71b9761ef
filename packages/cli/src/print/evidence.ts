import { type Finding, showPlace } from '@ziping/diagnostics'
import type { ListedEvidence } from '@ziping/evidence'
import { type Context, say } from '../context.ts'
import { findingAsJson } from './findings.ts'
import { displayWidth, padEnd } from './width.ts'

/** The index as a table, numbered as the book prints it. */
export function showEvidence(
  listed: readonly ListedEvidence[],
  date: string | undefined,
  context: Context,
): string {
  const { style } = context
  if (listed.length === 0)
    return say(
      context,
      '证实性材料目录还是空的；登记文件：ziping evidence add 文件…',
      'The index is empty; register files with ziping evidence add FILE…',
    )
  const ids = Math.max(...listed.map(({ evidence }) => displayWidth(evidence.id)))
  const lines = listed.map((one, index) => {
    const { evidence, cited } = one
    const { id, title, kind, level, issuer, issued, expires } = evidence
    const dates = [issued, expires].filter((day) => day !== undefined)
    const facts = [kind, level, issuer, dates.join(' → ')].filter(
      (fact) => fact !== undefined && fact !== '',
    )
    return [
      `${String(index + 1).padStart(3)}  ${padEnd(id, ids)}  ${style.bold(title)}  ${state(one, context)}`.trimEnd(),
      `     ${' '.repeat(ids)}  ${facts.join('  ')}`.trimEnd(),
      `     ${' '.repeat(ids)}  ${citations(cited, context)}`,
    ].join('\n')
  })
  const unused = listed.filter(({ cited }) => cited.length === 0).length
  const expired = listed.filter((one) => one.state === 'expired').length
  return [
    ...lines,
    '',
    say(
      context,
      `共 ${listed.length} 件；没有引用的 ${unused} 件${date === undefined ? '' : `；到 ${date} 已过期的 ${expired} 件`}`,
      `${listed.length} pieces; ${unused} cited nowhere${date === undefined ? '' : `; ${expired} expired by ${date}`}`,
    ),
  ].join('\n')
}

function state({ state: of, evidence }: ListedEvidence, context: Context): string {
  const { style } = context
  switch (of) {
    case 'valid':
      return ''
    case 'expired':
      return style.red(say(context, '已过期', 'expired'))
    case 'unavailable':
      return style.dim(
        say(context, `不提供：${evidence.unavailable}`, `not provided: ${evidence.unavailable}`),
      )
    case 'no-file':
      return style.yellow(say(context, '没有文件', 'no file'))
    default:
      return of satisfies never
  }
}

function citations(cited: ListedEvidence['cited'], context: Context): string {
  const { style } = context
  if (cited.length === 0) return style.yellow(say(context, '没有引用', 'cited nowhere'))
  const places = cited.slice(0, 3).map(({ place }) => showPlace(place))
  const more = cited.length - places.length
  const rest = more === 0 ? '' : say(context, ` 等 ${cited.length} 处`, ` and ${more} more`)
  return style.cyan(`${places.join('、')}${rest}`)
}

/** The same as JSON. */
export function evidenceAsJson(
  listed: readonly ListedEvidence[],
  findings: readonly Finding[],
  context: Context,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    evidence: listed.map(({ evidence, cited, state: of }, index) => ({
      number: index + 1,
      ...evidence,
      state: of,
      cited: cited.map(({ place, in: where }) => ({
        in: where,
        file: place.file,
        line: place.line,
        column: place.column,
      })),
    })),
    findings: findings.map((finding) => findingAsJson(finding, context)),
  }
}
