/** A JSON Schema, as far as words can be offered from it. */
export type Schema = Readonly<Record<string, unknown>>

/** A key that a schema allows, with what it says about it. */
export interface KnownKey {
  readonly key: string
  readonly description?: string
}

/** What a schema says of the value at a path; several where it offers alternatives. */
export function schemasAt(root: Schema, keys: readonly string[]): readonly Schema[] {
  let here = open(root, root)
  for (const key of keys)
    here = here.flatMap((schema) => inside(schema, key)).flatMap((schema) => open(schema, root))
  return here
}

export function keysIn(schemas: readonly Schema[]): readonly KnownKey[] {
  return schemas.flatMap((schema) =>
    Object.entries(asSchema(schema['properties']) ?? {}).map(([key, about]): KnownKey => {
      const description = asSchema(about)?.['description']
      return typeof description === 'string' ? { key, description } : { key }
    }),
  )
}

export function valuesIn(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap((schema) => {
    const { enum: listed, const: only, type } = schema
    if (Array.isArray(listed)) return listed.map(String)
    if (only !== undefined) return [String(only)]
    return type === 'boolean' ? ['true', 'false'] : []
  })
}

function inside(schema: Schema, key: string): readonly Schema[] {
  if (key === '-') return found(schema['items'])
  const properties = asSchema(schema['properties'])
  if (properties !== undefined && Object.hasOwn(properties, key)) return found(properties[key])
  return found(schema['additionalProperties'])
}

/** Follows references and alternatives. */
function open(schema: Schema, root: Schema, depth = 0): readonly Schema[] {
  if (depth > 8) return []
  const { $ref: ref, anyOf, oneOf, allOf } = schema
  const target = typeof ref === 'string' ? pointed(root, ref) : undefined
  const others = [anyOf, oneOf, allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  return [
    schema,
    ...[...others.flatMap(found), ...(target === undefined ? [] : [target])].flatMap((other) =>
      open(other, root, depth + 1),
    ),
  ]
}

function pointed(root: Schema, ref: string): Schema | undefined {
  if (!ref.startsWith('#/')) return undefined
  let here: Schema | undefined = root
  for (const step of ref.slice(2).split('/')) here = asSchema(here?.[step])
  return here
}

function found(value: unknown): readonly Schema[] {
  const schema = asSchema(value)
  return schema === undefined ? [] : [schema]
}

export function asSchema(value: unknown): Schema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...value }
    : undefined
}
