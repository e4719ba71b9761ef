import { placeOfFile } from '@ziping/diagnostics'
import type { LivePages, LiveSpot } from '@ziping/session'
import { describe, expect, it } from 'vitest'
import { hasFile, whereClicked } from './find-spot.ts'

function spot(line: number, sheet: number, top: number): LiveSpot {
  return { place: { ...placeOfFile('report/01.md'), line, endLine: line }, sheet, top }
}

const pages: LivePages = {
  document: 'report',
  title: '自评报告',
  version: 1,
  sheets: [],
  spots: [spot(1, 0, 100), spot(3, 0, 140), spot(4, 0, 140), spot(9, 2, 100)],
  settled: true,
  findings: [],
  substitutions: [],
}

describe('whereClicked', () => {
  it.each([
    ['above everything', 0, 20, undefined],
    ['on a heading', 0, 105, 1],
    ['a hair above the letters', 0, 138, 4],
    ['on what begins together: the inner one', 0, 150, 4],
    ['on a page that only goes on', 1, 300, 4],
    ['at the top of a page, above its first block', 2, 50, 4],
    ['further down', 2, 500, 9],
  ])('%s', (_, sheet, top, line) => {
    expect(whereClicked(pages, sheet, top)?.line).toBe(line)
  })
})

describe('hasFile', () => {
  it('knows what is printed in these pages', () => {
    expect(hasFile(pages, 'report/01.md')).toBe(true)
    expect(hasFile(pages, 'report/02.md')).toBe(false)
  })
})
