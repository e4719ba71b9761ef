import { type Data, type DataList, type DataMap, isDataMap, listAt, member } from '../read/data.ts'
import { complete } from './complete.ts'
import { formShape } from './shapes.ts'
import type { SourceResolver } from './sources.ts'

/** A form as the model has it: fields in a list, series rows written out cell by cell. */
export function formFromData(form: DataMap, sources: SourceResolver): Data {
  const completed = complete(form, formShape, sources)
  if (!isDataMap(completed)) return completed
  return {
    ...completed,
    fields: fieldList(completed['fields']),
    parts: listAt(completed, 'parts').map((part) =>
      changed(part, 'blocks', (blocks) => blocks.map((block) => withExpandedGrid(block))),
    ),
  }
}

/** Fields are written by id and kept in that order. */
function fieldList(fields: Data | undefined): DataList {
  if (!isDataMap(fields)) return []
  return Object.entries(fields).map(([id, field]) => ({
    id,
    ...(isDataMap(field) ? field : {}),
    options: listAt(field, 'options').map((option) =>
      isDataMap(option) ? option : { id: option, label: option },
    ),
    columns: fieldList(member(field, 'columns')),
  }))
}

function changed(data: Data, key: string, change: (list: DataList) => DataList): Data {
  return isDataMap(data) ? { ...data, [key]: change(listAt(data, key)) } : data
}

function withExpandedGrid(block: Data): Data {
  const grid = member(block, 'grid')
  if (!isDataMap(block) || !isDataMap(grid)) return block
  const { seriesColumns, ...rest } = grid
  const columns = Array.isArray(seriesColumns) ? seriesColumns : []
  const rows = listAt(grid, 'rows').map((row) => (isDataMap(row) ? seriesRow(row, columns) : row))
  return { ...block, grid: { ...rest, rows } }
}

/** `{series: t3.sales, label: […]}`: the label's cells, then one cell per year and rank. */
function seriesRow(row: DataMap, columns: DataList): DataList {
  const cells = columns.map((at) => ({ field: row['series'] ?? '', at, colspan: 1, rowspan: 1 }))
  return [...listAt(row, 'label'), ...cells]
}
