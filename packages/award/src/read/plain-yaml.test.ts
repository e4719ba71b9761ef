import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Data } from './data.ts'
import type { Origins } from './origins.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { readYaml } from './read-yaml.ts'

const root = path.join(import.meta.dirname, '../../../..')
const samples = ['content/{samples,codes,awards}', 'test/reports']
  .flatMap((folder) => globSync(`${folder}/**/*.yaml`, { cwd: root }))
  .sort()
  .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const)

/** Data with the place of every member. */
function placed(data: Data, origins: Origins): unknown {
  if (typeof data !== 'object' || data === null) return data
  const members = Object.entries(data).map(([key, value]) => {
    const origin = origins.get(data)?.get(key)
    return [key, origin?.key, origin?.value, placed(value, origins)]
  })
  return [Array.isArray(data) ? 'list' : 'map', members]
}

function readPlain(text: string): unknown {
  const origins: Origins = new WeakMap()
  const data = readPlainYaml({ file: 'data.yaml', text }, origins)
  return data === undefined ? 'left to the parser' : placed(data, origins)
}

function readWhole(text: string): unknown {
  const origins: Origins = new WeakMap()
  const { root, findings } = readYaml('data.yaml', text, origins, { anyRoot: true, byParser: true })
  return findings.length > 0 ? findings : placed(root, origins)
}

function expectEqual(text: string): void {
  const plain = readPlain(text)
  if (plain !== 'left to the parser') expect(plain).toEqual(readWhole(text))
}

describe('YAML that is read plainly', () => {
  it.each([
    'a: 1\nb: 二\n',
    'a:\n  b: {x: 1, 2017: 82310.50, y: "z, w"}\n\n# 注\n  c: [甲, "乙", [1, {k: v}]]  # 尾\nd: 2018-05-12',
    'a:\n- b\n- c: 1\n  d: 2\n-   e: 3\n    f:\n      - g\nh: i\n',
    'a:\n  - b\n\n\nc: d # 注\n\n',
    'a:\n  b: 1\n  # 注\nc: 2\n',
    'a:\n  b: 1\n  # 末注\n',
    'a: 00118\nb: 1e3\nc: 0x1F\nd: +1\ne: .5\nf: -3\ng: 1.\nh: 12.50\ni: ~\nj: null\nk: True\nl: true',
    'a: b: c\n',
    'a: |\n  长\n',
    'a: 甲\n  乙\n',
    'a: |-\n  # 一\n\n   二: "\n\n\nb: |\n    三\n# 注\nc: 1\n',
    'a:\n  b: |-\n    一\n   二\n',
    'a:\n  b: |-\n    一\n    二\n\n  # 注\n  c: 0755-80000366\n  "1.1": 91320600MA1TEKT00L\n',
    'a: ["1", "2"] # 注\nb: "c #d" # "e\nf: "g # h\n',
    'a: b: |-\n  一\n',
    'a: >-\n  一，\n  二\nb: >\n    x y\n    z\n\n\nc: 1\n',
    'a: >-\n  一 \n  二\nb: 1\n',
    'a: >-\n  一\n\n  二\nb: 1\n',
    'a: >-\n  一\n   二\n  三\nb: 1\n',
    'a:\n  - b: 1\n    c: >-\n      # 一\n      - 二: "\n  - b: >-\n      末\n',
    'a: >+\n  一\nb: >2\n   二\nc: >-\n',
    '- a: |-\n    一\n  b: 1\n',
    'a:\nb: 1\n',
    'a: 1\na: 2\n',
    'a: "b" c\n',
    "a: 'it''s'\nb: 'c'\n",
    'a: &x 1\nb: *x\n',
    '- 1\n- 2\n',
    '- - 1\n',
    '  a: 1\n',
    'a:\n    b: 1\n  c: 2\n',
    'a: {b:1, c}\n',
    'a: {b: 1,}\n',
    'a: [1, , 2]\n',
    'a: http://x.cn:80/y#z\nb: 10:30\n',
    'a : 1\n"b": 2\n',
    'a: {}\nb: []\n',
    '甲 乙: 丙\n<<: 丁\n__proto__: 戊\n',
    '',
  ])('is what the parser reads: %j', expectEqual)

  it('is every data file of the samples but a few', () => {
    const data = samples.filter(([file]) => file.startsWith('content/samples'))
    const left = data.filter(([, text]) => readPlain(text) === 'left to the parser')
    expect(left.length).toBeLessThan(data.length / 4)
  })

  it.each(samples)('in %s', (_, text) => expectEqual(text))

  it('in files with faults', () => {
    const lines = samples.map(([, text]) => text.split('\n'))
    const pieces = [
      '- ',
      '  ',
      ': ',
      ':',
      '#',
      ' # 注',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '"',
      "'",
      '\n',
      '|',
      '0',
    ]
    const faulty = fc
      .record({
        file: fc.constantFrom(...lines),
        from: fc.nat(400),
        count: fc.integer({ min: 1, max: 12 }),
        edits: fc.array(
          fc.record({ at: fc.nat(400), cut: fc.nat(3), put: fc.constantFrom('', ...pieces) }),
          { maxLength: 3 },
        ),
      })
      .map(({ file, from, count, edits }) => {
        const start = from % file.length
        let text = `${file.slice(start, start + count).join('\n')}\n`
        for (const { at, cut, put } of edits) {
          const place = at % text.length
          text = text.slice(0, place) + put + text.slice(place + cut)
        }
        return text
      })
    fc.assert(fc.property(faulty, expectEqual), { numRuns: 3000, seed: 19_580 })
  })
})
