import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CodeAction,
  LanguageClient,
  positionIn,
  type TextEdit,
  type WorkspaceEdit,
  withEdits,
} from './language-client.ts'

const sample = path.resolve(import.meta.dirname, '../content/samples/nantong-org')
const root = mkdtempSync(path.join(tmpdir(), 'ziping lsp features '))
const chapter = 'report/01-领导.md'
const indicators = 'data/indicators.yaml'
const evidence = 'evidence/evidence.yaml'
const form = 'data/form.yaml'
const plan = 'data/plan.yaml'
const client = new LanguageClient(root)

beforeAll(async () => {
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  await client.start()
  for (const file of [chapter, indicators, evidence, 'ziping.yaml']) client.open(file)
  await client.settled(chapter)
})

afterAll(async () => {
  await client.stop()
  rmSync(root, { recursive: true, force: true })
})

/** Does something in a changed chapter, and takes the change back. */
async function whileItSays<Result>(
  before: string,
  after: string,
  look: () => Promise<Result>,
): Promise<Result> {
  const text = client.text(chapter)
  client.replace(chapter, before, after)
  try {
    return await look()
  } finally {
    client.edit(chapter, 0, client.text(chapter).length, text)
  }
}

/** The actions offered where a word stands. */
function actionsAt(word: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
  const at = client.text(chapter).indexOf(word)
  const range = {
    start: positionIn(client.text(chapter), at),
    end: positionIn(client.text(chapter), at + word.length),
  }
  return client.request('textDocument/codeAction', {
    textDocument: { uri: client.uri(chapter) },
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  })
}

/** Those offered at the very beginning of a file. */
function actionsOf(editor: LanguageClient, file: string): Promise<readonly CodeAction[]> {
  const start = { line: 0, character: 0 }
  return editor.request('textDocument/codeAction', {
    textDocument: { uri: editor.uri(file) },
    range: { start, end: start },
    context: { diagnostics: [] },
  })
}

/** The text of the chapter after one of the actions. */
function after(actions: readonly CodeAction[], title: string): string {
  const action = actions.find((one) => one.title.includes(title))
  const edits: readonly TextEdit[] = action?.edit.changes?.[client.uri(chapter)] ?? []
  return withEdits(client.text(chapter), edits)
}

async function hover(file: string, word: string, behind = 0): Promise<string> {
  const found = await client.about<{ contents: { value: string } } | null>('hover', file, word, {
    behind,
  })
  return found?.contents.value ?? ''
}

describe('hover', () => {
  it('tells of a clause its requirements, points, source and length', async () => {
    const card = await hover(chapter, '1.1 高层领导的作用')
    for (const words of ['50 分', '已写', '确定方向', 'GB/T 19580']) expect(card).toContain(words)
  })

  it('tells of an indicator its series, in text and data', async () => {
    for (const card of [
      await hover(chapter, '#revenue.2019', 2),
      await hover(indicators, '\nrevenue:', 3),
    ]) {
      expect(card).toContain('主营业务收入')
      expect(card).toContain('| 实际 | 62480 | 73150 | 81260 |')
      expect(card).toContain('国内标杆')
    }
  })

  it('tells of evidence what it is', async () => {
    expect(await hover(chapter, '[证](#cqo)', 6)).toMatch(/证实性材料\d+/)
  })
})

describe('completion', () => {
  const labels = async (typed: string, file = chapter): Promise<readonly string[]> =>
    (await client.offered(file, typed)).map(({ label }) => label)

  it('knows what may follow in Markdown', async () => {
    expect(await labels('## ')).toContain('1.1 高层领导的作用')
    expect(await labels('见[表](#')).toContain('tbl-culture')
    expect(await labels('见[表](#')).not.toContain('fig-santong')
    expect(await labels('见[证](#iso9001,')).toContain('iso9001')
    expect(await labels('达到[81260万元](#rev')).toContain('revenue.2019')
    expect(await labels(':指标[')).toContain('revenue.2019')
    expect(await labels(':指标[revenue.2019 ')).toContain('同比')
    expect(await labels('::图表[标题]{指标="revenue ')).toContain('profit')
    expect(await labels('::')).toEqual(expect.arrayContaining(['::指标表', '::chart']))
    const [first] = await client.offered(chapter, '::')
    expect(first).toMatchObject({ label: '::指标表', detail: '由指标数据排出的结果表' })
    expect(await labels(':::')).toEqual(expect.arrayContaining([':::亮点', ':::landscape']))
    expect(await labels('【')).toContain('【采用方法】')
    expect(await labels('<!-- 要求: ')).toContain('1.1.确定方向')
    expect(await labels('<!-- ziping-忽略 ')).toContain('sentence-long')
  })

  it('puts the word in place of what was typed of it', async () => {
    const text = client.text(chapter)
    const item = (await client.offered(chapter, '见[表](#tbl-cu')).find(
      ({ label }) => label === 'tbl-culture',
    )
    const typed = `${text}\n\n见[表](#tbl-cu`
    expect(withEdits(typed, item === undefined ? [] : [item.textEdit])).toBe(
      `${text}\n\n见[表](#tbl-culture`,
    )
  })

  it('knows keys and values of data files', async () => {
    expect(await labels('num', 'ziping.yaml')).toContain('numbering')
    expect(await labels('award: ', 'ziping.yaml')).toContain('wuhan-person-staff')
    expect(await labels('rules:\n  sent', 'ziping.yaml')).toContain('sentence-long')
    expect(await labels('rules:\n  sentence-long: ', 'ziping.yaml')).toContain('warn')
    expect(await labels('new:\n  bet', indicators)).toContain('better')
    expect(await labels('new:\n  name: 新\n  better: ', indicators)).toEqual(['higher', 'lower'])
    expect(await labels('new:\n  evidence: ', indicators)).toContain('iso9001')
    expect(await labels('new:\n  lev', evidence)).toContain('level')
    expect(await labels('new:\n  title: 新\n  na', indicators)).not.toContain('title')
  })

  it('knows what the award says of forms, plans and scores', async () => {
    for (const file of [form, plan]) client.open(file)
    expect(await labels('t', form)).toContain('t10')
    // It is there already.
    expect(await labels('t', form)).not.toContain('t1')
    expect(await labels('t1:\n  cc', form)).toEqual(expect.arrayContaining(['ccc', 'cccSince']))
    expect(await labels('t1:\n  ccc: ', form)).toEqual(['是', '否'])
    expect(await labels('clauses:\n  "7', plan)).toContain('7.1')
    expect(await labels('clauses:\n  "7.1":\n    ow', plan)).toContain('owner')
    const [clause] = (await client.offered(plan, 'clauses:\n  7')).filter(
      ({ label }) => label === '7.1',
    )
    expect(clause?.textEdit.newText).toBe('"7.1": ')
    expect(await hover(form, 'ccc:', 1)).toContain('强制性认证')
  })

  it('knows what stands above a chapter', async () => {
    expect(await client.about('completion', chapter, '负责人')).toMatchObject(
      ['title', '负责人', '状态', 'numbering'].map((label) => ({ label })),
    )
  })
})

interface Location {
  readonly uri: string
  readonly range: { readonly start: { readonly line: number } }
}

describe('navigation', () => {
  const goto = (word: string, behind: number): Promise<readonly Location[]> =>
    client.about('definition', chapter, word, { behind })

  it('leads to labels, data and clauses', async () => {
    expect((await goto('](#tbl-culture)', 4)).map(({ uri }) => uri)).toContain(client.uri(chapter))
    expect((await goto('](#revenue.2019)', 4)).map(({ uri }) => uri)).toEqual([
      client.uri(indicators),
    ])
    expect((await goto('[证](#cqo)', 6)).map(({ uri }) => uri)).toEqual([client.uri(evidence)])
  })

  it('finds every use across Markdown and YAML', async () => {
    const uses = await client.about<readonly Location[]>(
      'references',
      indicators,
      'evidence: audit-2019',
      {
        behind: 11,
        context: { includeDeclaration: true },
      },
    )
    expect(uses.map(({ uri }) => uri)).toEqual(
      expect.arrayContaining([client.uri(indicators), client.uri(evidence)]),
    )
  })

  it('renames everywhere at once, and only what is free', async () => {
    const at = { behind: 4, newName: 'sales' }
    const edit = await client.about<WorkspaceEdit>('rename', chapter, '](#revenue.2019)', at)
    for (const [uri, edits] of Object.entries(edit.changes ?? {})) {
      const file = path.relative(root, decodeURIComponent(new URL(uri).pathname))
      const text = readFileSync(path.join(root, file), 'utf8')
      const renamed = withEdits(text, edits)
      expect(renamed, file).not.toMatch(/(?<![\w-])revenue(?![\w-])/)
      expect(renamed.split('sales').length, file).toBe(
        text.split('sales').length + text.split(/(?<![\w-])revenue(?![\w-])/).length - 1,
      )
    }
    expect(Object.keys(edit.changes ?? {}).length).toBeGreaterThan(2)
    for (const newName of ['profit', 'a b', 'a.b', ''])
      await expect(
        client.about('rename', chapter, '](#revenue.2019)', { behind: 4, newName }),
      ).rejects.toThrow(/名称/)
  })
})

describe('code actions', () => {
  it('make a safe fix', async () => {
    const wrong = '\n\n高层以身作则，，带头改进。\n\n## 1.2'
    await whileItSays('\n\n## 1.2', wrong, async () => {
      const text = after(await actionsAt('，，'), '改正：')
      const titles = (await actionsAt('，，')).map(({ title }) => title)
      expect(new Set(titles).size).toBe(titles.length)
      expect(text).toContain('高层以身作则，带头改进。')
      expect(after(await actionsAt('，，', ['source.fixAll']), '改正本文件')).toContain(
        '高层以身作则，带头改进。',
      )
    })
  })

  it('tie a typed number to its source, or print it from there', async () => {
    const typed = '\n\n2019年主营业务收入81260万元。\n\n## 1.2'
    await whileItSays('\n\n## 1.2', typed, async () => {
      const actions = await actionsAt('81260万元。')
      expect(after(actions, '连起来')).toContain('收入[81260万元](#revenue.2019)。')
      expect(after(actions, '改为引用')).toContain('收入:指标[revenue.2019]。')
    })
  })

  it('waive with a reason still to be written', async () => {
    const wrong = '\n\n取得了显著成效，见[](#none)。\n\n## 1.2'
    await whileItSays('\n\n## 1.2', wrong, async () => {
      const text = after(await actionsAt('[](#none)'), '忽略 reference-unresolved')
      expect(text).toContain('\n\n<!-- ziping-忽略 reference-unresolved:  -->\n\n取得了显著成效')
    })
  })

  it('insert what is missing of a clause', async () => {
    const text = client.text(chapter)
    const from = text.indexOf('## 1.2')
    const to = text.indexOf('## 1.3')
    client.edit(chapter, from, to, '')
    const found = await client.settled(chapter)
    expect(found.map(({ code }) => code)).toContain('clause-missing')
    const filled = after(await actionsAt('1.1 高层领导的作用'), '插入条款 1.2')
    expect(filled.indexOf('## 1.2 组织治理')).toBeGreaterThan(filled.indexOf('## 1.1'))
    expect(filled.indexOf('## 1.2 组织治理')).toBeLessThan(filled.indexOf('## 1.3'))
    client.edit(chapter, 0, client.text(chapter).length, text)
  })
})

describe('skeletons', () => {
  it('go above what follows where nothing comes before', async () => {
    const text = client.text(chapter)
    const start = text.indexOf('# 1 领导')
    client.edit(chapter, start, text.indexOf('## 1.2'), '')
    await client.settled(chapter)
    const actions = await actionsOf(client, 'ziping.yaml')
    const filled = after(actions, '插入条款 1.1 的框架')
    expect(filled).toMatch(/## 1\.1 高层领导的作用\n\n<!--[\s\S]*\n\n## 1\.2 /)
    client.edit(chapter, 0, client.text(chapter).length, text)
    await client.settled(chapter)
  })

  it('go below a heading that has nothing else', async () => {
    const heading = '## 1.2 组织治理\n\n'
    const text = client.text(chapter)
    const start = text.indexOf('## 1.2')
    client.edit(chapter, start, text.indexOf('## 1.3'), heading)
    await client.settled(chapter)
    const filled = after(await actionsAt('## 1.2'), '插入条款 1.2 的框架')
    expect(filled.split('## 1.2').length).toBe(2)
    expect(filled).toMatch(/## 1\.2 组织治理\n\n<!-- [\s\S]*\n\n## 1\.3/)
    client.edit(chapter, 0, client.text(chapter).length, text)
    await client.settled(chapter)
  })

  it('offer the dimensions that a clause lacks', async () => {
    const whole = client.text(chapter)
    const first = whole.slice(whole.indexOf('## 1.1'), whole.indexOf('## 1.2'))
    const bare = `## 1.1 高层领导的作用\n\n${'董事长和总经理每年讨论公司往哪里去。'.repeat(8)}\n\n`
    client.replace(chapter, first, bare)
    await client.settled(chapter)
    const filled = after(await actionsAt('## 1.1'), '插入缺少的评价维度')
    expect(filled).toMatch(/去。\n\n【采用方法】\n\n【工作展开】\n\n【实施结果】\n\n## 1\.2/)
    client.edit(chapter, 0, client.text(chapter).length, whole)
    await client.settled(chapter)
  })

  it('make a file of a whole chapter, where the editor makes files', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'ziping lsp chapter '))
    cpSync(sample, home, {
      recursive: true,
      filter: (name) => !/dist$|01-领导\.md$/.test(name),
    })
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create'] }
    for (const capabilities of [{ workspace: { workspaceEdit } }, {}]) {
      const editor = new LanguageClient(home)
      await editor.start(capabilities)
      editor.open('ziping.yaml')
      await editor.settled('ziping.yaml')
      const offered = (await actionsOf(editor, 'ziping.yaml')).filter(({ title }) =>
        title.startsWith('新建'),
      )
      expect(offered.map(({ title }) => title)).toEqual(
        'workspace' in capabilities ? ['新建 report/01-领导.md，写入这一章的框架'] : [],
      )
      for (const { edit } of offered) expect(JSON.stringify(edit)).toContain('# 1 领导\\n\\n')
      await editor.stop()
    }
    rmSync(home, { recursive: true, force: true })
  })
})

describe('the shape of a file', () => {
  it('of YAML is left to the editor', async () => {
    const about = { textDocument: { uri: client.uri(indicators) } }
    expect(await client.request('textDocument/foldingRange', about)).toBeNull()
    expect(await client.request('textDocument/documentSymbol', about)).toBeNull()
  })

  it('is told as outline, folds, lenses, tokens and status', async () => {
    const about = { textDocument: { uri: client.uri(chapter) } }
    const outline = await client.request<readonly { name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      about,
    )
    expect(outline[0]?.name).toBe('1 领导')
    expect(outline[0]?.children.map(({ name }) => name)).toContain('1.1 高层领导的作用')
    const folds = await client.request<readonly object[]>('textDocument/foldingRange', about)
    expect(folds.length).toBeGreaterThan(5)
    const lenses = await client.request<readonly { command: { title: string } }[]>(
      'textDocument/codeLens',
      about,
    )
    expect(lenses.map(({ command }) => command.title)).toContainEqual(
      expect.stringMatching(/^\d+ 字/),
    )
    const { data } = await client.request<{ data: number[] }>(
      'textDocument/semanticTokens/full',
      about,
    )
    expect(data.length % 5).toBe(0)
    expect(data.length).toBeGreaterThan(0)
    const status = await client.about('hover', chapter, '1.1 高层')
    expect(status).not.toBeNull()
    expect(
      await client.request('ziping/status', { ...about, position: { line: 20, character: 0 } }),
    ).toMatchObject({ clause: { id: '1.1' }, document: { title: '自评报告' } })
  })
})
