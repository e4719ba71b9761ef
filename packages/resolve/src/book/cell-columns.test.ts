import { expect, it } from 'vitest'
import { cellColumns } from './cell-columns.ts'

const cell = (colspan = 1, rowspan = 1) => ({ colspan, rowspan })

it('passes over what joined cells cover, for as many rows as they do', () => {
  const rows = [
    [cell(1, 3), cell(2), cell()],
    [cell(1, 2), cell(), cell()],
    [cell(), cell()],
    [cell(), cell(3)],
  ]
  expect(cellColumns(rows)).toEqual([
    [0, 1, 3],
    [1, 2, 3],
    [2, 3],
    [0, 1],
  ])
})
