import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { LanguageClient } from './language-client.ts'

const sample = path.resolve(import.meta.dirname, '../content/samples/nantong-person')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping lsp sessions '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let made = 0

function copy(): string {
  const root = path.join(scratch, String(++made))
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  return root
}

const pieces = [
  '，，',
  '\n\n## 1.2 ',
  '[](#x)',
  ':指标[',
  ':::亮点\n',
  '```\n',
  '\r\n',
  '😀',
  '<!-- ',
  '-->',
  '|',
  '【采用方法】',
  '\n---\n',
  'a: [',
  '  ',
  '"',
]

const edit = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  cut: fc.nat({ max: 12 }),
  put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })),
})

it('after some hundred edits the findings are those of a fresh start', async () => {
  const [edits = []] = fc.sample(fc.array(edit, { minLength: 300, maxLength: 300 }), {
    numRuns: 1,
    seed: 20200814,
  })
  const root = copy()
  const files = ['data/indicators.yaml', 'evidence/evidence.yaml', 'ziping.yaml']
  const client = new LanguageClient(root)
  await client.start()
  const chapters = readdirSync(path.join(root, 'report')).filter((name) => name.endsWith('.md'))
  const all = [...files, ...chapters.map((name) => `report/${name}`)]
  expect(chapters).not.toEqual([])
  for (const file of all) client.open(file)
  for (const [index, { file: which, at, cut, put }] of edits.entries()) {
    // Data files lose their meaning soon: chapters are edited more often.
    const file =
      all[
        index % 20 === 0 ? which % all.length : files.length + (which % (all.length - files.length))
      ]
    if (file === undefined) continue
    const { length } = client.text(file)
    const start = at % (length + 1)
    client.edit(file, start, Math.min(length, start + cut), put)
    if (index % 100 === 99) await client.settled(file)
  }
  for (const file of all) await client.settled(file)
  const found = shown(client)
  await client.stop()

  for (const file of all) writeFileSync(path.join(root, file), client.texts.get(file) ?? '')
  const fresh = new LanguageClient(root)
  await fresh.start()
  for (const file of all) fresh.open(file, client.texts.get(file))
  for (const file of all) await fresh.settled(file)
  expect(shown(fresh)).toEqual(found)
  await fresh.stop()
})

function shown(client: LanguageClient): readonly unknown[] {
  return [...client.diagnostics]
    .filter(([, diagnostics]) => diagnostics.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

const methods = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/rename',
  'textDocument/prepareRename',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/codeLens',
  'textDocument/codeAction',
  'textDocument/semanticTokens/full',
  'textDocument/diagnostic',
  'workspace/diagnostic',
  'ziping/status',
  'textDocument/didChange',
  'textDocument/didOpen',
  'no/such/method',
]

const number = fc.oneof(fc.integer({ min: -3, max: 400 }), fc.constant(2 ** 31), fc.constant(1.5))
const position = fc.record({ line: number, character: number })
const range = fc.record({ start: position, end: position })

it('no message makes it fall over', async () => {
  const root = copy()
  const client = new LanguageClient(root)
  await client.start()
  client.open('ziping.yaml')
  await client.settled('ziping.yaml')
  const params = fc.oneof(
    fc.jsonValue(),
    fc.record({
      textDocument: fc.record({
        uri: fc.oneof(
          fc.constant(client.uri('ziping.yaml')),
          fc.webUrl(),
          fc.string(),
          fc.constant('file:///%'),
        ),
      }),
      position,
      range,
      newName: fc.string(),
      context: fc.record({ diagnostics: fc.constant([]), includeDeclaration: fc.boolean() }),
      contentChanges: fc.array(fc.record({ range, text: fc.string() }), { maxLength: 2 }),
    }),
  )
  const messages = fc.sample(fc.tuple(fc.constantFrom(...methods), params, fc.boolean()), {
    numRuns: 300,
    seed: 20200814,
  })
  // What is no request by the protocol need not be answered.
  for (const [method, what, isRequest] of messages)
    if (isRequest) void client.request(method, what).catch(() => undefined)
    else client.notify(method, what)
  await client.request('ziping/status', {
    textDocument: { uri: client.uri('ziping.yaml') },
    position: { line: 0, character: 0 },
  })
  expect(client.exitCode).toBeUndefined()
  client.open('overview.md', '# 概述\n')
  await client.settled('overview.md')
  await client.stop()
  expect(client.exitCode).toBe(0)
})

it('what an editor should never say does no harm', async () => {
  const root = copy()
  const [first = ''] = readdirSync(path.join(root, 'report')).filter((name) => /\.md$/.test(name))
  const chapter = `report/${first}`
  const client = new LanguageClient(root)
  await client.start()
  const uri = client.uri(chapter)
  const textDocument = { uri, version: 7 }
  const end = { line: 2 ** 31 - 1, character: 2 ** 31 - 1 }
  const far = { start: end, end }
  const backwards = { start: { line: 3, character: 2 }, end: { line: 0, character: 0 } }

  // Of documents nobody has opened, and of one closed twice.
  client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: '甲' }] })
  client.notify('textDocument/didClose', { textDocument })
  client.open(chapter)
  client.close(chapter)
  client.notify('textDocument/didClose', { textDocument })
  for (const method of ['hover', 'completion', 'definition', 'codeLens', 'documentSymbol'])
    await client.request(`textDocument/${method}`, {
      textDocument: { uri: client.uri('没有.md') },
      position: end,
    })

  // Opened twice; positions beyond every line, before the first, from back to front.
  client.open(chapter, '# 概述\n')
  client.open(chapter, '# 概述\n')
  const held = (): Promise<{ readonly text: string }> =>
    client.request('ziping/held', { textDocument })
  for (const [range, text, expected] of [
    [far, '末', '# 概述\n末'],
    [backwards, '首', '# 概述\n末首'],
    [{ start: { line: -3, character: -9 }, end: { line: 0, character: 0 } }, '前', undefined],
  ] as const) {
    client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text }] })
    const now = (await held()).text
    if (expected === undefined) expect(now).toContain(text)
    else expect(now).toBe(expected)
  }

  // A text as long as ten reports, in many lines and in a single one.
  for (const huge of ['质量管理。\n'.repeat(50_000), '质量管理，'.repeat(50_000)]) {
    client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: huge }] })
    expect((await held()).text).toBe(huge)
    const told = await client.request<object | null>('textDocument/hover', {
      textDocument,
      position: { line: 0, character: 1 },
    })
    expect(told).toBeNull()
  }
  const text = '# 概述\n'
  client.notify('textDocument/didChange', { textDocument, contentChanges: [{ text }] })
  expect((await held()).text).toBe(text)
  await client.stop()
  expect(client.exitCode).toBe(0)
})

it('what is no message costs an answer, not the session', async () => {
  const root = copy()
  const client = new LanguageClient(root)
  await client.start()
  client.open('ziping.yaml')
  const before = await client.settled('ziping.yaml')
  const framed = (body: string): string => `Content-Length: ${body.length}\r\n\r\n${body}`
  const bodies = ['{"a":', '[]', 'null', '7', '{"jsonrpc":"1.0"}', '{"id":{},"method":7}']
  for (const bytes of ['garbage\r\n\r\n', 'X: y\r\n\r\n', ...bodies.map(framed)]) {
    client.raw(bytes)
    // By themselves: a stretch read together with a wrong head may be given up with it.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  client.edit('ziping.yaml', 0, 0, '# 重新开始\n')
  expect((await client.settled('ziping.yaml')).length).toBe(before.length)
  await client.stop()
  expect(client.exitCode).toBe(0)
})

it('a server that is killed takes nothing with it', async () => {
  const root = copy()
  const [first = ''] = readdirSync(path.join(root, 'report')).filter((name) => /\.md$/.test(name))
  const chapter = `report/${first}`
  const saved = readFileSync(path.join(root, chapter))
  const client = new LanguageClient(root)
  await client.start()
  client.open(chapter)
  client.edit(
    chapter,
    client.text(chapter).length,
    client.text(chapter).length,
    '\n见[](#none)。\n',
  )
  await client.settled(chapter)
  const found = shown(client)
  void client.request('workspace/diagnostic', { previousResultIds: [] }).catch(() => undefined)
  await client.kill()

  // What an editor does: it starts another and tells it what it holds.
  const other = new LanguageClient(root)
  await other.start()
  other.open(chapter, client.text(chapter))
  await other.settled(chapter)
  expect(shown(other)).toEqual(found)
  expect(JSON.stringify(found)).toContain('reference-unresolved')
  expect(readFileSync(path.join(root, chapter))).toEqual(saved)
  await other.stop()
})
