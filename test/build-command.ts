import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** Before any test: the command as it is published, so that tests of the command run what users run. */
export function setup(): void {
  const root = path.resolve(import.meta.dirname, '..')
  execFileSync(process.execPath, [path.join(root, 'scripts/build.ts')], { stdio: 'inherit' })
}
