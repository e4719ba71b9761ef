import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { type ImportedReport, importDocx } from '@ziping/import-docx'
import { allBlocks, inlinesIn, parseDocument, plainText } from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { hostileFiles } from './hostile-docx.ts'
import { docx, namespaces, p } from './made-docx.ts'
import { runZiping } from './run-ziping.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-import-'))
const award = await loadAward('nantong-org-2020')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const heading = (text: string, level = 0): string => p(text, `<w:outlineLvl w:val="${level}"/>`)
const opened = heading('1 领导')

function imported(body: string, parts?: Readonly<Record<string, string>>): ImportedReport {
  return importDocx(docx(body, parts), { award, file: '去年.docx', isTaken: () => false })
}

function textOf(report: ImportedReport): string {
  return report.files.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n')
}

function losses(report: ImportedReport): readonly string[] {
  return report.losses.map(({ id, texts }) => [id, ...texts].join(' '))
}

describe('a report from Word', () => {
  it('is divided by clause: number, title, likeness', () => {
    const report = imported(
      `${p('致读者')}${heading('第一章 领导')}${heading('1．1 高层领导的作用', 1)}${p('甲')}${heading('战略')}${p('乙')}`,
    )
    expect(report.files.map((file) => file.path)).toEqual([
      'report/00-前言.md',
      'report/01-领导.md',
      'report/02-战略.md',
    ])
    expect(report.clauses).toEqual(['1', '1.1', '2'])
  })

  it('takes insertions, leaves deletions out, and tells both', () => {
    const report = imported(
      `${opened}${p('<w:r><w:t>共</w:t></w:r><w:ins w:author="王"><w:r><w:t>12</w:t></w:r></w:ins><w:del w:author="李"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>项</w:t></w:r>')}`,
    )
    expect(textOf(report)).toContain('共12项')
    expect(losses(report)).toEqual(['insertion-taken 王：12', 'deletion-left-out 李：旧'])
  })

  it('keeps comments as notes and footnotes as footnotes', () => {
    const report = imported(
      `${opened}${p('<w:r><w:t>甲</w:t><w:footnoteReference w:id="2"/><w:commentReference w:id="0"/></w:r>')}`,
      {
        'comments.xml': `<w:comments ${namespaces}><w:comment w:id="0" w:author="张">${p('查 --&gt; 数据')}</w:comment></w:comments>`,
        'footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:id="2">${p('注解')}</w:footnote></w:footnotes>`,
      },
    )
    expect(textOf(report)).toContain('甲[^1]<!-- 张：查 — 数据 -->')
    expect(textOf(report)).toContain('[^1]: 注解')
  })

  it('reads the results of simple and complex fields, and references back to captions', () => {
    const simple =
      '<w:r><w:t>表1-</w:t></w:r><w:fldSimple w:instr=" SEQ 表 "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> 主要指标</w:t></w:r>'
    const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const complex = `<w:r><w:t>见</w:t></w:r>${sign('begin')}<w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>${sign('separate')}<w:r><w:t>表1-</w:t></w:r><w:r><w:t>1</w:t></w:r>${sign('end')}`
    const report = imported(
      `${opened}${p(complex)}${p('又见表1-1，不是表1-12。')}${p(`<w:bookmarkStart w:id="1" w:name="_Ref1"/>${simple}`)}<w:tbl><w:tr><w:tc>${p('年份')}</w:tc><w:tc>${p('值')}</w:tc></w:tr><w:tr><w:tc>${p('2019')}</w:tc><w:tc>${p('1')}</w:tc></w:tr></w:tbl>`,
    )
    const text = textOf(report)
    expect(text).toContain('见[表](#主要指标)')
    expect(text).toContain('又见[表](#主要指标)，不是表1-12。')
    expect(text).toContain('表：主要指标\n\n| 年份 | 值 |')
  })

  it('keeps merged cells as grid', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
    const report = imported(
      `${opened}<w:tbl><w:tr>${cell('类', '<w:vMerge w:val="restart"/>')}${cell('年度', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('2018')}${cell('2019')}</w:tr></w:tbl>`,
    )
    expect(textOf(report)).toContain(
      ':::表格\n| 类 | 年度 | << |\n| --- | --- | --- |\n| ^^ | 2018 | 2019 |\n:::',
    )
  })

  it('resolves automatic numbers', () => {
    const level = (format: string, text: string): string =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0">${level('lowerLetter', '%1)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
    const item = (text: string, list: number): string =>
      p(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`)
    const report = imported(
      `${opened}${item('甲', 1)}${item('乙', 1)}${item('丙', 2)}${item('丁', 2)}`,
      { 'numbering.xml': numbering },
    )
    expect(textOf(report)).toContain('a)甲\n\nb)乙\n\n1. 丙\n2. 丁')
  })

  it('turns a formula into TeX', () => {
    const report = imported(
      `${opened}<w:p><m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara></w:p>`,
    )
    expect(textOf(report)).toContain('$$\n\\frac{a}{b}\n$$')
  })

  it('keeps bold, italic, sub, sup, underline and deletion, wherever spaces stand', () => {
    const run = (look: string, text: string): string =>
      `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const report = imported(
      `${opened}${p(`${run('<w:b/>', '粗 ')}${run('<w:i/>', '斜')}${run('<w:vertAlign w:val="superscript"/>', '2')}${run('<w:u w:val="single"/>', '线')}${run('<w:strike/>', '删')}`)}`,
    )
    expect(textOf(report)).toContain('**粗** *斜*<sup>2</sup><u>线</u>~~删~~')
  })

  it('puts what lies on its side into :::横向', () => {
    const report = imported(
      `${opened}${p('正')}${p('', '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')}${p('横')}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`,
    )
    expect(textOf(report)).toContain('正\n\n:::横向\n横\n:::')
  })

  it('keeps the marks of a paragraph with a footnote, and of the footnote', () => {
    const bold = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`
    const report = imported(
      `${opened}${p(`${bold('甲')}<w:r><w:t>乙</w:t><w:footnoteReference w:id="2"/></w:r>`)}`,
      {
        'footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:id="2">${p(`${bold('丙')}<w:r><w:t>丁</w:t></w:r>`)}</w:footnote></w:footnotes>`,
      },
    )
    expect(textOf(report)).toContain('**甲**乙[^1]')
    expect(textOf(report)).toContain('[^1]: **丙**丁')
    expect(losses(report)).toEqual([])
  })

  it('reads a reference that two runs part', () => {
    const cell = `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc></w:tr><w:tr><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`
    const runs = '<w:r><w:t>见表</w:t></w:r><w:r><w:rPr><w:lang/></w:rPr><w:t>1-1</w:t></w:r>'
    const report = imported(`${opened}${p('表1-1 主要指标')}${cell}${p(runs)}`)
    expect(textOf(report)).toContain('见[表](#主要指标)')
  })

  it('reads small type set lower or higher as below or above the line', () => {
    const shifted = (by: number, size: string): string =>
      `<w:r><w:rPr><w:position w:val="${by}"/>${size}</w:rPr><w:t>2</w:t></w:r>`
    const small = '<w:sz w:val="14"/>'
    const report = imported(
      `${opened}${p(`<w:r><w:t>甲</w:t></w:r>${shifted(-3, small)}<w:r><w:t>乙</w:t></w:r>${shifted(6, small)}<w:r><w:t>丙</w:t></w:r>${shifted(2, '')}`)}`,
    )
    expect(textOf(report)).toContain('甲<sub>2</sub>乙<sup>2</sup>丙2')
  })

  it('keeps the further paragraphs of an item, whose bullet shows nothing', () => {
    const list = (id: number): string =>
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`
    const level = (id: number, sign: string): string =>
      `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/></w:lvl></w:abstractNum>`
    const used = (id: number): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
    const report = imported(`${opened}${p('甲', list(1))}${p('乙', list(2))}${p('丙', list(1))}`, {
      'numbering.xml': `<w:numbering ${namespaces}>${level(1, '•')}${level(2, ' ')}${used(1)}${used(2)}</w:numbering>`,
    })
    expect(textOf(report)).toMatch(/- 甲\n\n {2}乙\n\n- 丙/)
  })

  it('tells text boxes, hints and hidden text', () => {
    const report = imported(
      `${opened}${p('<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></w:pict><w:t>外</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('单击输入')}</w:sdtContent></w:sdt>`,
    )
    expect(textOf(report)).toContain('外\n\n框里')
    expect(losses(report)).toEqual([
      'text-box-moved 框里',
      'hidden-text 隐',
      'placeholder-left-out 单击输入',
    ])
  })
})

describe('refuses with a sentence', () => {
  it.each(hostileFiles)('%s', (_, file, bytes, sentence) => {
    expect(() => importDocx(bytes(), { award, file, isTaken: () => false })).toThrow(sentence)
  })
})

describe('ziping import', () => {
  const workspace = path.join(folder, 'workspace')
  mkdirSync(workspace)
  writeFileSync(path.join(workspace, 'ziping.yaml'), 'award: nantong-org-2020\n')
  writeFileSync(path.join(folder, '去年.docx'), docx(`${opened}${p('甲')}`))

  it('writes chapters, and does not write over them', async () => {
    const first = await runZiping(
      ['-C', workspace, 'import', path.join(folder, '去年.docx'), '--json'],
      { cwd: folder },
    )
    expect(JSON.parse(first.out)).toEqual({
      version: 1,
      files: ['report/01-领导.md'],
      clauses: ['1'],
      lost: [],
    })
    const file = path.join(workspace, 'report/01-领导.md')
    writeFileSync(file, '手写')
    const second = await runZiping(['-C', workspace, 'import', path.join(folder, '去年.docx')], {
      cwd: folder,
    })
    expect(second).toMatchObject({ code: 2, out: '' })
    expect(second.err).toContain('report/01-领导.md 已经写着同样的条款')
    expect(readFileSync(file, 'utf8')).toBe('手写')
  })

  it('takes the place of outlines, and stops where somebody has written under another name', async () => {
    const fresh = path.join(folder, 'fresh')
    const made = await runZiping(['init', fresh, '--award', 'nantong-org-2020'], { cwd: folder })
    expect(made.code).toBe(0)
    const chapter = (name: string): string => path.join(fresh, 'report', name)
    const run = (): ReturnType<typeof runZiping> =>
      runZiping(['-C', fresh, 'import', path.join(folder, '去年.docx')], { cwd: folder })
    expect((await run()).code).toBe(0)
    expect(readFileSync(chapter('01-领导.md'), 'utf8')).toContain('甲')
    expect(readdirSync(path.join(fresh, 'report'))).toHaveLength(7)
    renameSync(chapter('01-领导.md'), chapter('领导 张三.md'))
    expect(await run()).toMatchObject({ code: 2, out: '' })
    expect(existsSync(chapter('01-领导.md'))).toBe(false)
  })
})

describe('a file that ziping made', () => {
  it('comes back with its text, tables and images', { timeout: 120_000 }, async () => {
    const sample = path.join(folder, 'sample')
    cpSync('content/samples/nantong-person', sample, {
      recursive: true,
      filter: (from) => path.basename(from) !== 'dist',
    })
    await runZiping(['-C', sample, 'build', 'report', '--format', 'docx', '--draft'], {
      cwd: folder,
    })
    const made = readdirSync(path.join(sample, 'dist')).find((name) => name.endsWith('.docx')) ?? ''
    expect(existsSync(path.join(sample, 'dist', made))).toBe(true)
    const person = await loadAward('nantong-person-2020')
    const back = importDocx(readFileSync(path.join(sample, 'dist', made)), {
      award: person,
      file: made,
      isTaken: () => false,
    })
    const got = words(textOf(back))
    const sources = readdirSync(path.join(sample, 'report')).map((name) =>
      readFileSync(path.join(sample, 'report', name), 'utf8'),
    )
    const missing = sources.flatMap(lines).filter((line) => !got.includes(line))
    expect(missing).toEqual([])
  })
})

/** Texts of a source that print as they are typed. */
function lines(source: string): readonly string[] {
  return [...allBlocks(parseDocument('report/1.md', source).blocks)]
    .filter(({ kind }) => ['paragraph', 'heading', 'table'].includes(kind))
    .flatMap((block) => inlinesIn(block))
    .filter((inlines) => inlines.every(({ kind }) => ['text', 'strong', 'emphasis'].includes(kind)))
    .map((inlines) => plainText(inlines).replaceAll(/\s/g, ''))
    .filter((line) => line !== '')
}

function words(markdown: string): string {
  return [...allBlocks(parseDocument('report/1.md', markdown).blocks)]
    .flatMap((block) => inlinesIn(block).map(plainText))
    .join('\n')
    .replaceAll(/[^\S\n]/g, '')
}
