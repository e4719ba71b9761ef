import { unzipSync } from 'fflate'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { zipingDocx } from '../src/index.ts'

/** Any Markdown as a Word file, the way others would make it. */
export async function markdownDocument(markdown: string): Promise<Uint8Array> {
  const compiler = unified().use(remarkParse).use(remarkGfm).use(zipingDocx, {})
  return await (await compiler.process(markdown)).result
}

/** The files in a Word file. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)))
}
