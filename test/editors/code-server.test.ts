import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Editor, textsUnder } from './code-server/editor.ts'

const repository = path.resolve(import.meta.dirname, '../..')
const sample = path.join(repository, 'content/samples/nantong-org')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-code-'))
const root = path.join(scratch, '申报')
const chapter = '01-领导.md'
let editor: Editor

beforeAll(async () => {
  const parcel = path.join(scratch, 'ziping.vsix')
  execFileSync(process.execPath, ['scripts/vsix.ts', '--out', parcel], {
    cwd: repository,
    stdio: 'pipe',
  })
  cpSync(sample, root, { recursive: true, filter: (name) => path.basename(name) !== 'dist' })
  editor = await Editor.open(root, parcel, scratch)
  await editor.openFile(chapter)
})

afterAll(async () => {
  await editor?.page.screenshot({ path: path.join(repository, 'out/code-server.png') })
  await editor?.close()
  rmSync(scratch, { recursive: true, force: true })
})

/** Puts a line of text above line 12, and looks. */
async function whileItSays(text: string, look: () => Promise<void>): Promise<void> {
  await editor.goToLine(12)
  await editor.press('Home')
  await editor.type(text)
  await look()
  await editor.press('Escape')
  for (let turn = 0; turn < 20 && (await editor.text()).includes(text.slice(0, 6)); turn++)
    await editor.press('Control', 'KeyZ')
}

it('the status bar tells the characters of the clause and the coverage', async () => {
  await editor.until('the clause at the cursor', async () => {
    await editor.goToLine(12)
    return editor.shows('.statusbar-item', '1.1 ')
  })
  const [told] = (await editor.words('.statusbar-item')).filter((one) => one.includes('条款'))
  expect(told).toMatch(/1\.1 \d+ 字 · 条款 23\/23/)
})

it('lenses and colours show the shape of the chapter', async () => {
  await editor.until('a lens above 1.1', () => editor.shows('.codelens-decoration', ' 字'))
  expect(await editor.text()).toContain('## 1.1 高层领导的作用')
  expect(await editor.colourOf('【采用方法】')).not.toBe(await editor.colourOf('高层用'))
})

it('findings come on text nobody saved, and a quick fix mends it', async () => {
  await whileItSays('高层以身作则，，带头改进。', async () => {
    await editor.until(
      'a wavy line',
      async () =>
        (await editor.page.$$('.cdr.squiggly-warning, .cdr.squiggly-info, .cdr.squiggly-error'))
          .length > 0,
    )
    await editor.goToLine(12)
    for (let turn = 0; turn < 7; turn++) await editor.press('ArrowRight')
    await editor.press('Control', 'Period')
    await editor.until('the fix is offered', () =>
      editor.shows('.action-widget .monaco-list-row', '改正：'),
    )
    await editor.press('Enter')
    await editor.until('it is mended', async () =>
      (await editor.text()).includes('高层以身作则，带头改进。'),
    )
  })
})

it('labels are offered behind ](#', async () => {
  await whileItSays('见[表](#tbl-', async () => {
    await editor.press('Control', 'Space')
    await editor.until('the label is offered', () =>
      editor.shows('.suggest-widget .monaco-list-row', 'tbl-culture'),
    )
  })
})

it('a server that is killed comes back, and the text stays', async () => {
  const before = editor.serverProcess()
  expect(before).toBeGreaterThan(0)
  await editor.goToLine(12)
  await editor.press('Home')
  await editor.type('没有保存的一句。')
  process.kill(before ?? 0, 'SIGKILL')
  await editor.until('another server', () => {
    const now = editor.serverProcess()
    return now !== undefined && now !== before
  })
  await editor.type('见[](#nowhere)。')
  await editor.until(
    'a wavy line',
    async () => (await editor.page.$$('.cdr.squiggly-error')).length > 0,
  )
  expect(await editor.text()).toContain('没有保存的一句。见[](#nowhere)。')
})

it('a ziping.yaml that breaks says so, and what works goes on once it is mended', async () => {
  await editor.openFile('ziping.yaml')
  await editor.press('Control', 'Home')
  await editor.type('yaer: 1\n')
  await editor.until(
    'the error',
    async () => (await editor.page.$$('.cdr.squiggly-error')).length > 0,
  )
  for (let turn = 0; turn < 9 && (await editor.text()).includes('yaer'); turn++)
    await editor.press('Control', 'KeyZ')
  await editor.until(
    'it is gone',
    async () => (await editor.page.$$('.cdr.squiggly-error')).length === 0,
  )
})

it('nothing on the disk was touched', () => {
  expect(existsSync(path.join(root, 'dist'))).toBe(false)
  expect(textsUnder(root)).toEqual(textsUnder(sample))
})

it('checks in a terminal what was saved for it', async () => {
  await editor.openFile(chapter)
  await editor.command('报送前检查')
  await editor.until('the verdict', async () =>
    (await editor.words('.xterm-rows')).some((text) =>
      text.replaceAll(' ', '').includes('还不能报送：1处错误'),
    ),
  )
  expect(readFileSync(path.join(root, 'report', chapter), 'utf8')).toContain('没有保存的一句。')
})

it('starts the preview, and says where a page in a page can be seen', async () => {
  await editor.command('预览 · Preview')
  await editor.until('the message', () => editor.shows('.notification-toast', '复制网址'))
})

it('shows its walkthrough', async () => {
  await editor.command('Open Walkthrough')
  await editor.pick('用自评写申报书')
  await editor.until('the first step', () =>
    editor.shows('.getting-started-step', '打开或新建申报工程'),
  )
})
