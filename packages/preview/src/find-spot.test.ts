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
    expect(whereClicked(pages, { sheet, top, left: 100 })?.line).toBe(line)
  })
})

describe('whereClicked in a form', () => {
  const cell = (line: number, top: number, left: number): LiveSpot => ({
    ...spot(line, 0, top),
    left,
  })
  // A label and a value, twice in a row; below them a tall cell with two rows beside it.
  const form: LivePages = {
    ...pages,
    spots: [
      cell(1, 100, 80),
      cell(1, 100, 150),
      cell(2, 100, 260),
      cell(2, 100, 330),
      cell(3, 120, 80),
      cell(4, 120, 200),
      cell(5, 140, 200),
    ],
  }
  it.each([
    ['a label', 110, 90, 1],
    ['a value', 110, 200, 1],
    ['the second value', 110, 400, 2],
    ['the tall cell, further down', 150, 100, 3],
    ['beside it, below', 150, 250, 5],
  ])('%s', (_, top, left, line) => {
    expect(whereClicked(form, { sheet: 0, top, left })?.line).toBe(line)
  })
})

describe('hasFile', () => {
  it('knows what is printed in these pages', () => {
    expect(hasFile(pages, 'report/01.md')).toBe(true)
    expect(hasFile(pages, 'report/02.md')).toBe(false)
  })
})
