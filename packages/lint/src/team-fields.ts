import type { Bilingual, Finding, Place, Severity, Wording, Words } from '@ziping/diagnostics'
import type { Messages, RuleDefinition } from './define-rule.ts'
import type { OptionValue } from './rule-context.ts'

/** What a team's own rule lacks, in words for whoever wrote it. */
export class TeamRuleFault extends Error {
  readonly reason: Bilingual

  constructor(chinese: string, english: string) {
    super(english)
    this.reason = { 'zh-CN': chinese, en: english }
  }
}

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(given: unknown, what: string): Fields {
  if (typeof given === 'object' && given !== null) return { ...given }
  throw new TeamRuleFault(`${what} 要是一个对象`, `${what} has to be an object`)
}

/** A text in one language stands for both. */
export function bilingual(given: unknown, what: string): Bilingual {
  if (typeof given === 'string' && given.trim() !== '') return { 'zh-CN': given, en: given }
  const { 'zh-CN': chinese, en = chinese } = fieldsOf(given, what)
  if (typeof chinese === 'string' && typeof en === 'string') return { 'zh-CN': chinese, en }
  throw new TeamRuleFault(`${what} 要是一段文字`, `${what} has to be a text`)
}

export function severityOf(given: unknown, what: string): Severity | 'off' {
  if (given === undefined) return 'warning'
  if (isSeverity(given) || given === 'off') return given
  throw new TeamRuleFault(
    `${what} 要是 off、info、warning 或 error`,
    `${what} has to be off, info, warning or error`,
  )
}

export function messagesOf(given: unknown, what: string): Messages {
  return Object.fromEntries(
    Object.entries(fieldsOf(given, what)).map(([name, words]) => [
      name,
      wordingOf(words, `${what}.${name}`),
    ]),
  )
}

/** `(values) => ({ message, advice })`, or one such function for each language. */
function wordingOf(given: unknown, what: string): Wording<never> {
  const { 'zh-CN': chinese, en = chinese } =
    typeof given === 'function' ? { 'zh-CN': given } : fieldsOf(given, what)
  return { 'zh-CN': wordsBy(chinese, what), en: wordsBy(en, what) }
}

function wordsBy(make: unknown, what: string): (values: never) => Words {
  if (typeof make !== 'function')
    throw new TeamRuleFault(
      `${what} 要是函数，返回 { message, advice }`,
      `${what} has to be a function that returns { message, advice }`,
    )
  return (values) => {
    const { message, advice = '' } = fieldsOf(Reflect.apply(make, undefined, [values]), what)
    if (typeof message === 'string' && typeof advice === 'string') return { message, advice }
    throw new TeamRuleFault(`${what} 没有给出 message`, `${what} gives no message`)
  }
}

export function optionsOf(
  given: unknown,
  what: string,
): NonNullable<RuleDefinition<Messages>['options']> {
  if (given === undefined) return {}
  return Object.fromEntries(
    Object.entries(fieldsOf(given, what)).map(([name, option]) => {
      const { usual, help = name } = fieldsOf(option, `${what}.${name}`)
      if (!isOptionValue(usual))
        throw new TeamRuleFault(
          `${what}.${name} 要写明 usual（缺省值）`,
          `${what}.${name} has to say what is usual`,
        )
      return [name, { usual, help: bilingual(help, `${what}.${name}.help`) }]
    }),
  )
}

/** Whether something is a finding of a rule, whole enough to be printed. */
export function isFindingOf(id: string, given: unknown): given is Finding {
  if (typeof given !== 'object' || given === null) return false
  const { rule, severity, place, words }: Partial<Record<keyof Finding, unknown>> = given
  return rule === id && isSeverity(severity) && isPlace(place) && typeof words === 'object'
}

function isPlace(given: unknown): given is Place {
  if (typeof given !== 'object' || given === null) return false
  const { file, ...numbers }: Partial<Record<keyof Place, unknown>> = given
  const { line, column, endLine, endColumn } = numbers
  return (
    typeof file === 'string' &&
    file !== '' &&
    [line, column, endLine, endColumn].every((one) => Number.isSafeInteger(one) && Number(one) > 0)
  )
}

function isSeverity(given: unknown): given is Severity {
  return given === 'info' || given === 'warning' || given === 'error'
}

function isOptionValue(given: unknown): given is OptionValue {
  return Array.isArray(given)
    ? given.every((one) => typeof one === 'string')
    : ['number', 'string', 'boolean'].includes(typeof given)
}
