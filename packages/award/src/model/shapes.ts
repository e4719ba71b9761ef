import type { DataMap } from '../read/data.ts'

/**
 * What a kind of thing in an award file becomes when read: which lists are empty unless written,
 * what counts as not specified unless written, and the kinds of thing inside it.
 */
export interface Shape {
  readonly lists?: readonly string[]
  readonly open?: readonly string[]
  readonly values?: DataMap
  readonly parts?: Readonly<Record<string, Shape>>
  /** For a map with keys of the writer's own: what each of its values is. */
  readonly each?: Shape
  /** A text alone stands for a map with this key. */
  readonly shorthand?: string
}

const textWithSource: Shape = { shorthand: 'text' }

export const requirementShape: Shape = { lists: ['names', 'needs', 'hints'], open: ['points'] }

interface RecursiveShape extends Shape {
  readonly parts: Record<string, Shape>
}

const clause: RecursiveShape = {
  lists: ['titles', 'aliases', 'requirements', 'hints', 'guidance', 'topics', 'children'],
  open: ['points'],
  parts: { requirements: requirementShape, guidance: textWithSource },
}
clause.parts['children'] = clause

const dimension: Shape = { lists: ['names', 'words'] }

const dimensionScheme: Shape = {
  lists: ['dims'],
  open: ['printed'],
  values: { resultByReference: false },
  parts: { dims: dimension },
}

const deliverable: Shape = {
  lists: ['sign', 'seal', 'topics', 'fileTypes', 'evidence'],
}

const volume: Shape = {
  lists: ['contains'],
  open: ['copies', 'paper', 'duplex', 'binding', 'spine', 'numbering'],
}

const medium: Shape = {
  lists: ['contains', 'formats'],
  open: ['copies', 'fileName', 'maxBytes', 'types'],
}

const indicator: Shape = { lists: ['inputs', 'checks', 'notes', 'traps'] }

const picture: Shape = { open: ['formats', 'dpi', 'color', 'minMm', 'maxPx', 'maxFiles'] }

const page: Shape = {
  open: ['paper', 'sizeMm', 'margins', 'body', 'headings', 'pageNumber'],
  parts: { pageNumber: { open: ['size', 'sizePt', 'place'] } },
}

const condition: Shape = { lists: ['anyOf', 'evidence'] }

export const awardShape: Shape = {
  lists: [
    'standards',
    'clauses',
    'dimensions',
    'windows',
    'limits',
    'deliverables',
    'volumes',
    'media',
    'indicators',
    'codes',
    'ocr',
    'questions',
    'values',
  ],
  open: [
    'level',
    'region',
    'issuer',
    'year',
    'schedule',
    'total',
    'forms',
    'pictures',
    'page',
    'conditions',
    'duties',
    'route',
    'stages',
  ],
  values: { demo: false, rules: {} },
  parts: {
    applicant: { lists: ['roles', 'categories'] },
    schedule: { open: ['opens', 'closes', 'hardClose'] },
    standards: { open: ['edition'] },
    clauses: clause,
    dimensions: dimensionScheme,
    windows: { lists: ['applies'], values: { holes: 'warning' } },
    deliverables: deliverable,
    volumes: volume,
    media: medium,
    indicators: indicator,
    pictures: picture,
    page,
    conditions: condition,
    stages: { lists: ['limits'] },
    rules: { each: { shorthand: 'severity' } },
  },
}

export const topicListShape: Shape = { parts: { topics: { lists: ['words'] } } }

const field: RecursiveShape = {
  lists: ['options', 'rule', 'topics', 'years', 'ranks'],
  values: { required: false, officeUse: false, readonly: false, of: 'decimal' },
  parts: {},
}
field.parts['columns'] = { each: field }

const cell: Shape = { shorthand: 'text', values: { colspan: 1, rowspan: 1 } }

/** A row is a list of cells, or a series whose label is one. */
const row: Shape = { ...cell, parts: { label: cell } }

export const formShape: Shape = {
  lists: ['parts', 'notes'],
  values: { external: false, portal: false },
  parts: {
    fields: { each: field },
    notes: textWithSource,
    parts: {
      lists: ['blocks'],
      parts: {
        blocks: {
          lists: ['fields', 'sign'],
          parts: {
            grid: { lists: ['head', 'rows'], parts: { head: cell, rows: row } },
          },
        },
      },
    },
  },
}
