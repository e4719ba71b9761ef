import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clearUnfinished, unfinishedName } from './unfinished.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-unfinished-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The name that a run which is dead by now would have given. */
function ofTheDead(file: string): string {
  const { pid } = spawnSync(process.execPath, ['--version'])
  return unfinishedName(file).replace(`-${process.pid}-`, `-${pid}-`)
}

it('takes away what the dead have begun', () => {
  writeFileSync(ofTheDead(path.join(folder, '申报书.pdf')), 'half')
  clearUnfinished(folder)
  expect(readdirSync(folder)).toEqual([])
})

it('leaves what is being written, what was begun elsewhere, and what is a writer’s', () => {
  const own = path.basename(unfinishedName(path.join(folder, '申报书.pdf')))
  const dead = path.basename(ofTheDead(path.join(folder, '申报书.pdf')))
  const kept = [
    own,
    dead.replace(/\.[0-9a-f]{6}-/, '.ffffff-'),
    '.gitkeep',
    '.申报书.pdf.old',
    '申报书.pdf',
    dead.slice(1),
  ]
  for (const name of kept) writeFileSync(path.join(folder, name), 'kept')
  mkdirSync(path.join(folder, dead))
  clearUnfinished(folder)
  expect(readdirSync(folder).sort()).toEqual([...kept, dead].sort())
})

it('does not mind a folder that is not there', () => {
  expect(() => clearUnfinished(path.join(folder, 'none'))).not.toThrow()
})
