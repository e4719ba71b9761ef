import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseValue } from './parse-value.ts'
import {
  isDictionary,
  PdfName,
  PdfReference,
  PdfText,
  pdfText,
  textOf,
  writeValue,
} from './pdf-syntax.ts'

describe('parseValue', () => {
  it('reads what Chromium writes', () => {
    const { value } = parseValue(
      '<</Type /Page\n/MediaBox [0 0 594.95996 -841.9]\n/Parent 15 0 R\n/A#20B (a\\(b\\)\\\\c\\101)\n/T <FEFF8BD5>\n/B true /N null>>',
      0,
    )
    if (!isDictionary(value)) throw new Error('no dictionary')
    expect(value.get('Type')).toEqual(new PdfName('Page'))
    expect(value.get('MediaBox')).toEqual([0, 0, 594.95996, -841.9])
    expect(value.get('Parent')).toEqual(new PdfReference(15))
    expect(value.get('A B')).toEqual(new PdfText('a(b)\\cA'))
    expect(textOf(value.get('T'))).toBe('试')
    expect([value.get('B'), value.get('N')]).toEqual([true, null])
  })

  it('reads any text back that is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'binary-ascii' }),
        (text, name) => {
          const written = writeValue(new Map([[name, pdfText(text)]]))
          const { value, end } = parseValue(written, 0)
          if (!isDictionary(value)) throw new Error('no dictionary')
          expect(textOf(value.get(name))).toBe(text)
          expect(end).toBe(written.length)
        },
      ),
    )
  })

  it('refuses what is cut short or no value, and never hangs', () => {
    for (const text of [
      '',
      '<<',
      '[1 2',
      '(abc',
      '<12',
      '<</A',
      '<<1 2>>',
      ')',
      '>>',
      '['.repeat(10_000),
    ])
      expect(() => parseValue(text, 0)).toThrow(SyntaxError)
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>[]()/\\ 1R#%\n') }), (text) => {
        try {
          expect(parseValue(text, 0).end).toBeLessThanOrEqual(text.length)
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError)
        }
      }),
    )
  })
})
