import { type Award, isSpecified } from '@ziping/award'
import { fieldsOf } from './award-fields.ts'
import type { CodeLists } from './code-lists.ts'

const factPath =
  /\b(?:organization|person|project|people|honours|incidents|declarations)(?:\.[A-Za-z]\w*)*\b(?!\s*\()/gu
const calledPath =
  /\b((?:organization|person|project|people|honours|incidents|declarations)(?:\.[A-Za-z]\w*)*)\.\w+\s*\(/gu

/** What every applicant of a kind tells, whatever the award asks. */
const always: Readonly<Record<Award['applicant']['kind'], readonly string[]>> = {
  organization: [
    'organization.name',
    'organization.shortNames',
    'organization.formerNames',
    'organization.uscc',
  ],
  person: ['person.name', 'person.category', 'organization.name', 'organization.shortNames'],
  project: ['project.name', 'organization.name', 'organization.shortNames'],
}

/** Paths of the facts that an award's form, conditions, sizes and file names read. */
export function neededFacts(award: Award, codes: CodeLists): ReadonlySet<string> {
  const fields = fieldsOf(award)
  const usesSizes = fields.some((field) => field.codes?.startsWith('size-'))
  const sizeFacts = codes.sizes?.measures.map(({ from }) => from) ?? []
  const needed = [
    ...always[award.applicant.kind],
    ...fields.flatMap(({ from }) => from ?? []),
    ...expressionsOf(award).flatMap(pathsIn),
    ...(usesSizes ? ['organization.industry', ...sizeFacts] : []),
    ...(award.repeatPer === 'holding' ? ['organization.holdings'] : []),
    ...figuresOf(award).map(({ id }) => `organization.figures.${id}`),
  ]
  // a person applies elsewhere: what a condition asks about that is confirmed, not told here
  const elsewhere = award.applicant.kind === 'person' ? undefined : 'person.'
  return new Set(needed.filter((path) => elsewhere === undefined || !path.startsWith(elsewhere)))
}

function expressionsOf(award: Award): readonly string[] {
  const conditions = isSpecified(award.conditions) ? award.conditions : []
  const texts: readonly (string | undefined | boolean)[] = [
    ...conditions.flatMap(({ applies, test, anyOf }) => [
      applies,
      isSpecified(test) ? test : undefined,
      ...anyOf.map((one) => one.test),
    ]),
    ...fieldsOf(award).flatMap(({ computed, required, rule }) => [
      computed,
      required,
      ...rule.map(({ test }) => test),
    ]),
    ...award.deliverables.map(({ required }) => required),
    ...award.media.map(({ fileName }) => (isSpecified(fileName) ? fileName : undefined)),
    ...award.volumes.map(({ spine }) => (isSpecified(spine) ? spine.text : undefined)),
  ]
  return texts.flatMap((text) => (typeof text === 'string' ? [text] : []))
}

function pathsIn(expression: string): readonly string[] {
  const bare = expression.replaceAll(/"[^"]*"/gu, '""').replaceAll(/\bform(?:\.\w+)+/gu, '')
  const called = [...bare.matchAll(calledPath)].flatMap(([, path]) => path ?? [])
  const read = [...bare.matchAll(factPath)].map(([path]) => path)
  return [...called, ...read.filter((path) => !called.some((one) => path.startsWith(`${one}.`)))]
}

/** A raw figure that a formula reads and no form field holds. */
export interface NeededFigure {
  readonly id: string
  readonly label: string
  readonly unit: string
  /** It is wanted for the year before the first, too: that is where the first one opens. */
  readonly opening: boolean
}

/** The raw figures behind the award's computed fields; closings stand for openings and last year's. */
export function figuresOf(award: Award): readonly NeededFigure[] {
  const computed = new Set(fieldsOf(award).map((field) => field.computed))
  const inputs = award.indicators
    .filter(({ id }) => computed.has(id))
    .flatMap((indicator) => indicator.inputs)
    .filter((input) => input.field === undefined && input.default === undefined)
  const figures = new Map<string, NeededFigure>()
  for (const { id, label, unit, basis } of inputs) {
    const opens = basis === 'open' || basis === 'previousClose'
    const closing = opens ? `${id.replace(/(?:Open|Previous)$/u, '')}Close` : id
    const known = figures.get(closing)
    const ownLabel = opens
      ? (known?.label ?? label.replace(/^(?:期初|上年同期期末)/u, '期末'))
      : label
    const opening = opens || known?.opening === true
    figures.set(closing, { id: closing, label: ownLabel, unit, opening })
  }
  return [...figures.values()]
}
