import type { Ajv2020, Options } from 'ajv/dist/2020.js'

/** How every schema is compiled, when it is needed or beforehand. */
export const schemaOptions: Options = { allErrors: true, verbose: true, strictTypes: false }

/** The validator costs more than reading the data it judges: it is loaded when something really is to be judged. */
export async function newValidator(options: Options = schemaOptions): Promise<Ajv2020> {
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  return new Ajv2020(options)
}
