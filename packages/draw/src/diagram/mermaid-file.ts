import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface MermaidScript {
  readonly text: string
  readonly hash: string
}

let loaded: Promise<MermaidScript> | undefined

/** The one file of the library that is needed, read when the first diagram is drawn. */
export function mermaidScript(): Promise<MermaidScript> {
  loaded ??= readScript()
  return loaded
}

async function readScript(): Promise<MermaidScript> {
  const text = await readBeside().catch(() => readInstalled())
  return { text, hash: createHash('sha256').update(text).digest('hex') }
}

/** The bundled command carries the file beside itself, without the 200 MB it is installed with. */
function readBeside(): Promise<string> {
  return readFile(new URL('./mermaid.min.js', import.meta.url), 'utf8')
}

function readInstalled(): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve('mermaid/dist/mermaid.min.js')), 'utf8')
}
