import path from 'node:path'

/** A path inside the workspace, relative, with `/`, in NFC. */
export type WorkspacePath = string & { readonly __brand: 'WorkspacePath' }

/** Names Windows keeps for devices, with any extension. */
const reservedName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i

export type PathFault = 'leaves-workspace' | 'reserved-name' | 'illegal-character'

/** Judges a path as written in the workspace's own files. */
export function workspacePath(written: string): WorkspacePath | PathFault {
  const normal = path.posix.normalize(written.normalize('NFC').replaceAll('\\', '/'))
  if (
    normal.startsWith('/') ||
    normal === '..' ||
    normal.startsWith('../') ||
    /^[A-Za-z]:/.test(normal)
  )
    return 'leaves-workspace'
  for (const part of normal.split('/')) {
    if (reservedName.test(part)) return 'reserved-name'
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (/[<>:"|?*\u0000-\u001F]/.test(part) || (/[ .]$/.test(part) && part !== '.'))
      return 'illegal-character'
  }
  return normal as WorkspacePath
}

/** Office lock files, backups and sync conflicts, which are named in a finding and not read. */
export function isLeftover(name: string): boolean {
  const stem = name.normalize('NFKC').replace(/\.[^.]+$/, '')
  return (
    /^(?:~\$|\.~|~|\._)/.test(name) ||
    /(?:副本|备份|冲突|conflict|conflicted copy|\bcopy)/i.test(stem) ||
    /\(\d+\)$/.test(stem) ||
    /(?:\.(?:bak|tmp|orig|old|swp)|~)$/i.test(name)
  )
}
