import type { Table } from '@ziping/report'
import type { IndicatorNames } from './typed-values-names.ts'
import { readTable, type TableReading, type TableValues } from './typed-values-tables.ts'

interface TableRead {
  readonly names: IndicatorNames
  readonly read: TableValues
}

const tables = new WeakMap<Table, TableRead>()

/** As `readTable`; a table that has not changed is read once. */
export function readTableAgain(reading: TableReading): TableValues {
  const { table, names, document, section } = reading
  const before = tables.get(table)
  if (before?.names !== names) {
    const read = readTable(reading)
    tables.set(table, { names, read })
    return read
  }
  const { values, named } = before.read
  return { values: values.map((value) => ({ ...value, document, section })), named }
}
