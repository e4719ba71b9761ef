import { type ExecFileOptions, execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What users get: every package packed as for publishing, installed with npm in a folder that knows nothing of this one.
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const packages = [
  'content',
  'templates',
  ...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`),
]
const runFile = promisify(execFile)

/** npm and pnpm may be scripts on Windows, which only a shell starts. */
const shell = process.platform === 'win32'

describe('the packed packages', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'ziping 发布 '))
  const tarballs = path.join(base, 'tarballs')
  const home = path.join(base, '用户')

  beforeAll(async () => {
    mkdirSync(home)
    writeFileSync(path.join(home, 'package.json'), '{ "private": true, "type": "module" }')
    await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-b'], {
      cwd: root,
    })
    for (const folder of packages)
      await run('pnpm', ['pack', '--pack-destination', quoted(tarballs)], {
        cwd: path.join(root, folder),
        shell,
      })
    const files = readdirSync(tarballs).map((name) => quoted(path.join(tarballs, name)))
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...files], {
      cwd: home,
      shell,
    })
  }, 120_000)

  afterAll(() => rmSync(base, { recursive: true, force: true }))

  it('run the command, with its awards', async () => {
    const { stdout, stderr } = await run('npx', ['ziping', 'awards', '--format', 'json'], {
      cwd: home,
      shell,
      // What npm has to say of its own settings is not ours to judge.
      env: { ...process.env, npm_config_loglevel: 'error' },
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).map(({ id }: { readonly id: string }) => id)).toHaveLength(11)
  })

  it('make a workspace, with its templates', async () => {
    const args = ['ziping', 'init', 'report', '--award', 'nantong-org-2020']
    await run('npx', args, { cwd: home, shell })
    expect(readFileSync(path.join(home, 'report/ziping.yaml'), 'utf8')).toContain(
      'nantong-org-2020',
    )
  })

  it.each(packages)('%s carries its licence and README, and no tests', (folder) => {
    const { name } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
    const files = readdirSync(path.join(home, 'node_modules', name), {
      recursive: true,
      encoding: 'utf8',
    })
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
    expect(files.filter((file) => /\.test\.|tsbuildinfo/.test(file))).toEqual([])
  })

  it('give libraries that load, and types that hold', async () => {
    const libraries = packages
      .map((folder) => path.basename(folder))
      // An extension loads only in its editor.
      .filter((name) => !['content', 'templates', 'cli', 'vscode'].includes(name))
    const lines = libraries.map((name, at) => `import * as library${at} from '@ziping/${name}'`)
    const names = libraries.map((_, at) => `library${at}`).join(', ')
    writeFileSync(
      path.join(home, 'use.ts'),
      `${lines.join('\n')}\nexport const used: readonly object[] = [${names}]\n`,
    )
    const { used } = await import(/* @vite-ignore */ pathToFileURL(path.join(home, 'use.ts')).href)
    expect(used.map((library: object) => Object.keys(library).length > 0)).toEqual(
      libraries.map(() => true),
    )
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
    ]
    await run(
      process.execPath,
      [path.join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.ts'],
      { cwd: home },
    )
  })
})

/** tsc complains on stdout, which an error of execFile leaves out of its message. */
async function run(
  program: string,
  args: readonly string[],
  options: ExecFileOptions,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  try {
    const { stdout, stderr } = await runFile(program, [...args], { ...options, encoding: 'utf8' })
    return { stdout, stderr }
  } catch (error) {
    const { message, stdout } = error as Error & { readonly stdout: string }
    throw new Error(`${message}\n${stdout}`, { cause: error })
  }
}

function quoted(file: string): string {
  return shell ? `"${file}"` : file
}
