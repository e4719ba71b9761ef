import type { PageRun } from '@ziping/resolve'
import { officialLayout, reportLayout } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { printFamilies } from '../material.ts'
import { draftExtras } from './draft-css.ts'
import { pageCss } from './page-css.ts'

const fonts = { families: printFamilies }
const run: PageRun = {
  document: 'report',
  role: 'body',
  orientation: 'portrait',
  start: 'new-page',
  folio: 'arabic',
  blocks: [],
}

describe('pageCss', () => {
  it('mirrors margins and puts the number outside', () => {
    const css = pageCss([run], reportLayout, fonts)
    expect(css).toContain('@page r0 { size: 595.28pt 841.89pt; counter-increment: q0 1 }')
    expect(css).toContain('@page r0:right { margin: 67.57pt 58.28pt 67.57pt 79.5pt;')
    expect(css).toContain('@page r0:left { margin: 67.57pt 79.5pt 67.57pt 58.28pt;')
    expect(css).toMatch(/r0:right .*@bottom-right \{ content: counter\(q0, decimal\); font: 14pt/)
    expect(css).toMatch(/r0:left .*@bottom-left \{ content: counter\(q0, decimal\)/)
  })

  it('sets the number between dashes, one character in, as official documents do', () => {
    const css = pageCss([run], officialLayout, fonts)
    expect(css).toContain('content: "— " counter(q0, decimal) " —"')
    expect(css).toContain('text-align: right; padding-right: 14pt;')
  })

  it('sets it in the middle where the award wants it there', () => {
    const pageNumber = { ...reportLayout.pageNumber, place: 'center' } as const
    const css = pageCss([run], { ...reportLayout, pageNumber }, fonts)
    expect(css.match(/@bottom-center/g)).toHaveLength(2)
    expect(css).not.toMatch(/@bottom-(?:left|right)/)
  })

  it('turns the sheet and gives pages without a number none', () => {
    const css = pageCss([{ ...run, orientation: 'landscape', folio: 'none' }], reportLayout, fonts)
    expect(css).toContain('size: 841.89pt 595.28pt')
    expect(css).toContain(':right { margin: 79.5pt 67.57pt 58.28pt 67.57pt;')
    expect(css).not.toContain('@bottom')
  })

  it('counts from the number it is told, in either kind of figures', () => {
    const runs = [{ ...run, restart: 8 }, { ...run, folio: 'roman' } as const]
    const css = pageCss(runs, reportLayout, fonts)
    expect(css).toContain('@counter-style arabic-from-8 { system: fixed 1; symbols: "8" "9" "10"')
    expect(css).toContain('@counter-style roman-from-8 { system: fixed 1; symbols: "viii" "ix" "x"')
    expect(css).toContain('content: counter(q0, roman-from-8)')
  })

  it('counts a blank back with what comes before it', () => {
    const runs = [run, { ...run, restart: 1, start: 'right-hand' } as const]
    const css = pageCss(runs, reportLayout, fonts)
    expect(css).toMatch(/@page b1 \{ size: [^;]+; counter-increment: q0 1 \}/)
    expect(css).toMatch(/@page r1 \{ size: [^;]+; counter-increment: q1 1 \}/)
    expect(css).not.toMatch(/@page b1:\w+ \{[^}]*@/)
  })

  it('adds a draft’s word, label and ruler to every page, and room for notes outside', () => {
    const extras = draftExtras({ label: '第2稿', date: '2020-07-20' }, reportLayout, fonts)
    const css = pageCss([run], reportLayout, fonts, extras)
    expect(css.match(/content: "草稿";/g)).toHaveLength(2)
    expect(css).toContain('content: "草稿　第2稿　2020-07-20"')
    expect(css).toContain('content: "1\\a 2\\a 3')
    const outer = Number(/r0:right \{ margin: [\d.]+pt ([\d.]+)pt/.exec(css)?.[1])
    expect(outer).toBeGreaterThan(120)
  })
})
