import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fragments, mutatedSamples } from '../../test/arbitrary-source.ts'
import { essence } from '../../test/essence.ts'
import { fuzzTime, fuzzTimeout } from '../../test/fuzz-time.ts'
import { allBlocks, inlinesIn } from '../block.ts'
import { allInlines } from '../inline.ts'
import { parseDocument } from '../parse-document.ts'
import { SourceText } from '../source-text.ts'

function blockPlaces(source: string): readonly string[] {
  return [...allBlocks(parseDocument('report/1.md', source).blocks)].map(
    ({ kind, place: { line, column, endLine, endColumn } }) =>
      `${line}:${column}-${endLine}:${endColumn} ${kind}`,
  )
}

/** Every text, reference … with the column it begins in. */
function inlinePlaces(source: string): readonly string[] {
  const text = new SourceText('report/1.md', source)
  const blocks = [...allBlocks(parseDocument('report/1.md', source).blocks)]
  return blocks
    .flatMap((block) => inlinesIn(block).flatMap((inlines) => [...allInlines(inlines)]))
    .map((inline) => {
      const { line, column } = text.place(inline.span)
      return `${line}:${column} ${inline.kind}`
    })
}

describe('blocks stand where they are typed', () => {
  it.each([
    ['# 领导\n\n正文\n续行', ['1:1-1:5 heading', '3:1-4:3 paragraph']],
    ['\t缩进\n　　全角', ['1:2-2:5 paragraph']],
    ['😀\n\n> 😀引\n> 二', ['1:1-1:3 paragraph', '3:1-4:4 quote', '3:3-4:4 paragraph']],
    ['- 甲\n\t- 乙', ['1:1-2:5 list', '1:3-1:4 paragraph', '2:2-2:5 list', '2:4-2:5 paragraph']],
    ['\uFEFF---\n负责人: 张三\n---\n\n正文', ['5:1-5:3 paragraph']],
    ['表：甲 {#t}\n\n| a |\n|--|\n| 1 |\n正文', ['1:1-5:6 table', '6:1-6:3 paragraph']],
    ['上\n表：甲\n| a |\n|--|', ['1:1-1:2 paragraph', '2:1-4:5 table']],
    [':::亮点[题]\n内容\n:::', ['1:1-3:4 box', '2:1-2:3 paragraph']],
    ['前\n  ::分页  \n后', ['1:1-1:2 paragraph', '2:3-2:7 page-break', '3:1-3:2 paragraph']],
    ['<!-- 一\n二 -->', ['1:1-2:6 note']],
    ['```js\na\n```', ['1:1-3:4 code']],
    ['- [ ] \n  甲\n- [x] 乙', ['1:1-3:8 list', '2:3-2:4 paragraph', '3:7-3:8 paragraph']],
    ['- [ ]\n  **甲**', ['1:1-2:8 list', '2:3-2:8 paragraph']],
    ['> - [ ]\n>   甲\n>   乙', ['1:1-3:6 quote', '1:3-3:6 list', '2:5-3:6 paragraph']],
    ['甲[^1]\n\n[^1]: 注', ['1:1-1:6 paragraph', '3:1-3:8 footnote', '3:7-3:8 paragraph']],
  ])('%j', (source, places) => {
    expect(blockPlaces(source)).toEqual(places)
    expect(blockPlaces(source.replaceAll('\n', '\r\n'))).toEqual(places)
  })
})

describe('what stands inside a line does too', () => {
  it.each([
    ['a\\*b**粗**', ['1:1 text', '1:5 strong', '1:7 text']],
    ['&amp;甲[表](#t)', ['1:1 text', '1:7 reference', '1:8 text']],
    ['😀<!-- 注 -->后', ['1:1 text', '1:3 note-text', '1:13 text']],
    ['> 甲\n>   乙:指标[a.2019]丙', ['1:3 text', '2:5 text', '2:6 value', '2:17 text']],
    ['甲\n\t乙`码`', ['1:1 text', '2:2 text', '2:3 code-text']],
    ['表：&amp;题\n\n| a |\n|--|', ['1:3 text', '3:3 text']],
    ['::图表[收入**甲**]{指标=a}', ['1:6 text', '1:8 strong', '1:10 text']],
    ['| 甲 | :指标[a.2019] |\n|--|--|', ['1:3 text', '1:7 value']],
  ])('%j', (source, places) => {
    expect(inlinePlaces(source)).toEqual(places)
    expect(inlinePlaces(source.replaceAll('\n', '\r\n'))).toEqual(places)
  })
})

describe.each([
  ['fragments', fragments],
  ['mutated samples', mutatedSamples],
])('in %s', (_, sources) => {
  it(
    'CRLF and LF give the same blocks, keys and places',
    () => {
      fc.assert(
        fc.property(sources, (source) => {
          const plain = source.replace(/\r\n?/g, '\n')
          const windows = plain.replaceAll('\n', '\r\n')
          const { blocks, frontMatter } = parseDocument('report/1.md', windows)
          const expected = parseDocument('report/1.md', plain)
          expect(essence(blocks, ['span'])).toEqual(essence(expected.blocks, ['span']))
          expect(frontMatter).toEqual(expected.frontMatter)
        }),
        fuzzTime(200),
      )
    },
    fuzzTimeout,
  )

  it(
    'lines and columns are those of the span',
    () => {
      fc.assert(
        fc.property(sources, (source) => {
          for (const { span, place } of allBlocks(parseDocument('report/1.md', source).blocks)) {
            const before = source.slice(0, span.start).split(/\r\n|\r|\n/)
            expect([place.line, place.column]).toEqual([
              before.length,
              (before.at(-1)?.length ?? 0) + 1,
            ])
          }
        }),
        fuzzTime(200),
      )
    },
    fuzzTimeout,
  )
})
