import type { SchemaError } from './schema.ts'

/**
 * Of a value that fits none of several shapes, Ajv reports all that is wrong with it as each of them,
 * and once more that it fits none. What is said to the writer is said once: complaints about the kind
 * of value go where another complaint shows that the kind was right.
 */
export function withoutEchoes(errors: readonly SchemaError[]): readonly SchemaError[] {
  const kept = new Map<string, SchemaError>()
  for (const error of errors) {
    const key = [error.instancePath, error.keyword, subjectOf(error)].join(' ')
    if (!kept.has(key) && !isEcho(error, errors)) kept.set(key, error)
  }
  return [...kept.values()]
}

function subjectOf({ params, propertyName }: SchemaError): string {
  return String(params['missingProperty'] ?? params['additionalProperty'] ?? propertyName ?? '')
}

function isEcho(error: SchemaError, errors: readonly SchemaError[]): boolean {
  const here = errors.filter(({ instancePath }) => instancePath === error.instancePath)
  switch (error.keyword) {
    case 'propertyNames':
      return true
    case 'anyOf':
      return choiceOfKeys(error).length === 0
    case 'required':
      return isRequiredElsewhere(String(error.params['missingProperty']), here)
    case 'type':
      return isOfRightKind(error, here, errors)
    default:
      return false
  }
}

/** One of several keys is asked for together; what a patch alone may say is never asked for. */
function isRequiredElsewhere(key: string, here: readonly SchemaError[]): boolean {
  return key === '$remove' || here.some((other) => choiceOfKeys(other).includes(key))
}

function isOfRightKind(
  { instancePath }: SchemaError,
  here: readonly SchemaError[],
  errors: readonly SchemaError[],
): boolean {
  const inside = errors.some((other) => other.instancePath.startsWith(`${instancePath}/`))
  return inside || here.some(({ keyword }) => keyword !== 'type' && keyword !== 'anyOf')
}

/** `anyOf: [{required: [max]}, {required: [min]}]` asks for one of several keys: these. */
export function choiceOfKeys({ keyword, schema }: SchemaError): readonly string[] {
  if (keyword !== 'anyOf' || !Array.isArray(schema)) return []
  const keys: unknown[] = schema.map(({ required }) => required?.length === 1 && required[0])
  return keys.every((key) => typeof key === 'string') ? keys : []
}

/** The kinds of value any of the shapes would have taken. */
export function kindsAt(error: SchemaError, errors: readonly SchemaError[]): readonly string[] {
  const kinds = errors.flatMap(({ keyword, instancePath, params }) =>
    keyword === 'type' && instancePath === error.instancePath ? [params['type']].flat() : [],
  )
  return [...new Set(kinds.map(String))]
}
