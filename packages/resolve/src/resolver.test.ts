import { loadAward } from '@ziping/award'
import {
  type CharacterCount,
  DataFile,
  parseReport,
  readEvidence,
  readIndicators,
} from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { countBlocks } from './count-document.ts'
import { printedText } from './printed-text.ts'
import { createResolver, joinLines, type Resolver } from './resolver.ts'

const demo = await loadAward('demo')

function resolve(files: Readonly<Record<string, string>>): Resolver {
  return createResolver(parseReport(files, demo), {
    year: 2020,
    indicators: readIndicators(
      new DataFile(
        'data/indicators.yaml',
        'csi: { name: 顾客满意度, unit: 分, values: { 2017: 90, 2018: 91, 2019: 93 }, target: { 2019: 92 }, benchmark: { name: 标杆, values: { 2019: 92.5 } } }',
      ),
    ),
    evidence: readEvidence(
      new DataFile(
        'evidence/evidence.yaml',
        'licence: { title: 营业执照 }\niso: { title: 认证证书 }',
      ),
    ),
  })
}

/** What the whole of a file prints, block by block. */
function printed(resolver: Resolver, file: string): string {
  const document = resolver.report.documents.find(({ parsed }) => parsed.file === file)
  return (document?.parsed.blocks ?? [])
    .map((block) => [...printedText(block, file, resolver)].map(({ text }) => text).join(' | '))
    .filter((text) => text !== '')
    .join('\n')
}

const table = '| 年 | 值 |\n|---|---|\n| 2019 | 93 |\n'

describe('numbers and references', () => {
  it('count tables and figures by chapter, across files of the chapter', () => {
    const resolver = resolve({
      'report/1.md': `# 1 领导\n\n## 1.1 使命\n\n表：甲\n${table}\n表：乙 {#b}\n${table}`,
      'report/2.md': `## 1.2 责任\n\n表：丙\n${table}\n图：丁 {#d}\n\n\`\`\`mermaid\nflowchart TD\nA["起"] --> B["止"]\n\`\`\`\n`,
      'report/7.md': `# 7 结果\n\n## 7.1 成绩\n\n::指标表[满意度]{#csi 指标=csi}\n\n见[表](#b)、[](#丙)、[图](#d)、[表](#csi)。\n`,
    })
    expect(printed(resolver, 'report/7.md')).toContain('见表1-2、表1-3、图1-1、表7-1。')
    expect(printed(resolver, 'report/2.md')).toContain('表1-3 丙 | 年 | 值 | 2019 | 93')
    expect(printed(resolver, 'report/2.md')).toContain('图1-1 丁 | 起 | 止')
  })

  it('name clauses and evidence, and keep the words a writer chose', () => {
    const resolver = resolve({
      'report/1.md':
        '## 1.1 使命\n\n详见[条](#7.1)，证书见[证](#licence,iso)、[证](#iso)，另见[责任一节](#1.2)和[表](#没有)。\n',
    })
    expect(printed(resolver, 'report/1.md')).toContain(
      '详见7.1 成绩，证书见证实性材料1、2、证实性材料2，另见责任一节和〔没有〕。',
    )
  })

  it('print the standard result table with trend and lead', () => {
    const resolver = resolve({ 'report/7.md': '## 7.1 成绩\n\n::指标表[满意度]{指标="csi"}\n' })
    expect(printed(resolver, 'report/7.md')).toContain(
      '表7-1 满意度 | 指标 | 单位 | 2017年 | 2018年 | 2019年 | 2019年目标 | 标杆（2019年） | 趋势（★达到标杆） | 顾客满意度 | 分 | 90 | 91 | 93 | 92 | 92.5 | ↑向好★',
    )
  })
})

describe('counting', () => {
  const count = (text: string, includes = {}): CharacterCount => {
    const resolver = resolve({ 'overview.md': text })
    const [document] = resolver.report.documents
    return countBlocks(document?.parsed.blocks ?? [], 'overview.md', resolver, includes)
  }

  it('counts the printed text: values, tables, captions, references', () => {
    expect(count('满意度:指标[csi.2019]。').characters).toBe(6)
    expect(count('第一行\n第二行').characters).toBe(6)
    expect(count('# 标题\n\n正文').characters).toBe(4)
    expect(count('正文<!-- 不算 -->').characters).toBe(2)
    expect(count('1. 甲\n2. 乙').characters).toBe(2)
  })

  it('leaves out what the limit leaves out', () => {
    const text = `正文\n\n表：甲\n${table}`
    expect(count(text).characters).toBe(2 + 3 + 4)
    expect(count(text, { tables: false }).characters).toBe(2 + 3)
    expect(count(text, { tables: false, captions: false }).characters).toBe(2)
  })

  it('counts the words in charts only where the notice says 含图表', () => {
    const chart = '::图表[满意度]{指标=csi 类型=折线}'
    const caption = count(chart).characters
    expect(count(chart, { figures: true }).characters).toBeGreaterThan(caption)
  })
})

describe('soft line breaks', () => {
  it.each([
    ['质量\n管理', '质量管理'],
    ['质量，\n管理', '质量，管理'],
    ['ISO\n9001', 'ISO 9001'],
    ['采用 ISO\n标准', '采用 ISO 标准'],
    ['第一\n\n第二', '第一第二'],
  ])('%j', (text, joined) => {
    expect(joinLines(text)).toBe(joined)
  })
})
