import type { Language, Words } from '@ziping/diagnostics'
import { wording, wordsIn } from '@ziping/diagnostics'

/** Thrown inside an evaluation: facts it really needs are not there. */
export class MissingFacts extends Error {
  readonly paths: readonly string[]

  constructor(paths: readonly string[]) {
    super(`missing ${paths.join(', ')}`)
    this.name = 'MissingFacts'
    this.paths = paths
  }
}

export type FaultReason = 'division-by-zero' | 'wrong-kind' | 'not-a-date' | 'too-large'

/** Thrown inside an evaluation: what is there can't be calculated with. */
export class CalculationFault extends Error {
  readonly reason: FaultReason

  constructor(reason: FaultReason) {
    super(reason)
    this.name = 'CalculationFault'
    this.reason = reason
  }
}

const faults = {
  'division-by-zero': wording<undefined>({
    'zh-CN': () => ({ message: '除数为零', advice: '核对作分母的数据' }),
    en: () => ({ message: 'Division by zero', advice: 'Check the figure it is divided by' }),
  }),
  'wrong-kind': wording<undefined>({
    'zh-CN': () => ({
      message: '数据的类型与算式不符',
      advice: '数值写成数，日期写成 2020-08-21，是否写成 true 或 false',
    }),
    en: () => ({
      message: 'The data is not of the kind the expression needs',
      advice: 'Write numbers as numbers, dates as 2020-08-21, yes and no as true and false',
    }),
  }),
  'not-a-date': wording<undefined>({
    'zh-CN': () => ({ message: '日期写法不对', advice: '写成 2020-08-21 或 2020-08' }),
    en: () => ({ message: 'This is no date', advice: 'Write it as 2020-08-21 or 2020-08' }),
  }),
  'too-large': wording<undefined>({
    'zh-CN': () => ({ message: '数据过大，无法计算', advice: '核对数值与列表的长度' }),
    en: () => ({
      message: 'The data is too large to calculate with',
      advice: 'Check the figures and the length of the lists',
    }),
  }),
} as const

export function faultWords(reason: FaultReason): Readonly<Record<Language, Words>> {
  return wordsIn(faults[reason], undefined)
}
