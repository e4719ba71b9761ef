import type { Award, Field, Form } from '@ziping/award'
import { fieldsByHand, formsOf } from './award-fields.ts'
import { inYear, type Writing, writeField } from './skeleton-field.ts'
import { indented, yamlKey } from './skeleton-text.ts'

/** A fresh data/form.yaml: every field in order, with what is to be filled in where. None without forms. */
export function writeFormSkeleton(award: Award, year: number | undefined): string | undefined {
  const writing: Writing = { award, year, byHand: fieldsByHand(award) }
  const forms = formsOf(award)
  if (forms.length === 0) return undefined
  const lines = forms.flatMap((form) => [
    '',
    `# ═══ ${inYear(form.title, year)} ═══`,
    ...writeForm(form, writing),
  ])
  return `${[...opening, ...lines].join('\n')}\n`
}

const opening = [
  '# 申报表各栏。冒号后空一格再填；注释（# 后面的字）不印。',
  '# 还要查的写：待查：谁 何时；确实没有的写：无：理由，或“/”。',
  '# 注明“自动”的不用填；要与自动取得的不同，可按代号加一行另填。',
]

/** The fields' ids as a tree: `p.contact.name` stands under `p`, `contact`. */
interface Branch {
  readonly fields: Map<string, Field>
  readonly branches: Map<string, Branch>
  readonly order: string[]
}

function writeForm(form: Form, writing: Writing): readonly string[] {
  const root = newBranch()
  for (const field of form.fields) plant(root, field.id.split('.'), field)
  const titles = root.order.map((key) => partTitle(form, key))
  return root.order.flatMap((key, index) => {
    const title = titles[index]
    const isNew = title !== undefined && title !== titles[index - 1]
    return ['', ...(isNew ? [`# ── ${title} ──`] : []), ...writeKey(root, key, writing)]
  })
}

function newBranch(): Branch {
  return { fields: new Map(), branches: new Map(), order: [] }
}

function plant(branch: Branch, [key = '', ...rest]: readonly string[], field: Field): void {
  if (!branch.order.includes(key)) branch.order.push(key)
  if (rest.length === 0) branch.fields.set(key, field)
  else {
    const inner = branch.branches.get(key) ?? newBranch()
    branch.branches.set(key, inner)
    plant(inner, rest, field)
  }
}

/** The title of the part of the form that prints the fields of a group. */
function partTitle({ parts }: Form, key: string): string | undefined {
  const shows = (id: string | undefined): boolean =>
    id === key || id?.startsWith(`${key}.`) === true
  const part = parts.find(({ blocks }) =>
    blocks.some(
      ({ fields, sign, grid }) =>
        fields.some(shows) ||
        sign.some(({ field }) => shows(field)) ||
        grid?.rows.flat().some(({ field }) => shows(field)),
    ),
  )
  return part?.title
}

function writeKey(branch: Branch, key: string, writing: Writing): readonly string[] {
  const field = branch.fields.get(key)
  const inner = branch.branches.get(key)
  return [
    ...(field === undefined ? [] : writeField(key, field, writing)),
    ...(inner === undefined
      ? []
      : [
          `${yamlKey(key)}:`,
          ...indented(inner.order.flatMap((one) => writeKey(inner, one, writing))),
        ]),
  ]
}
