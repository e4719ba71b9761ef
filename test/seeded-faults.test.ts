import type { Finding } from '@ziping/diagnostics'
import { rules } from '@ziping/lint'
import { afterAll, describe, expect, it } from 'vitest'
import { type Fault, placesOf, readFaults } from './seeded-faults/fault.ts'
import { SeededSample } from './seeded-faults/seeded-sample.ts'

const known = new Set(rules.map(({ id }) => id))
const faults = readFaults()
const samples = [...new Set(faults.map(({ sample }) => sample))]

/** Told apart from the same finding elsewhere, yet not by its line: a fault may move lines. */
function signOf({ rule, messageId, words, place }: Finding): string {
  return [rule, messageId, place.file, words['zh-CN'].message].join('\n')
}

function show({ rule, place, words }: Finding): string {
  return `${place.file}:${place.line} ${rule} ${words['zh-CN'].message}`
}

/** Errors that neither the fault explains nor the untouched sample has. */
function unrelated(
  { rule, also = [] }: Fault,
  found: readonly Finding[],
  before: ReadonlySet<string>,
): readonly Finding[] {
  return found.filter(
    (finding) =>
      finding.severity === 'error' &&
      ![rule, ...also].includes(finding.rule) &&
      !before.has(signOf(finding)),
  )
}

describe('the table of faults', () => {
  it('has at least 120 faults over at least 45 rules, each with a name of its own', () => {
    expect(faults.length).toBeGreaterThanOrEqual(120)
    expect(new Set(faults.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(45)
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
  })

  it('names only rules there are', () => {
    const named = faults.flatMap(({ id, rule, also = [] }) =>
      [rule, ...also].filter((one) => !known.has(one)).map((one) => `${id}: ${one}`),
    )
    expect(named).toEqual([])
  })
})

describe.each(samples)('%s', async (name) => {
  const seeded = faults.filter(({ sample }) => sample === name)
  const sample = new SeededSample(name)
  afterAll(() => sample.remove())
  const untouched = await sample.lint()
  const before = new Set(untouched.map(signOf))

  it('has neither error nor warning before', () => {
    expect(untouched.filter(({ severity }) => severity !== 'info').map(show)).toEqual([])
  })

  it.each(seeded)('$id', async (fault) => {
    await sample.withFault(fault, async () => {
      const found = await sample.lint()
      const told = found.filter((one) => one.rule === fault.rule && !before.has(signOf(one)))
      const places = told.map(({ place }) => `${place.file}:${place.line}`)
      const accepted = placesOf(fault).map((at) => `${at.file}:${sample.lineOf(at)}`)
      expect.soft(places, fault.note).toEqual(expect.arrayContaining([expect.toBeOneOf(accepted)]))
      expect.soft(unrelated(fault, found, before).map(show)).toEqual([])
    })
  })
})
