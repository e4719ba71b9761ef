import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountForText } from '../../test/account/account-for-text.ts'
import { fragments, mutatedSamples, sampleTexts } from '../../test/arbitrary-source.ts'
import { fuzzTime, fuzzTimeout } from '../../test/fuzz-time.ts'
import { readSources } from '../../test/readings/index.ts'
import { parseDocument } from '../parse-document.ts'

function missing(source: string): readonly string[] {
  return accountForText(source, parseDocument('report/1.md', source))
}

describe('every character lies in a text, an attribute or a token of syntax', () => {
  it('in the samples', () => {
    for (const text of sampleTexts) expect(missing(text)).toEqual([])
  })

  it.each(readSources)('in %j', (source) => {
    expect(missing(source)).toEqual([])
    expect(missing(source.replace(/\r?\n/g, '\r\n'))).toEqual([])
  })

  it.each([
    ['fragments', fragments],
    ['mutated samples', mutatedSamples],
  ])(
    'in %s',
    (_, sources) => {
      fc.assert(
        fc.property(sources, (source) => {
          expect(missing(source)).toEqual([])
        }),
        fuzzTime(400),
      )
    },
    fuzzTimeout,
  )
})
