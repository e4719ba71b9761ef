import { statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Award, applyTeamCriteria, loadAward, readTeamCriteria } from '@ziping/award'
import { Failure, type Finding, failure, wording } from '@ziping/diagnostics'
import {
  checkData,
  DiskCache,
  findWorkspace,
  type Overlay,
  openReport,
  type Report,
  readEvidence,
  readIndicators,
  readWorkspace,
  type Workspace,
} from '@ziping/report'
import { createResolver, type Resolver } from '@ziping/resolve'
import { cacheFolder } from './cache-folder.ts'
import { type Invocation, textOption } from './command.ts'
import type { Context } from './context.ts'

/** A workspace with its award and everything parsed. */
export interface ParsedWorkspace {
  readonly workspace: Workspace
  readonly award: Award
  readonly report: Report
  readonly findings: readonly Finding[]
}

/** A parsed workspace in which values and references can be looked up. */
export interface OpenWorkspace extends ParsedWorkspace {
  readonly resolver: Resolver
}

const noWorkspace = wording<{ readonly from: string }>({
  'zh-CN': ({ from }) => ({
    message: `${from} 及其上级文件夹中没有申报工程（ziping.yaml）`,
    advice: '先进入申报工程的文件夹，或用 -C 指明；新建申报工程：ziping init 文件夹 --award 奖项',
  }),
  en: ({ from }) => ({
    message: `There is no workspace (ziping.yaml) in ${from} or above`,
    advice:
      'Go to the workspace or name it with -C; make a new one with ziping init DIR --award ID',
  }),
})

const noAward = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: 'ziping.yaml 没有写明奖项',
    advice: '写一行“award: 奖项”，例如 award: nantong-org-2020；全部奖项见 ziping awards',
  }),
  en: () => ({
    message: 'ziping.yaml names no award',
    advice: 'Write “award: ID”, e.g. award: nantong-org-2020; see ziping awards',
  }),
})

const notAmong = wording<{ readonly asked: string; readonly awards: readonly string[] }>({
  'zh-CN': ({ asked, awards }) => ({
    message: `这个申报工程没有申报 ${asked}`,
    advice: `ziping.yaml 中的奖项：${awards.join('、')}`,
  }),
  en: ({ asked, awards }) => ({
    message: `This workspace does not apply for ${asked}`,
    advice: `Awards in ziping.yaml: ${awards.join(', ')}`,
  }),
})

/** The workspace around the folder the command works in. */
export function workspaceHere(context: Context): string {
  const root = findWorkspace(context.cwd)
  if (root === undefined) throw failure('workspace/missing', noWorkspace, { from: context.cwd })
  return root
}

export async function openWorkspace(
  invocation: Invocation,
  context: Context,
): Promise<OpenWorkspace> {
  const opened = await parseWorkspace(workspaceHere(context), invocation, context)
  const { workspace, report } = opened
  const year = workspace.config.year
  const resolver = createResolver(report, {
    indicators: readIndicators(workspace.indicators),
    evidence: readEvidence(workspace.evidence),
    ...(year === undefined ? {} : { year }),
  })
  return { ...opened, resolver }
}

/** Reads and parses a workspace; texts not yet saved go before those on disk. */
export async function parseWorkspace(
  root: string,
  invocation: Invocation,
  context: Context,
  overlay: Overlay = new Map(),
): Promise<ParsedWorkspace> {
  const workspace = readWorkspace(root, { overlay })
  const chosen = await chooseAward(workspace, textOption(invocation, 'award'))
  const team = await readTeamCriteria(workspace.criteria, chosen)
  const award = applyTeamCriteria(chosen, team.criteria)
  const report = openReport(workspace, award, parseCache(context))
  const findings = [...workspace.findings, ...team.findings, ...(await checkData(workspace))]
  return { workspace, award, report, findings }
}

/** The award a workspace applies for: the one asked for, else its first. */
export async function chooseAward(workspace: Workspace, asked: string | undefined): Promise<Award> {
  const { awards } = workspace.config
  const place = workspace.configFile.placeOf(['award'])
  const [first] = awards
  if (asked !== undefined && awards.length > 0 && !awards.includes(asked))
    throw failure('award/not-among', notAmong, { asked, awards }, { place })
  const id = asked ?? first
  if (id === undefined) throw failure('award/missing', noAward, {}, { place })
  try {
    return await knownAward(id)
  } catch (cause) {
    // What is wrong is the line that names the award.
    if (cause instanceof Failure && cause.place === undefined) throw cause.at(place)
    throw cause
  }
}

const awards = new Map<string, Award>()

/** Many workspaces apply for the same award; what is remembered of it is remembered for all of them. */
async function knownAward(id: string): Promise<Award> {
  const award = awards.get(id) ?? (await loadAward(id))
  awards.set(id, award)
  return award
}

/**
 * Parsed files are kept between runs. Only the bundled program keeps them: its parts are named for what is in them, and
 * for what they import, so that name, size and date say which parser made an entry.
 */
function parseCache({ env }: Context): DiskCache {
  const program = fileURLToPath(import.meta.url)
  const folder = program.endsWith('.ts') ? undefined : cacheFolder(env, 'parsed')
  const known = parseCaches.get(folder)
  if (known !== undefined) return known
  const { size, mtimeMs } = statSync(program)
  const cache = new DiskCache(folder, `${path.basename(program)} ${size} ${mtimeMs}`)
  parseCaches.set(folder, cache)
  return cache
}

/** Who lints again and again (`--watch`, `--fix`, an editor) parses only what changed. */
const parseCaches = new Map<string | undefined, DiskCache>()
