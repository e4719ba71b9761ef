import { type Failure, failure, type Wording, wording } from '@ziping/diagnostics'
import type { OfficeProblem } from '@ziping/office-file'

interface Named {
  readonly file: string
}

const old = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 是旧版 Word（.doc）文件，无法核对`,
    advice: '在 Word 或 WPS 中打开，另存为 .docx 或导出 PDF 后再核对',
  }),
  en: ({ file }) => ({
    message: `${file} is an old Word file (.doc) and cannot be checked`,
    advice: 'Open it in Word or WPS, save it as .docx or PDF and check that',
  }),
})

const encrypted = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 设有打开密码，无法核对`,
    advice: '在 Word 或 WPS 中打开，取消密码后另存',
  }),
  en: ({ file }) => ({
    message: `${file} is protected by a password and cannot be checked`,
    advice: 'Open it in Word or WPS, take the password off and save it',
  }),
})

const unknown = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 不是 PDF，也不是 Word（docx）文件`,
    advice: '只能核对 PDF 和 docx；其他文件请先导出为 PDF',
  }),
  en: ({ file }) => ({
    message: `${file} is neither a PDF nor a Word file (docx)`,
    advice: 'Only PDF and docx can be checked; export other files as PDF first',
  }),
})

const broken = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 不是完整的 Word 文件`,
    advice: '可能没有传完或已经损坏：重新导出，或在 Word 中打开并修复后另存',
  }),
  en: ({ file }) => ({
    message: `${file} is not a whole Word file`,
    advice: 'It may be cut off or damaged: export it again, or open, repair and save it in Word',
  }),
})

const tooLarge = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 解压后异常大，没有打开`,
    advice: '这不像正常的 Word 文件；确认来源，在 Word 中另存后再核对',
  }),
  en: ({ file }) => ({
    message: `${file} unpacks to an enormous size and was not opened`,
    advice:
      'This is no ordinary Word file: make sure where it comes from, and save it anew in Word',
  }),
})

const pdfLarge = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 解压后异常大，没有打开`,
    advice: '这不像正常的 PDF；确认来源，在阅读器中打印成新的 PDF 后再核对',
  }),
  en: ({ file }) => ({
    message: `${file} unpacks to an enormous size and was not opened`,
    advice: 'This is no ordinary PDF: make sure where it comes from, and print it to a new PDF',
  }),
})

const documentType = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 含有 Word 文件不该有的文档类型声明，没有打开`,
    advice: '这不像正常的 Word 文件；确认来源，在 Word 中另存后再核对',
  }),
  en: ({ file }) => ({
    message: `${file} declares a document type, which no Word file does, and was not opened`,
    advice:
      'This is no ordinary Word file: make sure where it comes from, and save it anew in Word',
  }),
})

const notWord = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 是压缩包，但不是 Word（docx）文件`,
    advice: '表格和演示文稿请导出为 PDF 再核对',
  }),
  en: ({ file }) => ({
    message: `${file} is a zip but no Word file (docx)`,
    advice: 'Export workbooks and slides as PDF and check those',
  }),
})

const codes: Readonly<Record<OfficeProblem, string>> = {
  'not-office': 'docx/not-word',
  'old-format': 'docx/old',
  encrypted: 'docx/encrypted',
  broken: 'docx/broken',
  'too-large': 'docx/too-large',
  'document-type': 'docx/document-type',
}

const docxFaults: Readonly<Record<OfficeProblem, Wording<Named>>> = {
  'not-office': notWord,
  'old-format': old,
  encrypted,
  broken,
  'too-large': tooLarge,
  'document-type': documentType,
}

export function docxUnreadable(file: string, why: OfficeProblem, cause: unknown): Failure {
  return failure(codes[why], docxFaults[why], { file }, { cause })
}

export function notPdfOrDocx(file: string): Failure {
  return failure('verify/unknown-file', unknown, { file })
}

export function pdfTooLarge(file: string, cause?: unknown): Failure {
  return failure('pdf/too-large', pdfLarge, { file }, { cause })
}
