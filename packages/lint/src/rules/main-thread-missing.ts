import { parentsOf } from '@ziping/award'
import { type Place, wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import type { RuleContext } from '../rule-context.ts'
import { typedValues } from '../typed-values.ts'

/** 使命是“让连接更可靠”: what a report says it is guided by. */
const declared =
  /(使命|愿景|核心价值观|价值观|战略主题|经营理念|质量方针|企业精神)(?:是|为|确定为|概括为|：|:)?“([^“”\n]{2,40})”/gu
/** 核心价值观 is spoken of as 价值观, too. */
const spoken: Readonly<Record<string, string>> = { 核心价值观: '价值观' }

export const mainThreadMissing: Rule = defineRule({
  id: 'main-thread-missing',
  severity: 'info',
  source: ['L-14'],
  title: {
    'zh-CN': '提出的主线后文没有呼应',
    en: 'What is to guide the whole is not taken up again',
  },
  why: {
    'zh-CN':
      '“缺乏主线”是评审组点名的通病：使命、愿景、价值观、战略主题只在开头出现一次，各章就各写各的。凭字面判断，只看提出的说法有没有在别的章再出现。',
    en: 'A report without a main thread is a fault juries name. Judged by the letter: whether what is declared is spoken of in other chapters.',
  },
  options: {
    chapters: {
      usual: 2,
      help: {
        'zh-CN': '至少在几章里出现（含提出的一章）',
        en: 'In how many chapters it has to stand, that of the declaration included',
      },
    },
  },
  messages: {
    once: wording<{ readonly terms: readonly string[]; readonly least: number }>({
      'zh-CN': ({ terms, least }) => ({
        message: `${terms.join('、')}在正文里出现不到${least}章，可能没有成为全文的主线`,
        advice: `在战略、顾客、过程、结果各章说明做法怎样体现${terms[0] ?? '使命'}`,
      }),
      en: ({ terms, least }) => ({
        message: `${terms.join(', ')}: spoken of in fewer than ${least} chapters; they may not run through the report`,
        advice: 'Say in the other chapters how the practice follows from it',
      }),
    }),
  },
  *check(context, finding) {
    const least = context.numberOption('chapters')
    const chapters = textsByChapter(context)
    // A report of one or two chapters is still being written.
    if (chapters.size <= least) return
    const { applicant } = context.award
    // A person writes of the employer’s values where they matter, not throughout.
    if (applicant.kind === 'person') return
    const terms = new Set<string>()
    let first: Place | undefined
    for (const { term, words, place } of declarations(context)) {
      const word = spoken[term] ?? term
      const parts = [word, ...words.split(/[，、；,]/).filter((part) => part.length >= 4)]
      const found = [...chapters.values()].filter((text) =>
        parts.some((part) => text.includes(part)),
      ).length
      // One that runs through the report is thread enough.
      if (found >= least) return
      first ??= place
      terms.add(term)
    }
    if (first !== undefined) yield finding.once(first, { terms: [...terms], least })
  },
  clauses: ['1.1 使命', '2.1 战略', '3.1 顾客', '7.1 成绩'],
  examples: [
    {
      name: 'declared and forgotten',
      report:
        '# 1.1 使命\n\n公司愿景是“成为受人尊敬的织机企业”。\n\n# 2.1 战略\n\n每年滚动修订。\n\n# 3.1 顾客\n\n每季度回访。\n',
      finds: ['3:3 once'],
    },
    {
      name: 'near miss: taken up in another chapter, by name or in its words',
      report:
        '# 1.1 使命\n\n公司愿景是“成为受人尊敬的织机企业”，使命是“让织造更轻松，让布面更平整”。\n\n# 2.1 战略\n\n战略目标由愿景分解。\n\n# 3.1 顾客\n\n为了让布面更平整，每季度回访。\n',
      finds: [],
    },
    {
      name: 'near miss: a report that has only begun',
      report: '# 1.1 使命\n\n公司愿景是“成为受人尊敬的织机企业”。\n\n# 2.1 战略\n\n每年修订。\n',
      finds: [],
    },
  ],
})

function* declarations(context: RuleContext): Generator<{
  readonly term: string
  readonly words: string
  readonly place: Place
}> {
  for (const { text, section, placeOf } of typedValues(context).passages) {
    if (section === undefined || section.holding !== undefined) continue
    for (const { 0: whole, 1: term = '', 2: words = '', index } of text.matchAll(declared))
      yield { term, words, place: placeOf(index, index + whole.length) }
  }
}

/** What each top-level clause says; headings, which only repeat the standard, left out. */
function textsByChapter(context: RuleContext): ReadonlyMap<string, string> {
  const { award } = context
  const texts = new Map<string, string>()
  for (const { text, section, block } of typedValues(context).passages) {
    if (section === undefined || section.holding !== undefined || block.kind === 'heading') continue
    const { id } = section.clause
    const chapter = parentsOf(award.clauses, id)[0]?.id ?? id.split('.')[0] ?? id
    texts.set(chapter, `${texts.get(chapter) ?? ''}\n${text}`)
  }
  return texts
}
