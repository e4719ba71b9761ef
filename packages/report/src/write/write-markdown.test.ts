import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBlocks } from '../../test/arbitrary-blocks.ts'
import { mutatedSamples, sampleTexts } from '../../test/arbitrary-source.ts'
import { essence } from '../../test/essence.ts'
import { fuzzTime, fuzzTimeout } from '../../test/fuzz-time.ts'
import { allBlocks, type Block, inlinesIn } from '../block.ts'
import { allInlines } from '../inline.ts'
import { parseDocument } from '../parse-document.ts'
import { writeMarkdown } from './write-markdown.ts'

function blocksOf(text: string): readonly Block[] {
  return parseDocument('report/1.md', text).blocks
}

describe('blocks are written as they can be read', () => {
  it('in every file of the samples', () => {
    for (const text of sampleTexts) {
      const blocks = blocksOf(text)
      const written = writeMarkdown(blocks)
      expect(essence(blocksOf(written))).toEqual(essence(blocks))
      expect(writeMarkdown(blocksOf(written))).toBe(written)
    }
  })

  it(
    'in random trees',
    () => {
      fc.assert(
        fc.property(arbitraryBlocks, (blocks) => {
          const written = writeMarkdown(blocks)
          expect(essence(blocksOf(written)), written).toEqual(essence(blocks))
        }),
        fuzzTime(400),
      )
    },
    fuzzTimeout,
  )

  it(
    'in mutated samples',
    () => {
      fc.assert(
        fc.property(mutatedSamples, (source) => {
          const blocks = blocksOf(source)
          fc.pre(!holdsMarks(blocks))
          const written = writeMarkdown(blocks)
          expect(essence(blocksOf(written)), written).toEqual(essence(blocks))
        }),
        fuzzTime(400),
      )
    },
    fuzzTimeout,
  )

  it.each([
    ['<ERP>系统与a<3', '<ERP>系统与a<3\n'],
    ['比例3:1，2017~2019年，1200*800mm', '比例3:1，2017~2019年，1200*800mm\n'],
    ['snake_case与C:\\质量\\手册', 'snake_case与C:\\质量\\手册\n'],
    ['１．甲\n\n1\\. 乙', '１．甲\n\n1\\. 乙\n'],
    ['[数据来源]: 年报', '\\[数据来源]: 年报\n'],
    ['::图表[收入]{ids=revenue type=line}', '::图表[收入]{指标=revenue 类型=line}\n'],
    ['表：甲 {#t}\n| a |\n|:-|', '表：甲 {#t}\n\n| a |\n| :-- |\n'],
    ['![架构](a.png){#f width=80%}', '![架构](a.png){#f 宽=80%}\n'],
    ['* 甲\n* 乙\n+ 丙', '- 甲\n- 乙\n\n+ 丙\n'],
  ])('%j reads well', (source, written) => {
    expect(writeMarkdown(blocksOf(source))).toBe(written)
  })
})

/** Emphasis beside emphasis and punctuation cannot always be typed in another way than it was. */
function holdsMarks(blocks: readonly Block[]): boolean {
  const kinds = new Set(['strong', 'emphasis', 'deletion'])
  return [...allBlocks(blocks)].some((block) =>
    inlinesIn(block).some((inlines) =>
      [...allInlines(inlines)].some(({ kind }) => kinds.has(kind)),
    ),
  )
}
