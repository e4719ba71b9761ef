import type { TextEdit } from '@ziping/diagnostics'
import { inlinesIn, plainText, type Report } from '@ziping/report'
import type { KeptMarkup } from '../kept-markup.ts'
import type { Passage } from '../passage.ts'
import type { Almost, Try } from './almost.ts'

const attribute =
  '(?:指标|类型|宽度?|高度?|单位|小数|年份|标题|说明|来源|列|ids|type|width|height|unit|decimals|years|title|note|source|columns)\\s*[=＝]'
/** `{#fig-org 宽=80%` without its closing brace, at the end of a line. */
const openBrace = new RegExp(
  `[{｛]\\s*(?:[#＃][^\\s{}｛｝#＃]+|${attribute})[^{}｛｝\\n]{0,200}(?=\\n|$)`,
  'g',
)
/** Braces directly behind an image that could not be read as its attributes. */
const unreadable = /(?<=\uFFFC)[{｛][^{}｛｝\n]{1,200}[}｝]/g

export function* almostBraces(
  passage: Passage,
  report: Report,
  kept: readonly KeptMarkup[],
  attempt: Try,
): Generator<Almost<'brace' | 'attributes'>> {
  if (!/[{｛]/.test(passage.text)) return
  const { block } = passage
  for (const match of passage.text.matchAll(openBrace)) {
    const [typed] = match
    const offset = passage.offset(match.index)
    if (offset === undefined) continue
    // The line of a directive is reported as a whole.
    if (kept.some(({ start, end }) => offset >= start && offset < end)) continue
    const end = match.index + typed.trimEnd().length
    const edit = passage.edit(end - 1, end, `${passage.text[end - 1] ?? ''}}`)
    const works = edit !== undefined && isRead(passage, report, edit, attempt)
    yield {
      message: 'brace',
      place: passage.place(match.index, end),
      typed: typed.trimEnd(),
      right: `${typed.trimEnd()}}`,
      block,
      ...(works ? { fix: [edit] } : {}),
    }
  }
  for (const { 0: typed, index } of passage.text.matchAll(unreadable))
    if (passage.offset(index) !== undefined && !isMarked(kept, passage.offset(index)))
      yield {
        message: 'attributes',
        place: passage.place(index, index + typed.length),
        typed,
        right: '{#fig-org 宽=80%}',
        block,
      }
}

function isMarked(kept: readonly KeptMarkup[], offset: number | undefined): boolean {
  return kept.some((item) => offset !== undefined && offset >= item.start && offset < item.end)
}

/** Whether a brace becomes a label or attributes once it is closed: at the block itself, or as the caption of the next. */
function isRead(
  { file, block, source }: Passage,
  report: Report,
  edit: TextEdit,
  attempt: Try,
): boolean {
  const blocks = report.documents.find(({ parsed }) => parsed.file === file)?.parsed.blocks ?? []
  const index = blocks.indexOf(block)
  if (index < 0) return false
  const before = source.slice({ start: block.span.start, end: edit.start }) + edit.text
  return [block, blocks[index + 1]].some((last) => {
    if (last === undefined) return false
    const { blocks: read, labels } = attempt(
      before + source.slice({ start: edit.end, end: last.span.end }),
    )
    const words = read.slice(0, 1).flatMap((first) => inlinesIn(first).map(plainText))
    return labels === 0 && !words.some((text) => /[{｛]/.test(text))
  })
}
