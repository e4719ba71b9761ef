import type { DataFile, DataPath } from '@ziping/report'

/** A single value as typed: numbers keep their digits (`12.50`, `012345`), texts what they say. */
export function typedText(file: DataFile, at: DataPath, value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'number') return undefined
  const typed = file.textOf(at)
  // an alias stands for a number without being its digits
  return typed !== undefined && Number(typed) === value ? typed : String(value)
}
