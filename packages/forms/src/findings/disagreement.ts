import type { FindingMaker, Language, Severity, Wording, Words } from '@ziping/diagnostics'
import { type FieldRule, fieldFinding, type Named, type WithValue } from './field-finding.ts'

type Differing = WithValue & { readonly other: string; readonly expected: string }
const differingWords: Wording<Differing> = {
  'zh-CN': ({ field, value, other, expected }) => ({
    message: `${field}填的“${value}”与${other}的“${expected}”不一致`,
    advice: '核对后改成一致；只留一处，另一处会自动填入',
  }),
  en: ({ field, value, other, expected }) => ({
    message: `${field}: “${value}” differs from “${expected}” in ${other}`,
    advice: 'Make them agree; leave this one out and it is filled in by itself',
  }),
}
export const differsFromField: FindingMaker<Differing> = fieldFinding(
  'field-differs',
  'same-as',
  'error',
  differingWords,
)
export const differsFromFact: FindingMaker<Differing> = fieldFinding(
  'field-differs',
  'fact',
  'warning',
  differingWords,
)

export const differsFromComputed: FindingMaker<
  WithValue & {
    readonly expected: string
    readonly inputs: string
    readonly traps: readonly string[]
  }
> = fieldFinding('field-differs', 'computed', 'error', {
  'zh-CN': ({ field, value, expected, inputs, traps }) => ({
    message: `${field}填的是 ${value}，按公式算得 ${expected}（${inputs}）`,
    advice: `删去填的数即按公式印出${traps.length === 0 ? '' : `；注意：${traps.join('；')}`}`,
  }),
  en: ({ field, value, expected, inputs, traps }) => ({
    message: `${field} says ${value}, the formula gives ${expected} (${inputs})`,
    advice: `Leave it out and the formula’s value is printed${traps.length === 0 ? '' : `; mind: ${traps.join('; ')}`}`,
  }),
})

/** One maker per severity, as the award sets it. */
function graded<Values>(
  rule: FieldRule,
  messageId: string,
  words: Wording<Values>,
): Readonly<Record<Severity, FindingMaker<Values>>> {
  const make = (severity: Severity): FindingMaker<Values> =>
    fieldFinding(rule, messageId, severity, words)
  return { error: make('error'), warning: make('warning'), info: make('info') }
}

type Graded<Values> = Readonly<Record<Severity, FindingMaker<Values>>>

export const ruleBroken: Graded<Named & { readonly message: string }> = graded(
  'field-rule',
  'rule',
  {
    'zh-CN': ({ field, message }) => ({ message: `${field}：${message}`, advice: '核对有关各栏' }),
    en: ({ field, message }) => ({
      message: `${field}: ${message}`,
      advice: 'Check the fields this speaks of',
    }),
  },
)

export const checkFailed: Graded<Named & { readonly message: string; readonly inputs: string }> =
  graded('field-computed', 'check', {
    'zh-CN': ({ field, message, inputs }) => ({
      message: `${field}：${message}`,
      advice: `核对这些数：${inputs}`,
    }),
    en: ({ field, message, inputs }) => ({
      message: `${field}: ${message}`,
      advice: `Check these figures: ${inputs}`,
    }),
  })

export const computedOutOfRange: FindingMaker<
  WithValue & { readonly range: string; readonly inputs: string }
> = fieldFinding('field-computed', 'range', 'error', {
  'zh-CN': ({ field, value, range, inputs }) => ({
    message: `${field}算得 ${value}，不在 ${range} 之内，数据必有错`,
    advice: `核对这些数：${inputs}`,
  }),
  en: ({ field, value, range, inputs }) => ({
    message: `${field} comes to ${value}, outside ${range}: some figure is wrong`,
    advice: `Check these figures: ${inputs}`,
  }),
})

export const notComputable: FindingMaker<
  Named & { readonly words: Readonly<Record<Language, Words>>; readonly inputs: string }
> = fieldFinding('field-computed', 'error', 'error', {
  'zh-CN': ({ field, words, inputs }) => ({
    message: `${field}算不出来：${words['zh-CN'].message}`,
    advice: `${words['zh-CN'].advice}${inputs === '' ? '' : `（${inputs}）`}`,
  }),
  en: ({ field, words, inputs }) => ({
    message: `${field} can’t be computed: ${words.en.message}`,
    advice: `${words.en.advice}${inputs === '' ? '' : ` (${inputs})`}`,
  }),
})
