import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { failure, wording } from '@ziping/diagnostics'
import type { Reply } from './respond.ts'

const notBuilt = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '预览页面的程序还没有生成',
    advice: '在 ziping 的源代码文件夹里运行 node scripts/build.ts，再试一次',
  }),
  en: () => ({
    message: 'The program of the preview page has not been built',
    advice: 'Run node scripts/build.ts in the folder of ziping’s sources and try again',
  }),
})

/** Beside the bundled command, beside the published package, and where sources are built to. */
const folders = ['./preview/', './client/', '../dist/client/'].map(
  (folder) => new URL(folder, import.meta.url),
)

/** Where the page's own files lie. */
export function assetFolder(): URL {
  const found = folders.find((folder) => existsSync(new URL('app.js', folder)))
  if (found === undefined) throw failure('preview/not-built', notBuilt, {})
  return found
}

const own: ReadonlyMap<string, string> = new Map([
  ['app.js', 'text/javascript; charset=utf-8'],
  ['app.css', 'text/css; charset=utf-8'],
])

/** The library that draws PDF pages, as browsers of some years ago still understand it. */
const library: string = import.meta.resolve('pdfjs-dist/legacy/build/pdf.min.mjs')
const scripts: ReadonlyMap<string, string> = new Map([
  ['pdf.mjs', library],
  ['pdf.worker.mjs', import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs')],
])

/** What it reads while drawing: tables of characters, stand-in fonts, decoders. */
const dataNames = /^(cmaps|standard_fonts|wasm|iccs)\/([\w-]+(?:\.[\w-]+)*)$/

/** A file of the page by its name; no name leads anywhere else. */
export async function findAsset(name: string): Promise<Reply | undefined> {
  const type = own.get(name)
  if (type !== undefined) return fileReply(new URL(name, assetFolder()), type)
  const script = scripts.get(name)
  if (script !== undefined) return fileReply(new URL(script), 'text/javascript; charset=utf-8')
  const [, folder, file] = dataNames.exec(name) ?? []
  if (folder === undefined || file === undefined) return undefined
  const isScript = file.endsWith('.js') || file.endsWith('.mjs')
  const kind = file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
  return fileReply(new URL(`../../${folder}/${file}`, library), isScript ? 'text/javascript' : kind)
}

async function fileReply(file: URL, type: string): Promise<Reply | undefined> {
  try {
    const body = await readFile(fileURLToPath(file))
    return { status: 200, type, body, headers: { 'Cache-Control': 'private, max-age=3600' } }
  } catch {
    return undefined
  }
}
