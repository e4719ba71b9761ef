import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { createStyle } from '../print/style.ts'
import { watchLint } from './watch-lint.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ziping watch '))
afterAll(() => rmSync(root, { recursive: true }))

/** Watches through two states; the second begins when a file is written. */
async function watched(isScreen: boolean): Promise<readonly string[]> {
  const said: string[] = []
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const context: Context = {
    cwd: root,
    calledFrom: root,
    env: {},
    language: 'zh-CN',
    style: createStyle(false),
    columns: 80,
    isScreen,
    input: () => Promise.resolve(new Uint8Array()),
    interrupted: () => ended,
    out: (text) => void said.push(text),
    note: () => undefined,
  }
  let states = 0
  const lint = async (one: Context): Promise<typeof exitCodes.fine> => {
    one.out(`state ${++states}`)
    if (states === 1) setImmediate(() => writeFileSync(path.join(root, `${isScreen}.md`), ''))
    else end()
    return exitCodes.fine
  }
  expect(await watchLint([root], lint, context)).toBe(exitCodes.fine)
  return said
}

describe('watchLint', () => {
  it('clears a screen before each state', async () => {
    const clear = expect.stringContaining('\u001B[2J')
    expect(await watched(true)).toEqual([clear, 'state 1', clear, 'state 2'])
  })

  it('clears nothing in a pipe or file', async () => {
    expect(await watched(false)).toEqual(['state 1', 'state 2'])
  })
})
