import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const program = path.resolve(import.meta.dirname, 'short-run.ts')

/** Which functions V8 optimizes when one is called very often. */
function optimizing(setting: 'shortRun' | 'longRun'): boolean {
  const code = `
    import { longRun, shortRun } from ${JSON.stringify(program)}
    const settings = { longRun, shortRun }
    shortRun()
    settings[${JSON.stringify(setting)}]()
    function often(n) { let sum = 0; for (let i = 0; i < n; i++) sum = (sum + i * 7) % 1001; return sum }
    for (let i = 0; i < 60000; i++) often(200)
  `
  const words = ['--trace-opt', '--input-type=module', '-e', code]
  const out = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: 'pipe' })
  return /completed optimizing .*<JSFunction often.*TURBOFAN/u.test(out)
}

describe('V8', () => {
  it('optimizes nothing in a short run', () => {
    expect(optimizing('shortRun')).toBe(false)
  })

  it('optimizes in a long run, whatever was said before', () => {
    expect(optimizing('longRun')).toBe(true)
  })
})
