// The same report as Word file, with pictures and without, beside pandoc and remark-docx.
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { asMarkdown } from './as-markdown.ts'
import { writeWorkspace } from './as-workspace.ts'
import { contents, type Figures, usual } from './contents.ts'
import { type Command, type Costs, measureTrees } from './measure-tree.ts'
import { command, forget, type Ours } from './our-commands.ts'
import { installed, peerVersion } from './peers.ts'
import { picture } from './picture.ts'
import { cpuOf, type Goal, memoryOf, show, wallOf } from './tell.ts'

const mapped = "ziping, with the last build's page map"
const estimated = 'ziping, page numbers estimated'
const theirs = peerVersion('remark-docx')

export async function benchDocx(
  home: string,
  ours: Ours,
  rounds: number,
): Promise<readonly Goal[]> {
  const pandoc = installed('pandoc')
  const pictures = await measured('pictures', path.join(home, 'docx-pictures'), ours, rounds)
  const plain = await measured('none', path.join(home, 'docx-plain'), ours, rounds)
  show('DOCX: 30,000 characters, 60 tables, 40 pictures (30 MB)', pictures)
  show('DOCX: the same without pictures', plain)
  const ratios = (costs: Costs, name: string, most: number, title: string): readonly Goal[] => [
    { name: title, most, ratio: wallOf(costs, mapped) / wallOf(costs, name) },
    { name: `${title}, CPU`, most, ratio: cpuOf(costs, mapped) / cpuOf(costs, name) },
  ]
  return [
    ...(pandoc === undefined ? [] : ratios(pictures, pandoc, 0.6, 'with pictures ÷ pandoc')),
    ...ratios(pictures, theirs, 0.25, 'with pictures ÷ remark-docx'),
    { name: 'MB at most, with pictures', most: 250, ratio: memoryOf(pictures, mapped) },
    ...(pandoc === undefined ? [] : ratios(plain, pandoc, 2.2, 'without pictures ÷ pandoc')),
  ]
}

async function measured(
  figures: Figures,
  folder: string,
  ours: Ours,
  rounds: number,
): Promise<Costs> {
  const parts = contents(usual)
  const workspace = path.join(folder, 'ours')
  writeWorkspace(workspace, parts, figures)
  const others = path.join(folder, 'others')
  rmSync(others, { recursive: true, force: true })
  mkdirSync(others, { recursive: true })
  const file = (number: number): string | undefined =>
    figures === 'pictures' ? `${number}.png` : undefined
  writeFileSync(path.join(others, 'report.md'), asMarkdown(parts, file))
  for (const part of parts)
    if (part.kind === 'figure' && figures === 'pictures')
      writeFileSync(path.join(others, `${part.number}.png`), picture(part.number))
  const least = figures === 'pictures' ? 30_000_000 : 10_000
  const both = command('ziping, for its page map', workspace, ours, 'pdf')
  await measureTrees([{ ...both, check: () => undefined }], 0, folder)
  return measureTrees(contenders(workspace, others, ours, least), rounds, folder)
}

function contenders(
  workspace: string,
  others: string,
  ours: Ours,
  least: number,
): readonly Command[] {
  const output = path.join(workspace, 'dist/自评报告.docx')
  const fresh = { ...ours, cache: path.join(ours.cache, 'first') }
  const theirOutput = path.join(others, 'report.docx')
  const pandoc = installed('pandoc')
  const other = { cwd: others, ...proven(theirOutput, least) }
  const runner = path.join(import.meta.dirname, 'runners/remark-docx.mjs')
  return [
    { ...command(mapped, workspace, ours, 'docx'), ...proven(output, least, 'exact') },
    {
      ...command(estimated, workspace, fresh, 'docx'),
      ...proven(output, least, 'estimated', () => forget(fresh.cache)),
    },
    ...(pandoc === undefined
      ? []
      : [
          {
            ...other,
            name: pandoc,
            program: 'pandoc',
            words: ['-f', 'gfm', '--toc', 'report.md', '-o', theirOutput],
          },
        ]),
    {
      ...other,
      name: theirs,
      program: process.execPath,
      words: [runner, path.join(others, 'report.md'), theirOutput],
    },
  ]
}

/** What it must have written, and where our page numbers must have come from. */
function proven(
  file: string,
  least: number,
  numbers?: 'exact' | 'estimated',
  before: () => void = () => undefined,
): Pick<Command, 'prepare' | 'check'> {
  return {
    prepare: () => {
      before()
      rmSync(file, { force: true })
    },
    check: (output) => {
      if (!existsSync(file) || statSync(file).size < least) throw new Error(`${file} is not whole`)
      if (numbers !== undefined && output.includes('estimated') !== (numbers === 'estimated'))
        throw new Error(`page numbers were not ${numbers}: ${output}`)
    },
  }
}
