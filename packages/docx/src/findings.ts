import { defineFinding, type FindingMaker, wording } from '@ziping/diagnostics'

/** A picture Word cannot hold as it is. */
export const imageUnusable: FindingMaker<{ readonly file: string; readonly type: string }> =
  defineFinding({
    rule: 'docx-image',
    messageId: 'unusable',
    severity: 'warning',
    words: wording({
      'zh-CN': ({ file, type }) => ({
        message: `图片“${file}”（${type}）不能放进 Word 文件，原处印的是它的名称`,
        advice: '把图片另存为 PNG 或 JPG，再改用新文件',
      }),
      en: ({ file, type }) => ({
        message: `The picture “${file}” (${type}) cannot be put into a Word file; its name stands in its place`,
        advice: 'Save it as PNG or JPG and use that file',
      }),
    }),
  })

export const imageMissing: FindingMaker<{ readonly file: string }> = defineFinding({
  rule: 'docx-image',
  messageId: 'missing',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file }) => ({
      message: `图片“${file}”没有读到，原处印的是它的名称`,
      advice: '检查文件是否存在、文件名是否一致，然后重新生成',
    }),
    en: ({ file }) => ({
      message: `The picture “${file}” could not be read; its name stands in its place`,
      advice: 'Check that the file exists under this name, then build again',
    }),
  }),
})

export const drawingMissing: FindingMaker<{ readonly title: string }> = defineFinding({
  rule: 'docx-drawing',
  messageId: 'missing',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ title }) => ({
      message: `${title === '' ? '流程图' : `图“${title}”`}没有画出来，Word 文件里只留了写有图名的位置`,
      advice: '流程图要用浏览器来画：安装 Chrome 或 Edge 后重新生成',
    }),
    en: ({ title }) => ({
      message: `The diagram “${title}” was not drawn; the Word file has only a titled place for it`,
      advice: 'Diagrams are drawn by a browser: install Chrome or Edge, then build again',
    }),
  }),
})

export const exhibitPageMissing: FindingMaker<{ readonly title: string; readonly file: string }> =
  defineFinding({
    rule: 'docx-exhibit',
    messageId: 'missing',
    severity: 'warning',
    words: wording({
      'zh-CN': ({ title, file }) => ({
        message: `“${title}”（${file}）没有放进 Word 文件，只留了写有名称的位置`,
        advice: 'PDF 的页面要用浏览器来画：安装 Chrome 或 Edge 后重新生成，或把这一页另存为 PNG',
      }),
      en: ({ title, file }) => ({
        message: `“${title}” (${file}) is not in the Word file; only a titled place is`,
        advice:
          'Pages of a PDF are drawn by a browser: install Chrome or Edge, or save the page as PNG',
      }),
    }),
  })

export const formulaUnknown: FindingMaker<{ readonly tex: string }> = defineFinding({
  rule: 'docx-formula',
  messageId: 'unknown',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ tex }) => ({
      message: `公式“${shortened(tex)}”里有 Word 公式写不出的命令，照原样印成了文字`,
      advice: '改用常见的写法（\\frac、\\sqrt、\\sum、上下标、希腊字母等），或把公式做成图片',
    }),
    en: ({ tex }) => ({
      message: `The formula “${shortened(tex)}” has commands that Word formulas lack; it prints as typed`,
      advice: 'Use common commands (\\frac, \\sqrt, \\sum, scripts, Greek letters), or a picture',
    }),
  }),
})

export const pageUnknown: FindingMaker<{ readonly text: string }> = defineFinding({
  rule: 'docx-page-number',
  messageId: 'unknown',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ text }) => ({
      message: `“${text}”在第几页没有算出来，页码处印的是“?”`,
      advice: '先生成 PDF，再生成 Word；或在 Word 里全选后按 F9 更新',
    }),
    en: ({ text }) => ({
      message: `The page of “${text}” is not known; “?” stands in its place`,
      advice: 'Build the PDF first, or select all in Word and press F9',
    }),
  }),
})

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
