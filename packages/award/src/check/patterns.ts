import type { Finding } from '@ziping/diagnostics'
import { awardFinding, type MakeFinding } from '../award-finding.ts'
import { isSafePattern } from '../expression/vocabulary.ts'
import type { CheckedAward } from './checked-award.ts'

/** Patterns of fields that are no regular expressions, or could run for ever. */
export function checkPatterns({ forms }: CheckedAward): readonly Finding[] {
  return forms.flatMap(({ form, placeOf }) =>
    form.fields.flatMap(({ id, pattern }) =>
      pattern === undefined || isSafePattern(pattern)
        ? []
        : [unsafePattern(placeOf(['fields', id, 'pattern']), { pattern })],
    ),
  )
}

const unsafePattern: MakeFinding<{ readonly pattern: string }> = awardFinding('unsafe-pattern', {
  'zh-CN': ({ pattern }) => ({
    message: `样式“${pattern}”不能用`,
    advice: '写成正则表达式，不超过 200 个字符，重复的括号里不再有重复',
  }),
  en: ({ pattern }) => ({
    message: `The pattern “${pattern}” can't be used`,
    advice:
      'Write a regular expression of at most 200 characters, no repetition inside a repeated group',
  }),
})
