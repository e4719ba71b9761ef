import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { type ImportedReport, importDocx } from '@ziping/import-docx'
import { afterAll, expect, it } from 'vitest'
import { onePixel } from '../../packages/docx/test/small-book.ts'
import { convert, removeProfile } from './programs.ts'

// Reports that other programs wrote, made on the spot: what comes over, and what is said to be lost.

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterAll(removeProfile)
writeFileSync(path.join(folder, 'a.png'), onePixel)

const award = await loadAward('nantong-org-2020')

const markdown = `# 1 领导

## 1.1 高层领导的作用

公司以**顾客**为中心，*持续*改进，~~旧做法~~已停用，H~2~O 与 10^3^ 照写。[^1]

[^1]: 见《质量手册》第三章。

-   质量方针

    方针每年评审一次。

    1.  部门分解
    2.  逐级落实

-   质量目标

表1-1　近三年主要经营指标

| 指标 | 2018 | 2019 |
|------|-----:|-----:|
| 主营业务收入（万元） | 91250 | 103480 |

见表1-1和图1-1。

![](a.png)

图1-1　投诉处理流程

$$\\frac{a}{b} = c^2$$

## 1.2 组织治理

详见[网站](https://www.example.com/a)。

# 2 战略

## 2.1 战略制定

战略每三年修订一次。
`

const expected = [
  '# 1 领导',
  '## 1.1 高层领导的作用',
  '公司以**顾客**为中心，*持续*改进，~~旧做法~~已停用，H<sub>2</sub>O 与 10<sup>3</sup> 照写。[^1]',
  '[^1]: 见《质量手册》第三章。',
  '表：近三年主要经营指标',
  '| 主营业务收入（万元） | 91250 | 103480 |',
  '见[表](#近三年主要经营指标)和[图](#投诉处理流程)。',
  '![投诉处理流程](../images/word-01.png)',
  '\\frac{a}{b}',
  '## 1.2 组织治理',
  '详见[网站](https://www.example.com/a)。',
  '# 2 战略',
  '## 2.1 战略制定',
  '战略每三年修订一次。',
]

it('takes over a report that pandoc wrote', () => {
  const report = imported(byPandoc('docx'))
  const text = textOf(report)
  for (const line of expected) expect(text).toContain(line)
  expect(text).toMatch(
    /- 质量方针\n\n {2}方针每年评审一次。\n\n {2}1\. 部门分解\n {2}2\. 逐级落实\n\n?- 质量目标/,
  )
  expect(report.clauses).toEqual(['1', '1.1', '1.2', '2', '2.1'])
  expect(pictures(report)).toEqual([onePixel.length])
  expect(report.losses.map(({ id }) => id)).toEqual([])
})

it('takes over a report that LibreOffice wrote', () => {
  const report = imported(convert(byPandoc('odt'), 'docx:MS Word 2007 XML', 'docx'))
  const text = textOf(report)
  for (const line of expected) expect(text).toContain(line)
  for (const line of ['质量方针', '方针每年评审一次。', '部门分解', '逐级落实', '质量目标'])
    expect(text).toContain(line)
  expect(report.clauses).toEqual(['1', '1.1', '1.2', '2', '2.1'])
  expect(pictures(report)).toHaveLength(1)
  expect(report.losses.map(({ id }) => id)).toEqual([])
})

it('takes over cells that LibreOffice joined, and lists what it could not keep', () => {
  const source = path.join(folder, '表.html')
  writeFileSync(
    source,
    `<meta charset="utf-8"><h1>1 领导</h1><h2>1.1 高层领导的作用</h2>
<table border="1"><tr><th rowspan="2">指标</th><th colspan="2">年度</th></tr>
<tr><td>2018</td><td>2019</td></tr><tr><td>收入</td><td>91250</td><td>103480</td></tr></table>
<p>其中<font color="#ff0000">红字</font>须复核。</p>`,
  )
  const report = imported(
    convert(convert(source, 'odt:writer8', 'odt'), 'docx:MS Word 2007 XML', 'docx'),
  )
  const text = textOf(report)
  expect(text).toContain('| 指标 | 年度 | << |')
  expect(text).toContain('| ^^ | 2018 | 2019 |')
  expect(text).toContain('其中红字须复核。')
  expect(report.losses.map(({ id, texts }) => [id, ...texts])).toEqual([['colour-lost', '红字']])
})

const quoted = `# 1 领导

## 1.1 高层领导的作用

公司的宗旨写在手册首页：

> 以顾客为中心，持续改进。
>
> 质量是**每个人**的责任。

判定程序如下：

\`\`\`
如果 合格率 < 98%:
    停线 = 是

通知(班长)
\`\`\`

参数写作 \`Cpk = 1.33\` 即可。

- 第一步

  > 先看图纸。

  \`\`\`
  读(图纸)
  \`\`\`

- 第二步

| 项目 | 内容 |
|------|------|
| 命令 | \`x = 1\` |
`

it('takes over quotations and code that pandoc wrote', () => {
  const report = imported(byPandoc('docx', quoted))
  const text = textOf(report)
  expect(text).toContain('> 以顾客为中心，持续改进。\n>\n> 质量是**每个人**的责任。')
  expect(text).toContain('```\n如果 合格率 < 98%:\n    停线 = 是\n\n通知(班长)\n```')
  expect(text).toContain('参数写作 `Cpk = 1.33` 即可。')
  expect(text).toContain('- 第一步\n\n  > 先看图纸。\n\n  ```\n  读(图纸)\n  ```\n\n- 第二步')
  expect(text).toContain('| 命令 | `x = 1` |')
  expect(report.losses.map(({ id }) => id)).toEqual([])
})

it('takes over quotations and code that LibreOffice wrote', () => {
  const odt = byPandoc('odt', quoted)
  const report = imported(convert(odt, 'docx:MS Word 2007 XML', 'docx'))
  const text = textOf(report)
  expect(text).toContain('> 以顾客为中心，持续改进。\n>\n> 质量是**每个人**的责任。')
  expect(text).toContain('```\n如果 合格率 < 98%:\n    停线 = 是\n\n通知(班长)\n```')
  expect(text).toContain('参数写作 `Cpk = 1.33` 即可。')
  for (const line of ['> 先看图纸。', '读(图纸)', '第一步', '第二步']) expect(text).toContain(line)
  expect(report.losses.map(({ id }) => id)).toEqual([])
})

function byPandoc(format: 'docx' | 'odt', words = markdown): string {
  const name = words === markdown ? '去年' : '引用'
  const source = path.join(folder, `${name}.md`)
  const file = path.join(folder, `${name}-pandoc.${format}`)
  writeFileSync(source, words)
  execFileSync('pandoc', ['-f', 'markdown', '--resource-path', folder, source, '-o', file])
  return file
}

function imported(file: string): ImportedReport {
  return importDocx(readFileSync(file), { award, file: path.basename(file), isTaken: () => false })
}

function textOf({ files }: ImportedReport): string {
  return files.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n')
}

function pictures({ files }: ImportedReport): readonly number[] {
  return files.flatMap(({ content }) => (typeof content === 'string' ? [] : [content.length]))
}
