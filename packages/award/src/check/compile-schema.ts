import type { Ajv2020, Options } from 'ajv/dist/2020.js'

/** How every schema is compiled, when it is needed or beforehand. */
export const schemaOptions: Options = { allErrors: true, verbose: true, strictTypes: false }

/** The validator costs more than reading the data it judges: it is loaded when something really is to be judged. */
export async function newValidator(options: Options = schemaOptions): Promise<Ajv2020> {
  // The bundled program has only the default export of what was CommonJS.
  const { default: ajv } = await import('ajv/dist/2020.js')
  return new ajv.Ajv2020(options)
}
