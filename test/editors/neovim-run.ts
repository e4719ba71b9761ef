import { spawn, spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { program } from '../run-ziping.ts'

const samples = path.resolve(import.meta.dirname, '../../content/samples')

/** A copy of a sample without what was printed from it. */
export function copySample(sample: string, root: string): void {
  cpSync(path.join(samples, sample), root, {
    recursive: true,
    filter: (name) => path.basename(name) !== 'dist',
  })
}

/** Runs a script in Neovim without a screen and reads what it wrote; its place in `scratch` is its own. */
export async function runNeovim<Seen>(
  script: string,
  given: { readonly root: string; readonly scratch: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Seen> {
  if (spawnSync('nvim', ['--version']).status !== 0)
    throw new Error('This suite needs Neovim: apt-get install neovim')
  const { root, scratch } = given
  const out = path.join(scratch, `${path.basename(script, '.lua')}.json`)
  await new Promise((resolve, reject) => {
    spawn('nvim', ['--headless', '--clean', '-c', `luafile ${script}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        LANG: 'C.UTF-8',
        ZIPING_CACHE: '',
        ZIPING_LANG: '',
        XDG_STATE_HOME: scratch,
        ZIPING_SESSION: [program, process.execPath, root, out].join('\n'),
        ...given.env,
      },
    })
      .on('error', reject)
      .on('exit', resolve)
  })
  return JSON.parse(readFileSync(out, 'utf8'))
}
