import { createHash } from 'node:crypto'
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/** Texts are always compared by what is in them. */
const texts: ReadonlySet<string> = new Set(['.md', '.yaml', '.yml', '.json', '.csv', '.txt'])
/** So is whatever takes no time to read. */
const small = 128 * 1024
/** Two changes this close to each other may carry one date. */
const tickMs = 2000
/** What is written there is no material; it is large, and new whenever something has been built. */
const outputs = 'dist'
/** A folder with more than this holds something else as well. */
const mostEntries = 5000

/**
 * Everything in a folder in a few words, which differ when anything differs: texts and small files by content, the others
 * by size and dates, links by where they lead. Nothing where that is not certain.
 */
export function folderState(folder: string, how: 'by-content' | 'by-date'): string | undefined {
  const lines: string[] = []
  const now = Date.now()
  const built = path.join(folder, outputs) + path.sep
  const walk = (inside: string): boolean =>
    entriesOf(inside).every((entry) => {
      const absolute = path.join(inside, entry.name)
      if (lines.length >= mostEntries) return false
      if (entry.isDirectory()) {
        lines.push(`${absolute}/`)
        // git writes there whenever it is asked anything.
        return entry.name === '.git' || walk(absolute)
      }
      const state = entryState(absolute, entry, absolute.startsWith(built) ? 'built' : how, now)
      if (state !== undefined) lines.push(`${absolute}\0${state}`)
      return state !== undefined
    })
  try {
    return walk(folder) ? [realpathSync(folder), ...lines].join('\0') : undefined
  } catch {
    // Something vanished meanwhile, or may not be read.
    return undefined
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function entryState(
  absolute: string,
  entry: Dirent,
  how: 'by-content' | 'by-date' | 'built',
  now: number,
): string | undefined {
  if (entry.isSymbolicLink()) return linkState(absolute)
  if (!entry.isFile()) return 'neither file nor folder'
  if (how === 'by-content' && texts.has(path.extname(entry.name).toLowerCase()))
    return contentOf(absolute)
  const { size, mtimeNs, ctimeNs, ino } = lstatSync(absolute, { bigint: true })
  if (how === 'by-content' && size <= small) return contentOf(absolute)
  const isFresh = how !== 'built' && now - Number(ctimeNs / 1_000_000n) < tickMs
  return isFresh ? undefined : `${size} ${mtimeNs} ${ctimeNs} ${ino}`
}

/** Where a link leads; what lies there inside the folder is seen on its own, what lies outside is never read. */
function linkState(absolute: string): string {
  const target = statSync(absolute, { throwIfNoEntry: false })
  return target === undefined ? 'leads nowhere' : `${realpathSync(absolute)} ${target.isFile()}`
}

function contentOf(absolute: string): string {
  return createHash('sha256').update(readFileSync(absolute)).digest('base64')
}
