import { type Bilingual, wording } from '@ziping/diagnostics'
import { defineFileRule } from '../define-file-rule.ts'
import type { Rule } from '../define-rule.ts'
import { type EmptyPhrases, emptyPhrases } from '../empty-phrases.ts'
import type { Passage } from '../passage.ts'
import { type Sentence, sentencesOf } from '../sentences.ts'

const listOf = new Map(emptyPhrases.flatMap((list) => list.words.map((word) => [word, list])))
/** The longest first, so that `取得了显著成效` is not cut short. */
const phrase = new RegExp([...listOf.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')
const figure =
  /[\d０-９〇]|[一二两三四五六七八九十百千万亿半][\s]?(?:[个项次名人家条套台件种类级份期轮年月天日周班点倍成半元吨位所座支场门本组批]|分之)|百分之|翻[一两]?番|首次|第[一二三四五六七八九十]/
/** Somebody's words or a title. */
const quotedWords = /“[^“”]*”|《[^《》]*》|「[^「」]*」/g

export const phraseEmpty: Rule = defineFileRule({
  id: 'phrase-empty',
  severity: 'warning',
  source: ['L-18'],
  title: { 'zh-CN': '空话', en: 'An empty phrase' },
  why: {
    'zh-CN':
      '通知要求文字简要，用事实和数据说话。“成效显著”而没有数，评审员既不能给分，也无从核对。',
    en: 'Notices ask for brief texts that speak through facts. “Remarkable results” without a figure earn no points.',
  },
  messages: {
    result: wording<{ readonly words: string; readonly gloss: Bilingual }>({
      'zh-CN': ({ words, gloss }) => ({
        message: `“${words}”：可能是空话，${gloss['zh-CN']}`,
        advice: '在同一句里写出数值、年份或获得的证明；没有数就删去这半句',
      }),
      en: ({ words, gloss }) => ({
        message: `“${words}” ${gloss.en} and may be an empty phrase`,
        advice: 'Give the figure, the year or the proof in the same sentence, or delete the phrase',
      }),
    }),
    intent: wording<{ readonly words: string; readonly gloss: Bilingual }>({
      'zh-CN': ({ words, gloss }) => ({
        message: `“${words}”：可能是空话，${gloss['zh-CN']}`,
        advice: '写明谁、何时、做了什么、做了多少；说不出的就删去',
      }),
      en: ({ words, gloss }) => ({
        message: `“${words}” ${gloss.en} and may be an empty phrase`,
        advice: 'Say who did what, when and how much, or delete the phrase',
      }),
    }),
  },
  *check(view, finding) {
    for (const passage of view.passages) {
      if (passage.part !== 'text' || passage.quoted) continue
      phrase.lastIndex = 0
      if (!phrase.test(passage.text)) continue
      for (const { list, words, start } of emptyIn(passage)) {
        const severity = list.kind === 'intent' ? ({ severity: 'info' } as const) : {}
        yield finding[list.kind](
          passage.place(start, start + words.length),
          { words, gloss: list.gloss },
          { ...view.about(passage.block), ...severity },
        )
      }
    }
  },
  examples: [
    {
      name: 'a result without a figure',
      report: '# 1.1 使命\n\n公司持续改进质量，取得了显著成效。',
      finds: ['3:10 result'],
    },
    {
      name: 'with its figure',
      report: '# 1.1 使命\n\n不良率由1.2%降到0.6%，取得了显著成效。',
      finds: [],
    },
    {
      name: 'the figure stands in another sentence',
      report: '# 1.1 使命\n\n2019年收入10亿元。公司的质量文化建设成效显著。',
      finds: ['3:22 result'],
    },
    {
      name: 'an intention',
      report: '# 1.1 使命\n\n今后公司将进一步加强质量管理。',
      finds: ['3:6 intent'],
    },
    {
      name: 'an intention with its deed',
      report: '# 1.1 使命\n\n为进一步加强过程控制，公司增设三个检验点。',
      finds: [],
    },
    {
      name: 'a reference shows the figures',
      report:
        '# 1.1 使命\n\n成效显著，见[表](#成绩)。\n\n表：成绩\n\n| 年 | 值 |\n| - | - |\n| 2019 | 3 |',
      finds: [],
    },
    {
      name: 'what follows shows them',
      report: '# 1.1 使命\n\n改进成效显著：\n\n- 不良率下降一半',
      finds: [],
    },
    {
      name: 'a title and a quotation',
      report: '# 1.1 使命\n\n公司学习《关于进一步加强质量工作的意见》，顾客说“成效显著”。',
      finds: [],
    },
  ],
})

interface Empty {
  readonly list: EmptyPhrases
  readonly words: string
  readonly start: number
}

/** The first empty phrase of every sentence that gives no figure. */
function* emptyIn(passage: Passage): Generator<Empty> {
  for (const sentence of sentencesOf(passage.text)) {
    if (figure.test(sentence.text) || announces(sentence, passage)) continue
    const own = sentence.text.replace(quotedWords, (title) => '\u3000'.repeat(title.length))
    const match = own.match(new RegExp(phrase.source))
    const list = listOf.get(match?.[0] ?? '')
    if (match?.index === undefined || list === undefined) continue
    yield { list, words: match[0], start: sentence.start + match.index }
  }
}

/** What ends with a colon announces the list or table that follows. */
function announces({ text, end }: Sentence, passage: Passage): boolean {
  return /[：:]$/.test(text) && end === passage.text.length
}
