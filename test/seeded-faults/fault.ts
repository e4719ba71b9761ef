import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

/** A line of a file: by its number, or by words that only this line has once the fault is in. */
export interface FaultPlace {
  readonly file: string
  readonly line: number | string
}

/** One slip of a writer, put into a sample that has none. */
export interface Fault {
  readonly id: string
  readonly sample: string
  readonly file: string
  readonly before?: string
  readonly after?: string
  /** New files: text by path. */
  readonly create?: Readonly<Record<string, string>>
  /** A file or folder that is gone. */
  readonly remove?: string
  readonly rule: string
  readonly at: FaultPlace
  /** Where it may be told as well, for the contract does not say. */
  readonly orAt?: readonly FaultPlace[]
  /** Rules that the same slip rightly raises besides. */
  readonly also?: readonly string[]
  /** Why a reviewer would object. */
  readonly note: string
}

const table = path.join(import.meta.dirname, 'faults.yaml')

/** The table of single faults; its head says what each key means. */
export function readFaults(): readonly Fault[] {
  return parse(readFileSync(table, 'utf8')) as readonly Fault[]
}

/** All places that a fault may be told at. */
export function placesOf({ at, orAt = [] }: Fault): readonly FaultPlace[] {
  return [at, ...orAt]
}
