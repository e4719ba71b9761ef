import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command } from '../command.ts'
import { copyOfSample, until } from '../preview-process.ts'

const folder = copyOfSample('nantong-person')
const chapter = path.join(folder, 'report/01-意识与素质.md')
const child = spawn(
  process.execPath,
  [command, '-C', folder, 'build', 'report', 'evidence', '--format', 'pdf', '--watch'],
  { stdio: ['ignore', 'pipe', 'pipe'] },
)
let said = ''

beforeAll(async () => {
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  await rounds(1)
})

afterAll(async () => {
  child.kill('SIGINT')
  if (child.exitCode === null) await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
})

/** What each build has said, once there are so many. */
function rounds(count: number): Promise<readonly string[]> {
  return until(async () => {
    const ended = said.split('等待修改')
    return ended.length > count ? ended : undefined
  })
}

function written(name: string): number {
  return statSync(path.join(folder, 'dist', `${name}.pdf`)).mtimeMs
}

it('prints only what changed, and goes on after an error', async () => {
  const [first = ''] = await rounds(1)
  expect(first).toContain('dist/自评报告.pdf')
  expect(first).toContain('dist/证实性材料.pdf')
  const before = { report: written('自评报告'), evidence: written('证实性材料') }
  const text = readFileSync(chapter, 'utf8')

  appendFileSync(chapter, '\n\n只改了报告里的这一句话。\n')
  const [, second = ''] = await rounds(2)
  expect(second).toContain('dist/自评报告.pdf')
  expect(second).not.toContain('证实性材料.pdf')
  expect(written('自评报告')).toBeGreaterThan(before.report)
  expect(written('证实性材料')).toBe(before.evidence)

  appendFileSync(chapter, '\n<!-- 给同事的话不印 -->\n')
  const [, , third = ''] = await rounds(3)
  expect(third).toContain('没有要重印的材料')

  const standing = written('自评报告')
  writeFileSync(chapter, `${text}\n\n见[表](#没有这个表)。\n`)
  const [, , , fourth = ''] = await rounds(4)
  expect(fourth).toContain('没有印')
  expect(written('自评报告')).toBe(standing)

  writeFileSync(chapter, text)
  const [, , , , fifth = ''] = await rounds(5)
  expect(fifth).toContain('dist/自评报告.pdf')
})
