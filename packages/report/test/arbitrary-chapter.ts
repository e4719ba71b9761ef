import fc from 'fast-check'
import { fragments, mutatedSamples, sampleTexts } from './arbitrary-source.ts'

/** Any units of UTF-16, halves of pairs among them. */
const noise = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), {
    maxLength: 100,
  })
  .map((units) => String.fromCharCode(...units))

/** A change somewhere in the whole of a chapter: what is slow shows itself in long texts. */
const wholeChapters = fc
  .tuple(fc.constantFrom(...sampleTexts), fc.nat(), fragments)
  .map(([text, at, piece]) => {
    const offset = at % (text.length + 1)
    return text.slice(0, offset) + piece + text.slice(offset)
  })

/** With and without a clause around them, so that rules about clauses have something to read. */
export const chapters: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '# 1.1 使命\n\n', '## 1.2 责任\n\n', '# 7.1 成绩\n\n'),
    fc.oneof(
      { weight: 50, arbitrary: fragments },
      { weight: 50, arbitrary: mutatedSamples },
      { weight: 5, arbitrary: noise },
      { weight: 1, arbitrary: wholeChapters },
    ),
  )
  .map(([heading, text]) => heading + text)
