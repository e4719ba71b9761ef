import { defineFinding, type FindingMaker, wording } from '@ziping/diagnostics'

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** What a portal will not take. */
export const uploadTooLarge: FindingMaker<{
  readonly file: string
  readonly bytes: number
  readonly limit: number
}> = defineFinding({
  rule: 'upload-too-large',
  messageId: 'large',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file, bytes, limit }) => ({
      message: `${file} 有 ${megabytes(bytes)}，超过上传限制 ${megabytes(limit)}，也拆不开`,
      advice: '缩小其中的图片，或把扫描件重新扫成 200 至 300 点/英寸',
    }),
    en: ({ file, bytes, limit }) => ({
      message: `${file} has ${megabytes(bytes)}, more than the ${megabytes(limit)} that may be uploaded, and cannot be split`,
      advice: 'Shrink its pictures, or scan again at 200 to 300 dpi',
    }),
  }),
})

export const uploadTypeRefused: FindingMaker<{
  readonly file: string
  readonly allowed: readonly string[]
}> = defineFinding({
  rule: 'upload-type-refused',
  messageId: 'type',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file, allowed }) => ({
      message: `${file} 的类型不能上传`,
      advice: `另存为下列类型之一：${allowed.join('、')}`,
    }),
    en: ({ file, allowed }) => ({
      message: `A file like ${file} cannot be uploaded`,
      advice: `Save it as one of these: ${allowed.join(', ')}`,
    }),
  }),
})

/** More than one zip of the plain format holds. */
export const zipTooLarge: FindingMaker<{ readonly folder: string }> = defineFinding({
  rule: 'zip-too-large',
  messageId: 'large',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ folder }) => ({
      message: `“${folder}”超过 4 GB，没有另做压缩包`,
      advice: '直接刻录这个文件夹；要发送的，先缩小扫描件',
    }),
    en: ({ folder }) => ({
      message: `“${folder}” is larger than 4 GB: no zip was made of it`,
      advice: 'Burn the folder as it is, or shrink its scans to send it',
    }),
  }),
})

/** The name the notice asks for hangs on facts that are missing. */
export const fileNameOpen: FindingMaker<{ readonly template: string }> = defineFinding({
  rule: 'file-name-open',
  messageId: 'facts',
  severity: 'error',
  words: wording({
    'zh-CN': ({ template }) => ({
      message: `电子版的文件名 ${template} 缺事实，起不出来`,
      advice: '在 data/applicant.yaml 补上花括号里的各项',
    }),
    en: ({ template }) => ({
      message: `The file name ${template} cannot be made: facts are missing`,
      advice: 'Add what stands in braces to data/applicant.yaml',
    }),
  }),
})
