import { expect, it } from 'vitest'
import { featureDocument } from '../test/feature-document.ts'
import { smallBook, smallMaterial } from '../test/small-book.ts'
import { documentOf } from './build-document.ts'
import { finishPackage } from './finish.ts'
import { libraryParts } from './library-parts.ts'
import type { DocxMaterial } from './material.ts'
import { startWriting, type Writing } from './writing.ts'

const documents = {
  'every kind of block': { book: smallBook(), material: smallMaterial() },
  'charts with their workbooks': featureDocument(),
}

it.each(Object.entries(documents))(
  'gets the same file where the library hides its compiler: %s',
  async (_, { book, material }) => {
    const open = await partsOf(book, material)
    const hidden = await partsOf(book, material, {})
    expect([...open.parts.keys()].toSorted()).toEqual([...hidden.parts.keys()].toSorted())
    expect(open.parts.size).toBeGreaterThan(15)
    expect(finished(hidden).equals(finished(open))).toBe(true)
  },
)

it('takes what the compiler gives for nothing where that is no list of parts', async () => {
  const odd = { compiler: { compile: () => 'a zip, say' } }
  const { parts } = await partsOf(smallBook(), smallMaterial(), odd)
  expect(parts.get('word/document.xml')).toContain('<w:document')
})

interface Made {
  readonly parts: Awaited<ReturnType<typeof libraryParts>>
  readonly writing: Writing
}

async function partsOf(
  book: Writing['book'],
  material: DocxMaterial,
  ...packer: readonly object[]
): Promise<Made> {
  const writing = startWriting(book, material, new Map(), () => undefined)
  return { writing, parts: await libraryParts(documentOf(writing), ...packer) }
}

function finished({ parts, writing }: Made): Buffer {
  // The library's has the clock in it, and is replaced in every file.
  const replaced = new Map([['docProps/core.xml', '']])
  const own = { texts: writing.texts, parts: replaced, pictures: writing.pictures.files }
  return Buffer.from(finishPackage(parts, own, { chinese: '宋体', latin: 'Times New Roman' }))
}
