import { type Failure, failure, wording } from '@ziping/diagnostics'

const words = wording<{ readonly file: string; readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `申报包没有做成：${file} 写不进去（${reason}）；上一次的申报包没有改动`,
    advice: '检查磁盘空间和 dist 文件夹的权限；申报包里的文件正在打开时，请先关闭',
  }),
  en: ({ file, reason }) => ({
    message: `No parcel was made: ${file} could not be written (${reason}); the last one is unchanged`,
    advice: 'Check disk space and the permissions of dist, and close files of the parcel',
  }),
})

/** The disk is full, or somebody holds a file open. */
export function notWritten(file: string, cause: unknown): Failure {
  return failure('pack/not-written', words, { file, reason: reasonOf(cause) }, { cause })
}

const noParcelWords = wording<{ readonly folder: string }>({
  'zh-CN': ({ folder }) => ({
    message: `${folder} 里没有申报包可以核对`,
    advice: '先运行 ziping pack',
  }),
  en: ({ folder }) => ({
    message: `There is no parcel in ${folder}`,
    advice: 'Run ziping pack first',
  }),
})

export function noParcel(folder: string): Failure {
  return failure('pack/no-parcel', noParcelWords, { folder })
}

const badManifestWords = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `${file} 读不懂，申报包核对不了`,
    advice: '重新运行 ziping pack',
  }),
  en: ({ file }) => ({
    message: `${file} cannot be understood, so the parcel cannot be checked`,
    advice: 'Run ziping pack again',
  }),
})

export function badManifest(file: string, cause?: unknown): Failure {
  return failure('pack/manifest-unreadable', badManifestWords, { file }, { cause })
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
