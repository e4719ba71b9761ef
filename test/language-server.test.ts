import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isLeftover } from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { type Diagnostic, LanguageClient } from './language-client.ts'
import { runZiping } from './run-ziping.ts'
import { type Fault, readFaults } from './seeded-faults/fault.ts'
import { toldByCommand, toldByServer } from './told-findings.ts'

const samples = path.resolve(import.meta.dirname, '../content/samples')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping lsp 编辑 '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let made = 0

/** A copy of a sample, under a name that has to be escaped in a URI. */
function copy(sample: string): string {
  const root = path.join(scratch, `${sample} ${++made}`)
  cpSync(path.join(samples, sample), root, {
    recursive: true,
    filter: (name) => path.basename(name) !== 'dist',
  })
  return root
}

async function lintedByCommand(root: string): Promise<readonly string[]> {
  return toldByCommand(
    (await runZiping(['-C', root, 'lint', '--format', 'json'], { cwd: root })).out,
  )
}

/** The samples’ texts with every fault of the table that is a change of words, files that stay readable only. */
function seeded(sample: string, root: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const faults = readFaults().filter((one) => one.sample === sample && isReadable(one))
  for (const { file, before, after, create = {} } of faults) {
    // A copy that lies beside its original is found on the disk, not in an editor.
    for (const [name, text] of Object.entries(create))
      if (/\.(?:md|yaml)$/.test(name) && !isLeftover(path.basename(name))) texts.set(name, text)
    if (before === undefined || after === undefined) continue
    const parts = (texts.get(file) ?? readFileSync(path.join(root, file), 'utf8')).split(before)
    if (parts.length === 2) texts.set(file, parts.join(after))
  }
  return texts
}

/** A file that is no YAML any more would hide all other faults. */
function isReadable({ rule, file }: Fault): boolean {
  return file.endsWith('.md') || !/^(?:workspace|data)-invalid$/.test(rule)
}

const names = [
  'nantong-org',
  'nantong-person',
  'wuhan-manager',
  'jiaxing-group',
  'shenzhen-economic',
  'shenzhen-project',
]

describe('an editor is told what the command line tells', () => {
  it.each(names)('%s as it lies there, and with its faults not yet saved', async (sample) => {
    const root = copy(sample)
    const client = new LanguageClient(root)
    await client.start()
    client.open('ziping.yaml')
    await client.settled('ziping.yaml')
    expect(toldByServer(root, client.diagnostics)).toEqual(await lintedByCommand(root))

    const texts = seeded(sample, root)
    for (const [file, text] of texts)
      if (file === 'ziping.yaml') client.edit(file, 0, client.text(file).length, text)
      else client.open(file, text)
    for (const file of texts.keys()) await client.settled(file)
    const told = toldByServer(root, client.diagnostics)
    await client.stop()
    for (const [file, text] of texts) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
    expect(told).toEqual(await lintedByCommand(root))
    expect(texts.size).toBeGreaterThan(0)
  })
})

describe('findings come to the editor one way only', () => {
  const pulling = {
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  }

  it('are pulled where the client can be told to pull anew', async () => {
    const root = copy('nantong-org')
    const file = 'report/01-领导.md'
    const client = new LanguageClient(root)
    const { capabilities } = await client.start(pulling)
    expect(capabilities).toHaveProperty('diagnosticProvider')
    client.open(file)
    client.replace(file, '\n## ', '\n取得了显著成效，，见[](#none)\n\n## ')
    const uri = client.uri(file)
    const asked = { textDocument: { uri } }
    const pulled = await client.request<{ kind: string; resultId: string; items: Diagnostic[] }>(
      'textDocument/diagnostic',
      asked,
    )
    expect(pulled.items.map(({ code }) => code)).toContain('reference-unresolved')
    const again = { ...asked, previousResultId: pulled.resultId }
    expect(await client.request('textDocument/diagnostic', again)).toEqual({
      kind: 'unchanged',
      resultId: pulled.resultId,
    })
    const whole = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    )
    expect(whole.items.find((one) => one.uri === uri)?.items).toEqual(pulled.items)
    await client.until(() =>
      client.said.some((one) => one.method === 'workspace/diagnostic/refresh'),
    )
    expect(client.said.filter((one) => one.method === 'textDocument/publishDiagnostics')).toEqual(
      [],
    )
    await client.stop()
  })

  it('are pushed elsewhere, and taken back when the last file is closed', async () => {
    const root = copy('nantong-org')
    const file = 'report/01-领导.md'
    const client = new LanguageClient(root)
    const { capabilities } = await client.start({ textDocument: { diagnostic: {} } })
    expect(capabilities).not.toHaveProperty('diagnosticProvider')
    client.open(file)
    client.replace(file, '\n## ', '\n见[](#none)\n\n## ')
    expect(await client.settled(file)).not.toEqual([])
    client.close(file)
    await client.until(() => [...client.diagnostics.values()].every((found) => found.length === 0))
    await client.stop()
  })
})

describe('whatever happens in a session', () => {
  it('a broken ziping.yaml is told there, and mended again', async () => {
    const root = copy('nantong-org')
    const client = new LanguageClient(root)
    await client.start()
    client.open('ziping.yaml')
    const before = await client.settled('ziping.yaml')
    const offered = (): Promise<unknown> =>
      client.request('textDocument/hover', {
        textDocument: { uri: client.uri('report/01-领导.md') },
        position: { line: 0, character: 0 },
      })
    for (const broken of ['award: [', 'award: no-such-award', 'yaer: 1', '']) {
      const text = client.text('ziping.yaml')
      client.edit('ziping.yaml', 0, text.length, broken)
      const found = await client.settled('ziping.yaml')
      expect(found.filter(({ severity }) => severity === 1)).not.toEqual([])
      await offered()
      client.edit('ziping.yaml', 0, broken.length, text)
      expect(await client.settled('ziping.yaml')).toEqual(before)
    }
    expect(readFileSync(path.join(root, 'ziping.yaml'), 'utf8')).toBe(client.text('ziping.yaml'))
    await client.stop()
  })

  it('files in no workspace are left alone', async () => {
    const client = new LanguageClient(scratch)
    await client.start()
    client.open('外面.md', '# 1.1 使命\n\n取得了显著成效，，\n')
    const uri = client.uri('外面.md')
    const asked = { textDocument: { uri }, position: { line: 0, character: 3 } }
    expect(await client.request('textDocument/hover', asked)).toBeNull()
    expect(await client.request('textDocument/completion', asked)).toBeNull()
    expect(client.diagnostics.size).toBe(0)
    await client.stop()
  })

  it('Windows line ends and characters beyond the first plane keep their places', async () => {
    const root = copy('nantong-org')
    const file = 'report/01-领导.md'
    const client = new LanguageClient(root)
    await client.start()
    client.open(file, readFileSync(path.join(root, file), 'utf8').replaceAll('\n', '\r\n'))
    client.replace(file, '\r\n## ', '\r\n𠀀😀见[](#none)\r\n\r\n## ')
    const found = (await client.settled(file)).find(({ code }) => code === 'reference-unresolved')
    const lines = client.text(file).split('\r\n')
    const { start, end } = found?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    }
    expect(lines[start.line]?.slice(start.character, end.character)).toBe('[](#none)')
    await client.stop()
  })

  it('speaks the language of the client, or the one asked for', async () => {
    const root = copy('nantong-org')
    for (const [locale, env, words] of [
      ['zh-cn', {}, '已写'],
      ['en-US', {}, 'Written'],
      ['en-US', { ZIPING_LANG: 'zh-CN' }, '已写'],
    ] as const) {
      const client = new LanguageClient(root, env)
      await client.start({}, { locale })
      client.open('report/01-领导.md')
      const card = await client.about('hover', 'report/01-领导.md', '1.1 高层')
      expect(JSON.stringify(card)).toContain(words)
      await client.stop()
    }
  })
})
