import path from 'node:path'
import type { WorkspacePath } from '@ziping/report'
import { insidePath } from './inside-path.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** What an image’s address leads to. */
export type FoundImage =
  | { readonly kind: 'file'; readonly path: WorkspacePath }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'remote' }

/**
 * Finds an image by its address: from the chapter’s own folder, as every Markdown viewer does, else from the
 * workspace’s.
 */
export function findImage(url: string, chapter: string, files: WorkspaceFiles): FoundImage {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(url)) return { kind: 'remote' }
  const written = plainPath(url)
  const candidates = [path.posix.join(path.posix.dirname(chapter), written), written]
  const inside = candidates.flatMap((candidate) => insidePath(candidate) ?? [])
  for (const candidate of inside)
    if (files.state(candidate) === 'file') return { kind: 'file', path: candidate }
  const leaves = inside.length === 0 || inside.some((one) => files.state(one) === 'outside')
  return { kind: leaves ? 'outside' : 'missing' }
}

/** `images%2Forg%20chart.png`, `images\org.png`: as browsers and Windows write paths. */
function plainPath(url: string): string {
  return decoded(url.replace(/[?#].*$/, '')).replaceAll('\\', '/')
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
