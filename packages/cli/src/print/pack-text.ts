import type { ParcelFile } from '@ziping/pack'
import { type Context, say } from '../context.ts'

/** What lies in the parcel, folder by folder. */
export function parcelAsText(
  folder: string,
  files: readonly ParcelFile[],
  context: Context,
): string {
  const { style } = context
  const folders = new Map<string, ParcelFile[]>()
  for (const file of files) {
    const at = file.path.lastIndexOf('/')
    const name = at < 0 ? '' : file.path.slice(0, at)
    folders.set(name, [...(folders.get(name) ?? []), file])
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const lines = [...folders].flatMap(([name, own]) => [
    style.bold(name === '' ? folder : `${folder}/${name}`),
    ...(own.length > most
      ? [
          ...own.slice(0, most - 1).map((file) => fileLine(file, context)),
          restLine(own.length - most + 1, context),
        ]
      : own.map((file) => fileLine(file, context))),
  ])
  return [
    ...lines,
    '',
    say(
      context,
      `${folder}：${files.length} 个文件，${size(bytes)}`,
      `${folder}: ${files.length} files, ${size(bytes)}`,
    ),
  ].join('\n')
}

/** More of one folder are counted, not listed: 清单.pdf names all. */
const most = 12

function restLine(count: number, context: Context): string {
  return `  ${say(context, `…… 另有 ${count} 个`, `… and ${count} more`)}`
}

function fileLine({ path, pages, bytes }: ParcelFile, context: Context): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const counted = pages === undefined ? '' : say(context, `${pages} 页，`, `${pages} pages, `)
  return `  ${name}  ${context.style.dim(counted + size(bytes))}`
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
