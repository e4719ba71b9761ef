// Shows what ziping makes of each sample: how far its report answers its award. The two full ones get their board as a
// page and a workbook, and their books as PDF and Word, in their dist/. Browser and fonts are fetched where there are none.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const command = path.join(root, 'packages/cli/src/main.ts')
const samples = path.join(root, 'content/samples')
const full = ['nantong-org', 'nantong-person']

interface Coverage {
  readonly award: string
  readonly summary: Readonly<Record<'clauses' | 'requirements' | 'dimensions', readonly number[]>>
}

console.log('样例（content/samples）对各奖项的回应：已回应/应回应')
const lines = await Promise.all(readdirSync(samples).toSorted().map(describeSample))
for (const line of lines) console.log(line)
for (const name of full)
  for (const format of ['html', 'xlsx']) {
    const file = path.join(samples, name, 'dist', `作答情况.${format}`)
    const { stderr } = await coverage(name, ['--format', format, '--output', file])
    console.log(stderr.trim() === '' ? file : path.relative(root, file))
  }

await fetchMissing('browser')
await fetchMissing('fonts')
for (const name of full) {
  const built = await ziping(['-C', path.join(samples, name), 'build'])
  console.log(
    built.done ? inSample(name, built.stdout) : `${name}：build 没有完成\n${built.stderr}`,
  )
  if (!built.done) process.exitCode = 1
}

/** Both commands succeed where there is already one to print with. */
async function fetchMissing(what: 'browser' | 'fonts'): Promise<void> {
  if ((await ziping([what])).done) return
  console.log(`正在下载${what === 'browser' ? '打印用的浏览器' : '字体'} …`)
  const { done, stderr } = await ziping([what, 'install'])
  if (!done) console.log(stderr)
}

function inSample(name: string, listed: string): string {
  return listed.trimEnd().replaceAll(/^dist\//gm, `content/samples/${name}/dist/`)
}

async function describeSample(name: string): Promise<string> {
  const { done, stdout, stderr } = await coverage(name, ['--format', 'json'])
  return done ? summaryLine(name, JSON.parse(stdout)) : `${name}：coverage 没有完成\n${stderr}`
}

interface Ran {
  readonly done: boolean
  readonly stdout: string
  readonly stderr: string
}

async function coverage(name: string, options: readonly string[]): Promise<Ran> {
  const ran = await ziping(['-C', path.join(samples, name), 'coverage', ...options])
  if (!ran.done) process.exitCode = 1
  return ran
}

async function ziping(typed: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    // What is fetched stays in this folder.
    const env = { ZIPING_CACHE: path.join(root, '.cache/ziping'), ...process.env }
    const settings = { maxBuffer: 2 ** 27, env }
    execFile(process.execPath, [command, ...typed], settings, (error, stdout, stderr) => {
      // 1 is no failure: coverage has found something to say.
      resolve({ done: error === null || error.code === 1, stdout, stderr })
    })
  })
}

function summaryLine(name: string, { award, summary }: Coverage): string {
  const { clauses, requirements, dimensions } = summary
  const parts = [
    ['条款', clauses],
    ['要求', requirements],
    ['评价维度', dimensions],
  ] as const
  const said = parts.filter(([, [, asked]]) => asked !== 0)
  return `${name}（${award}）：${said.map(([word, of]) => `${word} ${of.join('/')}`).join('，')}`
}
