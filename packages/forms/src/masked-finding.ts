import {
  defineFinding,
  type FindingMaker,
  type Severity,
  type Wording,
  type Words,
} from '@ziping/diagnostics'
import { maskPersonal } from './mask.ts'

/** Declares a finding whose words never show an id number, telephone number or e-mail address. */
export function maskedFinding<Values>(kind: {
  readonly rule: string
  readonly messageId: string
  readonly severity: Severity
  readonly words: Wording<Values>
}): FindingMaker<Values> {
  const make = defineFinding(kind)
  return (place, values) => {
    const finding = make(place, values)
    const { 'zh-CN': zh, en } = finding.words
    return { ...finding, words: { 'zh-CN': masked(zh), en: masked(en) } }
  }
}

function masked({ message, advice }: Words): Words {
  return { message: maskPersonal(message), advice: maskPersonal(advice) }
}
