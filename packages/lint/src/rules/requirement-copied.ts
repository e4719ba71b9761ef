import { type Award, allClauses, type Clause, clauseHeading } from '@ziping/award'
import { wording } from '@ziping/diagnostics'
import type { Paragraph } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import { defineRule, type Rule } from '../define-rule.ts'
import { paragraphsIn } from '../paragraphs.ts'
import { bareText, shinglesOf } from '../shingles.ts'
import { answeredClauses, type WrittenClause } from '../written-clauses.ts'

const size = 12

export const requirementCopied: Rule = defineRule({
  id: 'requirement-copied',
  severity: 'warning',
  source: ['L-15', 'L-43'],
  title: { 'zh-CN': '照抄标准的原文', en: 'The text of the requirement is copied' },
  why: {
    'zh-CN':
      '“缺乏特色，照搬照抄”：把要求的原话换个主语抄一遍，等于没有作答。评审员对标准烂熟，一眼就看得出来。',
    en: 'A requirement repeated as a statement answers nothing, and reviewers know its words by heart.',
  },
  options: {
    percent: {
      usual: 30,
      help: {
        'zh-CN': '一个条款里与要求原文相同的文字超过百分之几就提醒',
        en: 'From what percentage of a clause’s text on copying is told',
      },
    },
  },
  messages: {
    clause: wording<{ readonly clause: Clause; readonly percent: number }>({
      'zh-CN': ({ clause, percent }) => ({
        message: `条款“${clauseHeading(clause)}”约${percent}%的文字与要求的原文相同`,
        advice:
          '换成自己的做法：本单位的部门、产品、制度名称和数据；确实要引用原文的，放进引用块（行首“> ”）',
      }),
      en: ({ clause, percent }) => ({
        message: `About ${percent}% of clause “${clauseHeading(clause)}” is the wording of the requirements`,
        advice:
          'Write of one’s own departments, products and figures; put a real quotation into a block quote (“> ”)',
      }),
    }),
    paragraph: wording<{ readonly clause: Clause; readonly percent: number }>({
      'zh-CN': ({ clause, percent }) => ({
        message: `这一段${percent === 100 ? '整段' : `约${percent}%`}是要求的原文（条款“${clauseHeading(clause)}”）`,
        advice: '换成自己的做法；确实要引用原文的，放进引用块（行首“> ”）',
      }),
      en: ({ clause, percent }) => ({
        message: `${percent}% of this paragraph is the wording of the requirements (clause “${clauseHeading(clause)}”)`,
        advice: 'Say what is done here; put a real quotation into a block quote (“> ”)',
      }),
    }),
    opening: wording<{ readonly clause: Clause; readonly percent: number }>({
      'zh-CN': ({ clause, percent }) => ({
        message: `条款“${clauseHeading(clause)}”开头${openingLength}字中约${percent}%是要求的原文，像是对条款的简单式回答`,
        advice: '开头就写自己的做法和特点；确实要引用原文的，放进引用块（行首“> ”）',
      }),
      en: ({ clause, percent }) => ({
        message: `About ${percent}% of the first ${openingLength} 字 of clause “${clauseHeading(clause)}” is the wording of the requirements`,
        advice: 'Begin with what is done here; put a real quotation into a block quote (“> ”)',
      }),
    }),
  },
  *check(context, finding) {
    const required = shinglesOfAward(context.award)
    if (required.size === 0) return
    const most = context.numberOption('percent') / 100
    for (const written of answeredClauses(context)) {
      const { clause, section } = written
      const paragraphs = sharesOf(written, context.resolver, required)
      const all = paragraphs.reduce((sum, { of }) => sum + of, 0)
      const copied = paragraphs.reduce((sum, { shared }) => sum + shared, 0)
      if (all >= leastShingles && copied / all > most) {
        yield finding.clause(section.place, { clause, percent: inPercent(copied, all) }, { clause })
        continue
      }
      const opening = shareOfOpening(written, context.resolver, required)
      if (opening > half) {
        const percent = inPercent(opening, 1)
        yield finding.opening(section.place, { clause, percent }, { clause })
        continue
      }
      for (const { paragraph, shared, of } of paragraphs)
        if (of >= leastShingles && shared / of > wholly)
          yield finding.paragraph(
            paragraph.place,
            { clause, percent: inPercent(shared, of) },
            { clause },
          )
    }
  },
  examples: [
    {
      name: 'the explanation of the criteria with another subject',
      award: 'shenzhen-economic-2020',
      report:
        '# 1.1 文化引领\n\n公司的企业文化是推动企业发展和持续成功的基石，文化引领要求领导在企业内创造共同信念、规范和价值观，可以对决策制定、员工契合、顾客契合和企业成功产生重大影响，并与其他企业形成差异化。\n',
      finds: ['1:1 clause'],
    },
    {
      name: 'one paragraph of it among others',
      award: 'shenzhen-economic-2020',
      report:
        '# 1.1 文化引领\n\n2016年，创始团队在失效分析室贴出第一张失效图谱，此后每支新员工队伍都从拆解一枚失效连接器开始。价值观评议占干部考核的百分之十五，连续两年低于八十分的不得晋升，2019年评议干部六十四人，两人因此延缓晋升，一人调整岗位。\n\n文化手册每年十一月修订，由总经理办公室收集各车间的故事，编成十二个可以在班前会上讲完的短篇；讲过的班组在手册上签到，季度抽查签到与访谈是否一致，2019年抽查四十八个班组，一致率百分之九十六，不一致的两个班组由主任补讲。\n\n公司的企业文化是推动企业发展和持续成功的基石，文化引领要求领导在企业内创造共同信念、规范和价值观，可以对决策制定、员工契合、顾客契合和企业成功产生重大影响，并与其他企业形成差异化。\n',
      finds: ['7:1 paragraph'],
    },
    {
      name: 'an opening of copied words before one’s own',
      award: 'shenzhen-economic-2020',
      report:
        '# 1.1 文化引领\n\n【方法】文化引领要求领导在企业内创造共同信念、规范和价值观，可以对决策制定、员工契合、顾客契合和企业成功产生重大影响，并与其他企业形成差异化。企业文化是推动企业发展和持续成功的基石。推动组织文化的沟通、传递并践行，如培训传播、文化活动。与各规章制度相互整合，如行为守则、责任制度。\n\n2016年，创始团队在失效分析室贴出第一张失效图谱，此后每支新员工队伍都从拆解一枚失效连接器开始。价值观评议占干部考核的百分之十五，连续两年低于八十分的不得晋升，2019年评议干部六十四人，两人因此延缓晋升，一人调整岗位。文化手册每年十一月修订，由总经理办公室收集各车间的故事，编成十二个可以在班前会上讲完的短篇；讲过的班组在手册上签到，季度抽查签到与访谈是否一致，2019年抽查四十八个班组，一致率百分之九十六，不一致的两个班组由主任补讲。\n',
      finds: ['1:1 opening'],
    },
    {
      name: 'near miss: quoted as such',
      award: 'shenzhen-economic-2020',
      report:
        '# 1.1 文化引领\n\n> 公司的企业文化是推动企业发展和持续成功的基石，文化引领要求领导在企业内创造共同信念、规范和价值观，可以对决策制定、员工契合、顾客契合和企业成功产生重大影响，并与其他企业形成差异化。\n\n2016年，创始团队在失效分析室贴出第一张失效图谱，此后每支新员工队伍都从拆解一枚失效连接器开始。价值观评议占干部考核的百分之十五，连续两年低于八十分的不得晋升，2019年评议干部六十四人，两人因此延缓晋升，一人调整岗位。\n',
      finds: [],
    },
    {
      name: 'near miss: a topic named in one’s own words',
      award: 'shenzhen-economic-2020',
      report:
        '# 1.1 文化引领\n\n推动组织文化的沟通、传递并践行，如培训传播：2016年，创始团队在失效分析室贴出第一张失效图谱，此后每支新员工队伍都从拆解一枚失效连接器开始。价值观评议占干部考核的百分之十五，连续两年低于八十分的不得晋升，2019年评议干部六十四人，两人因此延缓晋升，一人调整岗位。\n',
      finds: [],
    },
  ],
})

/** Fewer runs of characters are a phrase, not a copy. */
const leastShingles = 20
/** From this share on a paragraph is a copy. */
const wholly = 0.8

/** How much of the beginning is looked at, and how much of it is too much. */
const openingLength = 200
const half = 0.5

/** How many of the first characters belong to runs that stand in the requirements. */
function shareOfOpening(
  { sections }: WrittenClause,
  resolver: Resolver,
  required: ReadonlySet<number>,
): number {
  let text = ''
  for (const { blocks } of sections)
    for (const paragraph of paragraphsIn(blocks)) {
      if (text.length >= openingLength) break
      text += bareText(resolver.printed(paragraph.content).replace(/^【[^】]*】/u, ''))
    }
  const opening = text.slice(0, openingLength)
  // Too little to judge; clause-too-short has its say.
  if (opening.length < leastShingles + size) return 0
  const covered = new Uint8Array(opening.length)
  for (const [start, shingle] of shinglesOf(opening, size).entries())
    if (required.has(shingle)) covered.fill(1, start, start + size)
  return covered.reduce((sum, one) => sum + one, 0) / opening.length
}

interface Share {
  readonly paragraph: Paragraph
  readonly shared: number
  readonly of: number
}

function sharesOf(
  { sections }: WrittenClause,
  resolver: Resolver,
  required: ReadonlySet<number>,
): readonly Share[] {
  return sections.flatMap(({ blocks }) =>
    [...paragraphsIn(blocks)].map((paragraph) =>
      shareOf(paragraph, resolver.printed(paragraph.content), required),
    ),
  )
}

const last = new WeakMap<
  Paragraph,
  { readonly text: string; readonly required: ReadonlySet<number>; readonly share: Share }
>()

/** How much of a paragraph stands in the requirements; worked out again only when it prints otherwise. */
function shareOf(paragraph: Paragraph, text: string, required: ReadonlySet<number>): Share {
  const before = last.get(paragraph)
  if (before?.text === text && before.required === required) return before.share
  const shingles = shinglesOf(bareText(text), size)
  const shared = shingles.filter((shingle) => required.has(shingle)).length
  const share = { paragraph, shared, of: shingles.length }
  last.set(paragraph, { text, required, share })
  return share
}

const known = new WeakMap<Award, ReadonlySet<number>>()

/** Every run of characters in what the award asks and explains. */
function shinglesOfAward(award: Award): ReadonlySet<number> {
  const held = known.get(award)
  if (held !== undefined) return held
  const shingles = new Set<number>()
  for (const { requirements, guidance } of allClauses(award.clauses))
    for (const { text } of [...requirements, ...guidance])
      for (const shingle of shinglesOf(bareText(text), size)) shingles.add(shingle)
  known.set(award, shingles)
  return shingles
}

function inPercent(part: number, whole: number): number {
  return Math.round((part / whole) * 100)
}
