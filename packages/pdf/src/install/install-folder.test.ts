import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installFolder } from './install-folder.ts'

let root: string
let target: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ziping-install-'))
  target = path.join(root, 'cache', 'fonts-1')
})
afterEach(() => rmSync(root, { recursive: true }))

it('of two at once, one fills it and the other takes what is there', async () => {
  let fillings = 0
  const install = () =>
    installFolder(target, '字体', async (folder) => {
      fillings++
      writeFileSync(path.join(folder, 'a'), 'half')
      expect(existsSync(target)).toBe(false)
      await sleep(50)
      writeFileSync(path.join(folder, 'a'), 'whole')
    })
  await Promise.all([install(), install()])
  expect(fillings).toBe(1)
  expect(readFileSync(path.join(target, 'a'), 'utf8')).toBe('whole')
  expect(readdirSync(path.dirname(target))).toEqual(['fonts-1'])
})

it('leaves nothing where filling fails, and says which folder to look at', async () => {
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
  const install = installFolder(target, '字体', async () => {
    throw full
  })
  await expect(install).rejects.toMatchObject({
    code: 'pdf/not-installed',
    words: { 'zh-CN': { message: '字体 没有装成：磁盘空间不足（ENOSPC）' } },
  })
  expect(readdirSync(path.dirname(target))).toEqual([])
})

it('takes over from one that was killed', async () => {
  await installFolder(path.join(root, 'cache', 'other'), 'x', async () => undefined)
  writeFileSync(`${target}.lock`, '4194999 dead')
  await installFolder(target, 'x', async (folder) => writeFileSync(path.join(folder, 'a'), 'a'))
  expect(readdirSync(path.dirname(target))).toEqual(['fonts-1', 'other'])
})

it('says where the cache folder cannot be made', async () => {
  writeFileSync(path.join(root, 'cache'), 'a file in the way')
  await expect(installFolder(target, 'x', async () => undefined)).rejects.toMatchObject({
    code: 'pdf/not-installed',
  })
})
