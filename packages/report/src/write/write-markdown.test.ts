import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBlocks } from '../../test/arbitrary-blocks.ts'
import { fuzzTime } from '../../test/fuzz-time.ts'
import type { Block } from '../block.ts'
import { parseDocument } from '../parse-document.ts'
import { writeMarkdown } from './write-markdown.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

/** A model without what depends on where it stood: spans, places, keys; neighbouring texts as one. */
export function essence(value: unknown): unknown {
  if (Array.isArray(value)) return mergeTexts(value.map(essence))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['span', 'place', 'key'].includes(key))
      .map(([key, inner]) => [key, essence(inner)]),
  )
}

function mergeTexts(list: readonly unknown[]): readonly unknown[] {
  const merged: unknown[] = []
  for (const item of list) {
    const last = merged.at(-1)
    if (isText(item) && isText(last))
      merged[merged.length - 1] = { kind: 'text', value: last.value + item.value }
    else merged.push(item)
  }
  return merged
}

function isText(value: unknown): value is { readonly kind: 'text'; readonly value: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'text'
}

function blocksOf(text: string): readonly Block[] {
  return parseDocument('report/1.md', text).blocks
}

const folders = ['content/samples', 'test/reports'].flatMap((parent) =>
  readdirSync(path.join(root, parent)).map((name) => path.join(root, parent, name)),
)
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name)),
)

describe('every file of the samples is written as it was read', () => {
  it.each(files.map((file) => [path.relative(root, file), file]))('%s', (_, file) => {
    const { blocks } = parseDocument('report/1.md', readFileSync(file, 'utf8'))
    const written = writeMarkdown(blocks)
    expect(essence(blocksOf(written))).toEqual(essence(blocks))
    expect(writeMarkdown(blocksOf(written))).toBe(written)
  })
})

it('random blocks are written as they can be read', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const written = writeMarkdown(blocks)
      expect(essence(blocksOf(written)), written).toEqual(essence(blocks))
    }),
    fuzzTime(400),
  )
})
