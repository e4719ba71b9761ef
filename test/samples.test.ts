import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { type Award, awardYear, Decimal, loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import {
  type Applicant,
  assessEligibility,
  type ConditionResult,
  cellOf,
  checkRecordTypes,
  contentOf,
  type FormData,
  fieldsOf,
  findIndicator,
  formsOf,
  loadApplicant,
  loadCodeLists,
  loadFormData,
  type PrintedValue,
  printForm,
  seriesYears,
} from '@ziping/forms'
import {
  checkData,
  type DocumentKind,
  type Indicators,
  readEvidence,
  readIndicators,
  readWorkspace,
  valueIn,
  type Workspace,
} from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = path.resolve(import.meta.dirname, '..')
const folders = [
  'content/samples/nantong-org',
  'content/samples/nantong-person',
  'content/samples/jiangsu-person',
  'content/samples/wuhan-executive',
  'content/samples/wuhan-manager',
  'content/samples/wuhan-staff',
  'content/samples/wuhan-other',
  'content/samples/jiaxing-group',
  'content/samples/shenzhen-economic',
  'content/samples/shenzhen-project',
  'content/samples/shenzhen-public-org',
  'test/reports/nantong-service',
]

interface Sample {
  readonly workspace: Workspace
  readonly award: Award
  readonly year: number | undefined
  readonly date: string | undefined
  readonly applicant: Applicant
  readonly indicators: Indicators
  readonly form: FormData
  /** All that is told about its data. */
  readonly findings: readonly Finding[]
}

async function open(folder: string): Promise<Sample> {
  const workspace = readWorkspace(path.join(root, folder))
  const { config, documents } = workspace
  const award = await loadAward(config.awards[0] ?? '')
  const codes = await loadCodeLists(award)
  const { applicant, findings } = loadApplicant(workspace.applicant, codes.industries)
  const indicators = readIndicators(workspace.indicators)
  const [year, date] = [awardYear(award, config.year), config.filed]
  const texts = documents.filter(({ kind }) => kind === 'field')
  const sources = { award, year, date, applicant, indicators, codes, documents: texts }
  const form = loadFormData(workspace.form, sources)
  const told = [...findings, ...form.findings, ...checkRecordTypes(award, applicant)]
  const all = [...workspace.findings, ...(await checkData(workspace)), ...told]
  return { workspace, award, year, date, applicant, indicators, form, findings: all }
}

const samples = new Map(await Promise.all(folders.map(async (at) => [at, await open(at)] as const)))

function sampleIn(folder: string): Sample {
  const sample = samples.get(folder)
  if (sample === undefined) throw new Error(`no sample ${folder}`)
  return sample
}

describe.each(folders)('%s', (folder) => {
  const sample = sampleIn(folder)

  it('has data that raise no finding', () => {
    expect(sample.findings.map(show)).toEqual([])
  })

  it('leaves no place of its form open', () => {
    const unfilled = printedValues(sample).filter(
      ({ state }) => state === 'missing' || state === 'open',
    )
    expect(unfilled.map(({ field, at = '' }) => `${field} ${at}`.trim())).toEqual([])
  })

  it('meets every condition of its award that applies to it, with the evidence asked for', () => {
    const results = assess(sample)
    expect(results.filter(({ outcome }) => !settled.has(outcome)).map(toLine)).toEqual([])
    const lacking = results.flatMap(({ condition, evidence }) =>
      evidence
        .filter(({ found, min = 1 }) => found.length < min)
        .map(({ kind }) => `${condition.id} ${kind}`),
    )
    expect(lacking).toEqual([])
  })

  it('has had what people know confirmed by someone, before it was filed', () => {
    const { confirmations } = sample.workspace.config
    const known = new Set(assess(sample).map(({ condition }) => condition.id))
    for (const [id, { by, on }] of Object.entries(confirmations)) {
      expect.soft(known, id).toContain(id)
      expect.soft(by, id).not.toBe('')
      expect.soft(on < (sample.date ?? ''), `${id}: ${on}`).toBe(true)
    }
  })

  it('has every file its evidence index names, as a PDF', () => {
    const { all } = readEvidence(sample.workspace.evidence)
    const unread = all.filter(({ file, unavailable }) =>
      file === undefined
        ? unavailable === undefined
        : headOf(path.join(folder, 'evidence', file), 5) !== '%PDF-',
    )
    expect(unread.map(({ id }) => id)).toEqual([])
  })

  it('refers to evidence that is in the index', () => {
    const { byId } = readEvidence(sample.workspace.evidence)
    const texts = ['data/applicant.yaml', 'data/form.yaml'].map((file) => textOf(folder, file))
    const named = texts.flatMap((text) => [...text.matchAll(/(?:evidence|证明): ([\w-]+)/gu)])
    expect(named.map(([, id = '']) => id).filter((id) => !byId.has(id))).toEqual([])
  })

  it('computes what its indicators of the same name say', () => {
    expect(disagreements(sample)).toEqual([])
  })

  it('tells the same revenue, tax and assets in both data files', () => {
    const { applicant, indicators, year = 0 } = sample
    const pairs = { revenue: 'revenue', tax: 'taxPaid', assets: 'totalAssets' }
    for (const [key, id] of Object.entries(pairs)) {
      const fact = applicant.fact(`organization.${key}`)
      const indicator = indicators.byId.get(id)
      const value = indicator && valueIn(indicator.values, year - 1)
      if (Decimal.isDecimal(fact) && value !== undefined)
        expect.soft(fact.toFixed(), id).toBe(value.text)
    }
  })

  it('introduces the applicant by the facts of its data', () => {
    const text = introduction(sample)
    for (const fact of namingFacts(sample)) expect.soft(text).toContain(fact)
  })
})

describe('pictures', () => {
  it('nantong-person has a portrait that prints at 35 × 49 mm and 300 dpi', () => {
    const folder = 'content/samples/nantong-person'
    const photo = String(sampleIn(folder).applicant.fact('person.photo'))
    const { width, height } = pngSize(path.join(folder, photo))
    expect(width).toBeGreaterThanOrEqual(413)
    expect(height).toBeGreaterThanOrEqual(579)
  })

  it('nantong-org has the pictures it names, large enough for 10 × 10 cm at 300 dpi', () => {
    const folder = 'content/samples/nantong-org'
    const photos: readonly { readonly file: string }[] = parse(textOf(folder, 'photos/photos.yaml'))
    expect(photos).toHaveLength(3)
    for (const { file } of photos) {
      const { width, height } = pngSize(path.join(folder, 'photos', file))
      expect(Math.min(width, height), file).toBeGreaterThanOrEqual(1200)
    }
  })
})

const settled: ReadonlySet<string> = new Set(['met', 'not-applicable'])

function assess({ award, form, workspace }: Sample): readonly ConditionResult[] {
  const { confirmations } = workspace.config
  const evidence = readEvidence(workspace.evidence).all
  return assessEligibility(award, { facts: form.facts, confirmations, evidence })
}

function toLine({ condition, outcome, missing, toConfirm = '' }: ConditionResult): string {
  return `${condition.id} ${outcome} ${missing.join('、')} ${toConfirm}`
}

function show({ rule, messageId, place, words }: Finding): string {
  return `${place.file}:${place.line} ${rule}/${messageId} ${words['zh-CN'].message}`
}

/** What the form prints in its places; ranks are for those who have one. */
function printedValues({ award, form, year }: Sample): readonly PrintedValue[] {
  const fields = fieldsOf(award)
  const isRank = ({ field, at = '' }: PrintedValue): boolean =>
    fields.find(({ id }) => id === field)?.ranks.includes(at) === true
  const blocks = formsOf(award)
    .flatMap((one) => printForm(one, form.values, year).parts)
    .flatMap((part) => part.blocks)
  const values = blocks.flatMap((block) => {
    if (block.kind === 'lines') return block.lines.map(({ value }) => value)
    if (block.kind !== 'grid') return []
    return block.rows.flat().flatMap(({ value }) => value ?? [])
  })
  return values.filter((value) => !isRank(value))
}

/** Years in which the form’s formula and the indicator of the same name give different figures. */
function disagreements({ award, form, indicators, year, applicant }: Sample): readonly string[] {
  return fieldsOf(award).flatMap((field) => {
    const formula = findIndicator(award, field.computed ?? '')
    const indicator = indicators.all.find(({ name }) => name === formula?.label)
    return seriesYears(field, year, applicant.fact).flatMap((one) => {
      const told = indicator && valueIn(indicator.values, Number(one))?.text
      const computed = contentOf(cellOf(form.values.get(field.id), one))
      if (told === undefined || computed?.kind !== 'number') return []
      const rounded = computed.number.toFixed(new Decimal(told).decimalPlaces())
      return new Decimal(told).eq(rounded) ? [] : [`${field.id} ${one}: ${rounded}, not ${told}`]
    })
  })
}

/** The text that introduces the applicant: the overview, what a form tells, or the first chapter. */
function introduction({ workspace: { documents } }: Sample): string {
  const of = (wanted: DocumentKind): readonly string[] =>
    documents.filter(({ kind }) => kind === wanted).map(({ text }) => text)
  const [overview] = of('overview')
  return overview ?? [...of('field'), ...of('report').slice(0, 1)].join('\n')
}

/** Name, size and age of an organization; name, employer and experience of a person. */
function namingFacts({ award, applicant: { fact } }: Sample): readonly string[] {
  const told = (at: string, unit = ''): string => `${String(fact(at))}${unit}`
  const employer = told('organization.name')
  if (award.applicant.kind === 'person')
    return [told('person.name'), employer, told('person.qualityYears', '年')]
  const founded = told('organization.registered').slice(0, 4)
  return [employer, told('organization.employees'), `${founded}年`]
}

function textOf(folder: string, file: string): string {
  const at = path.join(root, folder, file)
  return existsSync(at) ? readFileSync(at, 'utf8') : ''
}

/** The first bytes of a file as text; empty where there is no file. */
function headOf(file: string, length: number): string {
  const at = path.join(root, file)
  if (!existsSync(at)) return ''
  const [opened, head] = [openSync(at, 'r'), Buffer.alloc(length)]
  readSync(opened, head)
  closeSync(opened)
  return head.toString('latin1')
}

function pngSize(file: string): { readonly width: number; readonly height: number } {
  const head = Buffer.from(headOf(file, 24), 'latin1')
  expect(head.subarray(1, 4).toString('latin1'), file).toBe('PNG')
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}
