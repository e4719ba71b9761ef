import path from 'node:path'

/** A file of the workspace as another program finds it: from a folder outside, with `/`. */
export function outsidePath(file: string, root: string, from: string): string {
  return path.relative(from, path.join(root, file)).split(path.sep).join('/')
}
