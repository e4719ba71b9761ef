import { type WorkspacePath, workspacePath } from '@ziping/report'

/** A path that may be used on every system and stays inside the workspace; undefined for any other. */
export function insidePath(written: string): WorkspacePath | undefined {
  const path = workspacePath(written)
  switch (path) {
    case 'leaves-workspace':
    case 'reserved-name':
    case 'illegal-character':
      return undefined
    default:
      return path
  }
}
