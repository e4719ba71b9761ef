import path from 'node:path'
import { clauseHeading, type Decimal } from '@ziping/award'
import { type Context, say } from '../context.ts'
import { writeWhole } from '../write-output.ts'
import type { ShownScore } from './score.ts'

type Cell = {
  readonly value: string | number
  readonly type?: typeof String | typeof Number
  readonly format?: string
  readonly fontWeight?: 'bold'
  readonly color?: string
  readonly wrap?: boolean
} | null

/** The scores as a workbook, for the meeting at which they are settled. */
export async function scoreAsXlsx(
  { score }: ShownScore,
  file: string,
  context: Context,
): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const titles = ['条款', '分值', '得分率（%）', '折算得分', '依据与说明']
  const head = titles.map((value): Cell => ({ value, fontWeight: 'bold' }))
  const clauses = score.clauses.map(({ clause, points, percent, earned, note }): Cell[] => [
    { value: clauseHeading(clause) },
    figure(points),
    percent === undefined ? { value: '未打分', color: '#C00000' } : figure(percent),
    figure(earned),
    note === undefined ? null : { value: note, wrap: true },
  ])
  const sums = score.categories.map(({ category, points, percent, earned }): Cell[] => [
    { value: clauseHeading(category), fontWeight: 'bold' },
    figure(points),
    figure(percent),
    figure(earned),
  ])
  const { points, percent, earned } = score.total
  const total: Cell[] = [
    { value: '合计', fontWeight: 'bold' },
    figure(points),
    figure(percent),
    figure(earned),
  ]
  const columns = [{ width: 34 }, { width: 10 }, { width: 12 }, { width: 12 }, { width: 50 }]
  const bytes = await writeExcelFile([
    { sheet: '条款', data: [head, ...clauses, total], columns, stickyRowsCount: 1 },
    { sheet: '类目', data: [head.slice(0, 4), ...sums, total], columns: columns.slice(0, 4) },
  ]).toBuffer()
  writeWhole(path.resolve(context.cwd, file), bytes)
  context.note(
    `${say(context, '已写入', 'Written:')} ${path.relative(context.cwd, path.resolve(context.cwd, file))}`,
  )
}

function figure(value: Decimal | undefined): Cell {
  return value === undefined
    ? null
    : { value: value.toDecimalPlaces(2).toNumber(), type: Number, format: '0.0' }
}
