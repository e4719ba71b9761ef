import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { smallBook, smallMaterial } from '../../test/small-book.ts'
import { renderDocx } from '../render-docx.ts'
import { checkDocx } from './check-docx.ts'
import { readXml } from './read-xml.ts'

const { file } = await renderDocx(smallBook(), smallMaterial())

/** The file with a part changed. */
function changed(name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(file)
  const part = parts[name]
  if (part === undefined) throw new Error(`no ${name}`)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(part))) })
}

describe('checkDocx', () => {
  it('finds nothing in a sound file', () => {
    expect(checkDocx(file)).toEqual([])
  })

  it.each([
    [
      'two bookmarks of a name',
      'w:name="_Ref_clause_2"',
      'w:name="_Ref_clause_1"',
      'bookmark twice: _ref_clause_1',
    ],
    ['a reference to nothing', 'REF _Ref_b1_results', 'REF _Ref_gone', 'no bookmark: _Ref_gone'],
    ['a simple field', '<w:t ', '<w:fldSimple/><w:t ', 'word/document.xml: simple field'],
    [
      'a dirty field',
      'w:fldCharType="begin"',
      'w:fldCharType="begin" w:dirty="1"',
      'word/document.xml: dirty field',
    ],
    [
      'a field without result',
      '>7<',
      '><',
      'word/document.xml: empty field PAGEREF _Ref_clause_2 \\h ',
    ],
    ['a class of another copy', '<w:body>', '<w:body><rootKey/>', 'word/document.xml: rootKey'],
    [
      'a picture that is not there',
      /r:embed="rId\d+"/,
      'r:embed="rId999"',
      'word/document.xml: no relationship rId999',
    ],
    ['a drawing without words', /descr="[^"]*"/, '', 'drawing without alternative text: 1'],
  ])('finds %s', (_, from, to, fault) => {
    expect(checkDocx(changed('word/document.xml', (text) => text.replace(from, to)))).toContain(
      fault,
    )
  })

  it('finds what would make Word ask to update', () => {
    const asking = changed('word/settings.xml', (text) =>
      text.replace('<w:compat>', '<w:updateFields w:val="true"/><w:compat>'),
    )
    expect(checkDocx(asking)).toEqual(['settings: updateFields'])
  })

  it('finds parts nobody leads to, and what is no XML', () => {
    const parts = { ...unzipSync(file), 'word/extra.xml': strToU8('<a><b></a>') }
    expect(checkDocx(zipSync(parts))).toEqual([
      'word/extra.xml: not well-formed XML: </a>',
      'orphan: word/extra.xml',
    ])
  })
})

describe('readXml', () => {
  it('reads names, attributes, text and entities', () => {
    expect(readXml('<?xml version="1.0"?><!-- c --><a x="1 &amp; 2"><b/>&#x4E2D;&lt;</a>')).toEqual(
      {
        name: 'a',
        attributes: { x: '1 & 2' },
        children: [{ name: 'b', attributes: {}, children: [] }, '中<'],
      },
    )
  })

  it.each(['', '<a>', '</a>', '<a></b>', '<a/>text', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])(
    'refuses %j',
    (text) => {
      expect(() => readXml(text)).toThrow('not well-formed XML')
    },
  )
})
