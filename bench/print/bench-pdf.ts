// The report as PDF: ours beside the other ways, whole commands in turn.
import path from 'node:path'
import { writeWorkspace } from './as-workspace.ts'
import { checkContents } from './check-contents.ts'
import { contents, headingsOf, usual } from './contents.ts'
import { type Costs, measureTrees } from './measure-tree.ts'
import { edited, first, kept, type Ours, ourPrinters, printer } from './our-commands.ts'
import { type Machine, otherPrinters, type Printer, writeForOthers } from './pdf-commands.ts'
import { cpuOf, type Goal, show, wallOf } from './tell.ts'

const long = 'ziping, ten times as long'

export async function benchPdf(
  home: string,
  machine: Machine,
  ours: Ours,
  rounds: number,
): Promise<readonly Goal[]> {
  const place = (name: string): string => path.join(home, name)
  const parts = contents(usual)
  writeWorkspace(place('charts'), parts, 'charts')
  writeWorkspace(place('changing'), parts, 'charts')
  await writeForOthers(place('others'), parts, machine)
  const slow = /vivliostyle/
  const all = [
    ...ourPrinters(place('charts'), place('changing'), ours),
    ...otherPrinters(place('others'), machine),
  ]
  const costs = new Map([
    ...(await measureTrees(
      all.filter(({ name }) => !slow.test(name)),
      rounds,
      home,
    )),
    ...(await measureTrees(
      all.filter(({ name }) => slow.test(name)),
      1,
      home,
    )),
  ])
  show('PDF: 30,000 characters, 60 tables, 40 charts', costs)
  await showContents(all, headingsOf(parts))
  const growth = await grown(home, ours)
  show('PDF: ten times as long', growth)
  return [
    ...goals(costs),
    {
      name: 'CPU, 300,000 ÷ 30,000 characters',
      most: 8,
      ratio: cpuOf(growth, long) / cpuOf(growth, first),
    },
  ]
}

function goals(costs: Costs): readonly Goal[] {
  const typst = [...costs.keys()].find((name) => name.startsWith('typst')) ?? ''
  const others = [...costs.keys()].filter((name) => !/^(?:ziping|typst)/.test(name))
  const ours = wallOf(costs, kept)
  return [
    ...others.map((name) => ({
      name: `first build ÷ ${name}`,
      most: 1,
      ratio: wallOf(costs, first) / wallOf(costs, name),
    })),
    { name: 'last page map ÷ Typst', most: 2.2, ratio: ours / wallOf(costs, typst) },
    { name: 'first build ÷ Typst', most: 2.8, ratio: wallOf(costs, first) / wallOf(costs, typst) },
    {
      name: 'after an edit ÷ first build',
      most: 0.6,
      ratio: wallOf(costs, edited) / wallOf(costs, first),
    },
  ]
}

async function grown(home: string, ours: Ours): Promise<Costs> {
  const size = {
    characters: 10 * usual.characters,
    tables: 10 * usual.tables,
    figures: 10 * usual.figures,
  }
  const folder = path.join(home, 'long')
  writeWorkspace(folder, contents(size), 'charts')
  const [, usualFirst] = ourPrinters(path.join(home, 'charts'), path.join(home, 'changing'), ours)
  if (usualFirst === undefined) throw new Error('no printer')
  const { prepare } = usualFirst
  const cache = path.join(ours.cache, 'first')
  const longFirst = printer(long, folder, { ...ours, cache }, (round) => prepare?.(round))
  return measureTrees([usualFirst, longFirst], 1, home)
}

async function showContents(
  printers: readonly Printer[],
  headings: readonly string[],
): Promise<void> {
  console.log('\ncontents: numbers that are those of the page with the heading')
  for (const { name, output } of printers) {
    const { pages, right, entries } = await checkContents(output, headings)
    console.log(
      `  ${name.padEnd(52)} ${right} of ${headings.length} (${entries} found), ${pages} pages`,
    )
  }
}
