import type { MeasuredText } from './measured-limits.ts'

/** How a limit was counted, as every message about a length says. */
export function countedBy({ limit }: MeasuredText): { readonly zh: string; readonly en: string } {
  return limit.measure === 'characters'
    ? { zh: '按Word“字数”计', en: 'by Word’s count of 字' }
    : { zh: '按字符数计，不计空格', en: 'characters without spaces' }
}

/** Where there is most to shorten, in a text of several files. */
export function longestFile({ files }: MeasuredText): MeasuredText['files'][number] | undefined {
  if (files.length < 2) return undefined
  return files.reduce((longest, file) => (file.length > longest.length ? file : longest))
}
