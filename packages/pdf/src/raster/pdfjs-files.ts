import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The library as it runs in a browser, and the part of it that usually runs beside the page. */
export async function pdfjsScripts(): Promise<readonly string[]> {
  const names = ['legacy/build/pdf.worker.min.mjs', 'legacy/build/pdf.min.mjs']
  return Promise.all(names.map((name) => readFile(fileOf(name), 'utf8')))
}

const folders: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
}

/** A table of characters, a stand-in font or a decoder, as base64. The name may come from somebody's file. */
export async function pdfjsData(kind: string, name: string): Promise<string> {
  const folder = folders[kind]
  if (folder === undefined || !/^[\w-]+(?:\.[\w-]+)*$/.test(name))
    throw new Error(`pdfjs has no ${kind} ${name}`)
  return readFile(fileOf(`${folder}/${name}`), 'base64')
}

function fileOf(name: string): string {
  return fileURLToPath(import.meta.resolve(`pdfjs-dist/${name}`))
}
