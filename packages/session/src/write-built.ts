import { createHash } from 'node:crypto'
import path from 'node:path'
import { type Content, writeWhole } from '@ziping/pdf'
import type { BookPlan } from '@ziping/resolve'
import type { BuildFormat, BuildRequest, BuiltFile } from './build-documents.ts'

/** Writes a document into `dist/`, whole or not at all; what is made piece by piece is nowhere held in one. */
export async function writeBuilt(
  plan: Pick<BookPlan, 'id' | 'title'>,
  format: BuildFormat,
  content: Content,
  { subject, permit }: Pick<BuildRequest, 'subject' | 'permit'>,
): Promise<BuiltFile> {
  permit?.()
  const { root, config } = subject.workspace
  const file = path.posix.join(config.paths.dist, `${fileName(plan.title)}.${format}`)
  const hash = createHash('sha256')
  let bytes = 0
  async function* tallied(): AsyncGenerator<Uint8Array> {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  await writeWhole(path.join(root, file), tallied())
  return { document: plan.id, format, path: file, bytes, sha256: hash.digest('hex') }
}

/** A title as a name that every system can keep. */
export function fileName(title: string): string {
  return title.replace(/[<>:"/\\|?*\p{Cc}]/gu, '_').replace(/[. ]+$/u, '')
}
