// Where this checkout keeps things, and which versions it is pinned to.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))

/** All the launcher writes, but for node_modules and the bundle. Can be deleted at any time. */
export const cacheFolder = path.join(root, '.cache', 'boot')

/** The command as one file; scripts/build.ts makes it. */
export const bundleFile = path.join(root, 'packages', 'cli', 'dist', 'main.js')

/** Where the bundle finds its awards: the link that installing makes. */
export const contentLink = 'packages/cli/node_modules/@ziping/content/package.json'

export const pins = JSON.parse(readFileSync(path.join(root, 'scripts', 'boot.lock.json'), 'utf8'))

export const platform = `${process.platform}-${process.arch}`

/** Whether the running Node can run ziping itself. */
export function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [neededMajor, neededMinor] = pins.minimumNode.split('.').map(Number)
  return major > neededMajor || (major === neededMajor && minor >= neededMinor)
}

/** The folder a pinned package is kept in, named for what is in it, so that a new pin gets a new folder. */
export function pinnedFolder(kind, pin) {
  return path.join(cacheFolder, `${kind}-${pin.version}-${platform}`)
}

export function pinnedProgram(kind, pin) {
  return path.join(pinnedFolder(kind, pin), 'node_modules', pin.package, pin.program)
}
