import { describe, expect, it } from 'vitest'
import { hostileFiles } from '../test/hostile-files.ts'
import { madeFile } from '../test/made-file.ts'
import { OfficeFault, openOfficeFile } from './index.ts'

/** Opens a file and reads everything in it. */
function readWhole(bytes: Uint8Array): void {
  const file = openOfficeFile(bytes)
  for (const { name } of file.entries) {
    if (/\.(?:xml|rels)$/.test(name)) file.xml(name)
    else file.bytes(name)
    file.relations(name)
  }
}

function problemOf(bytes: Uint8Array): string {
  try {
    readWhole(bytes)
    return 'none'
  } catch (cause) {
    if (cause instanceof OfficeFault) return cause.why
    throw cause
  }
}

describe('what should not be read', () => {
  it.each(hostileFiles)('%s', (_, bytes, why) => {
    expect(problemOf(bytes())).toBe(why)
  })

  it('within narrower limits: a part, and all parts together', () => {
    const file = madeFile({
      'a.xml': `<a>${' '.repeat(900)}</a>`,
      'b.xml': `<b>${' '.repeat(900)}</b>`,
    })
    const limited = (part: number, all: number) => () => {
      const opened = openOfficeFile(file, { part, all })
      return [opened.xml('a.xml'), opened.xml('b.xml')]
    }
    expect(limited(1_000, 3_000)).not.toThrow()
    expect(limited(800, 3_000)).toThrow('too-large')
    expect(limited(1_000, 1_500)).toThrow('too-large')
  })
})

describe('a file altered or cut off anywhere', () => {
  const bytes = madeFile({
    'word/media/a.png': Buffer.from('a picture'),
    'word/b.xml': '<a b="c">甲</a>',
  })
  const places = Array.from(bytes, (_, at) => at)

  it('is read, or told as a fault', () => {
    const told = places.flatMap((at) => {
      const turned = bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte))
      return [problemOf(turned), problemOf(bytes.subarray(0, at))]
    })
    expect(new Set(told)).toEqual(new Set(['none', 'not-office', 'broken', 'too-large']))
  })

  it('cut off is never read', () => {
    expect(places.filter((at) => problemOf(bytes.subarray(0, at)) === 'none')).toEqual([])
  })
})
