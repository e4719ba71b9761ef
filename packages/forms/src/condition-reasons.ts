import {
  type Condition,
  Decimal,
  evaluateExpression,
  expressionFacts,
  type Facts,
  isSpecified,
} from '@ziping/award'
import type { Bilingual } from '@ziping/diagnostics'
import { asList, asMap, asText } from './plain-data.ts'

/** Given with every assessment: not what somebody wrote. */
const given: ReadonlySet<string> = new Set(['date', 'year'])
const typesAsked =
  /([\w.]+)(?:,\s*"\d+[ymd]"\s*\))?\s*\.\s*(?:exists|filter|all)\(\s*(\w+)\s*,([^()]*)\)/gu

/** Which facts decided that a condition is not met, as they stand or are lacking, one line each. */
export function reasonsOf({ test, anyOf }: Condition, facts: Facts): readonly Bilingual[] {
  const own = isSpecified(test) && anyOf.length === 0 ? reasonsIn(test, facts) : []
  const others = anyOf.flatMap(({ text, test: tried }) =>
    reasonsIn(tried, facts).map((reason) => below(shortened(text), reason)),
  )
  return [...own, ...others]
}

/** Of several things asked for together only those speak that are not so; all of them where all are. */
function reasonsIn(expression: string, facts: Facts): readonly Bilingual[] {
  const parts = partsOf(expression)
  const failing = parts.filter((part) => {
    const evaluation = evaluateExpression(part, facts)
    return evaluation.kind !== 'value' || evaluation.value !== true
  })
  return (failing.length > 0 ? failing : parts).flatMap((part) => reasonsInPart(part, facts))
}

/** `a && b(c && d)` → `a`, `b(c && d)`; whole where it is not such a chain. */
function partsOf(expression: string): readonly string[] {
  const plain = expression.replaceAll(/"[^"]*"/gu, (quoted) => '_'.repeat(quoted.length))
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (const [at, character] of [...plain].entries()) {
    if (/[([{]/u.test(character)) depth++
    if (/[)\]}]/u.test(character)) depth--
    if (depth > 0) continue
    if (plain.startsWith('||', at) || character === '?') return [expression]
    if (plain.startsWith('&&', at)) {
      parts.push(expression.slice(start, at))
      start = at + 2
    }
  }
  return [...parts, expression.slice(start)]
}

function reasonsInPart(expression: string, facts: Facts): readonly Bilingual[] {
  const records = recordsAsked(expression)
  const plain = expressionFacts(expression).filter(
    (path) => !given.has(path) && !records.some(({ list }) => list === path),
  )
  return [
    ...plain.flatMap((path) => valueReason(path, valueAt(path, facts))),
    ...records.flatMap(({ list, types }) =>
      types.map((type) => recordReason(list, type, valueAt(list, facts))),
    ),
  ]
}

interface AskedRecords {
  readonly list: string
  readonly types: readonly string[]
}

/** `within(honours, "5y").exists(h, h.type == "…")`: the list, and the types it is searched for. */
function recordsAsked(expression: string): readonly AskedRecords[] {
  return [...expression.matchAll(typesAsked)].flatMap(([, list = '', , body = '']) => {
    const types = [...body.matchAll(/\.type\s*==\s*"([^"]+)"/gu)].flatMap(([, type]) => type ?? [])
    return types.length === 0 ? [] : [{ list, types }]
  })
}

function recordReason(list: string, type: string, value: unknown): Bilingual {
  const found = asList(value).filter((entry) => asMap(entry)['type'] === type)
  if (found.length === 0)
    return {
      'zh-CN': `${list} 里没有 type 为“${type}”的一项`,
      en: `${list} has no entry of the type “${type}”`,
    }
  const dates = found.map((entry) => asText(asMap(entry)['date']) ?? '')
  return {
    'zh-CN': `${list} 里的“${type}”：${dates.map((date) => date || '没有写日期').join('、')}`,
    en: `“${type}” in ${list}: ${dates.map((date) => date || 'no date').join(', ')}`,
  }
}

function valueReason(path: string, value: unknown): readonly Bilingual[] {
  if (value === undefined) return [{ 'zh-CN': `${path} 没有写`, en: `${path} is not given` }]
  if (Array.isArray(value))
    return [{ 'zh-CN': `${path} 有 ${value.length} 项`, en: `${path} has ${value.length} entries` }]
  if (Decimal.isDecimal(value)) return [says(path, value.toFixed())]
  if (typeof value === 'boolean')
    return [
      { 'zh-CN': `${path} 是“${value ? '是' : '否'}”（${value}）`, en: `${path} is ${value}` },
    ]
  return typeof value === 'string' ? [says(path, value)] : []
}

function says(path: string, text: string): Bilingual {
  return { 'zh-CN': `${path} 是 ${text}`, en: `${path} is ${text}` }
}

function valueAt(path: string, facts: Facts): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      facts,
    )
}

function below(text: string, { 'zh-CN': zh, en }: Bilingual): Bilingual {
  return { 'zh-CN': `“${text}”：${zh}`, en: `“${text}”: ${en}` }
}

const longest = 30

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}……` : text
}
