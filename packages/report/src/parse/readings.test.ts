import { describe, expect, it } from 'vitest'
import { reading } from '../../test/outline.ts'
import { captions } from '../../test/readings/captions.ts'
import { directives } from '../../test/readings/directives.ts'
import { marks } from '../../test/readings/marks.ts'
import { structures } from '../../test/readings/structures.ts'

const tables = { directives, captions, marks, structures }

describe.each(Object.entries(tables))('%s', (_, readings) => {
  it.each(readings)('%j', (source, outline) => {
    expect(reading(source)).toBe(outline)
  })

  // The same text as Windows saves it says the same.
  it.each(readings)('%j with CRLF', (source, outline) => {
    expect(reading(source.replace(/\r?\n/g, '\r\n'))).toBe(outline)
  })
})

it('reads at least 140 different inputs', () => {
  const sources = Object.values(tables).flatMap((table) => table.map(([source]) => source))
  expect(new Set(sources).size).toBe(sources.length)
  expect(sources.length).toBeGreaterThanOrEqual(140)
})
