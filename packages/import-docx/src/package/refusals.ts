import { type Failure, failure, type Wording, wording } from '@ziping/diagnostics'
import { OfficeFault, type OfficeProblem } from '@ziping/office-file'

export type Refusal = OfficeProblem | 'macros'

interface Named {
  readonly file: string
}

const refusals: Readonly<Record<Refusal, Wording<Named>>> = {
  'not-office': wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 不是 Word 文档（.docx）`,
      advice: '用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再试',
    }),
    en: ({ file }) => ({
      message: `${file} is no Word document (.docx)`,
      advice: 'Open it in Word or WPS, save it as “Word Document (*.docx)”, and try again',
    }),
  }),
  'old-format': wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 是旧格式的 Word 文档（.doc），读不了`,
      advice: '用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再试',
    }),
    en: ({ file }) => ({
      message: `${file} is in the old Word format (.doc), which cannot be read`,
      advice: 'Open it in Word or WPS, save it as “Word Document (*.docx)”, and try again',
    }),
  }),
  encrypted: wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 设有打开密码，内容已加密`,
      advice: '用 Word 或 WPS 打开，在“文件—信息—保护文档”中去掉密码，保存后再试',
    }),
    en: ({ file }) => ({
      message: `${file} is protected by a password`,
      advice: 'Open it in Word or WPS, remove the password, save it, and try again',
    }),
  }),
  macros: wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 带有宏（.docm），为安全起见不读取`,
      advice: '确认来源可靠后，用 Word 或 WPS 另存为不带宏的“Word 文档（*.docx）”再试',
    }),
    en: ({ file }) => ({
      message: `${file} carries macros (.docm) and is not read, to be safe`,
      advice: 'If you trust it, save it as “Word Document (*.docx)” without macros, and try again',
    }),
  }),
  broken: wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 已损坏，或没有下载完整`,
      advice: '能用 Word 或 WPS 打开的，打开后另存一份再试；打不开的，请重新取得文件',
    }),
    en: ({ file }) => ({
      message: `${file} is damaged or incomplete`,
      advice: 'If Word or WPS can open it, save a copy and try that; else get the file again',
    }),
  }),
  'too-large': wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 展开后的内容大得不合常理，没有读取`,
      advice: '压缩图片，或把文档拆成几份，另存后再试；来历不明的文件不要打开',
    }),
    en: ({ file }) => ({
      message: `${file} unpacks to an unreasonable size and was not read`,
      advice: 'Compress its pictures or split it; do not open files from unknown sources',
    }),
  }),
  'document-type': wording<Named>({
    'zh-CN': ({ file }) => ({
      message: `${file} 内含文档类型声明（DOCTYPE），Word 不会写这样的文件，没有读取`,
      advice: '用 Word 或 WPS 打开，另存一份再试；来历不明的文件不要打开',
    }),
    en: ({ file }) => ({
      message: `${file} declares a document type (DOCTYPE), which Word never does; it was not read`,
      advice: 'Open it in Word or WPS and save a copy; do not open files from unknown sources',
    }),
  }),
}

const codes: Readonly<Record<Refusal, string>> = {
  'not-office': 'docx/not-docx',
  'old-format': 'docx/old-doc',
  encrypted: 'docx/encrypted',
  macros: 'docx/macros',
  broken: 'docx/broken',
  'too-large': 'docx/too-large',
  'document-type': 'docx/document-type',
}

export function refuse(why: Refusal, file: string, cause?: unknown): Failure {
  return failure(codes[why], refusals[why], { file }, cause === undefined ? {} : { cause })
}

/** Does what is to be done with a file; why it cannot be is told in a sentence. */
export function telling<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof OfficeFault) throw refuse(cause.why, file, cause)
    // What nests or repeats beyond what a stack holds is no document of Word's.
    if (cause instanceof RangeError) throw refuse('too-large', file, cause)
    throw cause
  }
}
