import { type Award, allClauses } from '@ziping/award'
import { normalizeTitle } from '@ziping/report'
import type { Passage } from '../passage.ts'
import { type Almost, fixWith } from './almost.ts'

const almostHeading = /(?<=^|\n)([#＃]{1,6})([ \t\u3000]*)([^\s#＃][^\n]*)/g
/** Longer lines are no titles. */
const longest = 60

/** `##3.2 顾客` and `＃＃ 标题`: lines that were to be headings. */
export function* almostHeadings(passage: Passage, award: Award): Generator<Almost<'heading'>> {
  if (passage.part !== 'text' || !/[#＃]/.test(passage.text)) return
  for (const match of passage.text.matchAll(almostHeading)) {
    const [line, marks = '', gap = '', title = ''] = match
    if (!passage.startsLine(match.index) || title.length > longest || title.includes('。')) continue
    if (marks.length === 1 && !isTitle(title, gap, award)) continue
    const end = match.index + marks.length + gap.length
    const right = `${'#'.repeat(marks.length)} `
    // Well typed, but in a line that is text for another reason.
    if (marks + gap === right) continue
    yield {
      message: 'heading',
      place: passage.place(match.index, match.index + line.length),
      typed: line,
      right: right + title,
      block: passage.block,
      ...fixWith(passage.edit(match.index, end, right)),
    }
  }
}

/** One `#` also stands before the number of a machine (#1机) and around a topic (#质量月#). */
function isTitle(title: string, gap: string, award: Award): boolean {
  if (/[#＃]/.test(title)) return false
  if (/^\p{Script=Han}/u.test(title)) return true
  const [, number = '', words = ''] = /^(\d+(?:\.\d+)*)\s*(.*)$/.exec(title) ?? []
  if (gap !== '' && number !== '' && words !== '') return true
  return [...allClauses(award.clauses)].some(
    (clause) => clause.number === number && normalizeTitle(clause.title) === normalizeTitle(words),
  )
}
