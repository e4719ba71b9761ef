import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { workspacePath } from '@ziping/report'

export type FoundFile =
  | { readonly kind: 'file'; readonly absolute: string; readonly bytes: number }
  /** Missing, a folder, or outside the workspace: lint tells these. */
  | { readonly kind: 'none' }

/** A file below a folder of the workspace, whose name may be typed composed or as macOS keeps it. */
export function openInside(root: string, folder: string, file: string): FoundFile {
  const inside = workspacePath(path.posix.join(folder, file.replaceAll('\\', '/')))
  if (inside === 'leaves-workspace' || inside === 'reserved-name' || inside === 'illegal-character')
    return { kind: 'none' }
  for (const name of [inside, inside.normalize('NFD')])
    try {
      const absolute = realpathSync(path.join(root, name))
      if (!absolute.startsWith(realpathSync(root) + path.sep)) return { kind: 'none' }
      const found = statSync(absolute)
      return found.isFile() ? { kind: 'file', absolute, bytes: found.size } : { kind: 'none' }
    } catch {
      // Under the other form of its name, perhaps.
    }
  return { kind: 'none' }
}
