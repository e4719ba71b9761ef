import type { Clause } from '@ziping/award'
import { clauseHeading, isSpecified } from '@ziping/award'
import { requirementTitle } from '@ziping/lint'
import type { Evidence, Indicator, YearValue } from '@ziping/report'
import type { Hover, Position } from 'vscode-languageserver/node'
import { lengthOfClause, showLength } from './clause-lengths.ts'
import { keyUnder } from './hover-key.ts'
import { nameAt } from './name-at.ts'
import type { NamedPlace } from './named-places.ts'
import { lineAround, rangeOfPlace } from './spots.ts'
import { say, type View } from './view.ts'

/** What a writer wants to know of the thing under the pointer. */
export function hoverAt(view: View, position: Position): Hover | undefined {
  const name = nameAt(view, position)
  const card = name === undefined ? undefined : cardOf(view, name)
  if (name !== undefined && card !== undefined)
    return { contents: { kind: 'markdown', value: card }, range: rangeOfPlace(name.place) }
  const about = keyUnder(view, position)
  const text = about === undefined ? requirementUnder(view, position) : escaped(about)
  return text === undefined ? undefined : { contents: { kind: 'markdown', value: text } }
}

function cardOf(view: View, { kind, id }: NamedPlace): string | undefined {
  const { subject } = view.linted
  const target = subject.resolver.target(id)
  switch (kind) {
    case 'clause':
      return target?.kind === 'clause' ? clauseCard(view, target.clause) : undefined
    case 'indicator': {
      const indicator = subject.indicators.byId.get(id)
      return indicator === undefined ? undefined : indicatorCard(view, indicator)
    }
    case 'evidence':
      return target?.kind === 'evidence'
        ? evidenceCard(view, target.evidence, target.number)
        : undefined
    case 'label': {
      if (target?.kind !== 'caption') return undefined
      const caption = 'caption' in target.block ? target.block.caption?.text : undefined
      return `**${escaped(target.number)}** ${escaped(caption ?? '')}\n\n${escaped(target.file)}`
    }
    default:
      return kind satisfies never
  }
}

/** Requirements, points, source, and characters used and left. */
export function clauseCard(view: View, clause: Clause, holding?: string): string {
  const { coverage } = view.linted.subject
  const points = isSpecified(clause.points)
    ? say(view, `（${clause.points} 分）`, ` (${clause.points} points)`)
    : ''
  const length = lengthOfClause(view.linted, clause, holding)
  const left =
    length.limit === undefined
      ? ''
      : say(
          view,
          `，还可写 ${Math.max(0, length.limit - length.count)} 字`,
          `, ${Math.max(0, length.limit - length.count)} left`,
        )
  const answered = coverage.clauses.find((one) => one.clause.id === clause.id)
  const items = clause.requirements.map((requirement) => {
    const isDone = answered?.requirements.some(
      (one) => one.requirement.id === requirement.id && one.answered,
    )
    const title = requirementTitle(requirement)
    const text = requirement.text === title ? '' : `：${requirement.text}`
    return `- ${isDone === true ? '✓' : '○'} **${escaped(title)}**${escaped(text)}`
  })
  const asked =
    items.length === 0 ? [] : [`${say(view, '要求', 'Requirements')}：\n\n${items.join('\n')}`]
  return [
    `**${escaped(clauseHeading(clause))}**${points}`,
    `${say(view, '已写', 'Written')} ${showLength(length, view.language)}${left}`,
    ...asked,
    ...sourceOf(view, clause),
  ].join('\n\n')
}

function sourceOf(view: View, { src }: Clause): readonly string[] {
  if (src === undefined) return []
  const quote = src.quote === undefined ? '' : `\n\n> ${escaped(src.quote)}`
  return [`${say(view, '出处', 'Source')}：${escaped(src.doc)}${quote}`]
}

function indicatorCard(view: View, indicator: Indicator): string {
  const {
    name,
    unit = '',
    values,
    target,
    benchmark,
    competitor,
    industry,
    source,
    note,
  } = indicator
  const rows: readonly (readonly [string, readonly YearValue[]])[] = [
    [say(view, '实际', 'Actual'), values],
    [say(view, '目标', 'Target'), target],
    ...[...benchmark, ...competitor, ...industry].map((one) => [one.name, one.values] as const),
  ]
  const shown = rows.filter(([, series]) => series.length > 0)
  const years = [...new Set(shown.flatMap(([, series]) => series.map(({ year }) => year)))].sort()
  const table = [
    `| | ${years.join(' | ')} |`,
    `|-|${years.map(() => '-:').join('|')}|`,
    ...shown.map(([label, series]) => {
      const cells = years.map((year) => series.find((one) => one.year === year)?.text ?? '')
      return `| ${escaped(label)} | ${cells.map(escaped).join(' | ')} |`
    }),
  ].join('\n')
  const from = source === undefined ? [] : [`${say(view, '来源', 'Source')}：${escaped(source)}`]
  const head = `**${escaped(name)}**${unit === '' ? '' : `（${escaped(unit)}）`}`
  return [
    head,
    ...(years.length === 0 ? [] : [table]),
    ...from,
    ...(note === undefined ? [] : [escaped(note)]),
  ].join('\n\n')
}

function evidenceCard(view: View, evidence: Evidence, number: number): string {
  const { title, issuer, issued, expires, file, unavailable, level } = evidence
  const lines = [
    [say(view, '颁发', 'Issued by'), issuer],
    [say(view, '级别', 'Level'), level],
    [say(view, '日期', 'Date'), issued],
    [say(view, '有效期至', 'Valid until'), expires],
    [say(view, '文件', 'File'), file],
    [say(view, '不能提供', 'Not available'), unavailable],
  ].flatMap(([label = '', value]) => (value === undefined ? [] : [`- ${label}：${escaped(value)}`]))
  const head = say(view, `证实性材料${number}`, `Evidence ${number}`)
  return [`**${head}　${escaped(title)}**`, lines.join('\n')].join('\n\n').trim()
}

/** `<!-- 要求: 1.1.a -->`: the text of the requirement whose id stands there. */
function requirementUnder(view: View, position: Position): string | undefined {
  const { before, after } = lineAround(view.source, position)
  const marked = /<!--\s*(?:要求|requirements?)\s*[:：]([^>]*)$/iu.exec(before)
  if (marked === null) return undefined
  const id =
    (/[^\s,，、:：]*$/u.exec(before)?.[0] ?? '') + (/^[^\s,，、>]*/u.exec(after)?.[0] ?? '')
  for (const { requirements } of view.linted.subject.coverage.clauses)
    for (const { requirement } of requirements)
      if (requirement.id === id)
        return `**${escaped(requirementTitle(requirement))}**\n\n${escaped(requirement.text)}`
  return undefined
}

/** A writer’s words are words, whatever Markdown sees in them. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\r?\n/g, ' ')
}
