import { type Bilingual, wording, wordsIn } from '@ziping/diagnostics'
import type { CheckName, Judgement } from '../check.ts'
import type { FinishedFile, Glyph, Sighting, Unresolved } from '../finished-file.ts'
import { judge, type Mismatch } from '../judge.ts'
import { pagesOf, showPlaces } from '../show-places.ts'

interface Left<Value> {
  readonly at: Bilingual
  readonly first: Value
  readonly count: number
}

const unresolvedLeft = wording<Left<Unresolved>>({
  'zh-CN': ({ at, first, count }) => ({
    message: `${chineseUnresolved(first)}（${at['zh-CN']}）${count > 1 ? `，共 ${count} 处` : ''}`,
    advice:
      first.kind === 'update-on-open'
        ? '在 Word 中打开，按 Ctrl+A 再按 F9 更新全部域，核对后保存'
        : '补上被引用的内容或改正引用；在 Word 中按 Ctrl+A、F9 更新域，再重新导出',
  }),
  en: ({ at, first, count }) => ({
    message: `${englishUnresolved(first)} (${at.en})${count > 1 ? `, ${count} in all` : ''}`,
    advice:
      first.kind === 'update-on-open'
        ? 'Open it in Word, update all fields with Ctrl+A and F9, look at them and save'
        : 'Add what is referred to or correct the reference; in Word update all fields with Ctrl+A and F9, then export again',
  }),
})

function chineseUnresolved(found: Unresolved): string {
  switch (found.kind) {
    case 'error-text':
      return `引用没有着落，印出来是“${found.text}”`
    case 'mark':
      return `没有换成内容的标记“${found.text}”会照印`
    case 'no-target':
      return `域“${found.text}”引用的书签不存在`
    case 'no-result':
      return `域“${found.text}”还没有结果`
    case 'stale':
      return `域“${found.text}”标着待更新，印出的可能是旧内容`
    case 'update-on-open':
      return '文件要求打开时更新全部域，印出的内容可能与现在不同'
  }
}

function englishUnresolved(found: Unresolved): string {
  switch (found.kind) {
    case 'error-text':
      return `A reference leads nowhere and prints as “${found.text}”`
    case 'mark':
      return `The mark “${found.text}” was never replaced and prints as it is`
    case 'no-target':
      return `The field “${found.text}” refers to a bookmark that is not there`
    case 'no-result':
      return `The field “${found.text}” has no result yet`
    case 'stale':
      return `The field “${found.text}” is marked as out of date`
    case 'update-on-open':
      return 'The file asks to update all fields when opened; what prints may differ from what it holds'
  }
}

/** No notice needs to say that nothing may be left open. */
export function checkFields({ unresolved }: FinishedFile): Judgement {
  return noneLeft(unresolved, (left) => wordsIn(unresolvedLeft, left))
}

const glyphsLeft = wording<Left<Glyph>>({
  'zh-CN': ({ at, first, count }) => ({
    message:
      first.kind === 'missing'
        ? `${at['zh-CN']}有印不出的字（“${first.text}”），共 ${count} 处`
        : `字体 ${first.text} 没有嵌入文件，换一台机器打印会缺字或变样`,
    advice:
      first.kind === 'missing'
        ? '换一种有这个字的字体，或改正这个字'
        : '重新导出 PDF，选上“嵌入所有字体”',
  }),
  en: ({ at, first, count }) => ({
    message:
      first.kind === 'missing'
        ? `${count} characters cannot be printed (“${first.text}”): ${at.en}`
        : `The font ${first.text} is not embedded; another machine prints other letters or none`,
    advice:
      first.kind === 'missing'
        ? 'Use a font that has the character, or correct it'
        : 'Export the PDF again with all fonts embedded',
  }),
})

/** No notice needs to say that every letter must print. */
export function checkGlyphs({ glyphs }: FinishedFile): Judgement {
  return noneLeft(glyphs, (left) => wordsIn(glyphsLeft, left))
}

function noneLeft<Value extends { readonly kind: string }>(
  seen: readonly Sighting<Value>[],
  words: (left: Left<Value>) => NonNullable<Judgement['words']>,
): Judgement {
  const [first] = seen
  if (first === undefined) return { ok: true, required: 0, measured: 0, pages: [] }
  const alike = seen.filter(({ value }) => value.kind === first.value.kind)
  return {
    ok: false,
    required: 0,
    measured: seen.length,
    pages: pagesOf(seen),
    words: words({ at: showPlaces(alike), first: first.value, count: alike.length }),
  }
}

const coarse = wording<Mismatch>({
  'zh-CN': ({ required, measured, at }) => ({
    message: `${at['zh-CN']}有图片只有 ${measured['zh-CN']}，印出来会模糊（至少 ${required['zh-CN']}）`,
    advice: '换成像素更多的原图，或者印小一些',
  }),
  en: ({ required, measured, at }) => ({
    message: `A picture on ${at.en} has only ${measured.en} and will look blurred (least: ${required.en})`,
    advice: 'Use an original with more pixels, or print it smaller',
  }),
})

/** As the rule `image-coarse` has it: no notice says it of the text's pictures, and print needs it all the same. */
const leastDpi = 150
const check: CheckName = 'images-resolution'

export function checkPictures({ pictures }: FinishedFile): Judgement {
  const dpi = pictures.map(({ value }) => Math.floor(value.dpi))
  const coarsest = dpi.length === 0 ? undefined : Math.min(...dpi)
  const judged = judge(check, leastDpi, pictures, {
    // An edge rounded by a pixel is no coarser picture.
    isRight: (picture) => picture.dpi >= leastDpi - 1,
    show: (picture) => Math.floor(picture.dpi),
    words: coarse,
  })
  return judged.ok ? { ...judged, measured: coarsest } : judged
}
