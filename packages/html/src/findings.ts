import { defineFinding, type Finding, placeOfFile, wording } from '@ziping/diagnostics'
import type { BookBlock } from '@ziping/resolve'

/** Findings about a block of the book, at the place where it was written. */
export interface PageFindings {
  formula(block: BookBlock, reason: string): void
  picture(block: BookBlock, file: string): void
  drawing(block: BookBlock, reason: DrawingFault): void
}

/** Why a drawing does not stand in the book: nobody drew it, or what was drawn could do more than be looked at. */
export type DrawingFault = 'absent' | 'unsafe'

const formulaUnreadable = defineFinding<{ readonly reason: string }>({
  rule: 'formula-invalid',
  messageId: 'unreadable',
  severity: 'error',
  words: wording<{ readonly reason: string }>({
    'zh-CN': ({ reason }) => ({
      message: `公式无法识别，已按原文印出：${reason}`,
      advice: '检查 $$ 之间的 LaTeX 写法：括号成对、命令拼写正确',
    }),
    en: ({ reason }) => ({
      message: `The formula can't be read and is printed as typed: ${reason}`,
      advice: 'Check the LaTeX between the $$: paired braces, spelling of commands',
    }),
  }),
})

const pictureMissing = defineFinding<{ readonly file: string }>({
  rule: 'image-missing',
  messageId: 'not-printed',
  severity: 'error',
  words: wording<{ readonly file: string }>({
    'zh-CN': ({ file }) => ({
      message: `图片 ${file} 读不出来，书中此处只印了文字说明`,
      advice: '检查文件是否存在、能否打开，支持 PNG、JPEG、GIF、WebP、SVG',
    }),
    en: ({ file }) => ({
      message: `The picture ${file} can't be read; only its description is printed`,
      advice: 'Check that the file exists and opens: PNG, JPEG, GIF, WebP or SVG',
    }),
  }),
})

const drawingMissing = defineFinding<{ readonly fault: DrawingFault }>({
  rule: 'diagram-invalid',
  messageId: 'not-drawn',
  severity: 'error',
  words: wording<{ readonly fault: DrawingFault }>({
    'zh-CN': ({ fault }) => ({
      message:
        fault === 'absent'
          ? '这幅图没有画出来，书中此处只印了文字说明'
          : '这幅图含有脚本或外部链接，没有印出，书中此处只有文字说明',
      advice:
        fault === 'absent' ? '先消除这幅图的其他问题' : '去掉图中的点击动作、网页元素和外部地址',
    }),
    en: ({ fault }) => ({
      message:
        fault === 'absent'
          ? 'This drawing was not drawn; only its description is printed'
          : 'This drawing holds scripts or links to the outside; only its description is printed',
      advice:
        fault === 'absent'
          ? 'Resolve the other findings about it first'
          : 'Remove click actions, HTML and outside addresses from it',
    }),
  }),
})

/** Collects findings into a list. */
export function pageFindings(found: Finding[]): PageFindings {
  const at = (block: BookBlock) => block.place ?? placeOfFile('ziping.yaml')
  return {
    formula: (block, reason) => found.push(formulaUnreadable(at(block), { reason })),
    picture: (block, file) => found.push(pictureMissing(at(block), { file })),
    drawing: (block, fault) => found.push(drawingMissing(at(block), { fault })),
  }
}
