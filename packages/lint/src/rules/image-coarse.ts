import { wording } from '@ziping/diagnostics'
import type { Attributes, Figure, Image } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { findImage } from '../find-image.ts'
import type { ImageSize } from '../image-size.ts'
import { placeIn } from '../source-places.ts'
import { textIndex } from '../text-index.ts'

export const imageCoarse: Rule = defineRule({
  id: 'image-coarse',
  severity: 'warning',
  source: ['L-17'],
  title: { 'zh-CN': '图片太粗，印出来会模糊', en: 'A picture is too coarse for print' },
  why: {
    'zh-CN':
      '屏幕截图和微信转发的图在屏幕上清楚，放大到版心宽度印出来，字就糊了。这里按像素数和印出的宽度推算；没有写宽度的按版心宽度算。',
    en: 'Screenshots look sharp on the screen and blurred on paper. Computed from the pixels and the width in print, which is that of the text where none is given.',
  },
  options: {
    dpi: {
      usual: 150,
      help: { 'zh-CN': '每英寸至少多少像素', en: 'the least number of pixels per inch' },
    },
    textWidth: {
      usual: 160,
      help: { 'zh-CN': '版心宽度（毫米）', en: 'the width of the text in millimetres' },
    },
  },
  messages: {
    coarse: wording<{
      readonly file: string
      readonly pixels: number
      readonly mm: number
      readonly dpi: number
      readonly wanted: number
      readonly least: number
    }>({
      'zh-CN': ({ file, pixels, mm, dpi, wanted, least }) => ({
        message: `${file} 宽 ${pixels} 像素，印成 ${mm} 毫米宽只有 ${dpi} dpi，可能模糊（至少 ${wanted} dpi）`,
        advice: `换成宽 ${least} 像素以上的原图，或用 {宽=…%} 印小一些`,
      }),
      en: ({ file, pixels, mm, dpi, wanted, least }) => ({
        message: `${file} is ${pixels} pixels wide, ${dpi} dpi at ${mm} mm in print, and may look blurred (least: ${wanted} dpi)`,
        advice: `Use an original of at least ${least} pixels, or print it smaller with {width=…%}`,
      }),
    }),
  },
  *check({ workspace, report, files, numberOption }, finding) {
    const wanted = numberOption('dpi')
    const textWidth = numberOption('textWidth')
    for (const { file, clause, figure } of textIndex(report).figures)
      for (const image of figure.images) {
        const found = findImage(image.url, file, files)
        const size = found.kind === 'file' ? files.imageSize(found.path) : undefined
        if (found.kind !== 'file' || size === undefined) continue
        const mm = printedWidth(figure, image, size, textWidth)
        if (mm === undefined || mm <= 0) continue
        const dpi = Math.floor((size.width / mm) * 25.4)
        if (dpi >= wanted) continue
        yield finding.coarse(
          placeIn(workspace, file, image.span),
          {
            file: found.path,
            pixels: size.width,
            mm: Math.round(mm),
            dpi,
            wanted,
            least: Math.ceil((wanted * mm) / 25.4),
          },
          clause === undefined ? {} : { clause },
        )
      }
  },
  examples: [
    {
      name: 'just enough at full width, and small ones printed small',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n![组织图](../images/wide.png)\n\n![图标](../images/small.png){宽=40%}\n\n![图标](../images/small.png){宽=6cm}\n\n![图标](../images/small.png){高=40mm}\n\n![甲](../images/small.png)![乙](../images/small.png)![丙](../images/small.png)',
      },
      pictures: { 'images/wide.png': [945, 600], 'images/small.png': [400, 300] },
      finds: [],
    },
    {
      name: 'a small picture within a line, and a format whose size is not known',
      report: '# 1.1 使命\n\n按![图标](../images/icon.png)启动。\n\n![组织图](../images/org.svg)',
      pictures: { 'images/icon.png': [32, 32] },
      finds: [],
    },
    {
      name: 'one pixel too few, and too wide a placement',
      report: '# 1.1 使命\n\n![组织图](../images/wide.png)\n\n![图标](../images/small.png){宽=60%}',
      pictures: { 'images/wide.png': [944, 600], 'images/small.png': [400, 300] },
      finds: ['3:1 coarse', '5:1 coarse'],
    },
    {
      name: 'a stricter printer',
      report: '# 1.1 使命\n\n![组织图](../images/wide.png)',
      pictures: { 'images/wide.png': [945, 600] },
      options: { 'image-coarse': { options: { dpi: 300 } } },
      finds: ['3:1 coarse'],
    },
  ],
})

/** In millimetres; undefined where the text does not say it in a way we know. */
function printedWidth(
  figure: Figure,
  image: Image,
  size: ImageSize,
  textWidth: number,
): number | undefined {
  const inRow = figure.images.length
  const attributes: Attributes = inRow === 1 ? figure.attributes : image.attributes
  const { width, height } = attributes
  if (width !== undefined) return length(width, textWidth)
  if (height === undefined) return textWidth / inRow
  const tall = length(height, undefined)
  return tall === undefined ? undefined : Math.min((tall * size.width) / size.height, textWidth)
}

/** `80%` of something, `60mm`, `6cm`. */
function length(text: string, whole: number | undefined): number | undefined {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*(%|％|mm|毫米|cm|厘米)\s*$/iu.exec(text) ?? []
  if (digits === undefined || unit === undefined) return undefined
  if (/[%％]/.test(unit)) return whole === undefined ? undefined : (whole * Number(digits)) / 100
  return /^(?:cm|厘米)$/i.test(unit) ? Number(digits) * 10 : Number(digits)
}
