import { createTry } from '../almost/almost.ts'
import { almostBraces } from '../almost/braces.ts'
import { brokenDirectives } from '../almost/directives.ts'
import { almostExamples } from '../almost/examples.ts'
import { almostHeadings } from '../almost/headings.ts'
import { looseLabels } from '../almost/labels.ts'
import { almostImages, almostLinks } from '../almost/links.ts'
import { almostLists } from '../almost/list-marks.ts'
import { moreWords } from '../almost/more-words.ts'
import { typedNumbers } from '../almost/typed-numbers.ts'
import { unknownDirectives } from '../almost/unknown-directives.ts'
import { lineWords } from '../almost/words.ts'
import { about } from '../clause-of-block.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { keptMarkup } from '../kept-markup.ts'
import { passagesOf } from '../passages.ts'
import type { RuleContext } from '../rule-context.ts'

export const markupAlmost: Rule = defineRule({
  id: 'markup-almost',
  severity: 'warning',
  source: ['DESIGN 4'],
  title: { 'zh-CN': '差一点就是标记', en: 'Almost markup' },
  why: {
    'zh-CN':
      '标题少一个空格、括号用了全角、冒号多一个少一个，整行就成了正文，连符号一起印进书里，标题、图、表也不会编号。',
    en: 'One space, bracket or colon amiss and the line prints as text, signs and all; nothing is numbered or shown.',
  },
  messages: { ...lineWords, ...moreWords },
  *check(context, finding) {
    for (const found of almostMarkup(context)) {
      const { message, place, typed, right, fix, block, severity } = found
      yield finding[message](
        place,
        { typed: shorten(typed), right: shorten(right) },
        {
          ...about(context.report, block),
          ...(fix === undefined ? {} : { fix }),
          ...(severity === undefined ? {} : { severity }),
        },
      )
    }
  },
  examples: almostExamples,
})

function* almostMarkup(context: RuleContext) {
  const { award, report, resolver } = context
  const passages = passagesOf(context)
  const kept = keptMarkup(context)
  const attempt = createTry()
  for (const view of context.views)
    for (const passage of view.passages) {
      yield* almostHeadings(passage, award)
      yield* almostImages(passage)
      yield* almostLinks(passage, resolver)
      yield* almostBraces(passage, report, view.kept, attempt)
    }
  yield* almostLists(passages)
  const { found, closings } = unknownDirectives(passages, kept, attempt)
  yield* found
  for (const { kept: own } of context.views) {
    yield* brokenDirectives(own, closings, attempt)
    yield* looseLabels(own, attempt)
  }
  yield* typedNumbers(passages, report, resolver)
}

const longest = 40

function shorten(text: string): string {
  const characters = [...text.trim()]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}……` : text.trim()
}
