import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { contentFolder } from '../read/content-folder.ts'
import { hasWords, rightForm } from './right-forms.ts'

const folder = path.join(contentFolder(), 'schemas')

/** Every pattern that a schema holds values or keys against. */
function patternsIn(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  )
}

it('what a pattern asks for is told in words, never as a pattern', () => {
  const patterns = new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => patternsIn(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))),
  )
  expect(patterns.size).toBeGreaterThan(8)
  for (const pattern of patterns) {
    expect(hasWords(pattern), pattern).toBe(true)
    const words = rightForm(pattern, 'b')
    expect(`${words['zh-CN']} ${words.en}`).not.toMatch(/[\^\\]/)
  }
  expect(rightForm('^[ab]+$', 'c')['zh-CN']).not.toContain('[')
})

const day = '^\\d{4}-\\d{2}-\\d{2}$'
const number = '^(?:-?[\\d,]+(?:\\.\\d+)?%?|待查.*)$'

it.each([
  [day, '2020/8/14', '写成 2020-08-14'],
  [day, '2020年8月14日', '写成 2020-08-14'],
  [day, '2022年6月底', '要写到日：指月末那一天的，写成 2022-06-30'],
  [day, '2025年3月', '要写到日，如 2025-03-15；只知道年月的，照原件查到是哪一天'],
  [day, '近期', '日期写成 2020-08-21'],
  [number, '46,820万元', '只写数：46820；单位“万元”写在这个指标的 unit 里'],
])('%s against %s: %s %s', (pattern, value, advice) => {
  expect(rightForm(pattern, value)['zh-CN']).toBe(advice)
})
