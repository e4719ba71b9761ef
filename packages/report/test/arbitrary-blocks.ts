import fc from 'fast-check'
import type { Align, Block, Caption, Cell } from '../src/block.ts'
import type { Inline } from '../src/inline.ts'

// Block trees as a report may hold them, with the marks that are most easily misread. Only what CommonMark cannot say at
// all is left out: text that begins or ends with a space, emphasis that touches emphasis, two lists of a kind in a row.

const span = { start: 0, end: 0 }
const place = { file: 'report/1.md', line: 1, column: 1, endLine: 1, endColumn: 1 }
const located = { span, place, key: '' }

const words = [
  '质量',
  '管理',
  '2019年',
  '1200*800*600mm',
  '3:1',
  '10:30',
  '2017~2019',
  '<ERP>',
  'ISO 9001',
  '（品）',
  '“第一”',
  '10%',
]
const risky = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '#',
  '>',
  '-',
  '+',
  '1.',
  '2)',
  '|',
  '\\',
  '&amp;',
  '~~',
  '$$',
  ':::',
  '::图表',
  '{#a}',
  '：：',
  '<br>',
  '!',
  '==',
  ':指标[',
]

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constantFrom(...risky) },
)
const phrase = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('，'))
const plain = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''))
const name = fc.constantFrom('revenue', 'csi', '收入', 'tbl-a', 'fig-图1')
const attributes = fc.dictionary(
  fc.constantFrom('width', 'unit', 'decimals', '备注'),
  fc.constantFrom('80%', '亿元', '2', 'a*b', '12:30', '含 空格'),
  { maxKeys: 2 },
)

const text = (value: fc.Arbitrary<string>): fc.Arbitrary<Inline> =>
  value.map((words) => ({ kind: 'text', value: words, span }))

/** Marks stand between full-width commas, so that they touch neither each other nor a letter. */
const marked: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'strong',
      'emphasis',
      'deletion',
      'underline',
      'subscript',
      'superscript',
    ),
    children: fc.tuple(text(fc.constantFrom('质量', '发展，', '“第一”', '（品）', '粗😀'))),
    span: fc.constant(span),
  }),
  fc.record({
    kind: fc.constant('code-text' as const),
    value: fc.constantFrom('a*b', '`', 'x | y', '::图表[x]', ' a '),
    span: fc.constant(span),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    url: fc.constantFrom('https://example.com/a_b', 'a b.pdf', '中文.pdf'),
    children: fc.tuple(text(plain)),
    span: fc.constant(span),
  }),
  fc.record({
    kind: fc.constant('tied-value' as const),
    indicator: fc.constant('revenue'),
    year: fc.constant(2019),
    children: fc.tuple(text(fc.constant('103480万元'))),
    span: fc.constant(span),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    indicator: name,
    year: fc.integer({ min: 2000, max: 2030 }),
    attributes,
    span: fc.constant(span),
  }),
  fc.constantFrom<Inline>(
    {
      kind: 'reference',
      word: '表',
      withPage: false,
      children: [{ kind: 'text', value: '表', span }],
      targets: ['tbl-a'],
      span,
    },
    { kind: 'reference', word: '', withPage: false, children: [], targets: ['tbl-a'], span },
    {
      kind: 'reference',
      word: '证',
      withPage: true,
      children: [{ kind: 'text', value: '证@页', span }],
      targets: ['a', 'b'],
      span,
    },
    {
      kind: 'reference',
      withPage: false,
      children: [{ kind: 'text', value: '上文', span }],
      targets: ['近三年指标'],
      span,
    },
    { kind: 'note-text', value: ' 注 | * ` ', span },
  ),
)

const comma: Inline = { kind: 'text', value: '，', span }
const line: fc.Arbitrary<readonly Inline[]> = fc
  .tuple(text(phrase), fc.array(fc.tuple(marked, text(phrase)), { maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest.flatMap(([mark, after]) => [comma, mark, comma, after])])

const paragraph: fc.Arbitrary<Block> = fc
  .tuple(line, fc.option(line), fc.boolean())
  .map(([one, two, hard]) => ({
    kind: 'paragraph',
    content:
      two === null
        ? one
        : [
            ...one,
            hard ? { kind: 'line-break', span } : { kind: 'text', value: '\n', span },
            ...two,
          ],
    ...located,
  }))

const caption: fc.Arbitrary<Caption> = plain.map((words) => ({
  content: [{ kind: 'text', value: words, span }],
  text: words,
  span,
}))
const captionAndLabel = fc.oneof(
  fc.constant({}),
  fc.record({ caption }),
  fc.record({ caption, label: name }),
)

const cell = (grid: boolean): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 6, arbitrary: line.map((content): Cell => ({ content, span })) },
    { weight: 1, arbitrary: fc.constant<Cell>({ content: [], span }) },
    {
      weight: grid ? 1 : 0,
      arbitrary: fc.constantFrom<Cell>(
        { content: [], merge: 'up', span },
        { content: [], merge: 'left', span },
      ),
    },
  )

const table: fc.Arbitrary<Block> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), captionAndLabel)
  .chain(([columns, grid, named]) => {
    const row = fc.array(cell(grid), { minLength: columns, maxLength: columns })
    return fc
      .record({
        align: fc.array(fc.constantFrom<Align>('left', 'center', 'right', 'none'), {
          minLength: columns,
          maxLength: columns,
        }),
        head: fc.array(cell(false), { minLength: columns, maxLength: columns }),
        rows: fc.array(row, { minLength: 1, maxLength: 3 }),
      })
      .map(
        ({ rows, ...parts }): Block => ({
          kind: 'table',
          ...parts,
          rows: rows.map(joinable),
          grid,
          ...named,
          attributes: {},
          ...located,
        }),
      )
  })

/** A cell joins one that is there: not leftwards in the first column, not upwards in the first row. */
function joinable(row: readonly Cell[], index: number): readonly Cell[] {
  return row.map((cell, column) =>
    (cell.merge === 'left' && column === 0) || (cell.merge === 'up' && index === 0)
      ? { content: [], span }
      : cell,
  )
}

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: paragraph },
  { weight: 2, arbitrary: table },
  fc
    .record({ level: fc.integer({ min: 1, max: 6 }), content: line })
    .map(({ level, content }): Block => ({ kind: 'heading', level, content, ...located })),
  fc.tuple(captionAndLabel, fc.uniqueArray(name, { minLength: 1, maxLength: 2 }), attributes).map(
    ([named, indicators, given]): Block => ({
      kind: 'chart',
      ...named,
      indicators,
      attributes: given,
      ...located,
    }),
  ),
  fc.tuple(captionAndLabel, fc.uniqueArray(name, { minLength: 1, maxLength: 2 })).map(
    ([named, indicators]): Block => ({
      kind: 'indicator-table',
      ...named,
      indicators,
      attributes: {},
      ...located,
    }),
  ),
  fc
    .tuple(captionAndLabel, fc.constantFrom('flowchart TD\nA["起"] --> B', 'mindmap\n  根'))
    .map(
      ([named, value]): Block => ({ kind: 'diagram', ...named, value, attributes: {}, ...located }),
    ),
  fc.constantFrom<Block>(
    { kind: 'code', language: 'js', value: 'a = `b`\n\n```', ...located },
    { kind: 'formula', value: 'E=mc^2', ...located },
    { kind: 'rule', ...located },
    { kind: 'page-break', ...located },
    { kind: 'note', value: ' 要求: 1.1.a ', ...located },
  ),
)

const inner = fc.array(paragraph, { minLength: 1, maxLength: 2 })
const nested: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.constant<Block>({ kind: 'note', value: '\n多行\n\n批注\n', ...located }),
  fc
    .record({
      ordered: fc.boolean(),
      start: fc.integer({ min: 1, max: 9 }),
      items: fc.array(inner, { minLength: 1, maxLength: 3 }),
    })
    .map(({ ordered, start, items }): Block => {
      const loose = items.some((blocks) => blocks.length > 1)
      return {
        kind: 'list',
        ordered,
        start: ordered ? start : 1,
        loose,
        items: items.map((blocks) => ({ blocks, span })),
        ...located,
      }
    }),
  fc
    .array(leaf, { minLength: 1, maxLength: 2 })
    .map((blocks): Block => ({ kind: 'quote', blocks, ...located })),
  fc
    .tuple(
      fc.constantFrom('highlight' as const, 'case' as const),
      plain,
      fc.array(leaf, { minLength: 1, maxLength: 3 }),
    )
    .map(
      ([variant, title, blocks]): Block => ({
        kind: 'box',
        variant,
        title: [{ kind: 'text', value: title, span }],
        attributes: {},
        blocks,
        ...located,
      }),
    ),
  fc
    .array(leaf, { minLength: 1, maxLength: 2 })
    .map((blocks): Block => ({ kind: 'landscape', blocks, ...located })),
)

/** Blocks that can follow each other without becoming one. */
export const arbitraryBlocks: fc.Arbitrary<readonly Block[]> = fc
  .array(nested, { minLength: 1, maxLength: 6 })
  .map((blocks) =>
    blocks.filter(
      (block, index) =>
        block.kind !== blocks[index - 1]?.kind || !['list', 'quote'].includes(block.kind),
    ),
  )
