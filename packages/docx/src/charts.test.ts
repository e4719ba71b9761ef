import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { attribute, docxTrees, emptyNode } from '../test/docx-outline.ts'
import { charts, featureDocument } from '../test/feature-document.ts'
import { checkDocx } from './check/check-docx.ts'
import { allNodes, findNode, type XmlNode } from './check/read-xml.ts'
import { renderDocx } from './render-docx.ts'

const { book, material } = featureDocument()
const { file, findings } = await renderDocx(book, material)
const trees = docxTrees(file)
const parts = [...trees].filter(([name]) => /^word\/charts\/chart\d+\.xml$/.test(name))

function texts(node: XmlNode, name: string): readonly string[] {
  return [...allNodes(node)]
    .filter((one) => one.name === name)
    .map((one) =>
      [...allNodes(one)]
        .flatMap(({ children }) => children)
        .filter((child) => typeof child === 'string')
        .join(''),
    )
}

it('makes each chart a part with its workbook', () => {
  expect(findings).toEqual([])
  expect(checkDocx(file)).toEqual([])
  expect(parts).toHaveLength(charts.length)
  const workbooks = Object.entries(unzipSync(file)).filter(([name]) => name.endsWith('.xlsx'))
  expect(workbooks).toHaveLength(charts.length)
  const sheet = unzipSync(workbooks[0]?.[1] ?? new Uint8Array())
  const words = Object.values(sheet)
    .map((part) => strFromU8(part))
    .join('')
  for (const word of ['本公司', '2020年', '103480']) expect(words).toContain(word)
})

it('has every figure, a gap where nothing was measured, and a star where one is not final', () => {
  const chart = parts[0]?.[1] ?? emptyNode
  expect(texts(chart, 'c:tx')).toEqual(
    expect.arrayContaining(['Sheet1!$B$1本公司', 'Sheet1!$C$1行业标杆']),
  )
  const values = texts(chart, 'c:val').join(' ')
  for (const value of ['82310', '91250', '103480', '120000', '131000'])
    expect(values).toContain(value)
  expect(texts(chart, 'a:t')).toContain('103480*')
})

it('names the document’s faces for both scripts', () => {
  for (const [, chart] of parts) {
    expect(attribute(chart, 'a:latin', 'typeface')).toBe('Times New Roman')
    expect(attribute(chart, 'a:ea', 'typeface')).toBe('宋体')
  }
})

it('fills columns and parts, dashes lines and points them as the printed chart does', () => {
  const source = strFromU8(unzipSync(file)['word/charts/chart4.xml'] ?? new Uint8Array())
  expect([...source.matchAll(/prst="(\w+)"/g)].map(([, pattern]) => pattern)).toEqual(['ltUpDiag'])
  const [, lines] = parts[1] ?? ['', emptyNode]
  const named = (name: string): readonly (string | undefined)[] =>
    [...allNodes(lines)]
      .filter((one) => one.name === name)
      .map(({ attributes }) => attributes['val'])
  expect(named('a:prstDash')).toEqual(['solid', 'dashDot'])
  expect(named('c:symbol')).toEqual(['circle', 'diamond'])
  // A line runs across the columns: they are pale.
  const combined = strFromU8(unzipSync(file)['word/charts/chart1.xml'] ?? new Uint8Array())
  expect(combined).toContain('<a:srgbClr val="1F4E71"><a:lumMod val="20000"/>')
})

it('tells every figure to those who cannot see it', () => {
  const drawings = [...allNodes(trees.get('word/document.xml') ?? emptyNode)].filter(
    ({ name }) => name === 'wp:docPr',
  )
  expect(drawings[0]?.attributes['descr']).toBe(
    '图表1。本公司：2018年 82310，2019年 91250，2020年 103480*。行业标杆：2018年 120000，2019年 —，2020年 131000',
  )
})

it('places a diagram in lines, with dots for programs that cannot draw them', () => {
  const body = trees.get('word/document.xml') ?? emptyNode
  const types = Object.keys(unzipSync(file)).filter((name) => name.startsWith('word/media/'))
  expect(types).toEqual(['word/media/picture1.png', 'word/media/picture2.svg'])
  expect(findNode(body, 'asvg:svgBlip')).toBeDefined()
})
