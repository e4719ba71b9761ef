// node scripts/fuzz.ts --seconds 60 | --inputs 2000000 [--seed N] [--workers 2]: random and mutated chapters through parser,
// assembly and every rule. Nothing may throw, take over two seconds or lose a character; what does is made as small as it gets.
// The same seed tries the same inputs in the same batches, whatever the number of workers.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { createSubject, lintReport, rules, settleRules, withReport } from '@ziping/lint'
import {
  assembleReport,
  openReport,
  type ParsedDocument,
  parseDocument,
  readWorkspace,
} from '@ziping/report'
import fc from 'fast-check'
import { accountForText } from '../packages/report/test/account/account-for-text.ts'
import { chapters } from '../packages/report/test/arbitrary-chapter.ts'

const longest = 2000
const batchSize = 250

/** One for each way a rule looks at a text: at the report, at a file, at facts of files. Found before anything is tried. */
const faulty = `# 1.1 使命\n\n见[图](#nowhere)\n\n公司,重视质量。\n\n${`${'每月召开一次质量例会'.repeat(8)}。\n\n`.repeat(2)}`
const faults = ['reference-unresolved', 'typography', 'paragraph-duplicate']

const sample = path.join(import.meta.dirname, '../content/samples/nantong-org')

/** Little data, so that the time goes into the text: what rules say of it does not depend on the input. */
const data = {
  'ziping.yaml': 'award: demo\nyear: 2020\n',
  'data/applicant.yaml': 'organization: { name: 秀澜纺织机械有限公司, shortNames: [秀澜] }\n',
  'data/indicators.yaml': [
    'revenue: { name: 主营业务收入, unit: 万元, better: higher, values: { 2018: 91250, 2019: 103480 } }',
    'csi: { name: 顾客满意度, unit: 分, better: higher, values: { 2018: 87.4, 2019: 90.1 } }',
    '',
  ].join('\n'),
  'data/form.yaml': '',
  'data/plan.yaml': '',
  'evidence/evidence.yaml': 'iso9001: { title: 质量管理体系认证证书, file: iso9001.pdf }\n',
  'photos/photos.yaml': '',
}

interface Plan {
  readonly seed: number
  readonly seconds: number
  readonly inputs: number
  /** This one among how many. */
  readonly worker: number
  readonly workers: number
}

interface Timed {
  readonly source: string
  readonly milliseconds: number
}

interface Batch {
  readonly tried: number
  readonly slowest: Timed
  readonly failure?: { readonly source: string; readonly message: string }
}

async function main(): Promise<void> {
  const values = options()
  const { inputs } = values
  const workers = wholeNumber('workers', values.workers ?? '1')
  const shared = {
    seed: wholeNumber('seed', values.seed ?? String(Date.now() % 1_000_000)),
    seconds: wholeNumber('seconds', values.seconds ?? (inputs === undefined ? '60' : '1e9')),
    inputs: wholeNumber('inputs', inputs ?? '1e12'),
    workers,
  }
  const tally = new Tally(shared.seed)
  if (workers === 1) {
    for await (const batch of batches({ ...shared, worker: 0 })) if (!tally.add(batch)) break
  } else {
    const plans = [...Array(workers).keys()].map((worker) => ({ ...shared, worker }))
    await Promise.all(plans.map((plan) => inWorker(plan, tally)))
  }
  process.exitCode = tally.print()
}

function options(): {
  readonly [name in 'seconds' | 'inputs' | 'seed' | 'workers']?: string | undefined
} {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { seconds: text, inputs: text, seed: text, workers: text } }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function refuse(message: string): never {
  console.error(message)
  process.exit(2)
}

function wholeNumber(name: string, typed: string): number {
  const number = Number(typed)
  if (typed.trim() !== '' && Number.isInteger(number) && number >= (name === 'seed' ? 0 : 1))
    return number
  return refuse(`--${name} ${typed}: a whole number is wanted, such as --${name} 2`)
}

function inWorker(plan: Plan, tally: Tally): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: plan })
    worker.on('message', (batch: Batch) => {
      if (!tally.add(batch)) void worker.terminate()
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}

/** What was tried so far, by everyone. */
class Tally {
  readonly #seed: number
  readonly #started = performance.now()
  #said = performance.now()
  #tried = 0
  #slowest: Timed = { source: '', milliseconds: 0 }
  #failure: Batch['failure']

  constructor(seed: number) {
    this.#seed = seed
  }

  /** False once something was found: then there is no use in going on. */
  add({ tried, slowest, failure }: Batch): boolean {
    this.#tried += tried
    if (slowest.milliseconds > this.#slowest.milliseconds) this.#slowest = slowest
    this.#failure ??= failure
    if (performance.now() - this.#said > 30_000) {
      this.#said = performance.now()
      console.error(this.#soFar())
    }
    return this.#failure === undefined
  }

  print(): 0 | 1 {
    const { source, milliseconds } = this.#slowest
    console.log(this.#soFar())
    console.log(
      `slowest: ${milliseconds.toFixed(0)} ms for ${source.length} characters: ${JSON.stringify(source.slice(0, 200))}`,
    )
    if (this.#failure === undefined) return 0
    console.log(`\nFAILED: ${this.#failure.message}\n\ninput, as small as it gets:`)
    console.log(JSON.stringify(this.#failure.source))
    return 1
  }

  #soFar(): string {
    const seconds = (performance.now() - this.#started) / 1000
    const rate = this.#tried / seconds
    return `seed ${this.#seed}: ${this.#tried} inputs in ${seconds.toFixed(0)} s, ${rate.toFixed(0)} a second`
  }
}

/** Every batch has a seed of its own, so that whoever tries it tries the same. */
async function* batches({ seed, seconds, inputs, worker, workers }: Plan): AsyncGenerator<Batch> {
  const lint = await linter()
  const started = performance.now()
  for (let batch = worker; batch * batchSize < inputs; batch += workers) {
    if (performance.now() - started > seconds * 1000) return
    const runs = Math.min(batchSize, inputs - batch * batchSize)
    yield tryBatch(lint, (Math.imul(seed, 0x9e3779b1) + batch) | 0, runs)
  }
}

type Lint = (source: string) => ParsedDocument

function tryBatch(lint: Lint, seed: number, runs: number): Batch {
  let slowest: Timed = { source: '', milliseconds: 0 }
  const property = fc.property(chapters, (source) => {
    const { fault, milliseconds } = judge(lint, source)
    if (milliseconds > slowest.milliseconds) slowest = { source, milliseconds }
    return fault === undefined
  })
  const { failed, numRuns, counterexample } = fc.check(property, {
    seed,
    numRuns: runs,
    // Making a failure smaller must end as well.
    interruptAfterTimeLimit: 300_000,
    markInterruptAsFailure: false,
  })
  if (!failed || counterexample === null) return { tried: numRuns, slowest }
  const source = smallest(counterexample[0], (text) => judge(lint, text).fault !== undefined)
  const message = judge(lint, source).fault ?? 'only at times: the machine, or a state that is kept'
  return { tried: numRuns, slowest, failure: { source, message } }
}

/** What is wrong with how a text is dealt with, and how long that took. */
function judge(
  lint: Lint,
  source: string,
): { readonly fault: string | undefined; readonly milliseconds: number } {
  try {
    const first = timed(() => lint(source))
    // The machine may have been busy with something else.
    const { milliseconds, result } =
      first.milliseconds > longest ? timed(() => lint(source)) : first
    const vanished = accountForText(source, result)
    if (milliseconds > longest)
      return { fault: `takes ${milliseconds.toFixed(0)} ms`, milliseconds }
    const fault = vanished.length > 0 ? `text vanishes:\n${vanished.join('\n')}` : undefined
    return { fault, milliseconds }
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { fault, milliseconds: 0 }
  }
}

/** A text without whatever it fails without, first in large pieces, at last character by character. */
function smallest(source: string, fails: (text: string) => boolean): string {
  const started = performance.now()
  let text = source
  for (
    let size = Math.ceil(text.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let at = 0; at < text.length && performance.now() - started < 60_000; ) {
      const shorter = text.slice(0, at) + text.slice(at + size)
      if (fails(shorter)) text = shorter
      else at += size
    }
  return text
}

function timed<Result>(run: () => Result): { milliseconds: number; result: Result } {
  const started = performance.now()
  const result = run()
  return { milliseconds: performance.now() - started, result }
}

/** Reads a chapter, holds it against the demonstration award and runs every rule, also those that are off. */
async function linter(): Promise<Lint> {
  const award = await loadAward('demo')
  const codes = await loadCodeLists(award)
  // The sample lends its pictures; its first chapter is what is tried.
  const overlay = new Map(Object.entries(data))
  const workspace = readWorkspace(sample, { overlay })
  const chapter = workspace.documents.find(({ kind }) => kind === 'report')
  if (chapter === undefined) throw new Error(`${sample} has no chapter`)
  const base = createSubject(workspace, openReport(workspace, award), codes)
  const settings = settleRules(rules, award, {}, {}).map((setting) =>
    setting.severity === 'off' ? { ...setting, severity: 'info' as const } : setting,
  )
  const lint = (text: string): { parsed: ParsedDocument; rules: readonly string[] } => {
    const parsed = parseDocument(chapter.path, text)
    const report = assembleReport([{ kind: 'report', id: 'report', parsed }], award, 'award')
    const read = { ...workspace, documents: [{ ...chapter, text }] }
    const findings = lintReport(withReport(base, read, report), settings)
    return { parsed, rules: findings.map(({ rule }) => rule) }
  }
  for (const rule of faults)
    if (!lint(faulty).rules.includes(rule)) throw new Error(`${rule} does not see what is tried`)
  return (text) => lint(text).parsed
}

if (!isMainThread) {
  const plan: Plan = workerData
  for await (const batch of batches(plan)) parentPort?.postMessage(batch)
} else await main()
