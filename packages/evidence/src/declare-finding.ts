import {
  defineFinding,
  type FindingMaker,
  type Severity,
  type Words,
  wording,
} from '@ziping/diagnostics'

/** Declares findings under one of these rules, their words in both languages side by side. */
export function declareUnder<Rule extends string>() {
  return <Values>(
    rule: Rule,
    messageId: string,
    severity: Severity,
    chinese: (values: Values) => Words,
    english: (values: Values) => Words,
  ): FindingMaker<Values> =>
    defineFinding({
      rule,
      messageId,
      severity,
      words: wording<Values>({ 'zh-CN': chinese, en: english }),
    })
}
