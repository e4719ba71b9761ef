import { allInlines } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import type { Passage } from '../passage.ts'
import { type Almost, fixWith } from './almost.ts'

const pictures = 'png|jpe?g|gif|svg|webp|bmp|tiff?'
/** `！【图】（a.png）`, `![图](a.png）`, `![图] (a.png)`, `![图](a.png` at the end of a line. */
const almostImage = new RegExp(
  `[!！] ?[[【［]([^[\\]【】［］\\n]{0,200})[\\]】］][ \\u3000]?[(（]([^()（）\\s]{1,200}\\.(?:${pictures}))(?:[)）]|(?=\\n|$))`,
  'gi',
)
/** `![图](images/文化 图.png)`: a name with a space needs pointed brackets, or the line prints as typed. */
const spacedImage = new RegExp(
  `[!！][[【［]([^[\\]【】［］\\n]{0,200})[\\]】］][(（]\\s*([^()（）<>\\n]{1,200}\\.(?:${pictures}))\\s*[)）]`,
  'gi',
)
const isPicture = new RegExp(`\\.(?:${pictures})$`, 'i')
/** `【表】（#tbl-main）`, `[表](#tbl-main）`, `[官网]（https://…）`. */
const almostLink =
  /(?<![!！]|[:：](?:指标|val))[[【［]([^[\]【】［］\n]{0,80})[\]】］][ \u3000]?[(（]([#＃][^()（）\s]{1,200}|https?:\/\/[^()（）\s]{1,300})[)）]/g

export function* almostImages(passage: Passage): Generator<Almost<'image' | 'spaced'>> {
  const { text } = passage
  if (!/[!！]/.test(text)) return
  for (const match of text.matchAll(almostImage)) {
    const [typed, words = '', url = ''] = match
    if (passage.offset(match.index) === undefined) continue
    const end = match.index + typed.length
    const right = `![${words}](${url})`
    // Well typed, but in a line that is text for another reason.
    if (right === typed) continue
    yield {
      message: 'image',
      place: passage.place(match.index, end),
      typed,
      right,
      block: passage.block,
      ...fixWith(passage.edit(match.index, end, right)),
    }
  }
  yield* spacedNames(passage)
  // `！[图](a.png)`: the mark is text, the rest a link.
  for (const inline of allInlines(passage.inlines)) {
    if (inline.kind !== 'link' || !isPicture.test(inline.url)) continue
    const { file, source } = passage
    const { start, end } = inline.span
    if (source.text[start - 1] !== '！' || source.text[start] !== '[') continue
    const typed = source.slice({ start: start - 1, end })
    yield {
      message: 'image',
      place: source.place({ start: start - 1, end }),
      typed,
      right: `!${typed.slice(1)}`,
      block: passage.block,
      fix: [{ file, start: start - 1, end: start, text: '!' }],
    }
  }
}

function* spacedNames(passage: Passage): Generator<Almost<'spaced'>> {
  for (const match of passage.text.matchAll(spacedImage)) {
    const [typed, words = '', url = ''] = match
    if (!/[ \u3000]/.test(url) || passage.offset(match.index) === undefined) continue
    const end = match.index + typed.length
    const right = `![${words}](<${url.replaceAll('\\', '/')}>)`
    yield {
      message: 'spaced',
      place: passage.place(match.index, end),
      typed,
      right,
      block: passage.block,
      ...fixWith(passage.edit(match.index, end, right)),
    }
  }
}

export function* almostLinks(passage: Passage, resolver: Resolver): Generator<Almost<'link'>> {
  const { text } = passage
  if (!/[\]】］][ \u3000]?[(（]/.test(text)) return
  for (const match of text.matchAll(almostLink)) {
    const [typed, words = '', url = ''] = match
    if (passage.offset(match.index) === undefined) continue
    if (!isMeant(words, url, resolver)) continue
    const end = match.index + typed.length
    const right = `[${words}](${url.replace(/^＃/, '#')})`
    if (right === typed) continue
    yield {
      message: 'link',
      place: passage.place(match.index, end),
      typed,
      right,
      block: passage.block,
      ...fixWith(passage.edit(match.index, end, right)),
    }
  }
}

/** Brackets around a label that exists, or that can be nothing else. */
function isMeant(words: string, url: string, resolver: Resolver): boolean {
  if (/^https?:/.test(url)) return true
  const targets = url.slice(1).split(/[,，、]/)
  if (targets.every((target) => resolver.target(target) !== undefined)) return true
  const [, indicator = ''] = /^([^.]+)\.[12]\d{3}$/.exec(url.slice(1)) ?? []
  if (resolver.indicators.byId.has(indicator)) return true
  return /^[表图条证]?$/.test(words) && /^[#＃][A-Za-z][\w-]*$/.test(url)
}
