import { type Finding, type Place, showPlace } from '@ziping/diagnostics'
import type { FigureChange, IndicatorChange } from '@ziping/forms'
import { type Context, say } from '../context.ts'
import type { ChangedIndicator, DataDifference } from '../data/compare-data.ts'
import type { TouchedPlace } from '../data/touched-places.ts'
import { findingAsJson } from './findings.ts'

/** What changed and what it touches, for a person. */
export function showDifference(
  { indicators, cells, sentences }: DataDifference,
  context: Context,
): string {
  const { style } = context
  if (indicators.length === 0) return say(context, '指标没有变化', 'No indicator differs')
  const where = (place: Place | undefined): string =>
    place === undefined ? '' : `  ${style.cyan(showPlace(place))}`
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines]
  const figures = indicators.flatMap(({ changes }) => changes).length
  return [
    ...indicators.flatMap((indicator, index) => [
      ...(index === 0 ? [] : ['']),
      ...showIndicator(indicator, where, context),
    ]),
    ...section(
      say(context, '申报表', 'Form'),
      cells.map(
        ({ field, label, at, before, after, place }) =>
          `  ${field}${at === undefined ? '' : `.${at}`}  ${label}：${shown(before)} → ${shown(after)}${where(place)}`,
      ),
    ),
    ...section(
      say(context, '手写的数与新数据不符', 'Typed words that no longer agree'),
      sentences.map(({ place, text }) => `  ${style.cyan(showPlace(place))}  ${text}`),
    ),
    '',
    say(
      context,
      `${indicators.length} 个指标的 ${figures} 处变化；牵动正文 ${indicators.flatMap(({ places }) => places).length} 处、申报表 ${cells.length} 格；手写的数有 ${sentences.length} 处要改`,
      `${figures} changes in ${indicators.length} indicators touch ${indicators.flatMap(({ places }) => places).length} places and ${cells.length} cells of the form; ${sentences.length} typed figures have to be changed`,
    ),
  ].join('\n')
}

function showIndicator(
  { id, name, unit, changes, places }: ChangedIndicator,
  where: (place: Place | undefined) => string,
  context: Context,
): readonly string[] {
  const { style } = context
  return [
    `${style.bold(name)}（${id}${unit === undefined ? '' : `，${unit}`}）`,
    ...changes.map(
      (change) =>
        `  ${whatChanged(change, context)}${where(change.placeAfter ?? change.placeBefore)}`,
    ),
    ...places.map(
      ({ place, kind, text }) =>
        `    ${style.cyan(showPlace(place))}  ${kindName(kind, context)}  ${text}`,
    ),
  ]
}

function whatChanged(change: FigureChange | IndicatorChange, context: Context): string {
  const { before, after } = change
  const arrow = `${shown(before)} → ${shown(after)}`
  if (change.kind === 'indicator')
    switch (change.what) {
      case 'added':
        return say(context, '新增的指标', 'new')
      case 'removed':
        return say(context, '新数据中没有这个指标', 'not in the new data')
      case 'unit':
        return `${say(context, '单位', 'unit')}：${arrow}`
      case 'name':
        return `${say(context, '名称', 'name')}：${arrow}`
      case 'better':
        return `${say(context, '方向', 'better')}：${arrow}`
      case 'provisional':
        return `${say(context, '未审计年份', 'provisional')}：${arrow}`
      default:
        return change.what satisfies never
    }
  const whose = change.whose === undefined ? '' : `（${change.whose}）`
  return `${figureName(change.of, context)}${whose} ${change.year}${say(context, '年', '')}：${arrow}`
}

function figureName(of: FigureChange['of'], context: Context): string {
  return {
    values: say(context, '实际', 'actual'),
    target: say(context, '目标', 'target'),
    benchmark: say(context, '标杆', 'benchmark'),
    competitor: say(context, '竞争对手', 'competitor'),
    industry: say(context, '行业平均', 'industry'),
  }[of]
}

function kindName(kind: TouchedPlace['kind'], context: Context): string {
  return {
    value: say(context, '自动取数', 'value'),
    typed: say(context, '手写并标明出处', 'tied'),
    table: say(context, '表', 'table'),
    chart: say(context, '图', 'chart'),
    contradicts: say(context, '手写', 'typed'),
  }[kind]
}

function shown(text: string | undefined): string {
  return text === undefined || text === '' ? '—' : text
}

/** The same as JSON. */
export function differenceAsJson(
  { indicators, cells, sentences }: DataDifference,
  findings: readonly Finding[],
  context: Context,
): Readonly<Record<string, unknown>> {
  return {
    version: 1,
    indicators: indicators.map(({ id, name, unit, changes, places }) => ({
      id,
      name,
      ...(unit === undefined ? {} : { unit }),
      changes: changes.map((change) => ({
        what: change.kind === 'figure' ? change.of : change.what,
        ...(change.kind === 'figure' ? { year: change.year } : {}),
        ...(change.kind === 'figure' && change.whose !== undefined ? { whose: change.whose } : {}),
        before: change.before ?? null,
        after: change.after ?? null,
        ...(change.placeBefore === undefined ? {} : { from: showPlace(change.placeBefore) }),
        ...(change.placeAfter === undefined ? {} : { to: showPlace(change.placeAfter) }),
      })),
      places: places.map(touched),
    })),
    form: cells.map(({ place, ...cell }) => ({ ...cell, where: showPlace(place) })),
    sentences: sentences.map(touched),
    findings: findings.map((finding) => findingAsJson(finding, context)),
  }
}

function touched({ kind, place, text }: TouchedPlace): Readonly<Record<string, unknown>> {
  return { kind, file: place.file, line: place.line, column: place.column, text }
}
