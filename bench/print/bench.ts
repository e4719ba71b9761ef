// npm run bench:print (or npm run bench -- print): a whole report as PDF and as Word file, ours beside other tools, whole commands in turn. Prints
// medians, their ratios and the goals. ZIPING_BENCH_ROUNDS=5 says how often each is run.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { benchDocx } from './bench-docx.ts'
import { benchPdf } from './bench-pdf.ts'
import { machineHere, oursIn } from './machine-here.ts'
import { installPeers } from './peers.ts'
import { showGoals } from './tell.ts'

const root = path.resolve(import.meta.dirname, '../..')
const home = path.join(root, '.cache/bench/print')
const rounds = Number(process.env['ZIPING_BENCH_ROUNDS'] ?? 5)
const only = process.argv.find((word) => word === 'pdf' || word === 'docx')

const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.ts')], {
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(2)
installPeers()
mkdirSync(home, { recursive: true })
const load = (): string => loadavg()[0]?.toFixed(1) ?? '?'
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, load ${load()}, medians of ${rounds} interleaved rounds`,
)
const machine = machineHere()
const ours = oursIn(path.join(home, 'cache'), machine)
const goals = [
  ...(only === 'docx' ? [] : await benchPdf(home, machine, ours, rounds)),
  ...(only === 'pdf' ? [] : await benchDocx(home, ours, rounds)),
]
showGoals(goals)
console.log(`load at the end: ${load()}`)
writeFileSync(path.join(home, 'result.json'), `${JSON.stringify(goals, undefined, 2)}\n`)
