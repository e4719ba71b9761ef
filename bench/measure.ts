import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A command that is measured as a whole process. */
export interface Contender {
  readonly name: string
  /** What Node is given. */
  readonly words: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Done before each run, outside the measured time. */
  readonly prepare?: (round: number) => void
  /** What the output must hold, so that a run that did nothing is never called fast. */
  readonly proof: RegExp
}

export interface Sample {
  /** Milliseconds. */
  readonly wall: number
  /** Of the process and all it started, user and system; where a shell can tell. */
  readonly cpu: number | undefined
}

export type Measured = ReadonlyMap<string, readonly Sample[]>

/** Runs the contenders in turn, round after round; the first round only warms the file cache. */
export function measure(
  contenders: readonly Contender[],
  rounds: number,
  scratch: string,
): Measured {
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const contender of contenders) {
      contender.prepare?.(round)
      const sample = runOnce(contender, scratch)
      if (round > 0) samples.get(contender.name)?.push(sample)
    }
  return samples
}

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0
const timed = 'TIMEFORMAT=\'%R %U %S\'; time "$@" >&3 2>&3 3>&-'

function runOnce(contender: Contender, scratch: string): Sample {
  const output = path.join(scratch, 'output.txt')
  const sink = openSync(output, 'w')
  // Certificates of the machine's own cost every Node the same and hide the ratios.
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env
  const options = { cwd: contender.cwd, env: { ...inherited, ...contender.env } }
  const command = [process.execPath, ...contender.words]
  const started = process.hrtime.bigint()
  const run = hasBash
    ? spawnSync('bash', ['-c', timed, 'bench', ...command], {
        ...options,
        encoding: 'utf8',
        stdio: ['ignore', 'ignore', 'pipe', sink],
      })
    : spawnSync(process.execPath, contender.words, {
        ...options,
        encoding: 'utf8',
        stdio: ['ignore', sink, sink],
      })
  const whole = Number(process.hrtime.bigint() - started) / 1e6
  closeSync(sink)
  const text = readFileSync(output, 'utf8')
  if (!contender.proof.test(text) || run.status === null || run.status > 1)
    throw new Error(`${contender.name} did not do its work (${run.status}): ${text.slice(0, 2000)}`)
  if (!hasBash) return { wall: whole, cpu: undefined }
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = String(run.stderr)
    .trim()
    .split(/\s+/)
    .map((seconds) => Number(seconds) * 1000)
  return { wall, cpu: user + system }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
