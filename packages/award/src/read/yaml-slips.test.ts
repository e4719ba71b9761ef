import { describe, expect, it } from 'vitest'
import { checkDataText, readDataText } from '../data-text.ts'

async function told(text: string, whole = false): Promise<readonly string[]> {
  const data = readDataText('data/indicators.yaml', text, 'data-invalid')
  const findings =
    data.findings.length > 0
      ? data.findings
      : await checkDataText('indicators', data, 'data-invalid')
  return findings.map(({ place, words }) => {
    const { message, advice } = words['zh-CN']
    return `${place.line}:${place.column} ${whole ? `${message}｜` : ''}${advice}`
  })
}

describe('what people really did wrong', () => {
  it.each([
    [
      'a:\n  name: 甲\n   unit: 件\n  better: higher\n',
      '3:4 “unit”前面多了 1 个空格：要与上一行的“name”对齐',
    ],
    ['a:\n  name: 甲\n      unit: 件\n', '3:7 “unit”前面多了 4 个空格：要与上一行的“name”对齐'],
    [
      'a:\n  name：甲公司\n  unit: 件\n',
      '2:3 “name”后面是全角冒号，改成半角冒号加一个空格：“name: 甲公司”',
    ],
    ['a：\n  name: 甲\n', '1:1 “a”后面是全角冒号，改成半角冒号加一个空格：“a:”'],
    [
      'a:\n  name: 甲\n  unit：件\n',
      '3:3 “unit”后面是全角冒号，改成半角冒号加一个空格：“unit: 件”',
    ],
    ['a:\n  name:甲公司\n  unit: 件\n', '2:3 “name:”后面要空一格：“name: 甲公司”'],
    [
      'a:\n  values: { 2016: 1， 2017: 2 }\n',
      '2:11 花括号里的冒号、逗号和括号要用半角：{ 2016: 1, 2017: 2 }',
    ],
    [
      'a:\n  values: ｛ 2016: 1, 2017: 2 ｝\n',
      '2:11 花括号里的冒号、逗号和括号要用半角：{ 2016: 1, 2017: 2 }',
    ],
    ['a:\n  note: 说明: 内容\n', '2:9 文字里有“: ”时整段加引号；列表的各个“-”要对齐'],
    ['a:\n  name: 甲\n unit: 件\n', '3:1 缩进不齐：同一层的各行要对齐'],
  ])('%j', async (text, expected) => {
    expect(await told(text)).toEqual([expected])
  })

  it.each([
    [
      'a:\n  values: { 2018: 1, 2019: 46,820 }\n',
      [
        '2:31 “46,820”里的逗号把一个数拆成了两项｜花括号里不写千分位：写成 46820，或加引号 "46,820"',
      ],
    ],
    [
      'a:\n  values: { 2018: 46,820, 2019: 57,820 }\n',
      [
        '2:36 “57,820”里的逗号把一个数拆成了两项｜花括号里不写千分位：写成 57820，或加引号 "57,820"',
      ],
    ],
    [
      'a:\n  values: { 2016：32150， 2017: 36240 }\n',
      ['2:13 “2016：32150， 2017”里有全角的冒号或逗号，被当成了一项｜改成半角：2016: 32150, 2017'],
    ],
  ])('%j: never to be deleted', async (text, expected) => {
    expect(await told(text, true)).toEqual(expected)
  })
})
