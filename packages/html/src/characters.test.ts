import { type BookInline, reportLayout } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { featureBook } from '../../resolve/test/feature-book.ts'
import { heading, p } from '../../resolve/test/making.ts'
import { material } from '../test/example.ts'
import { renderHtml } from './render-html.ts'
import { printCss } from './templates.ts'

async function needed(content: readonly BookInline[], layout = reportLayout) {
  const [first] = featureBook().runs
  if (first === undefined) throw new Error('no run')
  const { banner: _, ...rest } = featureBook(layout)
  const run = { ...first, blocks: [p(content), heading(1, '领导', 'h')] }
  const { characters } = await renderHtml({ ...rest, runs: [run] }, material)
  return (face: string, bold = false) =>
    characters.find((one) => one.face === face && one.bold === bold)?.characters ?? ''
}

const text = (value: string): BookInline => ({ kind: 'text', value })

describe('the characters a face must draw', () => {
  it('are those of its own texts, each once and in order', async () => {
    const of = await needed([text('质量质量一')])
    expect(of('song')).toContain('一质量')
    expect(of('hei', true)).toContain('导领')
    expect(of('hei', true)).not.toContain('质')
  })

  it('follow weight, emphasis, signs that are escaped, and boxes with a tick', async () => {
    const of = await needed([
      { kind: 'strong', children: [text('重')] },
      { kind: 'emphasis', children: [text('楷'), { kind: 'strong', children: [text('粗')] }] },
      text('<“é”>'),
      { kind: 'checkbox', checked: true },
    ])
    expect(of('song', true)).toBe('重')
    expect(of('kai')).toBe('楷')
    expect(of('kai', true)).toBe('粗')
    expect(of('latin')).toMatch(/<.*>.*é/)
    expect(of('song')).toMatch(/“”.*☑/)
  })

  it('hold the figures of page numbers, and the words in drawings', async () => {
    const { characters } = await renderHtml(featureBook(), material)
    const latin = characters.find(({ face, bold }) => face === 'latin' && !bold)?.characters
    expect(latin).toMatch(/0123456789.*i.*v.*x/)
    const hei = characters.find(({ face, bold }) => face === 'hei' && !bold)?.characters
    for (const character of '图中文字') expect(hei).toContain(character)
  })
})

it('the fixed CSS names no face, weight or size of a text: they come from the layout', () => {
  const css = printCss('book').replace(/\/\*[\s\S]*?\*\//g, '')
  expect(
    css.match(/font-family|font-weight|font-size: [^0;]*pt|line-height: [1-9][\d.]*pt/g),
  ).toBeNull()
  expect(css.match(/font: /g)).toEqual(['font: '])
})
