import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fragments, mutatedSamples, sampleTexts } from '../../test/arbitrary-source.ts'
import { fuzzTime } from '../../test/fuzz-time.ts'
import { parseAll } from './markdown.ts'
import { maskText } from './mask.ts'
import { readPlainly } from './plain-markdown.ts'

/** The text as the parser is given it, and what either reader makes of it. */
function bothReadings(source: string): { readonly plain: unknown; readonly whole: unknown } {
  const { text } = maskText(source, { start: 0, end: source.length }, () => undefined)
  return { plain: readPlainly(text, parseAll) ?? 'left to the parser', whole: parseAll(text) }
}

function expectEqual(source: string): void {
  const { plain, whole } = bothReadings(source)
  if (plain !== 'left to the parser') expect(plain).toEqual(whole)
}

describe('what is read plainly', () => {
  it.each([
    '# 1 领导\n\n正文[表](#x)和[](#a,b)。\n',
    '## a ##\n\n#  b\n\n#\n\n#c\n\n####### 七\n',
    '段一\n段二\n\n段三 \n\n 段四\n',
    '| 甲 | 乙 |\n| --- | :-: |\n| 丙[证](#k) |  |\n|丁|  戊  |\n\n后',
    '| 甲 | 乙 |\n| --- | --- |\n| 少 |\n\n| a |\n| --- |\n正文',
    '- 甲\n- 乙\n\n正文\n\n1. 甲\n2. 乙\n\n正文\n\n- 甲\n\n- 乙',
    '- 甲\n\n  续\n\n正文\n\n- 甲\n\n    | a |\n    | --- |\n\n末',
    '3. 甲\n4. 乙\n',
    '- - 甲\n- [ ] 乙\n',
    '```mermaid {#f 宽=80%}\nA --> B\n\nB --> C\n```\n\n后',
    '```\na\n````\n\n~~~ js x\n  b\n~~~\n\n````\n```\n````',
    '```mermaid\nA["甲"]:2 B[^1]\n[乙]: c\n```\n\n[乙]\n\n后[表](#x)',
    '- 甲\n```\n[乙]: c\n```\n\n[乙]\n',
    '> 引\n\n```\n[乙]: c\n```\n\n[乙]\n',
    '- 甲\n\n  续\n\n```\n[乙]: c\n```\n\n[乙]\n',
    '```\n[乙]: c\n\n[乙]\n',
    '```js\n没有结束\n\n# 甲',
    '正文\n```\n# 码\n\n码\n```\n正文\n\n末',
    '> 引\n\n正文\n\n> 引\n续\n\n末',
    '    缩进\n\n\t制表\n\n正文',
    '***\n\n---\n\n___\n\n正文',
    '甲\n---\n\n乙\n===\n',
    '甲 | 乙\n--- | ---\n1 | 2\n\n甲\n:--\n',
    '2017~2019年~~删~~\n\n甲!乙![图](a.png)\n\n（a） b)',
    '1) 甲\n2) 乙\n\n1234567890. 甲\n',
    '::分页\n\n<!-- 注 -->\n\n:::亮点[题]\n正文\n:::\n',
    '甲\n::分页\n乙\n\n- 甲\n::分页\n- 乙\n\n1. 甲\n\n   续\n::分页\n\n末',
    '| 甲 |\n| --- |\n| 乙 |\n:::横向\n| 甲 |\n| --- |\n| 乙 |\n:::\n末\n',
    '> 引\n::分页\n续\n\n> > 引\n<!-- 注 -->\n甲\n---\n<!-- 注 -->\n***\n',
    '- 甲\n  - 乙\n<!-- 注 -->\n  - 丙\n\n`甲\n::分页\n乙`\n\n**甲\n<!-- 注 -->\n乙**',
    '::分页\n正文\n\n- 甲\n\n::分页\n- 乙\n\n> 引\n\n<!-- 注 -->\n> 引\n',
    '1.甲\n\n1.\n\n1. \n\n|---|\n|---|\n\n| a |b|\n|---|:-:|\n|c|d|\n',
    '|　甲 | 乙　|\n| --- | --- |\n',
    '',
    '\n\n\n',
    '甲\n\n\n',
  ])('is what the parser reads: %j', expectEqual)

  it('is most of a report, and left to the parser where a definition reaches far', () => {
    const share = sampleTexts.filter((text) => bothReadings(text).plain !== 'left to the parser')
    expect(share.length).toBeGreaterThan(sampleTexts.length * 0.9)
    expect(bothReadings('```\n[甲]: b\n```').plain).not.toBe('left to the parser')
    expect(bothReadings('[甲]\n\n[甲]: b').plain).toBe('left to the parser')
    expect(bothReadings('甲[^1]\n\n[^1]: 注').plain).toBe('left to the parser')
  })

  it.each(sampleTexts.map((text, index) => [index, text] as const))(
    'in sample text %i',
    (_, text) => expectEqual(text),
  )

  it('in samples with faults', { timeout: 600_000 }, () => {
    fc.assert(fc.property(mutatedSamples, expectEqual), fuzzTime(150))
  })

  it('in fragments of any kind', { timeout: 600_000 }, () => {
    fc.assert(fc.property(fragments, expectEqual), fuzzTime(1500))
  })
})
