import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyParcel } from '../../packages/pack/src/index.ts'
import { inspectPdf } from '../../packages/pdf/src/index.ts'
import { program } from '../run-ziping.ts'
import { SampleCopy } from '../sample-copy.ts'

/** How often each command is killed; ZIPING_KILLS says otherwise. */
const kills = Number(process.env['ZIPING_KILLS'] ?? 25)

const copy = new SampleCopy('wuhan-other')
afterAll(() => copy[Symbol.dispose]())
const dist = copy.file('dist')
const parcel = path.join(dist, '申报包')

function start(command: string): ChildProcess {
  return spawn(process.execPath, [program, command], {
    cwd: copy.folder,
    stdio: 'ignore',
    detached: true,
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('close', (code) => resolve(code)))
}

/** Runs it to its end; how long that took. */
async function whole(command: string): Promise<number> {
  const before = performance.now()
  const child = start(command)
  expect(await ended(child)).toBe(0)
  return performance.now() - before
}

/** Kills the command and whatever it started, as a power cut would. */
async function killed(command: string, afterMs: number): Promise<void> {
  const child = start(command)
  const end = ended(child)
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  if (child.pid !== undefined && child.exitCode === null) {
    try {
      process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }
  await end
}

/** Every file of dist/ that a person sees opens. */
async function expectWholeFiles(): Promise<void> {
  for (const name of readdirSync(dist)) {
    if (name.startsWith('.')) continue
    const file = path.join(dist, name)
    if (name.endsWith('.pdf')) await inspectPdf(readFileSync(file), name)
    if (name.endsWith('.docx')) {
      const bytes = readFileSync(file)
      expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
      // The end of a zip is its table of contents: half a file has none.
      expect(bytes.subarray(-22, -18).toString('latin1')).toBe('PK\u0005\u0006')
    }
  }
}

/** Moments spread over the whole run, not in step with anything. */
function moments(lengthMs: number): readonly number[] {
  return Array.from({ length: kills }, (_, index) => {
    const fraction = (index * 0.618_033_988_749) % 1
    return Math.round(fraction * lengthMs)
  })
}

describe.each(['build', 'pack'])('%s', (command) => {
  let lengthMs = 0
  beforeAll(async () => {
    await whole('pack')
    lengthMs = await whole(command)
  })

  it(`killed ${kills} times leaves every file and the last parcel whole`, async () => {
    for (const moment of moments(lengthMs)) {
      await killed(command, moment)
      await expectWholeFiles()
      const { findings } = await verifyParcel(parcel, 'dist/申报包')
      expect(findings, `after ${moment} ms`).toEqual([])
    }
    await whole(command)
  })

  it('leaves nothing of the killed runs behind once one has come to its end', async () => {
    // Hidden or not, what somebody else put there stays.
    const others = ['.gitkeep', '.申报书.pdf.old', '备忘.txt']
    for (const name of others) writeFileSync(path.join(dist, name), '')
    await whole(command)
    const names = readdirSync(dist)
    expect(names.filter((name) => name.startsWith('.')).sort()).toEqual([
      '.gitkeep',
      '.申报书.pdf.old',
    ])
    expect(names).toEqual(expect.arrayContaining(others))
    for (const name of others) rmSync(path.join(dist, name))
  })
})

it('killed between its two renames, the last parcel comes back', async () => {
  renameSync(parcel, path.join(dist, '.申报包.previous'))
  expect(existsSync(parcel)).toBe(false)
  expect((await verifyParcel(parcel, 'dist/申报包')).findings).toEqual([])
})
