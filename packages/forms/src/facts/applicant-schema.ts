import { applicantFacts } from './applicant-facts.ts'
import type { Fact } from './fact.ts'

/** A JSON Schema, as far as editors need one here. */
export interface FactSchema {
  readonly [key: string]: unknown
}

/** The schema of data/applicant.yaml that editors complete from, made of the table of facts. */
export function applicantSchema(): FactSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://ziping.dev/schemas/applicant.json',
    title: '申报者 data/applicant.yaml',
    ...schemaOf(applicantFacts),
    $defs: {
      // numbers, dates and codes may be typed with or without quotes: the loader judges what they say
      value: {
        anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, { $ref: '#/$defs/gap' }],
      },
      gap: {
        description: '还要查：{ 待查: 谁 何时 }；没有：{ 无: 理由 }',
        type: 'object',
        additionalProperties: false,
        properties: { 待查: { type: 'string' }, 无: { type: 'string' } },
        minProperties: 1,
        maxProperties: 1,
      },
    },
  }
}

function schemaOf(fact: Fact): FactSchema {
  const told = fact.label === '' || fact.key === '' ? {} : { description: description(fact) }
  switch (fact.kind) {
    case 'map':
      return { ...told, ...mapSchema(fact) }
    case 'list':
      return { ...told, type: ['array', 'null'], items: mapSchema(fact) }
    case 'texts':
      return { ...told, type: ['array', 'string', 'null'], items: { type: ['string', 'number'] } }
    case 'years':
      return {
        ...told,
        type: ['object', 'number', 'string', 'null'],
        propertyNames: { pattern: '^\\d{4}$' },
        additionalProperties: { type: ['number', 'string', 'null'] },
      }
    case 'free':
      return told
    default:
      return { ...told, $ref: '#/$defs/value' }
  }
}

function mapSchema({ members = [], open }: Fact): FactSchema {
  const known = members.flatMap((member) =>
    [member.key, ...(member.also ?? [])].map((key) => [key, schemaOf(member)] as const),
  )
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(known),
    additionalProperties: open === undefined ? false : schemaOf(open),
  }
}

function description({ label, hint }: Fact): string {
  return hint === undefined ? label : `${label}：${hint}`
}
