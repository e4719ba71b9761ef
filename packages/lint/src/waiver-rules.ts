import type { Finding } from '@ziping/diagnostics'
import type { Rule } from './define-rule.ts'
import type { RuleContext } from './rule-context.ts'
import type { RuleSetting } from './settings.ts'
import { settledSeverity } from './settled-severity.ts'
import { waiveFindings } from './waive.ts'
import { waiverFindings } from './waiver-findings.ts'

type Declared = Omit<Rule, 'messages' | 'run' | 'scope'>

/** What a waiver lacks is known only when all rules have run; run alone, such a rule sees waivers that nothing needed. */
function waiverRule(declared: Declared): Rule {
  return {
    ...declared,
    scope: 'report',
    messages: {},
    run: (context) => withoutOthers(context, declared.id),
  }
}

function withoutOthers({ report, workspace }: RuleContext, id: string): readonly Finding[] {
  return waiverFindings(waiveFindings([], report, workspace)).filter(({ rule }) => rule === id)
}

/** What is wrong with waivers, as severe as these rules are set. */
export function asSet(
  findings: readonly Finding[],
  settings: readonly RuleSetting[],
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const setting = settings.find(({ rule }) => rule.id === finding.rule)
    if (setting === undefined || setting.setBy === 'rule') return [finding]
    if (setting.severity === 'off') return []
    const { severity: rule } = setting.rule
    return [{ ...finding, severity: settledSeverity({ rule, set: setting.severity }) }]
  })
}

export const waiverWithoutReason: Rule = waiverRule({
  id: 'waiver-without-reason',
  severity: 'error',
  source: ['DESIGN 4'],
  title: { 'zh-CN': '忽略问题没有写理由', en: 'A waiver without a reason' },
  why: {
    'zh-CN':
      '忽略一处问题，是说“我们看过了，可以这样”。不写理由，组长和下一位编写者无从判断该不该放行。',
    en: 'A waiver says that somebody looked and decided. Without a reason nobody else can tell why.',
  },
  examples: [
    {
      name: 'a reason',
      report:
        '# 1.1 使命\n\n<!-- ziping-忽略 sentence-long: 引用顾客原话 -->\n\n“使命由全体员工讨论确定。”',
      finds: [],
    },
    {
      name: 'none',
      report: '# 1.1 使命\n\n<!-- ziping-忽略 sentence-long -->\n\n“使命由全体员工讨论确定。”',
      finds: ['3:1 noReason'],
    },
  ],
})

export const waiverUnused: Rule = waiverRule({
  id: 'waiver-unused',
  severity: 'warning',
  source: ['DESIGN 4'],
  title: { 'zh-CN': '没有问题可以忽略', en: 'A waiver that waives nothing' },
  why: {
    'zh-CN':
      '问题改好了，忽略的标记还留着，以后同一处再出错就没有人看见；规则名写错的，从一开始就不起作用。',
    en: 'A waiver left behind hides the next fault at its place; one with a misspelt name never worked.',
  },
  examples: [
    {
      name: 'a note to fellow writers is no waiver',
      report: '# 1.1 使命\n\n<!-- 这一句太长，待改 -->\n\n使命由全体员工讨论确定。',
      finds: [],
    },
    {
      name: 'a short sentence',
      report:
        '# 1.1 使命\n\n<!-- ziping-忽略 sentence-long: 引用顾客原话 -->\n\n使命由全体员工讨论确定。',
      finds: ['3:1 unused'],
    },
  ],
})

/** They come last: they judge what the others left. */
export const waiverRules: readonly Rule[] = [waiverWithoutReason, waiverUnused]
