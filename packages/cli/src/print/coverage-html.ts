import { type Award, clauseHeading, isSpecified, parentsOf } from '@ziping/award'
import type { ClauseCoverage, ReportCoverage, Tally } from '@ziping/coverage'
import type { ShownCoverage } from '../commands/run-coverage.ts'
import { type Context, say } from '../context.ts'
import { renderTemplate } from '../render-template.ts'
import { hasHole, holesOf } from './holes.ts'

interface Row {
  readonly category?: string
  readonly span?: number
  readonly title?: string
  readonly count?: string
  readonly state?: string
  readonly cells?: readonly { readonly text: string; readonly state: string }[]
}

/** The board as a page of its own, to print or to send round. */
export function coverageAsHtml(
  { coverage, opened }: ShownCoverage,
  options: { readonly holesOnly: boolean },
  context: Context,
): string {
  const { award } = opened
  const reports: readonly ReportCoverage[] = [coverage, ...coverage.holdings]
  return renderTemplate('html/coverage.hbs', {
    lang: context.language,
    title: `${award.name}${isSpecified(award.year) ? ` ${award.year}` : ''} · ${say(context, '作答情况', 'Coverage')}`,
    banner: award.banner ?? '',
    words: {
      holes: say(context, '缺项', 'Missing'),
      lengths: say(context, '篇幅', 'Lengths'),
      document: say(context, '文件', 'Document'),
      length: say(context, '字数', 'Length'),
      limit: say(context, '上限', 'Limit'),
    },
    reports: reports.map((report) => reportContext(report, award, options.holesOnly, context)),
    documents: coverage.documents.map(({ title, length, limit }) => ({
      title,
      count: length.characters.toLocaleString('en-US'),
      limit: limit?.toLocaleString('en-US') ?? say(context, '通知未规定', 'none given'),
      state: limit !== undefined && length.characters > limit ? 'missing' : 'done',
    })),
  })
}

function reportContext(
  report: ReportCoverage,
  award: Award,
  holesOnly: boolean,
  context: Context,
): unknown {
  const dims = award.dimensions
    .flatMap((scheme) => scheme.dims)
    .filter((dim, index, all) => all.findIndex((other) => other.id === dim.id) === index)
  const asked = dims.filter((dim) =>
    report.clauses.some((clause) => clause.dimensions[dim.id] !== undefined),
  )
  const head = [
    say(context, '条款', 'Clause'),
    say(context, '字数', 'Length'),
    say(context, '要求', 'Items'),
    ...asked.map((dim) => dim.label),
  ]
  const words = {
    clause: say(context, '没有作答，已写字数：', 'not answered, characters: '),
    requirement: say(context, '要求：', 'requirement: '),
    dimension: say(context, '维度：', 'dimension: '),
  }
  return {
    name: report.holding ?? '',
    tallies: [
      tally(say(context, '条款', 'clauses'), report.summary.clauses),
      tally(say(context, '要求', 'requirements'), report.summary.requirements),
      tally(say(context, '评价维度', 'dimensions'), report.summary.dimensions),
    ].filter(({ all }) => all > 0),
    head,
    rows: rowsOf(
      report.clauses.filter((clause) => !holesOnly || hasHole(clause)),
      award,
      asked.map((dim) => dim.id),
      head.length,
    ),
    holes: holesOf(report, award).map((hole) => ({
      ...hole,
      what: words[hole.what],
      where: hole.where ?? '',
    })),
  }
}

function tally(
  name: string,
  [answered, all]: Tally,
): {
  readonly name: string
  readonly answered: number
  readonly all: number
  readonly state: string
} {
  return { name, answered, all, state: answered === all ? 'done' : 'missing' }
}

function rowsOf(
  clauses: readonly ClauseCoverage[],
  award: Award,
  dims: readonly (keyof ClauseCoverage['dimensions'])[],
  span: number,
): readonly Row[] {
  const rows: Row[] = []
  let category: string | undefined
  for (const { clause, answered, count, requirements, dimensions } of clauses) {
    const top = parentsOf(award.clauses, clause.id)[0]
    if (top !== undefined && top.id !== category) rows.push({ category: clauseHeading(top), span })
    category = top?.id
    const done = requirements.filter((requirement) => requirement.answered).length
    const items = requirements.length === 0 ? '' : `${done}/${requirements.length}`
    rows.push({
      title: clauseHeading(clause),
      count: count.toLocaleString('en-US'),
      state: answered ? '' : 'missing',
      cells: [
        {
          text: items,
          state: done >= (clause.choice?.min ?? requirements.length) ? '' : 'missing',
        },
        ...dims.map((id) => {
          const shown = dimensions[id]
          return shown === undefined
            ? { text: '', state: '' }
            : shown
              ? { text: '✓', state: 'done' }
              : { text: '✗', state: 'missing' }
        }),
      ],
    })
  }
  return rows
}
