import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findProgram, type Surroundings } from './find-program.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping 程序 '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const home = path.join(scratch, 'extension')
const bundled = path.join(home, 'server/dist/main.js')
const bin = path.join(scratch, 'bin')
for (const file of [bundled, path.join(bin, 'ziping'), path.join(bin, 'ziping.cmd')]) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '')
}

const usual: Surroundings = {
  path: undefined,
  home,
  node: { program: '/opt/code', version: '22.20.0' },
  env: { PATH: bin },
  platform: 'linux',
}

describe('which ziping is started', () => {
  it('is the one that comes along, in the Node of the editor', () => {
    expect(findProgram(usual)).toEqual({
      command: '/opt/code',
      args: [bundled],
      env: { ELECTRON_RUN_AS_NODE: '1' },
      needsShell: false,
    })
  })

  it.each(['22.17.1', '20.19.0'])('is the installed one where that Node is %s', (version) => {
    const found = findProgram({ ...usual, node: { program: '/opt/code', version } })
    expect(found).toMatchObject({ command: path.join(bin, 'ziping'), args: [] })
  })

  it.each(['22.18.0', '24.1.0'])('is the one that comes along where that Node is %s', (version) => {
    const found = findProgram({ ...usual, node: { program: '/opt/code', version } })
    expect(found?.args).toEqual([bundled])
  })

  it('is that of the settings, if it is there', () => {
    const own = path.join(bin, 'ziping')
    expect(findProgram({ ...usual, path: own })).toMatchObject({ command: own, args: [] })
    expect(findProgram({ ...usual, path: bundled })).toMatchObject({ args: [bundled] })
    expect(findProgram({ ...usual, path: path.join(bin, 'none') })).toBeUndefined()
  })

  it('is started through a shell where Windows needs one', () => {
    const file = path.join(bin, 'ziping.cmd')
    const found = findProgram({ ...usual, path: file, platform: 'win32' })
    expect(found).toEqual({ command: `"${file}"`, args: [], env: {}, needsShell: true })
  })

  it('is none where there is none', () => {
    const nowhere = { ...usual, home: scratch, env: { PATH: scratch } }
    expect(findProgram(nowhere)).toBeUndefined()
  })
})
