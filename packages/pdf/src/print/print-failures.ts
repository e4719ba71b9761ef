import { type Failure, failure, wording } from '@ziping/diagnostics'

const unsettled = wording<{ readonly prints: number; readonly id: string }>({
  'zh-CN': ({ prints, id }) => ({
    message: `连续打印 ${prints} 次，“${id}”的页码仍在变动，目录页码无法确定`,
    advice: '通常是目录长度随页码变化所致：检查目录页的样式，或在目录后加 ::分页',
  }),
  en: ({ prints, id }) => ({
    message: `After ${prints} prints the page of “${id}” still changes; the contents cannot be numbered`,
    advice:
      'Usually the contents grow with their numbers: check their style, or put ::pagebreak behind them',
  }),
})

const unknownTarget = wording<{ readonly id: string }>({
  'zh-CN': ({ id }) => ({
    message: `目录或引用指向“${id}”，但打印稿中没有这个位置`,
    advice: '检查该标签所在的内容是否被隐藏或删除；否则请报告这个问题',
  }),
  en: ({ id }) => ({
    message: `The contents or a reference point to “${id}”, which is nowhere in the print`,
    advice: 'See whether what bears the label is hidden or gone; otherwise report this',
  }),
})

const changed = wording<Record<string, never>>({
  'zh-CN': () => ({
    message: '打印时页面被内容中的跳转指令替换，已停止打印',
    advice: '检查正文和附图（SVG）中是否夹带网页代码，删除后重试',
  }),
  en: () => ({
    message: 'Something in the content led the browser away from the page; nothing was printed',
    advice: 'Look for web code in the text and in pictures (SVG), and remove it',
  }),
})

export function pagesUnsettled(prints: number, id: string): Failure {
  return failure('pdf/pages-unsettled', unsettled, { prints, id })
}

export function targetUnknown(id: string): Failure {
  return failure('pdf/target-unknown', unknownTarget, { id })
}

export function pageChanged(): Failure {
  return failure('pdf/page-changed', changed, {})
}
