import { type Award, allClauses, clauseHeading, type Field } from '@ziping/award'
import { fieldsByHand, fieldsOf } from '@ziping/forms'
import { asSchema, type Schema } from './json-schema.ts'

/** What may stand in `data/form.yaml`: the award’s form says it, `t1.name` as `name` below `t1`. */
export function formSchema(award: Award): Schema {
  const byHand = fieldsByHand(award)
  const typed = fieldsOf(award).filter(
    ({ id, computed }) => computed === undefined && !byHand.has(id),
  )
  const root: Tree = { below: new Map() }
  for (const field of typed) {
    const at = field.id.split('.').reduce(childOf, root)
    at.field = field
  }
  return schemaOfTree(root)
}

interface Tree {
  field?: Field
  readonly below: Map<string, Tree>
}

function childOf({ below }: Tree, name: string): Tree {
  const child = below.get(name) ?? { below: new Map() }
  below.set(name, child)
  return child
}

function schemaOfTree({ field, below }: Tree): Schema {
  const properties = Object.fromEntries(
    [...below].map(([name, tree]) => [name, schemaOfTree(tree)]),
  )
  const own = field === undefined ? {} : fieldSchema(field)
  return below.size === 0 ? own : { ...own, properties }
}

function fieldSchema({ label, hint, type, options, columns, multiple }: Field): Schema {
  const description = hint === undefined ? label : `${label}：${hint}`
  const labels = options.map((option) => option.label)
  if (columns.length > 0) {
    const properties = Object.fromEntries(columns.map((column) => [column.id, fieldSchema(column)]))
    return { description, items: { properties } }
  }
  if (type === 'boolean') return { description, enum: ['是', '否'] }
  if (type === 'counts')
    return { description, properties: Object.fromEntries(labels.map((one) => [one, {}])) }
  if (labels.length === 0) return { description }
  return multiple === true
    ? { description, items: { enum: labels } }
    : { description, enum: labels }
}

/** Where clauses are keys: which there are. */
export function withClauses(schema: Schema, award: Award): Schema {
  const clauses = [...allClauses(award.clauses)]
  return {
    ...schema,
    properties: {
      ...asSchema(schema['properties']),
      ...Object.fromEntries(
        clauses.map((clause) => [
          clause.id,
          {
            description: clauseHeading(clause),
            anyOf: [asSchema(schema['additionalProperties']) ?? {}],
          },
        ]),
      ),
    },
  }
}

/** `data/plan.yaml`: who writes which clause and document. */
export function planSchema(plan: Schema, award: Award): Schema {
  const properties = asSchema(plan['properties'])
  const clauses = withClauses(asSchema(properties?.['clauses']) ?? {}, award)
  const documents = asSchema(properties?.['documents']) ?? {}
  const known = award.deliverables.map(({ id, title }) => [
    id,
    { description: title, anyOf: [asSchema(documents['additionalProperties']) ?? {}] },
  ])
  return {
    ...plan,
    properties: {
      ...properties,
      clauses,
      documents: { ...documents, properties: Object.fromEntries(known) },
    },
  }
}
