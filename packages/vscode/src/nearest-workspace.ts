import { existsSync } from 'node:fs'
import path from 'node:path'

export const configName = 'ziping.yaml'

/** The nearest folder upward, from a file, that is a workspace of ziping. */
export function workspaceAbove(file: string): string | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, configName))) return folder
    if (folder === path.dirname(folder)) return undefined
  }
}
