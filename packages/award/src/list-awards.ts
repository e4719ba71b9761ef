import { join } from 'node:path'
import { parse } from 'yaml'
import type { ApplicantKind, Award } from './award.ts'
import { awardsFolders, idsIn, readIfThere } from './read/award-library.ts'
import { type Data, isDataMap, member, textAt } from './read/data.ts'
import { notSpecified, type Specified } from './specified.ts'

/** An award as a list shows it. */
export interface ListedAward {
  readonly id: string
  readonly name: string
  readonly applicant: ApplicantKind
  /** What the award calls its applicants: 组织, 中层管理者 … */
  readonly applicantLabel: string
  readonly year: Specified<number>
  readonly status: Award['status']
}

/** All awards but the demonstration, by id; only the heads of their files are read. */
export async function listAwards(
  options: { readonly awardsDir?: string } = {},
): Promise<readonly ListedAward[]> {
  const listed = new Map<string, ListedAward>()
  for (const folder of awardsFolders(options.awardsDir))
    for (const id of await idsIn([folder])) {
      const award = listed.has(id) ? undefined : fromHead(await readHead(folder, id))
      if (award !== undefined) listed.set(id, award)
    }
  return [...listed.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const deepest = 10

/** The few keys a list needs, those of the extended award where the award has none of its own. */
async function readHead(folder: string, id: string, depth = 0): Promise<Data> {
  const text = await readIfThere(join(folder, id, 'award.yaml'))
  const head = text === undefined ? null : parseHead(text)
  const parent = textAt(head, 'extends')
  if (!isDataMap(head) || parent === undefined || depth === deepest) return head
  const inherited = await readHead(folder, parent, depth + 1)
  const { demo: _demo, ...rest } = isDataMap(inherited) ? inherited : {}
  return { ...rest, ...head }
}

const topLevelKey = /^(?:id|name|year|status|demo|extends|applicant)\s*:/u

/** Top-level keys begin at the line's start: what is not wanted need not be parsed. */
function parseHead(text: string): Data {
  const kept: string[] = []
  let wanted = false
  for (const line of text.split('\n')) {
    if (/^[^\s#]/u.test(line)) wanted = topLevelKey.test(line)
    if (wanted) kept.push(line)
  }
  try {
    // an alias may refer to a part that was left out
    const head: Data = parse(kept.join('\n').replaceAll(/(?<=[\s,[{:])\*[\w-]+/gu, 'null'))
    return head
  } catch {
    return null
  }
}

function fromHead(head: Data): ListedAward | undefined {
  const id = textAt(head, 'id')
  const name = textAt(head, 'name')
  const applicant = member(head, 'applicant')
  const kind = kinds.find((known) => known === textAt(applicant, 'kind'))
  const status = statuses.find((known) => known === textAt(head, 'status'))
  if (id === undefined || name === undefined || kind === undefined || status === undefined)
    return undefined
  if (member(head, 'demo') === true) return undefined
  const year = member(head, 'year')
  return {
    id,
    name,
    applicant: kind,
    applicantLabel: textAt(applicant, 'label') ?? '',
    year: typeof year === 'number' ? year : notSpecified,
    status,
  }
}

const kinds = ['organization', 'person', 'project'] as const
const statuses = ['official', 'draft', 'superseded'] as const
