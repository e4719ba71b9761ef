import { type Failure, failure, wording } from '@ziping/diagnostics'

interface Named {
  readonly file: string
}

const encrypted = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 设有密码，无法打开`,
    advice: '在阅读器中打开并另存（打印）为不加密的 PDF 后再放入',
  }),
  en: ({ file }) => ({
    message: `${file} is protected by a password`,
    advice: 'Open it in a reader and save or print it as a PDF without protection',
  }),
})

const unreadable = wording<Named & { readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `${file} 不是完整的 PDF 文件（${reason}）`,
    advice: '重新扫描或重新导出该文件',
  }),
  en: ({ file, reason }) => ({
    message: `${file} is not a whole PDF file (${reason})`,
    advice: 'Scan or export it again',
  }),
})

const empty = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 里没有一页`,
    advice: '重新扫描或重新导出该文件',
  }),
  en: ({ file }) => ({
    message: `${file} has no pages`,
    advice: 'Scan or export it again',
  }),
})

export function pdfEncrypted(file: string, cause?: unknown): Failure {
  return failure('pdf/encrypted', encrypted, { file }, { cause })
}

export function pdfUnreadable(file: string, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : undefined
  return failure('pdf/unreadable', unreadable, { file, reason: reason ?? 'PDF' }, { cause })
}

export function pdfEmpty(file: string): Failure {
  return failure('pdf/empty', empty, { file })
}
