import { statSync } from 'node:fs'
import path from 'node:path'
import { configName, findWorkspace } from '@ziping/report'

/** A workspace, and which of its files were named; without names, all of it. */
export interface AskedWorkspace {
  readonly root: string
  /** Paths of files and folders inside the workspace. */
  readonly only?: readonly string[]
}

export interface AskedFiles {
  readonly workspaces: readonly AskedWorkspace[]
  /** Named, but in no workspace. */
  readonly outside: readonly string[]
  /** Named, but not there. */
  readonly absent: readonly string[]
}

/** The workspaces that the named files belong to, in the order they were first named. */
export function askedFiles(names: readonly string[], cwd: string): AskedFiles {
  const byRoot = new Map<string, string[]>()
  const outside: string[] = []
  const absent: string[] = []
  for (const name of names) {
    const file = path.resolve(cwd, name)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) {
      absent.push(name)
      continue
    }
    const root = findWorkspace(found.isDirectory() ? file : path.dirname(file))
    if (root === undefined) outside.push(name)
    else byRoot.set(root, [...(byRoot.get(root) ?? []), insideOf(root, file)])
  }
  const workspaces = [...byRoot].map(([root, only]) =>
    only.includes('') ? { root } : { root, only },
  )
  return { workspaces, outside, absent }
}

/** A path as the workspace knows it; its root is the empty one. */
export function insideOf(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/').normalize('NFC')
}

/** Whether findings of a file were asked for; those of ziping.yaml always are. */
export function isAsked(file: string, { only }: AskedWorkspace): boolean {
  return (
    only === undefined ||
    file === configName ||
    only.some((asked) => file === asked || file.startsWith(`${asked}/`))
  )
}
