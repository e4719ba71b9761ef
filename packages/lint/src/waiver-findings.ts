import { defineFinding, type Finding, wording } from '@ziping/diagnostics'
import type { RuleSetting } from './settings.ts'
import type { Waived } from './waive.ts'

const withoutReason = defineFinding({
  rule: 'waiver-without-reason',
  messageId: 'noReason',
  severity: 'error',
  words: wording<{ readonly rule: string }>({
    'zh-CN': ({ rule }) => ({
      message: `忽略 ${rule} 没有写理由`,
      advice: `写成“<!-- ziping-忽略 ${rule}: 理由 -->”`,
    }),
    en: ({ rule }) => ({
      message: `${rule} is waived without a reason`,
      advice: `Write “<!-- ziping-ignore ${rule}: reason -->”`,
    }),
  }),
})

const unused = defineFinding({
  rule: 'waiver-unused',
  messageId: 'unused',
  severity: 'warning',
  words: wording<{ readonly rule: string; readonly known: boolean }>({
    'zh-CN': ({ rule, known }) => ({
      message: known ? `这里没有 ${rule} 的问题可以忽略` : `没有叫“${rule}”的规则`,
      advice: '删去这条批注',
    }),
    en: ({ rule, known }) => ({
      message: known ? `There is no ${rule} here to waive` : `There is no rule “${rule}”`,
      advice: 'Delete this comment',
    }),
  }),
})

/** What is wrong with the waivers themselves. */
export function waiverFindings(
  waived: Waived,
  settings: readonly RuleSetting[],
): readonly Finding[] {
  const known = new Map(settings.map((setting) => [setting.rule.id, setting.severity]))
  return [
    ...waived.withoutReason.map(({ rule, place }) => withoutReason(place, { rule })),
    ...waived.unused
      .filter(({ rule }) => known.get(rule) !== 'off')
      .map(({ rule, place }) => unused(place, { rule, known: known.has(rule) })),
  ]
}
