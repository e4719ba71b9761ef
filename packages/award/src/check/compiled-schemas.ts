import type { ValidateFunction } from 'ajv/dist/2020.js'

/** A schema as a function; it counts only while the schema has the same text. */
export interface CompiledSchema {
  /** SHA-256 of the schema's file. */
  readonly hash: string
  readonly load: () => Promise<ValidateFunction>
}

/** None here: scripts/build.ts puts the schemas in this module's place that it has compiled for the published command. */
export const compiledSchemas: Readonly<Record<string, CompiledSchema>> = {}
