import type { Bilingual } from '@ziping/diagnostics'

/** The faces of an official document. */
export type FaceName = 'song' | 'hei' | 'fangsong' | 'kai' | 'latin'

export const faceNames: readonly FaceName[] = ['song', 'hei', 'fangsong', 'kai', 'latin']

/** How pages and charts call them in CSS, whatever font stands behind. */
export const faceFamilies: Readonly<Record<FaceName, string>> = {
  song: 'ZP Song',
  hei: 'ZP Hei',
  fangsong: 'ZP FangSong',
  kai: 'ZP Kai',
  latin: 'ZP Latin',
}

export const faceTitles: Readonly<Record<FaceName, Bilingual>> = {
  song: { 'zh-CN': '宋体', en: 'Song' },
  hei: { 'zh-CN': '黑体', en: 'Hei' },
  fangsong: { 'zh-CN': '仿宋', en: 'FangSong' },
  kai: { 'zh-CN': '楷体', en: 'Kai' },
  latin: { 'zh-CN': '西文（Times）', en: 'Latin (Times)' },
}

/** What the face is drawn with only in Western text: signs that Chinese shares (“ ” — …) stay with the Chinese face. */
export const latinRange = 'U+20-7E, U+C0-D6, U+D8-F6, U+F8-24F'

/** Names under which systems carry the face, best first; compared without case and spaces. */
export const systemNames: Readonly<Record<FaceName, readonly string[]>> = {
  song: ['SimSun', '宋体', 'NSimSun', 'STSong', '华文宋体', 'Songti SC', 'Noto Serif SC'],
  hei: ['SimHei', '黑体', 'STHeiti', '华文黑体', 'Heiti SC', 'Noto Sans SC', 'Microsoft YaHei'],
  fangsong: ['FangSong', '仿宋', 'FangSong_GB2312', '仿宋_GB2312', 'STFangsong', '华文仿宋'],
  kai: [
    'KaiTi',
    '楷体',
    'KaiTi_GB2312',
    '楷体_GB2312',
    'STKaiti',
    '华文楷体',
    'Kaiti SC',
    'LXGW WenKai',
  ],
  latin: ['Times New Roman', 'Tinos', 'Liberation Serif'],
}

/** Fonts with signs that no face has (☑ ✔ ⇄ …), best first. */
export const symbolFonts: readonly string[] = [
  'Noto Sans Symbols 2',
  'Noto Sans Symbols2',
  'Segoe UI Symbol',
  'Apple Symbols',
  'DejaVu Sans',
]

/** Which face stands in where one is not to be had. */
export const substitutes: Readonly<Record<FaceName, readonly FaceName[]>> = {
  song: ['fangsong', 'kai', 'hei'],
  hei: ['song', 'fangsong', 'kai'],
  fangsong: ['song', 'kai', 'hei'],
  kai: ['fangsong', 'song', 'hei'],
  latin: ['song', 'fangsong', 'kai', 'hei'],
}
