import { declareUnder, type FindingMaker } from '@ziping/diagnostics'

export const photoRules = [
  'photo-unreadable',
  'photo-small',
  'photo-count',
  'photo-format',
] as const
export type PhotoRule = (typeof photoRules)[number]

const declare = declareUnder<PhotoRule>()

interface Named {
  readonly title: string
  readonly file: string
}

export const unreadable: FindingMaker<Named> = declare(
  'photo-unreadable',
  'unreadable',
  'error',
  ({ title, file }) => ({
    message: `“${title}”的图片 ${file} 打不开，或不完整`,
    advice: '换上完好的原始照片（JPG、PNG 或 TIF）',
  }),
  ({ title, file }) => ({
    message: `The photograph ${file} (“${title}”) cannot be opened, or is not whole`,
    advice: 'Replace it by the original (JPG, PNG or TIF)',
  }),
)

interface Size {
  readonly width: number
  readonly height: number
  readonly leastWidth: number
  readonly leastHeight: number
  readonly dpi: number
  readonly millimetres: string
}

export const small: FindingMaker<Named & Size> = declare(
  'photo-small',
  'small',
  'error',
  ({ title, file, width, height, leastWidth, leastHeight, dpi, millimetres }) => ({
    message: `“${title}”的图片 ${file} 只有 ${width}×${height} 像素；按 ${dpi} dpi 印 ${millimetres}，至少要 ${leastWidth}×${leastHeight} 像素`,
    advice: '换原始照片：放大补出来的像素没有内容，不予转换；截图、聊天软件传来的多半是缩小过的',
  }),
  ({ title, file, width, height, leastWidth, leastHeight, dpi, millimetres }) => ({
    message: `The photograph ${file} (“${title}”) has ${width}×${height} pixels; ${millimetres} at ${dpi} dpi takes ${leastWidth}×${leastHeight}`,
    advice: 'Take the original: enlarging adds no detail and is refused',
  }),
)

export const tooMany: FindingMaker<{ readonly count: number; readonly most: number }> = declare(
  'photo-count',
  'many',
  'error',
  ({ count, most }) => ({
    message: `有 ${count} 张图片，通知规定不超过 ${most} 张`,
    advice: '在 photos/photos.yaml 中留下最能反映组织概貌和质量管理水平的几张',
  }),
  ({ count, most }) => ({
    message: `There are ${count} photographs; the notice allows ${most}`,
    advice: 'Keep the most telling ones in photos/photos.yaml',
  }),
)

export const toConvert: FindingMaker<Named & { readonly wanted: string; readonly is: string }> =
  declare(
    'photo-format',
    'convert',
    'info',
    ({ title, file, wanted, is }) => ({
      message: `“${title}”的图片 ${file} 是 ${is}，打包时转换成 ${wanted}，原件不动`,
      advice: '转换后的颜色会略有变化，交印前看一遍申报包里的图片',
    }),
    ({ title, file, wanted, is }) => ({
      message: `The photograph ${file} (“${title}”) is ${is}; packing makes a copy in ${wanted}`,
      advice: 'Colours change a little: look at the copies in the parcel',
    }),
  )

export const formImageSmall: FindingMaker<Named & Size> = declare(
  'photo-small',
  'form',
  'warning',
  ({ title, file, width, height, leastWidth, leastHeight, dpi, millimetres }) => ({
    message: `申报表“${title}”的照片 ${file} 只有 ${width}×${height} 像素；按 ${dpi} dpi 印 ${millimetres}，要 ${leastWidth}×${leastHeight} 像素`,
    advice: '换照相馆给的原始文件，或用 300 dpi 以上重新扫描',
  }),
  ({ title, file, width, height, leastWidth, leastHeight, dpi, millimetres }) => ({
    message: `The form’s “${title}” ${file} has ${width}×${height} pixels; ${millimetres} at ${dpi} dpi takes ${leastWidth}×${leastHeight}`,
    advice: 'Take the photographer’s original file, or scan the print again at 300 dpi',
  }),
)

export const formImageShape: FindingMaker<Named & { readonly shape: string }> = declare(
  'photo-format',
  'shape',
  'warning',
  ({ title, file, shape }) => ({
    message: `申报表“${title}”的照片 ${file} 不是竖幅的 ${shape}，印出来会留白边`,
    advice: `裁成 ${shape} 的比例：正面免冠，头部居中`,
  }),
  ({ title, file, shape }) => ({
    message: `The form’s “${title}” ${file} is not an upright ${shape}`,
    advice: `Crop it to the proportions of ${shape}`,
  }),
)

export const formImageGray: FindingMaker<Named> = declare(
  'photo-format',
  'gray',
  'warning',
  ({ title, file }) => ({
    message: `申报表“${title}”要求彩色照片，${file} 是黑白的`,
    advice: '换彩色照片',
  }),
  ({ title, file }) => ({
    message: `The form’s “${title}” has to be in colour; ${file} is black and white`,
    advice: 'Replace it by one in colour',
  }),
)
