import { defineFinding, type Finding, nearest, wording } from '@ziping/diagnostics'
import type { Waiver } from '@ziping/report'
import { laterRule, laterRules } from './later/index.ts'
import type { RuleSetting } from './settings.ts'
import { isTeamRule } from './team-rule.ts'
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

const unwaivable = defineFinding({
  rule: 'waiver-unused',
  messageId: 'unwaivable',
  severity: 'warning',
  words: wording<{ readonly rule: string }>({
    'zh-CN': ({ rule }) => ({
      message: `${rule} 的问题不能忽略，这条忽略不起作用`,
      advice: `为什么，见 ziping explain ${rule}；删去这条忽略`,
    }),
    en: ({ rule }) => ({
      message: `${rule} cannot be waived; this waiver does nothing`,
      advice: `See ziping explain ${rule} for the reason, and delete this waiver`,
    }),
  }),
})

/** What is wrong with the waivers themselves. */
export function waiverFindings(
  waived: Waived,
  /** Without them every name counts as a rule’s. */
  settings?: readonly RuleSetting[],
): readonly Finding[] {
  if (settings === undefined) return [...lacking(waived), ...waived.unused.map(needless)]
  const known = new Map(settings.map((setting) => [setting.rule.id, setting.severity]))
  // Where the team's own rules were not run, nobody can tell what their waivers are good for.
  const teamRan = [...known.keys()].some(isTeamRule)
  return [
    ...lacking(waived),
    ...waived.unused
      .filter(({ rule }) => known.get(rule) !== 'off' && (teamRan || !isTeamRule(rule)))
      .flatMap((waiver) => (known.has(waiver.rule) ? [needless(waiver)] : unknown(waiver, known))),
  ]
}

/** Whether a waiver of what only other commands see is needed, they will say. */
function unknown({ rule, place }: Waiver, known: ReadonlyMap<string, unknown>): readonly Finding[] {
  const later = laterRule(rule)
  if (later !== undefined) return later.waivable === 'never' ? [unwaivable(place, { rule })] : []
  const ids = [...known.keys(), ...laterRules.map(({ id }) => id)]
  return [unused(place, { rule, known: false, near: nearest(rule, ids) })]
}

function lacking({ withoutReason: waivers }: Waived): readonly Finding[] {
  return waivers.map(({ rule, place }) => withoutReason(place, { rule }))
}

/** A waiver that nothing needed. */
export function needless({ rule, place }: Waiver): Finding {
  return unused(place, { rule, known: true, near: undefined })
}
