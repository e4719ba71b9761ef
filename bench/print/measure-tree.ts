// Whole commands with everything they start: a browser's processes are no children of the one that is waited for.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

export interface Command {
  readonly name: string
  readonly program: string
  readonly words: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Done before each run, outside the measured time. */
  readonly prepare?: (round: number) => void
  /** Throws where the run did not do its work: what did nothing is never called fast. */
  readonly check: (output: string) => void
}

export interface Cost {
  /** Milliseconds. */
  readonly wall: number
  /** Of the whole tree, user and system; where the system keeps account. */
  readonly cpu: number
  /** MB of the first process at its largest. */
  readonly memory: number
}

export type Costs = ReadonlyMap<string, readonly Cost[]>

const accounts = '/sys/fs/cgroup/cpuacct'
const canAccount = spawnSync('test', ['-w', `${accounts}/cgroup.procs`]).status === 0

/** In turn, round after round; the first round only warms the file cache. */
export async function measureTrees(
  commands: readonly Command[],
  rounds: number,
  scratch: string,
): Promise<Costs> {
  const costs = new Map<string, Cost[]>(commands.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const command of commands) {
      command.prepare?.(round)
      const cost = await runOnce(command, scratch)
      console.error(
        `  ${round} ${command.name}: ${cost.wall.toFixed(0)} ms, CPU ${cost.cpu.toFixed(0)} ms`,
      )
      if (round > 0) costs.get(command.name)?.push(cost)
    }
  return costs
}

async function runOnce(command: Command, scratch: string): Promise<Cost> {
  const file = path.join(scratch, 'output.txt')
  const sink = openSync(file, 'w')
  const account = canAccount ? `${accounts}/ziping-bench-${process.pid}` : undefined
  if (account !== undefined) mkdirSync(account, { recursive: true })
  const { NODE_EXTRA_CA_CERTS: _, ...inherited } = process.env
  const join = account === undefined ? '' : `echo $$ > ${account}/cgroup.procs; `
  const started = process.hrtime.bigint()
  const child = spawn(
    'sh',
    ['-c', `${join}exec "$@"`, 'bench', command.program, ...command.words],
    { cwd: command.cwd, env: { ...inherited, ...command.env }, stdio: ['ignore', sink, sink] },
  )
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, highWater(child.pid))
  }, 25)
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? -1))
  })
  const wall = Number(process.hrtime.bigint() - started) / 1e6
  clearInterval(watch)
  closeSync(sink)
  const output = readFileSync(file, 'utf8')
  if (status !== 0) throw new Error(`${command.name} failed (${status}): ${output.slice(-2000)}`)
  command.check(output)
  return { wall, cpu: account === undefined ? Number.NaN : await spent(account), memory }
}

/** Nanoseconds of the account, which is closed when the last process has gone. */
async function spent(account: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    if (readFileSync(`${account}/cgroup.procs`, 'utf8') === '') break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const nanoseconds = Number(readFileSync(`${account}/cpuacct.usage`, 'utf8'))
  rmdirSync(account)
  return nanoseconds / 1e6
}

function highWater(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0 // it has ended
  }
}
