import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '..')
const inputs = path.join(root, 'out', 'command-inputs.json')

/** The command as it is published, built from the sources as they are: what users run is what is tested. */
export const command: string = await build()

/** From which files it was made, as the launcher is told: when one of them changes it is made again. */
export function sourcesOfCommand(): readonly string[] {
  const names: readonly string[] = JSON.parse(readFileSync(inputs, 'utf8'))
  return names.map((name) => path.join(root, name))
}

async function build(): Promise<string> {
  mkdirSync(path.dirname(inputs), { recursive: true })
  const words = [path.join(root, 'scripts/build.ts'), '--inputs', inputs]
  await promisify(execFile)(process.execPath, words)
  return path.join(root, 'packages/cli/dist/main.js')
}
