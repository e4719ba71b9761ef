import type { Table } from '@ziping/report'
import type { IndicatorNames } from './typed-values-names.ts'
import {
  readRows,
  readTable,
  type TableReading,
  type TableValues,
  type TypedRow,
} from './typed-values-tables.ts'

interface TableRead extends Pick<TableReading, 'document' | 'section'> {
  readonly names: IndicatorNames
  readonly read: TableValues
}

const tables = new WeakMap<Table, TableRead>()

/** As `readTable`; a table that has not changed is read once. */
export function readTableAgain(reading: TableReading): TableValues {
  const { table, names, document, section } = reading
  const before = tables.get(table)
  if (before?.names !== names) return remember(reading, readTable(reading))
  if (before.document === document && before.section === section) return before.read
  const { values, named } = before.read
  const moved = values.map((value) => ({ ...value, document, section }))
  return remember(reading, { values: moved, named })
}

function remember(
  { table, names, document, section }: TableReading,
  read: TableValues,
): TableValues {
  tables.set(table, { names, document, section, read })
  return read
}

interface RowsRead {
  readonly names: IndicatorNames
  readonly rows: readonly TypedRow[]
}

const rows = new WeakMap<Table, RowsRead>()

/** As `readRows`, likewise once. */
export function readRowsAgain(reading: TableReading): readonly TypedRow[] {
  const { table, names } = reading
  const before = rows.get(table)
  if (before?.names === names) return before.rows
  const read = [...readRows(reading)]
  rows.set(table, { names, rows: read })
  return read
}
