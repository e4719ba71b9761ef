import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runZiping } from '../run-ziping.ts'

const run = promisify(execFile)
const repository = path.resolve(import.meta.dirname, '../..')
// Above it lies nothing that a missing package could be found in.
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping 扩展 '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const home = path.join(scratch, 'extension')
let names: readonly string[] = []

async function pack(name: string, ...more: readonly string[]): Promise<Buffer> {
  const out = path.join(scratch, name)
  const words = ['scripts/vsix.ts', '--out', out, ...more]
  await run(process.execPath, words, { cwd: repository })
  return readFileSync(out)
}

let parcel: Buffer

beforeAll(async () => {
  parcel = await pack('one.vsix')
  const files = Object.entries(unzipSync(parcel))
  names = files.map(([name]) => name)
  for (const [name, bytes] of files) {
    mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true })
    writeFileSync(path.join(scratch, name), bytes)
  }
})

describe('the parcel', () => {
  it('has the same bytes for the same sources', async () => {
    const [one, other] = await Promise.all([
      pack('two.vsix', '--skip-build'),
      pack('three.vsix', '--skip-build'),
    ])
    expect(one.equals(other)).toBe(true)
  })

  it('has a type for every file, and what its lists name', () => {
    const types = readFileSync(path.join(scratch, '[Content_Types].xml'), 'utf8')
    for (const name of names.filter((one) => one !== '[Content_Types].xml')) {
      const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]
      expect(types).toContain(
        ending === undefined ? `PartName="/${name}"` : `Extension=".${ending}"`,
      )
    }
    const list = readFileSync(path.join(scratch, 'extension.vsixmanifest'), 'utf8')
    for (const [, file = ''] of list.matchAll(/Path="([^"]+)"/g)) expect(names).toContain(file)
  })

  it('brings every file its manifest names, and a handler for every command', () => {
    const text = readFileSync(path.join(home, 'package.json'), 'utf8')
    const { version, contributes } = JSON.parse(text)
    expect(version).toBe(
      JSON.parse(readFileSync(path.join(repository, 'packages/cli/package.json'), 'utf8')).version,
    )
    const files = [...text.matchAll(/"(?:url|markdown|icon|main)": "(?!\$)([^"]+)"/g)]
    expect(files.length).toBeGreaterThan(10)
    for (const [, file = ''] of files) expect(existsSync(path.join(home, file)), file).toBe(true)
    const code = readFileSync(path.join(home, 'dist/extension.cjs'), 'utf8')
    for (const { command } of contributes.commands) expect(code).toContain(command)
    for (const [, command = ''] of text.matchAll(/command:(ziping\.\w+)/g))
      expect(code).toContain(command)
  })

  it('brings the licences of what it carries', () => {
    for (const file of ['dist/LICENSES.txt', 'server/dist/LICENSES.txt', 'LICENSE.txt'])
      expect(readFileSync(path.join(home, file), 'utf8')).toMatch(/MIT/)
  })
})

describe('the command inside', () => {
  const main = path.join(home, 'server/dist/main.js')
  const root = path.join(scratch, '申报')
  const env = { ...process.env, ZIPING_CACHE: '', ZIPING_LANG: '' }

  beforeAll(() =>
    cpSync(path.join(repository, 'content/samples/wuhan-manager'), root, {
      recursive: true,
      filter: (name) => path.basename(name) !== 'dist',
    }),
  )

  it('says what the command line says', async () => {
    const words = ['-C', root, 'lint', '--format', 'json']
    const [inside, outside] = await Promise.all([
      run(process.execPath, [main, ...words], { cwd: scratch, env }).catch((ended) => ended),
      runZiping(words, { cwd: scratch }),
    ])
    expect(JSON.parse(inside.stdout)).toEqual(JSON.parse(outside.out))
  })

  it('starts a workspace, and prints', async () => {
    const made = path.join(scratch, '新的')
    await run(process.execPath, [main, 'init', made, '--award', 'nantong-org-2020'], { env })
    expect(existsSync(path.join(made, 'report/01-领导.md'))).toBe(true)
    const words = ['-C', root, 'build', 'report', '--draft', '--format', 'pdf', '--json']
    const { stdout } = await run(process.execPath, [main, ...words], { cwd: scratch, env })
    const [output] = JSON.parse(stdout).outputs
    expect(readFileSync(path.join(root, output.path)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
