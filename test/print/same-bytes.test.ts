import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPress } from '../../packages/pdf/test/press.ts'
import { runZiping } from '../run-ziping.ts'
import { copyOfSample } from './printed-book.ts'

// Two colleagues print the same workspace: other folders, other homes, other time zones, nothing kept from before.

const copies = [copyOfSample('nantong-org'), copyOfSample('nantong-org')]
afterAll(() => {
  for (const { remove } of copies) remove()
})

let cache = ''
beforeAll(async () => {
  const { browser, machine } = await openPress()
  await browser.close()
  cache = machine.cacheFolder
})

it('has the same bytes wherever and whenever it is made', async () => {
  const [first, second] = await Promise.all([
    build(copies[0]?.root ?? '', { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.GB18030' }),
    build(copies[1]?.root ?? '', { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }),
  ])
  expect(Object.keys(first)).toHaveLength(15)
  expect(second).toEqual(first)
})

/** Every file of `dist/` with its digest. */
async function build(root: string, env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const home = path.join(path.dirname(root), 'home')
  const kept = path.join(home, 'cache', 'ziping')
  mkdirSync(kept, { recursive: true })
  // Only what was installed is shared.
  for (const name of readdirSync(cache).filter((one) => /^(?:chromium|chrome|fonts)/.test(one)))
    symlinkSync(path.join(cache, name), path.join(kept, name))
  const own = { ...env, HOME: home, ZIPING_CACHE: path.join(home, 'cache') }
  const { code, err } = await runZiping(['build'], { cwd: root, env: own })
  expect(code, err).toBe(0)
  const dist = path.join(root, 'dist')
  return Object.fromEntries(
    readdirSync(dist)
      .toSorted()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(dist, name)))
          .digest('hex'),
      ]),
  )
}
