import { type Bilingual, declareUnder, type FindingMaker } from '@ziping/diagnostics'

/** The rules about the files of evidence; each is checked when a file is opened, not on every keystroke. */
export const evidenceFileRules = [
  'evidence-file-encrypted',
  'evidence-file-empty',
  'evidence-file-unreadable',
  'evidence-file-type',
  'evidence-file-huge',
  'evidence-file-rotated',
  'evidence-file-coarse',
] as const
export type EvidenceFileRule = (typeof evidenceFileRules)[number]

const declare = declareUnder<EvidenceFileRule>()

interface Named {
  readonly title: string
  readonly file: string
}

export const encrypted: FindingMaker<Named> = declare(
  'evidence-file-encrypted',
  'encrypted',
  'error',
  ({ title, file }) => ({
    message: `“${title}”的 ${file} 设有密码，装订和刻盘都用不了`,
    advice: '用阅读器打开，打印或另存为不加密的 PDF 后换上',
  }),
  ({ title, file }) => ({
    message: `${file} (“${title}”) is protected by a password and can be neither bound nor handed in`,
    advice: 'Open it in a reader and save or print it as a PDF without protection',
  }),
)

export const empty: FindingMaker<Named> = declare(
  'evidence-file-empty',
  'empty',
  'error',
  ({ title, file }) => ({
    message: `“${title}”的 ${file} 里没有内容`,
    advice: '重新扫描或重新导出',
  }),
  ({ title, file }) => ({
    message: `${file} (“${title}”) has nothing in it`,
    advice: 'Scan or export it again',
  }),
)

export const unreadable: FindingMaker<Named & { readonly reason: Bilingual }> = declare(
  'evidence-file-unreadable',
  'unreadable',
  'error',
  ({ title, file, reason }) => ({
    message: `“${title}”的 ${file} 打不开（${reason['zh-CN']}）`,
    advice: '文件可能没有传完；重新复制、扫描或导出',
  }),
  ({ title, file, reason }) => ({
    message: `${file} (“${title}”) cannot be opened (${reason.en})`,
    advice: 'It may not have been copied whole: copy, scan or export it again',
  }),
)

export const wrongType: FindingMaker<Named> = declare(
  'evidence-file-type',
  'type',
  'error',
  ({ title, file }) => ({
    message: `“${title}”的 ${file} 不是 PDF、JPG、PNG 或 TIF，不能印进申报书`,
    advice: '扫描或导出成 PDF；照片用 JPG 或 PNG',
  }),
  ({ title, file }) => ({
    message: `${file} (“${title}”) is no PDF, JPG, PNG or TIF and cannot be printed`,
    advice: 'Scan or export it as a PDF; photographs as JPG or PNG',
  }),
)

export const mislabelled: FindingMaker<Named & { readonly is: string }> = declare(
  'evidence-file-type',
  'name',
  'error',
  ({ title, file, is }) => ({
    message: `“${title}”的 ${file} 实际上是 ${is} 文件，扩展名不对`,
    advice: `把文件改名为 .${is}，并改 evidence/evidence.yaml 的 file`,
  }),
  ({ title, file, is }) => ({
    message: `${file} (“${title}”) is really a ${is} file`,
    advice: `Rename it to .${is}, in evidence/evidence.yaml too`,
  }),
)

export const huge: FindingMaker<Named & { readonly megabytes: number; readonly most: number }> =
  declare(
    'evidence-file-huge',
    'huge',
    'warning',
    ({ title, file, megabytes, most }) => ({
      message: `“${title}”的 ${file} 有 ${megabytes} MB，超过 ${most} MB：打开、上传、刻盘都慢`,
      advice: '用 200—300 dpi、灰度或彩色重新扫描，或在阅读器里“减小文件大小”',
    }),
    ({ title, file, megabytes, most }) => ({
      message: `${file} (“${title}”) is ${megabytes} MB, more than ${most} MB`,
      advice: 'Scan it again at 200 to 300 dpi, or reduce its size in a reader',
    }),
  )

export const rotated: FindingMaker<Named> = declare(
  'evidence-file-rotated',
  'rotated',
  'warning',
  ({ title, file }) => ({
    message: `“${title}”的 ${file} 是横躺着存的，靠照片里的方向标记才显示为正的，有的程序会印成横的`,
    advice: '用看图程序转正后保存',
  }),
  ({ title, file }) => ({
    message: `${file} (“${title}”) is stored lying on its side; some programs print it so`,
    advice: 'Turn it upright in a viewer and save it',
  }),
)

export const turnedPages: FindingMaker<Named & { readonly pages: string }> = declare(
  'evidence-file-rotated',
  'pages',
  'info',
  ({ title, file, pages }) => ({
    message: `“${title}”的 ${file} 中第 ${pages} 页与其余各页方向不同`,
    advice: '翻看一遍：扫反、扫横的，在阅读器里转正后保存',
  }),
  ({ title, file, pages }) => ({
    message: `Pages ${pages} of ${file} (“${title}”) lie otherwise than the rest`,
    advice: 'Look through it; what was scanned sideways is turned in a reader and saved',
  }),
)

export const coarse: FindingMaker<
  Named & { readonly dpi: number; readonly least: number; readonly pages?: string }
> = declare(
  'evidence-file-coarse',
  'coarse',
  'warning',
  ({ title, file, dpi, least, pages }) => ({
    message: `“${title}”的 ${file}${pages === undefined ? '' : ` 第 ${pages} 页`}印出来只有 ${dpi} dpi，低于 ${least} dpi，字看不清`,
    advice: '用 200 dpi 以上重新扫描；照片靠近重拍。通知要求复印件、扫描件内容清楚',
  }),
  ({ title, file, dpi, least, pages }) => ({
    message: `${file} (“${title}”)${pages === undefined ? '' : `, page ${pages},`} prints at ${dpi} dpi, below ${least}: hardly legible`,
    advice: 'Scan it at 200 dpi or more, or take the photograph closer up',
  }),
)
