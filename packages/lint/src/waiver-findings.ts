import { defineFinding, type Finding, nearest, wording } from '@ziping/diagnostics'
import type { RuleSetting } from './settings.ts'
import type { Waived } from './waive.ts'

const withoutReason = defineFinding({
  rule: 'waiver-without-reason',
  messageId: 'noReason',
  severity: 'error',
  words: wording<{ readonly rule: string }>({
    'zh-CN': ({ rule }) => ({
      message: `忽略 ${rule} 没有写理由`,
      advice: `写成“<!-- ziping-忽略 ${rule}: 理由 -->”；YAML 里写“# ziping-忽略 ${rule}: 理由”`,
    }),
    en: ({ rule }) => ({
      message: `${rule} is waived without a reason`,
      advice: `Write “<!-- ziping-ignore ${rule}: reason -->”, in YAML “# ziping-ignore ${rule}: reason”`,
    }),
  }),
})

const unused = defineFinding({
  rule: 'waiver-unused',
  messageId: 'unused',
  severity: 'warning',
  words: wording<{
    readonly rule: string
    readonly known: boolean
    readonly near: string | undefined
  }>({
    'zh-CN': ({ rule, known, near }) => ({
      message: known ? `这里没有 ${rule} 的问题可以忽略` : `没有叫“${rule}”的规则`,
      advice: near === undefined ? '问题已经改好的，删去这条忽略' : `是不是“${near}”？`,
    }),
    en: ({ rule, known, near }) => ({
      message: known ? `There is no ${rule} here to waive` : `There is no rule “${rule}”`,
      advice: near === undefined ? 'Delete this waiver' : `Did you mean “${near}”?`,
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
      .map(({ rule, place }) =>
        known.has(rule)
          ? unused(place, { rule, known: true, near: undefined })
          : unused(place, { rule, known: false, near: nearest(rule, known.keys()) }),
      ),
  ]
}
