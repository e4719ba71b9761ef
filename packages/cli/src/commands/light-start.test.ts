import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const commands = readdirSync(folder).filter((name) => !/^run-|\.test\.ts$|-print\.ts$/.test(name))

/** What a file of ours loads with itself; types load nothing. */
function loadedWith(name: string): readonly string[] {
  const text = readFileSync(path.join(folder, name), 'utf8')
  return [...text.matchAll(/^import (?!type )[^']*'([^']+)'/gm)].map(([, from = '']) => from)
}

describe('every start of the program', () => {
  it('is told all commands', () => {
    expect(commands).toContain('lint.ts')
    expect(commands.length).toBeGreaterThan(10)
  })

  // A command's words are loaded whenever another one runs; what it works with waits in its run-….ts.
  it.each(commands)('%s loads no other package', (name) => {
    const packages = loadedWith(name).filter((from) => from.startsWith('@ziping/'))
    expect(packages.filter((from) => from !== '@ziping/diagnostics')).toEqual([])
  })
})
