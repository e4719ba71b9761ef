import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Award, loadAward, scoredLeaves } from '@ziping/award'
import { type Coverage, measureCoverage } from '@ziping/coverage'
import {
  assembleReport,
  openReport,
  parseDocument,
  parseReport,
  type Report,
  readEvidence,
  readIndicators,
  readWorkspace,
  type Section,
  SourceText,
  type Workspace,
} from '@ziping/report'
import { createResolver } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'

const samples = path.resolve(import.meta.dirname, '../content/samples')

function measure(report: Report, workspace: Workspace): Coverage {
  const year = workspace.config.year
  const resolver = createResolver(report, {
    indicators: readIndicators(workspace.indicators),
    evidence: readEvidence(workspace.evidence),
    ...(year === undefined ? {} : { year }),
  })
  return measureCoverage(report, resolver)
}

async function open(name: string): Promise<{ workspace: Workspace; award: Award; report: Report }> {
  const workspace = readWorkspace(path.join(samples, name))
  const award = await loadAward(workspace.config.awards[0] ?? '')
  return { workspace, award, report: openReport(workspace, award) }
}

/** Everything a report leaves open, as words. */
function holes(coverage: Coverage): readonly string[] {
  return [coverage, ...coverage.holdings].flatMap(({ holding = '', clauses }) =>
    clauses.flatMap(({ clause, answered, requirements, dimensions }) => [
      ...(answered ? [] : [`${holding} clause ${clause.id}`]),
      ...requirements
        .filter((requirement) => !requirement.answered)
        .map(({ requirement }) => `${holding} requirement ${requirement.id}`),
      ...Object.entries(dimensions)
        .filter(([, shown]) => shown === false)
        .map(([dimension]) => `${holding} dimension ${clause.id} ${dimension}`),
    ]),
  )
}

const complete = [
  'nantong-org',
  'nantong-person',
  'wuhan-manager',
  'jiaxing-group',
  'shenzhen-economic',
  'shenzhen-project',
]

describe('the samples', () => {
  it.each(complete)('%s leaves nothing open', async (name) => {
    const { workspace, report } = await open(name)
    expect(workspace.findings).toEqual([])
    expect(holes(measure(report, workspace))).toEqual([])
  })

  it('keep within the limits of their notices', async () => {
    for (const name of complete) {
      const { workspace, report } = await open(name)
      for (const { title, length, limit } of measure(report, workspace).documents)
        if (limit !== undefined)
          expect.soft(length.characters, `${name} ${title}`).toBeLessThanOrEqual(limit)
    }
  })

  it('nantong-org is as long as a real report, and as rich in tables and figures', async () => {
    const { workspace, report } = await open('nantong-org')
    const length = measure(report, workspace).documents.find((document) => document.id === 'report')
      ?.length.characters
    expect(length).toBeGreaterThanOrEqual(25_000)
    expect(length).toBeLessThanOrEqual(30_000)
    const captioned = report.sections
      .flatMap((section) => section.units)
      .filter(({ block }) => 'caption' in block && block.caption !== undefined)
    expect(captioned.length).toBeGreaterThanOrEqual(40)
  })

  it('nantong-person uses its ten thousand characters', async () => {
    const { workspace, report } = await open('nantong-person')
    const length = measure(report, workspace).documents.find((document) => document.id === 'report')
      ?.length.characters
    expect(length).toBeGreaterThanOrEqual(9_000)
    expect(length).toBeLessThanOrEqual(10_000)
  })
})

describe.each(['nantong-org', 'nantong-person'])('%s without one answer', (name) => {
  it('leaves exactly that requirement open, for every requirement', async () => {
    const { workspace, award, report } = await open(name)
    const requirements = scoredLeaves(award.clauses).flatMap((clause) => clause.requirements)
    expect(requirements.length).toBe(name === 'nantong-org' ? 57 : 39)
    for (const requirement of requirements) {
      const cut = withoutAnswer(report, workspace, requirement.id)
      const left = holes(measure(cut.report, workspace))
      const others = left.filter((hole) => hole !== ` requirement ${requirement.id}`)
      expect.soft(left, requirement.id).toContain(` requirement ${requirement.id}`)
      // Besides it, only a clause or dimension all of whose text was in the answer.
      expect
        .soft(
          others.filter((hole) => !cut.mayBeOpen.includes(hole)),
          requirement.id,
        )
        .toEqual([])
    }
  })
})

/** The report with the text of one answer deleted, and what else lost its last text with it. */
function withoutAnswer(
  report: Report,
  workspace: Workspace,
  id: string,
): { report: Report; mayBeOpen: readonly string[] } {
  const mayBeOpen: string[] = []
  let { documents } = report
  for (const section of report.sections)
    for (const answer of section.answers) {
      if (answer.requirement.id !== id) continue
      const document = workspace.documents.find(({ path: file }) => file === section.file)
      const source = new SourceText(section.file, document?.text ?? '')
      const start = source.offset(answer.place.line, answer.place.column)
      const end = Math.max(start, ...answer.units.map(({ block }) => block.span.end))
      const parsed = parseDocument(
        section.file,
        source.text.slice(0, start) + source.text.slice(end),
      )
      documents = documents.map((other) =>
        other.parsed.file === section.file ? { ...other, parsed } : other,
      )
      mayBeOpen.push(...emptied(section, start, end))
    }
  return { report: assembleReport(documents, report.award, 'award'), mayBeOpen }
}

function emptied(section: Section, start: number, end: number): readonly string[] {
  const outside = ({ block }: Section['units'][number]): boolean =>
    block.kind !== 'heading' && (block.span.end <= start || block.span.start >= end)
  const rest = section.units.filter(outside)
  const left = rest.reduce((sum, { block }) => sum + block.span.end - block.span.start, 0)
  const dims = [...new Set(section.leadIns.map((lead) => lead.dimension))].filter(
    (dimension) =>
      !section.leadIns.some((lead) => lead.dimension === dimension && lead.units.some(outside)),
  )
  return [
    ...(left < 80 ? [` clause ${section.clause.id}`] : []),
    ...dims.map((dimension) => ` dimension ${section.clause.id} ${dimension}`),
  ]
}

describe('what counts as an answer', () => {
  it('labels of the standard never answer a topic', async () => {
    const award = await loadAward('nantong-org-2020')
    const text = '公司按区域设立六个办事处，客户经理每周走访一次，走访记录进入客户关系管理系统。'
    const report = parseReport(
      {
        'report/03.md': `## 3.2 顾客关系与顾客满意\n\n### 顾客关系的建立\n\na) ${text}\n\nb) ${text}\n\nc) ${text}\n\nd) ${text}\n`,
      },
      award,
    )
    const nothing = { indicators: readIndicators(undefined), evidence: readEvidence(undefined) }
    const clause = measureCoverage(report, createResolver(report, nothing)).clauses.find(
      ({ clause: { id } }) => id === '3.2',
    )
    expect(
      clause?.requirements.map(({ requirement, answered }) => [requirement.id, answered]),
    ).toEqual([
      ['3.2.顾客关系的建立', true],
      ['3.2.顾客满意的测量', false],
    ])
  })

  it.each([
    ['79 字', '质'.repeat(79), false],
    ['80 字', '质'.repeat(80), true],
    ['a stub', `待补充。${'略。'.repeat(60)}`, false],
    ['only a heading', '', false],
  ])('a clause with %s', async (_, text, answered) => {
    const award = await loadAward('demo')
    const report = parseReport({ 'report/1.md': `# 1 领导\n\n## 1.1 使命\n\n${text}\n` }, award)
    const nothing = { indicators: readIndicators(undefined), evidence: readEvidence(undefined) }
    expect(measureCoverage(report, createResolver(report, nothing)).clauses[0]?.answered).toBe(
      answered,
    )
  })
})

it('reads a workspace copied elsewhere to the same coverage', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziping 申报 '))
  try {
    cpSync(path.join(samples, 'nantong-person'), folder, { recursive: true })
    const here = await open('nantong-person')
    const there = readWorkspace(folder)
    const report = openReport(there, here.award)
    expect(measure(report, there).summary).toEqual(measure(here.report, here.workspace).summary)
    expect(readFileSync(path.join(folder, 'ziping.yaml'), 'utf8')).toContain('nantong-person-2020')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
