import { wording } from '@ziping/diagnostics'
import { normalizeTitle } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { topicState } from '../topic-state.ts'
import { topicTexts } from '../topic-texts.ts'

interface Uncovered {
  readonly title: string
  readonly topics: readonly string[]
  readonly of: number
}

export const topicMissing: Rule = defineRule({
  id: 'topic-missing',
  severity: 'warning',
  source: ['L-22', 'L-26', 'L-36', 'L-39', 'L-44', 'L-45', 'L-46', 'T-47'],
  title: { 'zh-CN': '要求的话题没有写到', en: 'A topic that is asked for is not touched' },
  why: {
    'zh-CN':
      '组织概述、组织简介和表里的长栏目都列了要写的话题（如GB/Z 19579附录B）。评审员先读概述，再带着它读全篇；缺了员工、顾客或竞争环境，后面的做法就没有来由。',
    en: 'Overview, profile and long fields have topics to cover; reviewers read all the rest in their light.',
  },
  messages: {
    absent: wording<Uncovered>({
      'zh-CN': ({ title, topics, of }) => ({
        message: `${title}可能没有写到${of > topics.length ? `（${of}项里缺${topics.length}项）` : ''}：${topics.join('；')}`,
        advice: '每个话题写一小段，用话题作小标题；确实不适用的，写一句为什么',
      }),
      en: ({ title, topics, of }) => ({
        message: `${title} may not cover ${topics.length} of ${of} topics: ${topics.join('; ')}`,
        advice:
          'Give each a short passage under a heading that names it, or say why it does not apply',
      }),
    }),
    unnamed: wording<Uncovered>({
      'zh-CN': ({ title, topics }) => ({
        message: `${title}没有点出这些话题：${topics.join('；')}`,
        advice: '内容已经有的，把话题原样用作小标题，评审员好对照',
      }),
      en: ({ title, topics }) => ({
        message: `${title} does not name these topics: ${topics.join('; ')}`,
        advice: 'Where the content is there, use the topic as the heading above it',
      }),
    }),
  },
  *check(context, finding) {
    for (const { kind, title, place, clause, topics, text } of topicTexts(context)) {
      const words = normalizeTitle(text)
      if (words === '') continue
      const states = topics.map((topic) => ({ ...topic, state: topicState(topic, words) }))
      const absent = states.filter(({ state }) => state === 'absent')
      const hinted = states.filter(({ state }) => state === 'hinted')
      const of = clause === undefined ? {} : { clause }
      if (absent.length > 0)
        yield finding.absent(place, { title, topics: titles(absent), of: topics.length }, of)
      if (kind === 'profile' && hinted.length > 0)
        yield finding.unnamed(
          place,
          { title, topics: titles(hinted), of: topics.length },
          { ...of, severity: 'info', atMost: 'info' },
        )
    }
  },
  examples: [
    {
      name: 'an overview without a word on its people',
      report: { 'overview.md': '公司产品为工业缝纫机控制器，2023年产量12万台。\n' },
      finds: ['overview.md:1:1 absent'],
    },
    {
      name: 'a topic of appendix B that no word points at',
      award: 'nantong-org-2020',
      report: {
        'overview.md':
          '主要产品为剑杆织机；使命是让每一米布更好；现有员工1116人；主要设备326台；遵守法律法规；董事会5人；主要顾客为家纺企业；供方92家；沟通渠道有用户节；市场占有率居第二；竞争优势在可靠性；标杆为必佳乐；战略挑战来自需求波动。\n',
      },
      finds: ['overview.md:1:1 absent'],
    },
    {
      name: 'a profile that does not name its topics',
      award: 'shenzhen-economic-2020',
      report:
        '# 组织简介\n\n公司成立于2006年，运营的环境、与供方的关系、竞争和绩效的改进如下，经验已向同行推广。\n',
      finds: ['1:1 unnamed'],
    },
    {
      name: 'near miss: both topics, one of them only in a table',
      report: { 'overview.md': '产品：控制器。\n\n| 项目 | 人数 |\n| - | - |\n| 员工 | 648 |\n' },
      finds: [],
    },
    {
      name: 'near miss: nothing written yet',
      report: { 'overview.md': '<!-- 待写 -->\n' },
      finds: [],
    },
  ],
})

function titles(topics: readonly { readonly title: string }[]): readonly string[] {
  return topics.map(({ title }) => title)
}
