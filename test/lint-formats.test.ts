import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runZiping } from './run-ziping.ts'

/** Everything that needs escaping somewhere: in file names, in messages, in columns counted in bytes. */
const root = mkdtempSync(path.join(tmpdir(), 'ziping formats '))
const workspace = '我们 100%, a:b'
afterAll(() => rmSync(root, { recursive: true, force: true }))

beforeAll(() => {
  mkdirSync(path.join(root, workspace, 'report'), { recursive: true })
  write('ziping.yaml', 'award: demo\nyear: 2024\n"<&\'>\\"]]>%0A::": 1\n')
  write('report/01 领导&.md', '# 1 领导\n\n## 1.1 使命\n\n使命——“质量”，，😀由全体员工确定...\n')
  // One clause in two files: a finding with a second place.
  write('report/02 再写.md', '# 1.1 使命\n\n使命——再写一遍。\n')
})

function write(name: string, text: string): void {
  writeFileSync(path.join(root, workspace, name), text)
}

async function lint(format: string): Promise<string> {
  const words = ['-C', workspace, 'lint', '--format', format]
  return (await runZiping(words, { cwd: root })).out
}

/** The findings as the contract's JSON has them. */
async function findings(): Promise<readonly { path: string; rule: string; line: number }[]> {
  const json = JSON.parse(await lint('json'))
  return json.files.flatMap((file: { path: string; findings: readonly object[] }) =>
    file.findings.map((finding) => ({ path: `${workspace}/${file.path}`, ...finding })),
  )
}

function schema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, 'schemas', name), 'utf8'))
}

/** What is wrong with a value by a schema. */
function faults(given: Record<string, unknown>, value: unknown): unknown {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: true,
  })
  const validate = ajv.compile(given)
  return validate(value) ? [] : validate.errors
}

describe('sarif', () => {
  it('is valid by its published schema', async () => {
    // Draft 4, but for these two words the same as today.
    const { id: _, $schema: __, ...sarif } = schema('sarif-2.1.0-rtm.5.json')
    const log = JSON.parse(await lint('sarif'))
    expect(faults(sarif, log)).toEqual([])
    expect(faults(sarif, { ...log, version: '2.0.0' })).not.toEqual([])
    const [run] = log.runs
    expect(run.results).toHaveLength((await findings()).length)
    for (const part of ['fixes', 'relatedLocations', 'properties'])
      expect(run.results.filter((result: object) => part in result)).not.toEqual([])
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
      const { uri } = locations[0].physicalLocation.artifactLocation
      expect(uri).toMatch(/^[\w.%!~*'()/-]+$/)
      expect(decodeURIComponent(uri)).toMatch(/^我们 100%, a:b\/(?:ziping\.yaml$|data\/|report\/)/)
    }
  })
})

describe('rdjson', () => {
  it('is valid, with columns counted in bytes of UTF-8', async () => {
    const result = JSON.parse(await lint('rdjson'))
    const rdjson = schema('rdjson-subset.schema.json')
    expect(faults(rdjson, result)).toEqual([])
    expect(faults(rdjson, { ...result, diagnostics: [{ message: '' }] })).not.toEqual([])
    expect(result.diagnostics).toHaveLength((await findings()).length)
    for (const part of ['suggestions', 'related_locations'])
      expect(result.diagnostics.filter((one: object) => part in one)).not.toEqual([])
    const heading = result.diagnostics.find(
      (one: { code: { value: string } }) => one.code.value === 'clause-missing',
    )
    expect(heading.location.range).toEqual({
      start: { line: 1, column: 1 },
      end: { line: 1, column: '# 1.1 '.length + 2 * 3 + 1 },
    })
  })
})

describe('checkstyle', () => {
  it('is well-formed and says the same', async () => {
    const document = elements(await lint('checkstyle'))
    const [head, ...rest] = document
    expect(head).toMatchObject({ name: 'checkstyle', depth: 0, attributes: { version: '4.3' } })
    let file = ''
    const said: string[] = []
    for (const { name, depth, attributes } of rest) {
      if (name === 'file') {
        expect(depth).toBe(1)
        expect(Object.keys(attributes)).toEqual(['name'])
        file = attributes['name'] ?? ''
        continue
      }
      expect({ name, depth }).toEqual({ name: 'error', depth: 2 })
      const { line = '', column, severity, message, source = '' } = attributes
      expect(Object.keys(attributes)).toHaveLength(5)
      expect([line, column].join()).toMatch(/^[1-9]\d*,[1-9]\d*$/)
      expect(severity).toMatch(/^(?:error|warning|info)$/)
      expect(message).not.toBe('')
      said.push(`${file}:${line} ${source.replace(/^ziping\./, '')}`)
    }
    expect(said).toEqual((await findings()).map((one) => `${one.path}:${one.line} ${one.rule}`))
  })
})

describe('github', () => {
  it('is one workflow command a line, escaped', async () => {
    const lines = (await lint('github')).trimEnd().split('\n')
    const said = lines.map((line) => {
      const match = /^::(error|warning|notice) ([^:\r\n]+)::([^\r\n]+)$/.exec(line)
      expect(match, line).not.toBeNull()
      const [, , properties = '', message = ''] = match ?? []
      expect(`${properties}${message}`.match(/%(?!25|0D|0A|3A|2C)/g)).toBeNull()
      const entries = properties.split(',').map((one) => one.split('='))
      expect(entries.every((entry) => entry.length === 2)).toBe(true)
      const { file = '', line: row, title } = Object.fromEntries(entries)
      return `${unescaped(file)}:${row} ${title}`
    })
    expect(said).toEqual((await findings()).map((one) => `${one.path}:${one.line} ${one.rule}`))
  })

  it('names files from the repository’s root where GitHub says where that is', async () => {
    const { out } = await runZiping(['lint', '--format', 'github'], {
      cwd: path.join(root, workspace),
      env: { GITHUB_WORKSPACE: root },
    })
    expect(out).toContain('file=我们 100%25%2C a%3Ab/ziping.yaml')
  })
})

function unescaped(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
}

interface Element {
  readonly name: string
  readonly depth: number
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads XML that has elements and attributes only, strictly: whatever else is there fails. */
function elements(xml: string): readonly Element[] {
  const found: Element[] = []
  const open: string[] = []
  let rest = xml
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest)
    if (match === null) return undefined
    rest = rest.slice(match[0].length).trimStart()
    return match
  }
  expect(take(/^<\?xml version="1\.0" encoding="UTF-8"\?>/)).toBeDefined()
  while (rest !== '') {
    const end = take(/^<\/(\w+)>/)
    if (end !== undefined) {
      expect(open.pop()).toBe(end[1])
      continue
    }
    const start = take(/^<(\w+)((?: \w+="(?:[^<&"\n\t]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)(\/?)>/)
    if (start === undefined) throw new Error(`no XML: ${rest.slice(0, 80)}`)
    const [, name = '', written = '', closed] = start
    const pairs = [...written.matchAll(/ (\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      decoded(value),
    ])
    found.push({ name, depth: open.length, attributes: Object.fromEntries(pairs) })
    if (closed === '') open.push(name)
  }
  expect(open).toEqual([])
  return found
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function decoded(text: string): string {
  return text.replace(/&(#\d+|\w+);/g, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? '?'),
  )
}
