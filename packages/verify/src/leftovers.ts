import type { Unresolved } from './finished-file.ts'

/** What Word prints, in Chinese and English, where a field leads nowhere. */
const errorTexts =
  /(?:错误[!！]\s*(?:未找到引用源|未定义书签|未找到目录项|未指定(?:书签|文件名|序列)|超链接引用无效|链接无效|文档中没有指定样式的文字|未知的?文档属性名称|无效的?书签|不能|找不到)|Error! (?:Reference source|Bookmark|No table of contents|No bookmark|Hyperlink reference|Not a valid|Unknown|No text of)[\w ]*)/g

/** Marks of our own source text that nothing replaced, and those of templates. */
const marks =
  /(?:\[[^[\]\n]{0,12}\]\(#[^()\s]{1,60}\)|::?(?:指标|val|指标表|indicators|图表|chart)\[[^\]\n]{1,60}\]|\{\{[^{}\n]{1,60}\}\}|\{#(?:tbl|fig|sec)-[\w-]{1,40}\})/g

export function unresolvedTexts(text: string): readonly Unresolved[] {
  return [
    ...[...text.matchAll(errorTexts)].map(
      ([found]): Unresolved => ({ kind: 'error-text', text: found }),
    ),
    ...[...text.matchAll(marks)].map(([found]): Unresolved => ({ kind: 'mark', text: found })),
  ]
}

/** What a program writes where a font has no such letter or an encoding no such character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const lost = /[\u0000\ufffd\ufffe\uffff]/g

export function missingGlyphs(text: string): readonly string[] {
  return [...text.matchAll(lost)].map(() => '�')
}
