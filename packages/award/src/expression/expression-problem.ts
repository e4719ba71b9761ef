import type { TypeError as CelTypeError, ErrorLocation, ParseError } from '@marcbachmann/cel-js'
import {
  type Language,
  nearest,
  type Wording,
  type Words,
  wording,
  wordsIn,
} from '@ziping/diagnostics'
import type { ExpressionEnvironment, VariableRecord } from './environment.ts'
import { functionNames, methodNames } from './vocabulary.ts'

/** What is wrong with an expression, and where in its text. */
export interface ExpressionProblem {
  readonly id:
    | 'unknown-name'
    | 'unknown-function'
    | 'wrong-kinds'
    | 'wrong-result'
    | 'unsafe-pattern'
    | 'syntax'
  readonly start: number
  readonly end: number
  readonly words: Readonly<Record<Language, Words>>
}

type CelError = ParseError | CelTypeError

/** Words cel-js's complaint in the award's terms. */
export function problemOf(
  error: CelError,
  source: string,
  environment: ExpressionEnvironment,
): ExpressionProblem {
  const { code, range, node } = error
  const { start, end } = range ?? { start: 0, end: source.length }
  const written = source.slice(start, Math.max(end, start + 1))
  const make = <Values>(
    id: ExpressionProblem['id'],
    words: Wording<Values>,
    values: Values,
  ): ExpressionProblem => ({ id, start, end, words: wordsIn(words, values) })
  switch (code) {
    case 'unknown_variable':
      return make('unknown-name', unknownName, suggest(written, Object.keys(environment.variables)))
    case 'no_such_key':
      return make('unknown-name', unknownName, suggestField(source, node, environment.variables))
    case 'unknown_function':
      return make('unknown-function', unknownFunction, suggestFunction(node))
    case 'no_such_overload':
    case 'no_matching_overload':
    case 'incompatible_ternary_branches':
    case 'invalid_logical_operand':
    case 'invalid_condition_type':
    case 'invalid_comprehension_range':
    case 'invalid_index_type':
    case 'cannot_index_type':
      return make('wrong-kinds', wrongKinds, {
        written: node ? source.slice(node.start, node.end) : written,
      })
    case 'unsafe_pattern':
      return make('unsafe-pattern', unsafePattern, { written })
    default:
      return make('syntax', written === '' ? unfinished : syntax, { written })
  }
}

export function resultProblem(source: string, found: string, wanted: string): ExpressionProblem {
  const words = wordsIn(wrongResult, { found, wanted })
  return { id: 'wrong-result', start: 0, end: source.length, words }
}

interface Suggestion {
  readonly name: string
  readonly near: string | undefined
  readonly known: readonly string[]
}

function suggest(name: string, known: readonly string[], prefix = ''): Suggestion {
  const near = nearest(name, known)
  return { name: prefix + name, near: near && prefix + near, known: known.map((k) => prefix + k) }
}

/** `form.t1.staf`: the field meant is looked for among its neighbours. */
function suggestField(
  source: string,
  node: ErrorLocation | undefined,
  variables: VariableRecord,
): Suggestion {
  const path = source.slice(node?.start, node?.end).split('.')
  const name = path.pop() ?? ''
  let fields: VariableRecord = variables
  for (const key of path) {
    const inner = fields[key]
    if (typeof inner !== 'object') break
    fields = inner
  }
  return suggest(name, Object.keys(fields), `${path.join('.')}.`)
}

function suggestFunction(node: ErrorLocation | undefined): Suggestion {
  const called = Array.isArray(node?.args) ? String(node.args[0]) : ''
  return suggest(called, [...(node?.op === 'rcall' ? methodNames : functionNames)])
}

function listed(names: readonly string[], separator: string): string {
  return names.slice(0, 12).join(separator) + (names.length > 12 ? ' …' : '')
}

const unknownName = wording<Suggestion>({
  'zh-CN': ({ name, near, known }) => ({
    message: `表达式里的“${name}”不认识`,
    advice: near ? `是不是想写“${near}”？` : `可用的有：${listed(known, '、')}`,
  }),
  en: ({ name, near, known }) => ({
    message: `The expression speaks of “${name}”, which is not known`,
    advice: near ? `Did you mean “${near}”?` : `Known are: ${listed(known, ', ')}`,
  }),
})

const unknownFunction = wording<Suggestion>({
  'zh-CN': ({ name, near, known }) => ({
    message: `没有“${name}”这个函数`,
    advice: near ? `是不是想写“${near}”？` : `可用的有：${listed(known, '、')}`,
  }),
  en: ({ name, near, known }) => ({
    message: `There is no function “${name}”`,
    advice: near ? `Did you mean “${near}”?` : `There are: ${listed(known, ', ')}`,
  }),
})

const wrongKinds = wording<{ readonly written: string }>({
  'zh-CN': ({ written }) => ({
    message: `“${written}”两边或各项的类型不合，无法计算`,
    advice: '数只与数比较、计算，文字只与文字；日期用 years(起, 止) 或与日期比较',
  }),
  en: ({ written }) => ({
    message: `The parts of “${written}” are of kinds that don't go together`,
    advice: 'Use numbers with numbers, text with text; for dates years(from, to) or a comparison',
  }),
})

const wrongResult = wording<{ readonly found: string; readonly wanted: string }>({
  'zh-CN': ({ found, wanted }) => ({
    message: `表达式应得出${kinds[wanted]?.['zh-CN'] ?? wanted}，写出的却得${kinds[found]?.['zh-CN'] ?? found}`,
    advice: '补上比较（如 >= 5），或去掉多余的比较',
  }),
  en: ({ found, wanted }) => ({
    message: `The expression has to come to ${kinds[wanted]?.en ?? wanted}, but comes to ${kinds[found]?.en ?? found}`,
    advice: 'Add a comparison (such as >= 5), or remove one',
  }),
})

const syntax = wording<{ readonly written: string }>({
  'zh-CN': ({ written }) => ({
    message: `表达式写到“${written}”处读不下去`,
    advice: '检查括号、引号和运算符；相等写 ==，并且写 &&，或者写 ||',
  }),
  en: ({ written }) => ({
    message: `The expression can't be read from “${written}” on`,
    advice: 'Check brackets, quotes and operators; equal is ==, and is &&, or is ||',
  }),
})

const unfinished = wording<{ readonly written: string }>({
  'zh-CN': () => ({ message: '表达式没有写完', advice: '检查末尾是否少了括号、引号或数' }),
  en: () => ({
    message: 'The expression breaks off',
    advice: 'Check its end for a bracket, quote or number',
  }),
})

const unsafePattern = wording<{ readonly written: string }>({
  'zh-CN': ({ written }) => ({
    message: `matches 的样式${written}不能用`,
    advice: '样式须是写明的文字，不超过 200 个字符，重复的括号里不再有重复',
  }),
  en: ({ written }) => ({
    message: `The pattern ${written} can't be used by matches`,
    advice:
      'Write it as a text of at most 200 characters without repetition inside a repeated group',
  }),
})

const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  number: { 'zh-CN': '数', en: 'a number' },
  bool: { 'zh-CN': '是或否', en: 'true or false' },
  boolean: { 'zh-CN': '是或否', en: 'true or false' },
  string: { 'zh-CN': '文字', en: 'a text' },
  date: { 'zh-CN': '日期', en: 'a date' },
  list: { 'zh-CN': '列表', en: 'a list' },
  map: { 'zh-CN': '一组数据', en: 'a group of data' },
}
