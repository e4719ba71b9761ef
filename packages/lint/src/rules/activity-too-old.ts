import { resolveYear } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { typedValues } from '../typed-values.ts'
import type { Passage } from '../typed-values-passages.ts'

export const activityTooOld: Rule = defineRule({
  id: 'activity-too-old',
  severity: 'warning',
  source: ['L-20'],
  title: { 'zh-CN': '质量活动早于规定年限', en: 'An activity older than the award looks at' },
  why: {
    'zh-CN':
      '通知规定需要追溯说明的质量活动限申报前三年内。更早的活动不计，还占篇幅；讲来历的段落用【历程】开头即可。',
    en: 'The notice looks at the last three years only. Older activities do not count; a passage of history opens with 【历程】.',
  },
  options: {
    window: {
      usual: '',
      help: {
        'zh-CN': '奖项方案 windows 中管质量活动的一项的 id；空着不检查',
        en: 'The id of the award’s window for activities; empty: not checked',
      },
    },
  },
  messages: {
    old: wording<{ readonly year: number; readonly from: number; readonly typed: string }>({
      'zh-CN': ({ year, from, typed }) => ({
        message: `“${typed}”是${year}年的活动，可能早于方案所看的年限（${from}年起）`,
        advice: `换成${from}年以来的活动；确要讲来历的，另起一段用【历程】开头`,
      }),
      en: ({ year, from, typed }) => ({
        message: `“${typed}” is of ${year}; the award looks at activities from ${from} on`,
        advice: `Tell of activities since ${from}, or open the passage with 【历程】`,
      }),
    }),
    history: wording<{ readonly from: number }>({
      'zh-CN': ({ from }) => ({
        message: `这一段讲的都是${from}年以前的事，可能是来历，没有用【历程】开头`,
        advice: `段首加上【历程】，就不受年限约束；要算作活动的，换成${from}年以来的`,
      }),
      en: ({ from }) => ({
        message: `This paragraph tells only of years before ${from}; it may be history without its 【历程】`,
        advice: `Open it with 【历程】, or tell of activities since ${from}`,
      }),
    }),
  },
  *check(context, finding) {
    const { award, year } = context
    const id = context.textOption('window')
    const window = award.windows.find((candidate) => candidate.id === id)
    const from = window && year !== undefined ? resolveYear(window.from, year) : undefined
    if (from === undefined) return
    for (const passage of typedValues(context).passages) {
      const { section, block, text } = passage
      if (section?.clause.kind !== 'process' || block.kind !== 'paragraph') continue
      if (isHistory(passage)) continue
      const { clause } = section
      const found = oldActivity(text, from)
      if (found !== undefined) {
        const { start, end, year: old } = found
        const typed = text.slice(start, end)
        yield finding.old(passage.placeOf(start, end), { year: old, from, typed }, { clause })
      } else if (isOnlyPast(text, from)) yield finding.history(block.place, { from }, { clause })
    }
  },
  clauses: ['1.1 使命'],
  examples: [
    {
      name: 'recent activities, and history under its own head',
      options: { 'activity-too-old': { options: { window: 'results' } } },
      report:
        '# 1.1 使命\n\n【历程】2012年公司组织了第一次用户走访。\n\n【采用方法】2018年组织用户走访32次。公司成立于2003年，2015年9月导入卓越绩效模式，自2014年起每年开展自评，比2015年开展的多10次。2013年版的标准已作废。',
      finds: [],
    },
    {
      name: 'an activity of long ago',
      options: { 'activity-too-old': { options: { window: 'results' } } },
      report: '# 1.1 使命\n\n【采用方法】2012年公司组织了用户走访，形成问题清单。',
      finds: ['3:7 old'],
    },
    {
      name: 'where it all began, not marked as history',
      options: { 'activity-too-old': { options: { window: 'results' } } },
      report:
        '# 1.1 使命\n\n公司2003年由二十名装配工起步，承接旧机改造。2015年9月导入卓越绩效模式，总经理任组长。\n\n公司2003年成立，2004年获得营业执照，2015年9月导入卓越绩效模式，2022年自评得分551分。',
      finds: ['3:1 history'],
    },
    {
      name: 'no window set',
      report: '# 1.1 使命\n\n【采用方法】2012年公司组织了用户走访，形成问题清单。',
      finds: [],
    },
    {
      name: 'facts that stay: honours, standards, appointments',
      options: { 'activity-too-old': { options: { window: 'results' } } },
      report:
        '# 1.1 使命\n\n【采用方法】2012年获评高新技术企业。2011年评为高级工程师。GB/T 19580-2012 于2012年发布。',
      finds: [],
    },
  ],
})

function isHistory({ section, block }: Passage): boolean {
  return section?.histories.some(({ units }) => units.some((unit) => unit.block === block)) ?? false
}

/** What is done, not what is or what was given. */
const activity =
  /开展|组织|举办|实施|推行|推进|改造|攻关|培训|召开|走访|调查|评审|审核|完成|改进|启动|编制|修订|上线|投用|投产|建成|建立|制定|判定|引进|升[为级]|推广|试点/
/** A beginning that lasts, an origin, a distinction, a baseline. */
const lasting =
  /成立|创立|创办|创建|注册|设立|起步|前身|导入|引入|获|评为|荣|认证|通过|取得|聘|任命|担任|毕业|发布|以来|至今|起$|年起|历史|沿用|当时|曾/
const oldYear = /(?<![比较与由从自\d])((?:19|20)\d\d)年/g

const origin = /起步|创立|创办|创建|前身|导入|引入/
const anyYear = /(?<!\d)((?:19|20)\d\d)年/g

/** Two beginnings or more, and not a word of the years the award looks at. */
function isOnlyPast(text: string, from: number): boolean {
  const years = new Set([...text.matchAll(anyYear)].map((match) => Number(match[1])))
  return years.size >= 2 && [...years].every((year) => year < from) && origin.test(text)
}

function oldActivity(
  text: string,
  from: number,
): { readonly start: number; readonly end: number; readonly year: number } | undefined {
  let at = 0
  for (const sentence of text.split(/(?<=[。！？；\n])/)) {
    for (const match of sentence.matchAll(oldYear)) {
      const year = Number(match[1])
      const clause =
        /^[^，。；！？]*(?:，[^，。；！？]*)?/.exec(sentence.slice(match.index))?.[0] ?? ''
      if (year >= from || lasting.test(sentence) || !activity.test(clause)) continue
      const start = at + match.index
      return { start, end: start + (/^[^，。；！？]*/.exec(clause)?.[0].length ?? 5), year }
    }
    at += sentence.length
  }
  return undefined
}
