// .cache/boot/ziping (and ziping.cmd): the command for hooks and editors, started with a Node that is new enough at
// once, so that a machine with an old Node does not pay for two starts.
import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from './checkout.mjs'

export function writeShims() {
  const inCache = path.relative(cacheFolder, process.execPath)
  const own = !inCache.startsWith('..') && !path.isAbsolute(inCache)
  if (process.platform === 'win32') {
    const node = own ? `%~dp0${inCache}` : process.execPath
    const line = `@"${node}" "%~dp0..\\..\\scripts\\boot.mjs" ziping %*\r\n`
    writeFileSync(path.join(cacheFolder, 'ziping.cmd'), line)
    return
  }
  const node = own ? `$here/${inCache}` : process.execPath.replaceAll(/["$`\\]/g, '\\$&')
  const file = path.join(cacheFolder, 'ziping')
  const start = `exec "${node}" "$here/../../scripts/boot.mjs" ziping "$@"`
  writeFileSync(file, `#!/bin/sh\nhere="$(dirname "$0")"\n${start}\n`)
  chmodSync(file, 0o755)
}
