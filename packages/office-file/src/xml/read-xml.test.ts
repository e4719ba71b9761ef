import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { OfficeFault } from '../office-fault.ts'
import { childOf, elementsOf, findElement, settingOf, switchOf, textOf } from './elements.ts'
import { readXml, type XmlElement } from './read-xml.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

describe('names', () => {
  it.each([
    ['the usual prefix', `<w:p xmlns:w="${word}" w:a="1" b="2"/>`, 'w:p w:a b'],
    ['another prefix', `<z:p xmlns:z="${word}" z:a="1"/>`, 'w:p w:a'],
    ['no prefix: attributes then have none', `<p xmlns="${word}" a="1"/>`, 'w:p a'],
    ['the strict form', `<w:p xmlns:w="${strict}"/>`, 'w:p'],
    ['a workbook, with a prefix', `<x:c xmlns:x="${sheet}" r="A1"/>`, 'c r'],
    ['no namespace', '<c r="A1"/>', 'c r'],
    ['a namespace unknown here', '<w:p xmlns:w="urn:a" w:b=""/>', 'x:p x:b'],
    ['two of them', '<a:p xmlns:a="urn:a" xmlns:b="urn:b" a:c="" b:c=""/>', 'x:p x:c'],
    ['what XML itself declares', '<a xml:space="preserve"/>', 'a xml:space'],
  ])('%s', (_, text, expected) => {
    const { name, attributes } = readXml(text)
    expect([name, ...attributes.keys()].join(' ')).toBe(expected)
  })

  it('hold within the element that declares them', () => {
    const root = readXml(
      `<w:a xmlns:w="${word}"><w:b xmlns:w="urn:x"><w:c/></w:b><p xmlns="${word}"><q/></p><q/><w:d/></w:a>`,
    )
    expect(names(root)).toEqual(['w:a', 'x:b', 'x:c', 'w:p', 'w:q', 'q', 'w:d'])
  })
})

describe('text', () => {
  it.each([
    ['entities of XML', '&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
    ['characters by number', '&#30002;&#x20000;&#x41;', '甲𠀀A'],
    ['entities that only look like two', '&amp;lt;', '&lt;'],
    ['literal text', '甲<![CDATA[<b>&amp;]]>乙', '甲<b>&amp;乙'],
    ['comments and instructions', '甲<!-- - -->乙<?a b?>丙', '甲乙丙'],
    ['ends of lines', '甲\r\n乙\r丙', '甲\n乙\n丙'],
    ['blanks', ' 甲 ', ' 甲 '],
  ])('%s', (_, inner, expected) => {
    expect(textOf(readXml(`<a>${inner}</a>`))).toBe(expected)
  })

  it('of attributes is one line', () => {
    const { attributes } = readXml('<a b = "1\r\n2\t3&#10;4>" c=\'"\'/>')
    expect([...attributes]).toEqual([
      ['b', '1 2 3\n4>'],
      ['c', '"'],
    ])
  })
})

it('knows where every element stands', () => {
  const text = '<?xml version="1.0"?>\r\n<a><b c=">"> <d /></b><e></e></a>'
  const root = readXml(text)
  const cut = (name: string): readonly string[] => {
    const { start, end, innerStart, innerEnd } = findElement(root, name) ?? root
    return [text.slice(start, end), text.slice(innerStart, innerEnd)]
  }
  expect(cut('a')).toEqual(['<a><b c=">"> <d /></b><e></e></a>', '<b c=">"> <d /></b><e></e>'])
  expect(cut('b')).toEqual(['<b c=">"> <d /></b>', ' <d />'])
  expect(cut('d')).toEqual(['<d />', ''])
  expect(cut('e')).toEqual(['<e></e>', ''])
})

it('reads settings and switches', () => {
  const root = readXml(
    `<w:rPr xmlns:w="${word}"><w:b/><w:i w:val="0"/><w:u w:val="none"/><w:sz w:val="24"/></w:rPr>`,
  )
  expect(['w:b', 'w:i', 'w:u', 'w:strike'].map((name) => switchOf(root, name))).toEqual([
    true,
    false,
    false,
    undefined,
  ])
  expect(settingOf(root, 'w:sz')).toBe('24')
  expect(childOf(undefined, 'w:b')).toBeUndefined()
})

describe('another reader', () => {
  it('finds the same files well-formed, and the same in them', () => {
    const pieces = fc.constantFrom(
      ...['<a>', '</a>', '<b c="1">', '</b>', '<p:d/>', '<e f="g" f="h"/>', '<b\nc = "&lt;"/>'],
      ...[
        '<i xmlns="urn:i">',
        '</i>',
        '<q:i xmlns:q="urn:i" q:j="">',
        '</q:i>',
        '<r:i xmlns:r=""/>',
      ],
      ...['甲', ' ', '\r\n', '&amp;', '&#20;', '&#x7532;', '&amp', '&x;', ']]>', '>', '<', '"'],
      ...[
        '<!--',
        '-->',
        '--',
        '<![CDATA[',
        ']]',
        '<?',
        '?>',
        '<?xml ?>',
        '<a',
        '/>',
        '\u000B',
        '=',
      ],
      ...[
        '<1/>',
        '<a:b:c/>',
        '<:a/>',
        '<a b=c/>',
        '<a b="<"/>',
        '<a b="1"c="2"/>',
        '< a/>',
        '<a / >',
      ],
    )
    const documents = fc
      .array(pieces, { maxLength: 12 })
      .map((found) => `<a xmlns:p="urn:p">${found.join('')}</a>`)
    let sound = 0
    fc.assert(
      fc.property(documents, (text) => {
        const found = ours(text)
        if (found !== undefined) sound += 1
        expect(found, text).toEqual(theirs(text))
      }),
      { numRuns: 20_000, seed: 7 },
    )
    expect(sound).toBeGreaterThan(2_000)
  })
})

function names(element: XmlElement): readonly string[] {
  return [element.name, ...elementsOf(element).flatMap(names)]
}

/** Everything that comes by, in order; undefined for what is not well-formed. */
function ours(text: string): readonly string[] | undefined {
  try {
    return shown(readXml(text))
  } catch (cause) {
    if (cause instanceof OfficeFault) return undefined
    throw cause
  }
}

function shown(element: XmlElement): readonly string[] {
  const local = (name: string): string => name.split(':').at(-1) ?? ''
  const attributes = [...element.attributes].map(([name, value]) => `${local(name)}=${value}`)
  return [
    `<${[local(element.name), ...attributes].join(' ')}>`,
    ...element.children.flatMap((child) => (typeof child === 'string' ? child : shown(child))),
    '</>',
  ]
}

function theirs(text: string): readonly string[] | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const found: string[] = []
  let isBroken = false
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('opentag', ({ local, attributes }) => {
    const own = Object.values(attributes).filter(
      ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
    )
    found.push(`<${[local, ...own.map((one) => `${one.local}=${one.value}`)].join(' ')}>`)
  })
  parser.on('closetag', () => found.push('</>'))
  parser.on('text', (words) => found.push(words))
  parser.on('cdata', (words) => found.push(words))
  parser.write(text).close()
  return isBroken ? undefined : found
}
