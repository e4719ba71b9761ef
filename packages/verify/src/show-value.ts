import type { Bilingual } from '@ziping/diagnostics'
import type { CheckName, CheckValue } from './check.ts'
import { sizeName } from './font-size.ts'

/** What each check is called. */
export const checkTitles: Readonly<Record<CheckName, Bilingual>> = {
  paper: { 'zh-CN': '纸张', en: 'paper' },
  margins: { 'zh-CN': '页边距', en: 'margins' },
  mirror: { 'zh-CN': '双面对称', en: 'mirrored pages' },
  gutter: { 'zh-CN': '装订边', en: 'bound edge' },
  'page-number-size': { 'zh-CN': '页码字号', en: 'size of page numbers' },
  'page-number-side': { 'zh-CN': '页码位置', en: 'place of page numbers' },
  'page-number-continuity': { 'zh-CN': '页码连续', en: 'numbered through' },
  'body-font': { 'zh-CN': '正文字体', en: 'font of the body' },
  'body-size': { 'zh-CN': '正文字号', en: 'size of the body' },
  'heading-font': { 'zh-CN': '标题字体字号', en: 'fonts of headings' },
  'line-spacing': { 'zh-CN': '行距', en: 'line spacing' },
  pages: { 'zh-CN': '页数', en: 'pages' },
  length: { 'zh-CN': '字数', en: 'length' },
  'fields-unresolved': { 'zh-CN': '引用和域', en: 'references and fields' },
  'glyphs-missing': { 'zh-CN': '字形', en: 'glyphs' },
  'images-resolution': { 'zh-CN': '图片清晰度', en: 'resolution of pictures' },
  'file-name': { 'zh-CN': '文件名', en: 'file name' },
  'file-type': { 'zh-CN': '文件格式', en: 'file type' },
  'file-size': { 'zh-CN': '文件大小', en: 'file size' },
}

const words: Readonly<Record<string, Bilingual>> = {
  'footer-outer': { 'zh-CN': '页脚外侧', en: 'footer, outer side' },
  'footer-inner': { 'zh-CN': '页脚内侧', en: 'footer, inner side' },
  'footer-center': { 'zh-CN': '页脚居中', en: 'footer, centred' },
  header: { 'zh-CN': '页眉', en: 'header' },
  mirrored: { 'zh-CN': '左右对称', en: 'mirrored' },
  'not-mirrored': { 'zh-CN': '左右不对称', en: 'not mirrored' },
  side: { 'zh-CN': '沿长边', en: 'the long edge' },
  top: { 'zh-CN': '沿短边（上方）', en: 'the short edge, at the top' },
  'wrong-side': { 'zh-CN': '在切口一侧', en: 'the side that is not bound' },
  continuous: { 'zh-CN': '全册连续编页', en: 'numbered through the volume' },
  'per-part': { 'zh-CN': '各部分分别编页', en: 'numbered part by part' },
  'not-continuous': { 'zh-CN': '不连续', en: 'not continuous' },
  none: { 'zh-CN': '没有', en: 'none' },
}

const sides: readonly (readonly [string, string])[] = [
  ['top', '上'],
  ['bottom', '下'],
  ['left', '左'],
  ['right', '右'],
]

/** A required or measured value as a person reads it. */
export function showValue(check: CheckName, value: CheckValue): Bilingual {
  if (typeof value === 'number') return showNumber(check, value)
  const known = words[value]
  if (known !== undefined) return known
  if (check === 'length') return { 'zh-CN': `${value} 字`, en: `${value} 字` }
  if (check !== 'margins') return { 'zh-CN': value, en: value }
  const chinese = sides.reduce((text, [en, zh]) => text.replace(en, zh), value)
  return { 'zh-CN': chinese.replaceAll(', ', '，').replaceAll('mm', '毫米'), en: value }
}

function showNumber(check: CheckName, value: number): Bilingual {
  switch (check) {
    case 'page-number-size':
    case 'body-size': {
      const name = sizeName(value)
      const points = { 'zh-CN': `${value} 磅`, en: `${value} pt` }
      return name === `${value}`
        ? points
        : { 'zh-CN': `${name}（${points['zh-CN']}）`, en: `${name} (${points.en})` }
    }
    case 'line-spacing':
      return { 'zh-CN': `${value} 磅`, en: `${value} pt` }
    case 'pages':
      return { 'zh-CN': `${value} 页`, en: `${value} pages` }
    case 'length':
      return { 'zh-CN': `${value} 字`, en: `${value} 字` }
    case 'images-resolution':
      return { 'zh-CN': `${value} dpi`, en: `${value} dpi` }
    case 'file-size': {
      const size = `${Math.round((value / 1024 / 1024) * 10) / 10} MB`
      return { 'zh-CN': size, en: size }
    }
    case 'fields-unresolved':
    case 'glyphs-missing':
      return value === 0
        ? { 'zh-CN': '没有遗漏', en: 'none left' }
        : { 'zh-CN': `${value} 处`, en: `${value} places` }
    default:
      return { 'zh-CN': `${value}`, en: `${value}` }
  }
}
