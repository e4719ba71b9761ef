import { wording } from '@ziping/diagnostics'
import { type Indicator, inlinesIn, plainText } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { withIndicators } from '../example-indicators.ts'
import type { RuleContext } from '../rule-context.ts'
import { namedIndicators, resultSeries, shownSeries } from '../shown-indicators.ts'
import { typedValues } from '../typed-values.ts'
import { plainName } from '../typed-values-names.ts'
import { blocksOf } from '../typed-values-passages.ts'

export const indicatorNotInProcess: Rule = defineRule({
  id: 'indicator-not-in-process',
  severity: 'info',
  source: ['L-16', 'L-60'],
  title: {
    'zh-CN': '结果里的指标在过程章节没有提到',
    en: 'An indicator of the results that no process chapter names',
  },
  why: {
    'zh-CN':
      '结果应与过程对应：一个指标好，要说得出是哪些做法带来的。过程章节一次也没有提到的指标，像是凑数。',
    en: 'Results must come from somewhere: an indicator that no process chapter names looks like padding.',
  },
  messages: {
    absent: wording<{ readonly names: readonly string[] }>({
      'zh-CN': ({ names }) => ({
        message: `结果里的${names.length}项指标，过程章节可能没有提到：${listed(names, '、')}`,
        advice: '在管这项工作的条款里写明怎样测量、怎样改进，或引到结果条款',
      }),
      en: ({ names }) => ({
        message: `${names.length} indicators of the results seem to be named in no process chapter: ${listed(names, ', ')}`,
        advice: 'Say in the clause responsible how each is measured and improved, or refer to it',
      }),
    }),
  },
  *check(context, finding) {
    const text = processText(context)
    if (text === undefined) return
    const used = usedInProcess(context)
    const absent = new Map<string, Absent>()
    for (const shown of resultSeries(context)) {
      const { indicator, section } = shown
      if (used.has(indicator) || isSpokenOf(indicator, context.indicators.all, text)) continue
      const key = section.holding ?? ''
      const group = absent.get(key) ?? { names: new Set(), first: shown }
      group.names.add(indicator.name)
      absent.set(key, group)
    }
    for (const { names, first } of absent.values())
      yield finding.absent(
        first.block.place,
        { names: [...names] },
        { clause: first.section.clause },
      )
  },
  clauses: ['1.1 使命', '7.1 成绩'],
  examples: [
    {
      name: 'named in a process clause, in words or in a table',
      report: withIndicators(
        '# 1.1 使命\n\n公司每月评价质量损失率。\n\n| 目标 | 责任人 |\n| --- | --- |\n| 主营业务收入 | 营销部 |\n\n# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}',
      ),
      finds: [],
    },
    {
      name: 'never named',
      report: withIndicators(
        '# 1.1 使命\n\n公司每月评价质量成本。\n\n# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}',
      ),
      finds: ['7:1 absent'],
    },
    {
      name: 'a beginning that it shares with another indicator',
      report: withIndicators(
        '# 1.1 使命\n\n公司每月评价主营业务收入。\n\n# 7.1 成绩\n\n::图表[毛利]{指标=margin}',
        'revenue: { name: 主营业务收入, unit: 万元, values: { 2019: 1 } }\nmargin: { name: 主营业务毛利率, unit: "%", values: { 2019: 1 } }\n',
      ),
      finds: ['7:1 absent'],
    },
    {
      name: 'used in a process clause by its key',
      report: withIndicators(
        '# 1.1 使命\n\n收入为[81260万元](#revenue.2019)，损失率为:指标[loss.2019]。\n\n# 7.1 成绩\n\n::指标表[结果]{指标="revenue loss"}',
      ),
      finds: [],
    },
  ],
})

/** What one report’s results have that its process does not; a holding’s by itself. */
interface Absent {
  readonly names: Set<string>
  readonly first: ReturnType<typeof resultSeries>[number]
}

const shownAtMost = 5

function listed(names: readonly string[], mark: string): string {
  const shown = names.slice(0, shownAtMost).map((name) => `“${name}”`)
  return shown.join(mark) + (names.length > shownAtMost ? '……' : '')
}

/**
 * A good part of the name is enough: 满意度 for 居民满意度, 关键岗位 for 关键岗位离职率; not one that another indicator's
 * name begins with, too: 主营业务 says nothing of 主营业务毛利率 beside 主营业务收入.
 */
function isSpokenOf(
  { id, name: whole }: Indicator,
  all: readonly Indicator[],
  text: string,
): boolean {
  const name = plainName(whole)
  const shared = Math.max(
    ...all.map((other) => (other.id === id ? 0 : sharedStart(name, plainName(other.name)))),
  )
  const length = Math.max(3, Math.floor(name.length / 2))
  for (let start = 0; start + length <= Math.max(length, name.length); start++) {
    const part = name.slice(start, start + length)
    if (start + length > shared && text.includes(part)) return true
  }
  return false
}

/** With how many characters two names begin alike. */
function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** The words of all process clauses; none where none is written. */
function processText(context: RuleContext): string | undefined {
  const { report } = context
  const parts: string[] = []
  for (const { passage } of passagesIn(context)) parts.push(passage)
  for (const { block, section } of blocksOf(report)) {
    if (section?.clause.kind !== 'process') continue
    if (block.kind === 'diagram' || block.kind === 'code') parts.push(block.value)
    else if (block.kind !== 'paragraph') parts.push(...inlinesIn(block).map(plainText))
  }
  return parts.length === 0 ? undefined : parts.join('\n').replace(/[^\S\n]+/g, '')
}

function passagesIn(context: RuleContext): readonly { readonly passage: string }[] {
  return typedValues(context).passages.flatMap(({ text, section }) =>
    section?.clause.kind === 'process' ? [{ passage: text }] : [],
  )
}

function usedInProcess(context: RuleContext): ReadonlySet<Indicator> {
  const all = [...namedIndicators(context), ...shownSeries(context)]
  return new Set(
    all.flatMap(({ indicator, section }) =>
      section?.clause.kind === 'process' ? [indicator] : [],
    ),
  )
}
