import path from 'node:path'
import type { Dimension } from '@ziping/award'
import { clauseHeading } from '@ziping/award'
import type { ReportCoverage } from '@ziping/coverage'
import type { ShownCoverage } from '../commands/run-coverage.ts'
import { type Context, say } from '../context.ts'
import { writeWhole } from '../write-output.ts'
import { requirementName } from './holes.ts'

type Cell = {
  readonly value: string | number
  readonly type?: typeof String | typeof Number
  readonly fontWeight?: 'bold'
  readonly color?: string
  readonly wrap?: boolean
} | null

/** A workbook for the project meeting: clauses, requirements, lengths. */
export async function coverageAsXlsx(
  { coverage, opened }: ShownCoverage,
  file: string | undefined,
  context: Context,
): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const reports: readonly ReportCoverage[] = [coverage, ...coverage.holdings]
  const dims = opened.award.dimensions.flatMap((scheme) => scheme.dims)
  const sheets = [
    {
      sheet: say(context, '条款', 'Clauses'),
      data: clauseRows(reports, unique(dims)),
      columns: [{ width: 14 }, { width: 30 }, { width: 10 }, { width: 10 }, { width: 10 }],
    },
    {
      sheet: say(context, '要求', 'Requirements'),
      data: requirementRows(reports),
      columns: [
        { width: 14 },
        { width: 30 },
        { width: 20 },
        { width: 60 },
        { width: 10 },
        { width: 30 },
      ],
    },
    {
      sheet: say(context, '篇幅', 'Lengths'),
      data: lengthRows(coverage.documents),
      columns: [{ width: 30 }, { width: 12 }, { width: 12 }],
    },
  ]
  const buffer = await writeExcelFile(sheets).toBuffer()
  const target =
    file ?? path.join(opened.workspace.root, opened.workspace.config.paths.dist, '作答情况.xlsx')
  writeWhole(path.resolve(context.cwd, target), buffer)
  context.note(
    `${say(context, '已写入', 'Written:')} ${path.relative(context.cwd, path.resolve(context.cwd, target))}`,
  )
}

function unique(dims: readonly Dimension[]): readonly Dimension[] {
  return dims.filter((dim, index) => dims.findIndex((other) => other.id === dim.id) === index)
}

function head(...titles: readonly string[]): Cell[] {
  return titles.map((value) => ({ value, fontWeight: 'bold' as const }))
}

function clauseRows(reports: readonly ReportCoverage[], dims: readonly Dimension[]): Cell[][] {
  const rows = reports.flatMap((report) =>
    report.clauses.map(({ clause, answered, count, requirements, dimensions }): Cell[] => [
      { value: report.holding ?? '本组织' },
      { value: clauseHeading(clause) },
      yesNo(answered),
      { value: count, type: Number },
      {
        value: `${requirements.filter((requirement) => requirement.answered).length}/${requirements.length}`,
      },
      ...dims.map(
        (dim): Cell =>
          dimensions[dim.id] === undefined ? null : yesNo(dimensions[dim.id] === true),
      ),
    ]),
  )
  return [head('单位', '条款', '已作答', '字数', '要求', ...dims.map((dim) => dim.label)), ...rows]
}

function requirementRows(reports: readonly ReportCoverage[]): Cell[][] {
  const rows = reports.flatMap((report) =>
    report.clauses.flatMap(({ clause, requirements }) =>
      requirements.map(({ requirement, answered, place }): Cell[] => [
        { value: report.holding ?? '本组织' },
        { value: clauseHeading(clause) },
        { value: requirement.name ?? requirement.id },
        {
          value: requirement.label === undefined ? requirement.text : requirementName(requirement),
          wrap: true,
        },
        yesNo(answered),
        { value: place === undefined ? '' : `${place.file}:${place.line}` },
      ]),
    ),
  )
  return [head('单位', '条款', '要求', '内容', '已作答', '位置'), ...rows]
}

function lengthRows(documents: ShownCoverage['coverage']['documents']): Cell[][] {
  const rows = documents.map(({ title, length, limit }): Cell[] => [
    { value: title },
    { value: length.characters, type: Number },
    limit === undefined ? { value: '未规定' } : { value: limit, type: Number },
  ])
  return [head('文件', '字数', '上限'), ...rows]
}

function yesNo(yes: boolean): Cell {
  return yes ? { value: '是' } : { value: '否', color: '#C00000' }
}
