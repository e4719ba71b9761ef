// npm run bench: `ziping lint` beside other linters, whole processes, interleaved, on the same reports. Prints medians,
// their ratios and the goals; writes them to .cache/bench/result.json. ZIPING_BENCH_ROUNDS=9 and ZIPING_BENCH_MANY=3 say
// how often each is run.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import * as run from './contenders.ts'
import { writeWorkspace } from './corpus.ts'
import { type Measured, measure, median } from './measure.ts'
import { installPeers, peerVersion } from './peers.ts'

// `npm run bench -- print`: PDF and Word files instead; `-- coverage` stops after the first table.
if (process.argv[2] === 'print') {
  await import('./print/bench.ts')
  process.exit()
}

const root = path.resolve(import.meta.dirname, '..')
const home = path.join(root, '.cache/bench')
const program = path.join(root, 'packages/cli/dist/main.js')
const rounds = Number(process.env['ZIPING_BENCH_ROUNDS'] ?? 9)
const many = Number(process.env['ZIPING_BENCH_MANY'] ?? 3)
const reports = 100

const built = spawnSync(process.execPath, [path.join(root, 'scripts/build.ts')], {
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(2)
mkdirSync(home, { recursive: true })
const place = (name: string): string => path.join(home, name)
const cache = place('cache')
rmSync(cache, { recursive: true, force: true })

const one = place('one')
writeWorkspace(one, { files: 10, characters: 30_000 }, 0)
writeWorkspace(place('changing'), { files: 10, characters: 30_000 }, 0)
writeWorkspace(place('long'), { files: 10, characters: 300_000 }, 0)
const numbers = Array.from(
  { length: reports },
  (_, at) => `report-${String(at + 1).padStart(3, '0')}`,
)
for (const [at, name] of numbers.entries())
  writeWorkspace(path.join(place('many'), name), { files: 10, characters: 30_000 }, at + 1)
const each = numbers.map((name) => path.join(place('many'), name))

const tables: { title: string; measured: Measured }[] = []
const table = (title: string, measured: Measured): Measured => {
  tables.push({ title, measured })
  print(title, measured)
  return measured
}
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores, medians of ${rounds} (one report) and ${many} (many) interleaved rounds`,
)

const sample = path.join(root, 'content/samples/nantong-org')
table(
  'parse and coverage of the sample: 27,000 characters',
  measure(
    [
      run.nothing(sample),
      run.coverage('ziping coverage, no cache', program, sample),
      run.coverage('ziping coverage, parsed before', program, sample, cache),
    ],
    rounds,
    home,
  ),
)
if (process.argv[2] === 'coverage') process.exit()
installPeers()

const single = table(
  'one report: 10 files, 30,000 characters',
  measure(
    [
      run.nothing(one),
      run.cold('ziping lint, no cache', program, [one]),
      run.warm('ziping lint, one chapter changed', program, place('changing'), cache),
      run.cached('ziping lint, nothing changed', program, [one], cache),
      run.markdownlint(one),
      run.textlint(one),
      run.autocorrect(one, ['report']),
      run.zhlint(one),
      run.remark(one, ['report']),
    ],
    rounds,
    home,
  ),
)
const growth = table(
  'ten times as long: 300,000 characters',
  measure(
    [
      run.cold('ziping lint, 30,000', program, [one]),
      run.cold('ziping lint, 300,000', program, [place('long')]),
    ],
    Math.max(many, 3),
    home,
  ),
)
const hundred = table(
  `${reports} distinct reports of 30,000 characters`,
  measure(
    [
      run.cold('ziping lint, no cache', program, each),
      run.cached('ziping lint, nothing changed', program, each, cache),
      run.remark(place('many'), numbers),
    ],
    many,
    home,
  ),
)

const goals = [
  goal(
    'cold ÷ markdownlint-cli2',
    0.6,
    wall(single, 'ziping lint, no cache'),
    wall(single, peerVersion('markdownlint-cli2')),
  ),
  goal(
    'cold ÷ textlint',
    0.4,
    wall(single, 'ziping lint, no cache'),
    wall(single, peerVersion('textlint')),
  ),
  goal(
    'one chapter changed ÷ node -e 0',
    5,
    wall(single, 'ziping lint, one chapter changed'),
    wall(single, run.floor),
  ),
  goal(
    'one chapter changed ÷ autocorrect',
    1.5,
    wall(single, 'ziping lint, one chapter changed'),
    wall(single, peerVersion('autocorrect-node')),
  ),
  goal(
    '300,000 ÷ 30,000 characters',
    12,
    wall(growth, 'ziping lint, 300,000'),
    wall(growth, 'ziping lint, 30,000'),
  ),
  goal(
    `CPU of ${reports} reports ÷ remark-cli`,
    0.25,
    cpu(hundred, 'ziping lint, no cache'),
    cpu(hundred, peerVersion('remark-cli')),
  ),
]

console.log('\ngoals')
for (const { name, most, ratio } of goals)
  console.log(
    `  ${ratio <= most ? '✓' : '✗'} ${name.padEnd(40)} ${ratio.toFixed(2).padStart(7)}   at most ${most}`,
  )
const plain = tables.map(({ title, measured }) => ({
  title,
  samples: Object.fromEntries(measured),
}))
writeFileSync(
  place('result.json'),
  `${JSON.stringify({ node: process.versions.node, goals, tables: plain }, undefined, 2)}\n`,
)

function print(title: string, measured: Measured): void {
  console.log(`\n${title}`)
  const [first = ''] = measured.keys()
  for (const name of measured.keys()) {
    const times = wall(measured, name) / wall(measured, first)
    console.log(
      `  ${name.padEnd(40)} ${show(wall(measured, name))} ms  ${times.toFixed(1).padStart(6)} ×   CPU ${show(cpu(measured, name))} ms`,
    )
  }
}

function goal(
  name: string,
  most: number,
  ours: number,
  theirs: number,
): { name: string; most: number; ratio: number } {
  return { name, most, ratio: ours / theirs }
}

function wall(measured: Measured, name: string): number {
  return median((measured.get(name) ?? []).map((sample) => sample.wall))
}

function cpu(measured: Measured, name: string): number {
  return median((measured.get(name) ?? []).map((sample) => sample.cpu ?? Number.NaN))
}

function show(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(7)
}
