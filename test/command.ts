import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '..')

/** The command as it is published, built from the sources as they are: what users run is what is tested. */
export const command: string = await build()

async function build(): Promise<string> {
  await promisify(execFile)(process.execPath, [path.join(root, 'scripts/build.ts')])
  return path.join(root, 'packages/cli/dist/main.js')
}
