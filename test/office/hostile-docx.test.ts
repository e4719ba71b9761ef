import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileFiles, realBomb } from '../hostile-docx.ts'
import { runZiping } from '../run-ziping.ts'

// Files that no one should open, given to the real command: a sentence, soon, and in little memory.

const folder = mkdtempSync(path.join(tmpdir(), 'ziping 炸弹 '))
const sample = path.resolve(import.meta.dirname, '../../content/samples/nantong-org')
const tellUsage =
  "--import=data:text/javascript,process.on('exit',()=>{const{maxRSS,userCPUTime}=process.resourceUsage();process.stderr.write('KB='+maxRSS+'µs='+userCPUTime)})"

afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(() => {
  writeFileSync(path.join(folder, '诚实.docx'), realBomb('honest'))
  writeFileSync(path.join(folder, '说谎.docx'), realBomb('lying'))
  const [, , deep] = hostileFiles.find(([name]) => name === 'deep nesting') ?? []
  writeFileSync(path.join(folder, '很深.docx'), deep?.() ?? new Uint8Array())
})

describe.each([
  ['import', ['import', '--into', folder]],
  ['form map', ['form', 'map']],
  ['form fill', ['form', 'fill', '--output', path.join(folder, '填好.docx')]],
])('%s', (_, words) => {
  it.each(['诚实.docx', '说谎.docx', '很深.docx'])('refuses %s', async (name) => {
    const file = path.join(folder, name)
    const ended = await runZiping([...words, file], {
      cwd: sample,
      env: { NODE_OPTIONS: tellUsage },
    })
    expect(ended.code).toBe(2)
    expect(ended.out).toBe('')
    expect(ended.err).toMatch(/大得不合常理|已损坏/)
    expect(ended.err).not.toMatch(/^\s+at /m)
    const [, kilobytes, microseconds] = /KB=(\d+)µs=(\d+)/.exec(ended.err) ?? []
    expect(Number(kilobytes)).toBeLessThan(500_000)
    // Of the processor, not of the clock: that of a busy machine runs on. It takes less than two seconds.
    expect(Number(microseconds)).toBeLessThan(20_000_000)
  })
})
