import { wording } from '@ziping/diagnostics'
import type { Figure, Image } from '@ziping/report'
import { layouts, placedSize, reportLayout, roomInRow } from '@ziping/resolve'
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
      '屏幕截图和微信转发的图在屏幕上清楚，放大到版心宽度印出来，字就糊了。这里按像素数和印出的宽度推算，印出的宽度与排版时一样：受版心宽度和高度的限制。',
    en: 'Screenshots look sharp on the screen and blurred on paper. Computed from the pixels and the width in print, which neither the width nor the height of the page lets grow.',
  },
  options: {
    dpi: {
      usual: 150,
      help: { 'zh-CN': '每英寸至少多少像素', en: 'the least number of pixels per inch' },
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
    const { text } = layouts.find(({ id }) => id === workspace.config.layout) ?? reportLayout
    for (const { file, clause, figure } of textIndex(report).figures)
      for (const image of figure.images) {
        const found = findImage(image.url, file, files)
        const size = found.kind === 'file' ? files.imageSize(found.path) : undefined
        if (found.kind !== 'file' || size === undefined) continue
        const mm = (printedWidth(figure, image, size, text) / 72) * 25.4
        if (mm <= 0) continue
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
      report:
        '# 1.1 使命\n\n![组织图](../images/wide.png){宽=100%}\n\n![图标](../images/small.png){宽=60%}\n\n![够宽](../images/enough.png){宽=100%}',
      pictures: {
        'images/wide.png': [953, 600],
        'images/small.png': [400, 300],
        'images/enough.png': [954, 600],
      },
      finds: ['3:1 coarse', '5:1 coarse'],
    },
    {
      name: 'near miss: tall pictures, which the height of the page keeps narrow',
      report:
        '# 1.1 使命\n\n![流程](../images/tall.png){宽=100%}\n\n![流程](../images/tall.png){宽=160mm}',
      pictures: { 'images/tall.png': [600, 1600] },
      finds: [],
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

/** In points, as the book places it. */
function printedWidth(
  figure: Figure,
  image: Image,
  size: ImageSize,
  text: { readonly width: number; readonly height: number },
): number {
  const count = figure.images.length
  const attributes = { ...image.attributes, ...(count === 1 ? figure.attributes : {}) }
  return placedSize(size, attributes, roomInRow(text.width, count), text).width
}
