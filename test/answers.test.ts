import { type Award, type Clause, loadAward, type Requirement } from '@ziping/award'
import { parseReport, type Report } from '@ziping/report'
import { describe, expect, it } from 'vitest'

const standard = await loadAward('nantong-org-2020')
const person = await loadAward('nantong-person-2020')
const wuhan = await loadAward('wuhan-person-executive')
const demo = await loadAward('demo')

function read(text: string, award: Award): Report {
  return parseReport({ 'report/1.md': text }, award)
}

function clauses(report: Report): readonly string[] {
  return report.sections.map((section) => section.clause.id)
}

function answered(report: Report): readonly string[] {
  return report.sections.flatMap((section) =>
    section.answers.map(({ requirement }) => requirement.id),
  )
}

describe('headings that open a clause', () => {
  it.each([
    ['## 1.1 高层领导的作用', ['1.1']],
    ['## 1.1高层领导的作用', ['1.1']],
    ['## 1．1 高层领导的作用', ['1.1']],
    ['## １．１　高层领导的作用', ['1.1']],
    ['# 第一章 领导', ['1']],
    ['# 第1章 领导', ['1']],
    ['# 一、领导', ['1']],
    ['# （一）领导', ['1']],
    ['###### 高层领导的作用', ['1.1']],
    ['## 测量 分析和评价', ['6.1']],
    ['## 4.1.2 高层领导的作用', ['1.1']],
    ['## 1.1', ['1.1']],
    ['# 附录', []],
    ['## 8.1 其他', []],
    ['# 领导力建设', []],
  ])('%s', (heading, ids) => {
    expect(clauses(read(`${heading}\n\n正文\n`, standard))).toEqual(ids)
  })

  it('the title decides where number and title disagree', () => {
    const [section] = read('## 4.1 领导\n\n正文\n', standard).sections
    expect(section?.clause.id).toBe('1')
    expect(section?.match.numberSays?.id).toBe('4.1')
  })

  it('the standard’s own numbers count where the report says so', () => {
    const text =
      '---\n编号: standard\n---\n\n# 4.1 领导\n\n## 4.1.2 高层领导的作用\n\n## 4.4.2 人力资源\n'
    expect(clauses(read(text, standard))).toEqual(['1', '1.1', '4.1'])
  })

  it.each([
    ['# 1 领导\n\n## 1.1 高层领导的作用\n\n### 1. 组织机构\n\n### 2. 会议制度\n', ['1', '1.1']],
    ['# 4 资源\n\n## 4.1 人力资源\n\n### 4.1.1 编制\n\n### 4.1.2 绩效\n', ['4', '4.1']],
    ['## 2.1 战略制定\n\n### 1.1 背景\n', ['2.1']],
  ])('numbered headings inside a clause are its own: %j', (text, ids) => {
    expect(clauses(read(text, standard))).toEqual(ids)
  })

  it('titles that occur twice belong to the clause they stand in', () => {
    const text =
      '# 三、关键要求\n\n## 结果\n\n### 社会影响\n\n组织在社会上享有较好的美誉度，三年获表彰十二次。\n'
    expect(answered(read(text, wuhan))).toEqual(['X4.社会影响'])
  })

  it('a clause runs on into the next file until another begins', () => {
    const report = parseReport(
      {
        'report/1.md': '## 1.1 高层领导的作用\n\n甲\n',
        'report/2.md': '乙\n\n## 1.2 组织治理\n\n丙\n',
      },
      standard,
    )
    expect(report.sections.map((section) => section.units.length)).toEqual([2, 1])
  })

  it('every holding has a report of its own', async () => {
    const group = await loadAward('jiaxing-org-2020')
    const report = parseReport(
      { 'report/1.md': '## 1.1 高层领导的作用\n', 'report/甲公司/1.md': '## 1.1 高层领导的作用\n' },
      group,
    )
    expect(report.sections.map((section) => section.holding)).toEqual([undefined, '甲公司'])
  })
})

describe('labelled requirements', () => {
  const text = '如实写出做法与成效，例如三年改进三十二项。'
  it.each([
    [`### a) 价值观\n\n${text}`, ['1.1.a']],
    [`a) ${text}\n\nb) ${text}`, ['1.1.a', '1.1.b']],
    [`a）${text}\n\n（b）${text}\n\n(c) ${text}`, ['1.1.a', '1.1.b', '1.1.c']],
    [`a．${text}\n\nB、${text}`, ['1.1.a', '1.1.b']],
    [`a）、b）${text}`, ['1.1.a', '1.1.b']],
    [`a)b) ${text}`, ['1.1.a', '1.1.b']],
    [`a）${text}\nb）${text}`, ['1.1.a', '1.1.b']],
    [`- a) ${text}\n- b) ${text}`, ['1.1.a', '1.1.b']],
    [`<!-- 要求: 1.1.a 1.1.c -->\n\n${text}`, ['1.1.a', '1.1.c']],
    [`<!-- 要求：1.1.b -->${text}`, ['1.1.b']],
    [`<!-- requirement: b -->\n\n### 自拟标题\n\n${text}`, ['1.1.b']],
    [text, []],
    [`abc) ${text}`, []],
    [`d) ${text}`, []],
  ])('%j', (body, ids) => {
    expect(answered(read(`## 1.1 卓越意识\n\n${body}\n`, person))).toEqual(ids)
  })

  it('numbers as printed, as lists, and before a year', () => {
    const body = `1.${text}\n\n（2）${text}\n\n3.2019年${text}\n`
    expect(answered(read(`## 政治素质\n\n${body}`, wuhan))).toEqual(['A1.1', 'A1.2', 'A1.3'])
    expect(answered(read(`## 政治素质\n\n1. ${text}\n2. ${text}\n`, wuhan))).toEqual([
      'A1.1',
      'A1.2',
    ])
    expect(answered(read(`## 政治素质\n\n1.5亿元投入。${text}\n`, wuhan))).toEqual([])
  })

  it('of a group count within it', () => {
    const body = `## 结果\n\n### 工作绩效\n\n1. ${text}\n2. ${text}\n\n### 创新成果\n\n1. ${text}\n`
    expect(answered(read(`# 三、关键要求\n\n${body}`, wuhan))).toEqual([
      'X4.工作绩效.1',
      'X4.工作绩效.2',
      'X4.创新成果.1',
    ])
  })

  it('a mark that names nothing is known', () => {
    expect(
      read(`## 1.1 卓越意识\n\n<!-- 要求: 9.9.z -->\n\n${text}\n`, person).unknownMarks.map(
        (mark) => mark.id,
      ),
    ).toEqual(['9.9.z'])
  })
})

describe('topics', () => {
  const text = '每季度召开一次，纪要五个工作日内下发，完成率由质量部核对。'
  it.each([
    [`### 双向沟通\n\n${text}`, ['1.1.双向沟通']],
    [`### （2）双向沟通\n\n${text}`, ['1.1.双向沟通']],
    [`### 1.1.2 双向沟通\n\n${text}`, ['1.1.双向沟通']],
    [`### 双向沟通与营造环境\n\n${text}`, ['1.1.双向沟通', '1.1.营造环境']],
    [`双向沟通：${text}`, ['1.1.双向沟通']],
    [`**双向沟通**${text}`, ['1.1.双向沟通']],
    [`【双向沟通】${text}`, ['1.1.双向沟通']],
    [`公司重视双向沟通，${text}`, []],
    [`a) ${text}`, []],
    [`<!-- 要求: 1.1.双向沟通 -->\n\n${text}`, ['1.1.双向沟通']],
  ])('%j', (body, ids) => {
    expect(answered(read(`## 1.1 高层领导的作用\n\n${body}\n`, standard))).toEqual(ids)
  })

  it('an answer ends at the next item, mark, clause or heading of its level', () => {
    const body = `### 双向沟通\n\n一\n\n#### 细节\n\n二\n\n### 自拟\n\n三\n\n确定方向：四\n\n五\n`
    const report = read(`## 1.1 高层领导的作用\n\n${body}\n## 1.2 组织治理\n\n六\n`, standard)
    const sizes = report.sections[0]?.answers.map(({ requirement, units }) => [
      requirement.name,
      units.filter(({ block }) => block.kind === 'paragraph').length,
    ])
    expect(sizes).toEqual([
      ['双向沟通', 2],
      ['确定方向', 2],
    ])
  })
})

describe('dimensions', () => {
  it.each([
    ['【采用方法】甲', ['approach']],
    ['【方法】甲\n\n【展开】乙\n\n【结果】丙', ['approach', 'deployment', 'result']],
    ['【方法、展开】甲', ['approach', 'deployment']],
    ['### 【实施结果】\n\n甲', ['result']],
    ['### 工作展开\n\n甲', ['deployment']],
    ['采用方法是甲', []],
    ['【亮点】甲', []],
  ])('%j', (body, dimensions) => {
    const [section] = read(`## 1.1 高层领导的作用\n\n${body}\n`, standard).sections
    expect(section?.leadIns.map((lead) => lead.dimension)).toEqual(dimensions)
  })

  it('【历程】 opens history, not a dimension', () => {
    const [section] = read('## 1.1 使命\n\n【历程】2009年导入卓越绩效。\n', demo).sections
    expect(section?.leadIns).toEqual([])
    expect(section?.histories).toHaveLength(1)
  })
})

it('a fuzzer’s worth of awards: every requirement of every award is answered by its own heading or mark', () => {
  for (const award of [standard, person, wuhan, demo])
    for (const clause of leaves(award.clauses))
      for (const requirement of clause.requirements) {
        const heading =
          clause.number === undefined ? clause.title : `${clause.number} ${clause.title}`
        const report = read(`## ${heading}\n\n<!-- 要求: ${requirement.id} -->\n\n正文\n`, award)
        expect.soft(answered(report), requirement.id).toEqual([requirement.id])
        if (requirement.group === undefined)
          expect
            .soft(
              answered(read(`## ${heading}\n\n### ${nameOf(requirement)}\n\n正文\n`, award)),
              requirement.id,
            )
            .toContain(requirement.id)
      }
})

function leaves(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap((clause) =>
    clause.children.length === 0 ? [clause] : leaves(clause.children),
  )
}

function nameOf({ label, name }: Requirement): string {
  return label === undefined ? (name ?? '') : `${label}）`
}
