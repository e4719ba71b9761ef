import fc from 'fast-check'
import type { Align, Block, Caption, Cell } from '../src/block.ts'
import type { Image, Inline } from '../src/inline.ts'

// Block trees as a report may hold them, with the marks that are most easily misread. Only what CommonMark cannot say at
// all is left out: paragraphs that begin or end with a space, emphasis that touches emphasis, two quotations in a row.

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
    { kind: 'footnote-reference', id: '1', span },
    {
      kind: 'link',
      url: 'https://example.com',
      title: '“题” & "名"',
      definition: '标准',
      children: [{ kind: 'text', value: '链', span }],
      span,
    },
    {
      kind: 'reference',
      withPage: false,
      children: [],
      targets: ['a'],
      title: '题',
      word: '',
      span,
    },
    { kind: 'value', indicator: '含 空格', year: 2019, attributes: {}, span },
    { kind: 'value', indicator: 'csi', year: 2019, form: '同比', attributes: {}, span },
    {
      kind: 'strong',
      children: [{ kind: 'emphasis', children: [{ kind: 'text', value: '又粗又斜', span }], span }],
      span,
    },
    {
      kind: 'emphasis',
      children: [{ kind: 'strong', children: [{ kind: 'text', value: '又斜又粗', span }], span }],
      span,
    },
  ),
  fc.constantFrom('a.png', 'b c.png').map((url) => ({
    kind: 'image' as const,
    url,
    alt: '图[标]*',
    attributes: { width: '5mm' },
    span,
  })),
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
const typedCaption = (typed: string): fc.Arbitrary<Caption> =>
  caption.map((read) => ({ ...read, typed }))
const captionAndLabel = (word: '表' | '图') =>
  fc.oneof(
    fc.constant({}),
    fc.record({ caption }),
    fc.record({ caption, label: name }),
    fc.record({ caption: typedCaption(`${word}3-1`), label: name }),
  )

const image: fc.Arbitrary<Image> = fc
  .tuple(fc.constantFrom('', '架构', '甲*乙[丙]|'), fc.option(name), attributes)
  .map(([alt, label, given]) => ({
    kind: 'image',
    url: 'images/图 1.png',
    alt,
    ...(label === null ? {} : { label }),
    attributes: given,
    span,
  }))

/** An image alone takes its words as caption and hands on its label; a row has its own. */
const figure: fc.Arbitrary<Block> = fc
  .tuple(fc.array(image, { minLength: 1, maxLength: 3 }), fc.option(caption), name)
  .map(([images, own, label]): Block => {
    const [only, ...more] = images
    const alone = more.length === 0 ? only : undefined
    const alt = alone === undefined || alone.alt === '' ? undefined : altCaption(alone.alt)
    const given = own ?? alt
    const labelled = alone?.label ?? (own === null ? undefined : label)
    return {
      kind: 'figure',
      images,
      ...(given === undefined ? {} : { caption: given }),
      ...(labelled === undefined ? {} : { label: labelled }),
      attributes: alone?.attributes ?? {},
      ...located,
    }
  })

function altCaption(alt: string): Caption {
  return { content: [{ kind: 'text', value: alt, span }], text: alt, span }
}

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
  .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), captionAndLabel('表'))
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
  fc.tuple(fc.integer({ min: 1, max: 6 }), line, fc.option(name)).map(
    ([level, content, label]): Block => ({
      kind: 'heading',
      level,
      content,
      ...(label === null ? {} : { label }),
      ...located,
    }),
  ),
  figure,
  fc
    .tuple(captionAndLabel('图'), fc.uniqueArray(name, { minLength: 1, maxLength: 2 }), attributes)
    .map(
      ([named, indicators, given]): Block => ({
        kind: 'chart',
        ...named,
        indicators,
        attributes: given,
        ...located,
      }),
    ),
  fc.tuple(captionAndLabel('表'), fc.uniqueArray(name, { minLength: 1, maxLength: 2 })).map(
    ([named, indicators]): Block => ({
      kind: 'indicator-table',
      ...named,
      indicators,
      attributes: {},
      ...located,
    }),
  ),
  fc
    .tuple(captionAndLabel('图'), fc.constantFrom('flowchart TD\nA["起"] --> B', 'mindmap\n  根'))
    .map(
      ([named, value]): Block => ({
        kind: 'diagram',
        ...named,
        value,
        fence: 1,
        attributes: {},
        ...located,
      }),
    ),
  fc.constantFrom<Block>(
    { kind: 'code', language: 'js', meta: 'title="x" {#a}', value: 'a = `b`\n\n```', ...located },
    { kind: 'code', value: '', ...located },
    { kind: 'formula', value: 'E=mc^2', ...located },
    { kind: 'rule', ...located },
    { kind: 'page-break', ...located },
    { kind: 'note', value: ' 要求: 1.1.a ', ...located },
  ),
)

const inner = fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, leaf), {
  minLength: 1,
  maxLength: 2,
})

/** Items of a list, tasks among them; two blocks in one make it loose. */
const list: fc.Arbitrary<Block> = fc
  .record({
    ordered: fc.boolean(),
    start: fc.integer({ min: 1, max: 9 }),
    items: fc.array(inner, { minLength: 1, maxLength: 3 }),
    task: fc.option(fc.boolean()),
  })
  .map(
    ({ ordered, start, items, task }): Block => ({
      kind: 'list',
      ordered,
      start: ordered ? start : 1,
      loose: items.length > 1 || items.some((blocks) => blocks.length > 1),
      items: items.map((blocks) => ({
        blocks,
        ...(task === null || blocks[0]?.kind !== 'paragraph' ? {} : { checked: task }),
        span,
      })),
      ...located,
    }),
  )
  .filter(isSayable)

/** What needs a blank line inside cannot be the only block of a list with one item. */
function isSayable(block: Block): boolean {
  return (
    block.kind !== 'list' || block.loose || block.items.every(({ blocks }) => blocks.length < 2)
  )
}
const nested: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.constant<Block>({ kind: 'note', value: '\n多行\n\n批注\n', ...located }),
  list,
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

/** What the references to notes and definitions in the text stand for. */
const targets: readonly Block[] = [
  {
    kind: 'paragraph',
    content: [
      { kind: 'text', value: '出处', span },
      { kind: 'footnote-reference', id: '1', span },
      {
        kind: 'link',
        url: 'https://example.com',
        title: '“题” & "名"',
        definition: '标准',
        children: [],
        span,
      },
    ],
    ...located,
  },
  {
    kind: 'footnote',
    id: '1',
    blocks: [
      { kind: 'paragraph', content: [{ kind: 'text', value: '注一', span }], ...located },
      { kind: 'paragraph', content: [{ kind: 'text', value: '注二', span }], ...located },
    ],
    ...located,
  },
  {
    kind: 'link-definition',
    id: '标准',
    url: 'https://example.com',
    title: '“题” & "名"',
    ...located,
  },
]

/** Blocks that can follow each other without becoming one. */
export const arbitraryBlocks: fc.Arbitrary<readonly Block[]> = fc
  .array(nested, { minLength: 1, maxLength: 6 })
  .map((blocks) => [
    ...blocks.filter(
      (block, index) => block.kind !== 'quote' || blocks[index - 1]?.kind !== 'quote',
    ),
    ...targets,
  ])
