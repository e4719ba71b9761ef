import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Award } from './award.ts'
import { readIfThere } from './read/award-library.ts'
import { contentFolder } from './read/content-folder.ts'

/**
 * An award of the content as it was when all its files had been read and checked. It counts only
 * while every one of these files still has the same bytes: reading and checking them anew takes a
 * hundred times as long.
 */
interface Snapshot {
  /** SHA-256 by path within the content. */
  readonly sources: Readonly<Record<string, string>>
  readonly award: Award
}

/** Where an award's snapshot lies in the content. */
export function snapshotPath(id: string, content: string = contentFolder()): string {
  return join(content, 'compiled', `${id}.json`)
}

/** The award, if there is a snapshot of it and nothing has changed since. */
export async function readSnapshot(
  id: string,
  content: string = contentFolder(),
): Promise<Award | undefined> {
  const text = await readIfThere(snapshotPath(id, content))
  if (text === undefined) return undefined
  const { sources, award }: Snapshot = JSON.parse(text)
  const unchanged = Object.entries(sources).every(([path, hash]) => hashOf(path, content) === hash)
  return unchanged ? award : undefined
}

/** What a snapshot's file has to say about an award made of some files; the same for the same files. */
export function snapshotText(award: Award, files: readonly string[]): string {
  const schemas = ['award', 'criteria', 'form'].map((name) => `schemas/${name}.schema.json`)
  const paths = [...new Set([...files.map(withinContent), ...schemas])].sort()
  const hashes = paths.map((path) => [path, hashOf(path, contentFolder())] as const)
  return `${JSON.stringify({ sources: Object.fromEntries(hashes), award })}\n`
}

function withinContent(path: string): string {
  return relative(contentFolder(), path).split(sep).join('/')
}

/** At once: a few small files are read before Node has started threads to wait for them. */
function hashOf(path: string, content: string): string | undefined {
  try {
    return createHash('sha256')
      .update(readFileSync(join(content, path)))
      .digest('hex')
  } catch {
    return undefined
  }
}
