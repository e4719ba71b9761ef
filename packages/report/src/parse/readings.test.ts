import { describe, expect, it } from 'vitest'
import { reading } from '../../test/outline.ts'
import { readSources, tables } from '../../test/readings/index.ts'

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
  expect(new Set(readSources).size).toBe(readSources.length)
  expect(readSources.length).toBeGreaterThanOrEqual(140)
})
