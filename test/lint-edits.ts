import { globSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'

/** The texts of a workspace by path. */
export type Texts = ReadonlyMap<string, string>

/** One change; `original` is how the workspace was at first. */
export type LintEdit = (texts: Texts, original: Texts) => Texts

/** Takes all texts out of a folder: what people change is from then on held beside it. */
export function takeTexts(root: string): Texts {
  const files = globSync('**/*.{md,yaml}', { cwd: root })
  const texts = new Map(
    files.map((file) => [
      file.split(path.sep).join('/'),
      readFileSync(path.join(root, file), 'utf8'),
    ]),
  )
  for (const file of files) rmSync(path.join(root, file))
  return texts
}

const put = fc.constantFrom(
  ...[
    '',
    '\n\n',
    '# 9 新的\n\n',
    '## 1.2 社会责任\n\n',
    '待补充',
    '**',
    '|',
    '<!-- ',
    '```\n',
    '12,5%',
  ],
  ...[
    '[表](#无)',
    '[证](#iso9001)',
    ':指标[revenue.2019]',
    '见表1-1。',
    '表：新的指标\n\n',
    '{#tbl-new}',
  ],
  ...[
    '连续三年增长，',
    '获得国家质量奖。',
    'ISO9001：2015',
    '“智慧工场”',
    'Kanban',
    '我们取得显著成效。',
  ],
  '\n\n<!-- ziping-忽略 sentence-long: 引用原话 -->\n\n',
)

const inText = fc.record({ file: fc.nat(), at: fc.nat(), cut: fc.nat(30), put }).map(
  ({ file, at, cut, put: typed }): LintEdit =>
    (texts) => {
      const name = pick(chapters(texts), file)
      return change(texts, name, (text) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + typed + text.slice(place + cut)
      })
    },
)

/** A paragraph goes to another chapter, or is copied there. */
const moved = fc.record({ from: fc.nat(), to: fc.nat(), at: fc.nat(), copied: fc.boolean() }).map(
  ({ from, to, at, copied }): LintEdit =>
    (texts) => {
      const source = pick(chapters(texts), from)
      const paragraphs = (texts.get(source) ?? '').split('\n\n')
      const [paragraph = ''] = paragraphs.splice(at % paragraphs.length, 1)
      const left = copied ? texts : change(texts, source, () => paragraphs.join('\n\n'))
      return change(left, pick(chapters(texts), to), (text) => `${text}\n\n${paragraph}\n`)
    },
)

const added = fc.record({ number: fc.nat(12), from: fc.nat() }).map(
  ({ number, from }): LintEdit =>
    (texts) => {
      const text = texts.get(pick(chapters(texts), from)) ?? ''
      return change(texts, `report/${String(number).padStart(2, '0')}-新增.md`, () => text)
    },
)

const removed = fc.nat().map(
  (file): LintEdit =>
    (texts) => {
      const name = pick(chapters(texts), file)
      return new Map([...texts].filter(([other]) => other !== name))
    },
)

const renamed = fc.record({ file: fc.nat(), number: fc.nat(12) }).map(
  ({ file, number }): LintEdit =>
    (texts) => {
      const name = pick(chapters(texts), file)
      const fresh = name.replace(/[^/]+$/, `${String(number).padStart(2, '0')}-改名.md`)
      return new Map([...texts].map(([other, text]) => [other === name ? fresh : other, text]))
    },
)

/** A figure, a key or a whole line of a data file. */
const inData = fc
  .record({ file: fc.nat(), line: fc.nat(), how: fc.constantFrom('figure', 'cut', 'word') })
  .map(
    ({ file, line, how }): LintEdit =>
      (texts) => {
        const name = pick(dataFiles(texts), file)
        return change(texts, name, (text) => {
          const lines = text.split('\n')
          const at = line % lines.length
          const old = lines[at] ?? ''
          if (how === 'cut') lines.splice(at, 1)
          else
            lines[at] =
              how === 'figure' ? old.replace(/\d/, '7') : old.replace(/\p{Script=Han}/u, '新')
          return lines.join('\n')
        })
      },
  )

const settings = [
  'year: 2021',
  'year: 2019',
  'numbering: standard',
  'filed: 2019-05-01',
  'rules: { sentence-long: { options: { most: 40 } }, typography: off }',
  'rules: { paragraph-duplicate: { severity: error, options: { least: 20 } } }',
  'award: nantong-org-2020',
  'award: nantong-person-2020',
  'award: jiaxing-org-2020',
]

const inSettings = fc.constantFrom(...settings).map(
  (line): LintEdit =>
    (texts) => {
      const key = line.slice(0, line.indexOf(':') + 1)
      return change(texts, 'ziping.yaml', (text) => {
        const others = text.split('\n').filter((one) => !one.startsWith(key))
        return [line, ...others].join('\n')
      })
    },
)

/** Somebody takes back what was done to a file. */
const undone = fc.nat().map(
  (file): LintEdit =>
    (texts, original) => {
      const name = pick([...original.keys()], file)
      return change(texts, name, () => original.get(name) ?? '')
    },
)

export const lintEdits: fc.Arbitrary<LintEdit> = fc.oneof(
  { arbitrary: inText, weight: 6 },
  { arbitrary: moved, weight: 2 },
  { arbitrary: inData, weight: 3 },
  { arbitrary: undone, weight: 3 },
  ...[added, removed, renamed, inSettings].map((arbitrary) => ({ arbitrary, weight: 1 })),
)

function chapters(texts: Texts): readonly string[] {
  return [...texts.keys()].filter((file) => file.endsWith('.md'))
}

function dataFiles(texts: Texts): readonly string[] {
  return [...texts.keys()].filter((file) => /^(?:data|evidence|photos)\//.test(file))
}

function pick(names: readonly string[], index: number): string {
  return names[index % names.length] ?? 'report/01.md'
}

function change(texts: Texts, file: string, how: (text: string) => string): Texts {
  return new Map([...texts, [file, how(texts.get(file) ?? '')]])
}
