import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Award } from './award.ts'
import { allClauses, type Clause, leafClauses, scoredLeaves } from './clause.ts'
import { Decimal } from './expression/decimal.ts'
import { evaluateExpression } from './expression/expression.ts'
import { listAwards } from './list-awards.ts'
import { checkAwardFile, loadAward } from './load-award.ts'
import { isSpecified } from './specified.ts'

/** How many clauses stand on each level of the scored tree. */
function levels(clauses: readonly Clause[]): readonly number[] {
  const below = clauses.flatMap(({ children }) => children)
  return clauses.length === 0 ? [] : [clauses.length, ...levels(below)]
}

function counts(award: Award): object {
  const leaves = scoredLeaves(award.clauses)
  const ofKind = (wanted: (clause: Clause) => boolean): readonly [number, number] => {
    const matching = leaves.filter(wanted)
    return [matching.length, matching.flatMap(({ requirements }) => requirements).length]
  }
  return {
    levels: levels(award.clauses.filter(({ scored }) => scored)),
    process: ofKind(({ kind }) => kind !== 'result'),
    result: ofKind(({ kind }) => kind === 'result'),
    points: award.total,
  }
}

const none = 'not-specified'

// SPEC section 8
describe('clauses, requirements and points', () => {
  it.each([
    ['nantong-org-2020', [7, 23], [17, 50], [6, 7], 1000],
    ['jiaxing-org-2020', [7, 23], [17, 50], [6, 7], 1000],
    ['nantong-person-2020', [7, 16], [12, 28], [4, 11], none],
    ['jiangsu-person', [7, 16], [12, 28], [4, 11], none],
    ['wuhan-person-executive', [3, 10], [9, 36], [1, 6], 100],
    ['wuhan-person-manager', [3, 11], [10, 33], [1, 6], 100],
    ['wuhan-person-staff', [3, 9], [8, 30], [1, 5], 100],
    ['wuhan-person-other', [3, 6], [7, 27], [0, 0], 100],
    ['shenzhen-economic-2020', [6, 18], [12, 0], [6, 0], none],
    ['shenzhen-public-org-2020', [3, 8, 15], [10, 0], [5, 0], none],
    ['shenzhen-public-project-2020', [3, 8, 15], [10, 0], [5, 0], none],
  ])('%s', async (id, expectedLevels, process, result, points) => {
    expect(counts(await loadAward(id))).toEqual({ levels: expectedLevels, process, result, points })
  })

  it('Wuhan has 20 requirements in common', async () => {
    const { clauses } = await loadAward('wuhan-person-other')
    const common = clauses.slice(0, 2).flatMap((clause) => [...leafClauses([clause])])
    expect(common).toHaveLength(6)
    expect(common.flatMap(({ requirements }) => requirements)).toHaveLength(20)
    expect(clauses.at(-1)).toMatchObject({ points: 70, choice: { min: 1 } })
  })

  it('the standard awards accept the standard’s own three-part numbers', async () => {
    for (const id of ['nantong-org-2020', 'jiaxing-org-2020']) {
      const { clauses } = await loadAward(id)
      const aliases = scoredLeaves(clauses).flatMap(({ aliases: own }) => own)
      expect(aliases).toHaveLength(23)
      expect(aliases).toContain('4.1.2')
      const ids = [...allClauses(clauses)].map((clause) => clause.id)
      expect(ids).not.toContain('4.1.2')
    }
  })
})

/** Fields on each page of a form: cells of its grids, lines and places to sign. */
async function fieldCounts(id: string, formId: string): Promise<Readonly<Record<string, number>>> {
  const { forms } = await loadAward(id)
  const form = isSpecified(forms) ? forms.find((one) => one.id === formId) : undefined
  const pages = form?.parts.map((part) => {
    const cells = part.blocks.flatMap(({ grid }) => (grid?.rows ?? []).flat())
    const lines = part.blocks.flatMap(({ fields, sign }) => [...fields, ...sign])
    return [
      part.id,
      lines.length + cells.filter(({ field }) => field !== undefined).length,
    ] as const
  })
  return Object.fromEntries(pages ?? [])
}

describe('form fields', () => {
  it('nantong-org-2020', async () => {
    const coverAndPledge = { cover: 5, pledge: 3, instructions: 0 }
    // two of table 3's cells are units that the applicant fills in
    const tables = { t1: 43, t2: 3, t3: 138 + 2, t4: 7, t5: 60, t6: 25, t7: 50, t9: 9, t10: 23 }
    const counted = await fieldCounts('nantong-org-2020', 'nantong-org')
    expect(counted).toEqual({ ...coverAndPledge, ...tables })
    expect(await fieldCounts('nantong-org-2020', 'nantong-coaching')).toMatchObject({ coaching: 5 })
  })

  it('nantong-person-2020', async () => {
    expect(await fieldCounts('nantong-person-2020', 'nantong-person')).toEqual({
      cover: 5,
      pledge: 2,
      instructions: 0,
      p: 28,
      o: 14,
      r: 6,
    })
  })

  it.each([
    ['shenzhen-economic-2020', 'shenzhen-economic', 28],
    ['shenzhen-public-org-2020', 'shenzhen-public-org', 18],
    ['shenzhen-public-project-2020', 'shenzhen-public-project', 19],
  ])('%s', async (id, form, fields) => {
    expect(await fieldCounts(id, form)).toMatchObject({ data: fields })
  })
})

describe('conditions of eligibility', () => {
  it.each([
    ['nantong-org-2020', 5, 6],
    ['nantong-person-2020', 4, 2],
    ['jiaxing-org-2020', 6, 2],
    ['shenzhen-economic-2020', 7, 0],
    ['shenzhen-public-org-2020', 6, 0],
    ['shenzhen-public-project-2020', 7, 0],
  ])('%s: %i to meet, %i that exclude', async (id, must, mustNot) => {
    const { conditions } = await loadAward(id)
    const kinds = isSpecified(conditions) ? conditions.map(({ kind }) => kind) : []
    expect(kinds.filter((kind) => kind === 'must')).toHaveLength(must)
    expect(kinds.filter((kind) => kind === 'must-not')).toHaveLength(mustNot)
  })

  it('Shenzhen names ten in all', async () => {
    const ids = [
      'shenzhen-economic-2020',
      'shenzhen-public-org-2020',
      'shenzhen-public-project-2020',
    ]
    const awards = await Promise.all(ids.map((id) => loadAward(id)))
    const all = awards.flatMap(({ conditions }) => (isSpecified(conditions) ? conditions : []))
    expect(new Set(all.map(({ id }) => id)).size).toBe(10)
  })
})

// SPEC 3.4: one full year, money in 万元
describe('the indicators of nantong-org-2020', () => {
  const year = {
    profit: 5200,
    productTax: 620,
    vat: 2380,
    interest: 410,
    assetsOpen: 58000,
    assetsClose: 62000,
    liabilitiesClose: 27000,
    assetsPrevious: 58000,
    liabilitiesPrevious: 26750,
    sales: 72000,
    currentAssetsAverage: 30000,
    workingCapitalAverage: 30000,
    costOfSales: 54000,
    sellingExpense: 3600,
    adminExpense: 6200,
    financeExpense: 450,
    valueAdded: 19800,
    employeesAverage: 660,
    salesOutput: 70500,
    grossOutput: 72500,
    p1: 42500,
    p2: 20000,
    p3: 10000,
    lossInt: 120,
    lossExt: 35,
    newOutput: 21750,
    taxState: 2000,
    taxLocal: 1300,
    energy: 5437.5,
  }

  const nantong = loadAward('nantong-org-2020')

  async function compute(id: string, figures: object): Promise<string> {
    const { indicators } = await nantong
    const indicator = indicators.find((one) => one.id === id)
    if (indicator === undefined) return 'no such indicator'
    const constants = indicator.inputs.map((input) => [input.id, input.default] as const)
    const facts = { ...Object.fromEntries(constants), ...figures }
    const result = evaluateExpression(indicator.expression, facts)
    if (result.kind !== 'value' || !Decimal.isDecimal(result.value)) return JSON.stringify(result)
    for (const { test } of indicator.checks)
      expect(evaluateExpression(test, { ...facts, [id]: result.value })).toMatchObject({
        value: true,
      })
    return result.value.toFixed(indicator.decimals)
  }

  it.each([
    ['totalAssetContribution', {}, '14.35'],
    ['totalAssetContribution', { months: 6 }, '28.70'],
    ['capitalPreservation', {}, '112.00'],
    ['debtRatio', {}, '43.55'],
    ['currentAssetTurn', {}, '2.40'],
    ['costProfitRate', {}, '8.09'],
    ['laborProductivity', {}, '30.00'],
    ['laborProductivity', { priceCoefficient: 1.02 }, '29.41'],
    ['salesRate', {}, '97.24'],
    ['workingCapitalTurns', {}, '2.40'],
    ['wcTurnDays', {}, '150.0'],
    ['wcTurnDays', { daysPerYear: 365 }, '152.1'],
    ['gradeRate', {}, '88.97'],
    ['lossRate', {}, '0.21'],
    ['newRate', {}, '30.00'],
    ['taxPerCapita', {}, '5.00'],
    ['profitPerCapita', {}, '7.88'],
    ['energyPerOutput', {}, '0.0750'],
  ])('%s %j is %s', async (id, changes, value) => {
    expect(await compute(id, { ...year, ...changes })).toBe(value)
  })

  it('a missing figure leaves an indicator undecided, never zero', async () => {
    const { interest: _interest, ...figures } = year
    expect(await compute('totalAssetContribution', figures)).toBe(
      '{"kind":"undecided","missing":["interest"]}',
    )
  })
})

describe('the awards of the acceptance test load as data alone', () => {
  const awardsDir = fileURLToPath(new URL('../../../test/award-fixtures', import.meta.url))

  it.each([
    ['county-org', [7, 23], 1000],
    ['next-edition', [8, 17], 1000],
    ['online-award', [2], none],
    ['person-roles', [2, 3], 100],
  ])('%s', async (id, expectedLevels, points) => {
    const award = await loadAward(id, { awardsDir })
    expect(levels(award.clauses.filter(({ scored }) => scored))).toEqual(expectedLevels)
    expect(award.total).toBe(points)
  })
})

describe('every award of the content is sound', async () => {
  const ids = (await listAwards()).map(({ id }) => id)
  it.each([...ids, 'demo'])('%s', async (id) => {
    const path = new URL(`../../../content/awards/${id}/award.yaml`, import.meta.url)
    expect(await checkAwardFile(fileURLToPath(path))).toEqual([])
  })
})

it('the demonstration has one of everything', async () => {
  const demo = await loadAward('demo')
  expect(demo.demo).toBe(true)
  expect(counts(demo)).toEqual({ levels: [2, 3], process: [2, 4], result: [1, 0], points: 100 })
})
