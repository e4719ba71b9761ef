// npm run bench: whole commands on the 30,000-character sample, interleaved with an empty Node so that the ratio holds on
// any machine. Prints medians; checks that every run really did its work.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const rounds = Number(process.env['ZIPING_BENCH_ROUNDS'] ?? 15)
const bundle = path.join(root, 'packages/cli/dist/main.js')
const program = existsSync(bundle) ? bundle : path.join(root, 'packages/cli/src/main.ts')
const sample = path.join(root, 'content/samples/nantong-org')

interface Contender {
  readonly name: string
  readonly arguments: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** What the output must hold, so that a run that did nothing is never called fast. */
  readonly proof: string
}

const cold = { ZIPING_CACHE: '' }
const warm = { ZIPING_CACHE: path.join(root, '.cache/bench') }
const contenders: readonly Contender[] = [
  { name: 'node -e 0', arguments: ['-e', '0'], proof: '' },
  { name: 'ziping --version', arguments: [program, '--version'], proof: '.' },
  {
    name: 'coverage, cold',
    arguments: [program, 'coverage', '--format', 'json', '-C', sample],
    env: cold,
    proof: '"requirements": [',
  },
  {
    name: 'coverage, warm cache',
    arguments: [program, 'coverage', '--format', 'json', '-C', sample],
    env: warm,
    proof: '"requirements": [',
  },
]

const times = new Map(contenders.map((contender) => [contender, [] as number[]]))
for (let round = -1; round < rounds; round++)
  for (const contender of contenders) {
    const time = runOnce(contender)
    if (round >= 0) times.get(contender)?.push(time)
  }

const floor = median(times.get(contenders[0] as Contender) ?? [])
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, ${rounds} interleaved rounds, ${path.relative(root, program)}`,
)
for (const [{ name }, measured] of times) {
  const middle = median(measured)
  console.log(
    `${name.padEnd(22)} ${middle.toFixed(0).padStart(6)} ms   ${(middle / floor).toFixed(1).padStart(5)} × node -e 0`,
  )
}

function runOnce({ name, arguments: words, env, proof }: Contender): number {
  const started = process.hrtime.bigint()
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env
  const run = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...inherited, ...env },
    maxBuffer: 1 << 26,
  })
  const time = Number(process.hrtime.bigint() - started) / 1e6
  if (run.status !== 0 || !run.stdout.includes(proof))
    throw new Error(`${name} did not do its work: ${run.stderr}`)
  return time
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
