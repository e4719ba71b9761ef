import path from 'node:path'
import { type Award, applyTeamCriteria, loadAward, readTeamCriteria } from '@ziping/award'
import { type Finding, failure, wording } from '@ziping/diagnostics'
import {
  checkData,
  DiskCache,
  findWorkspace,
  openReport,
  type Report,
  readEvidence,
  readIndicators,
  readWorkspace,
  type Workspace,
} from '@ziping/report'
import { createResolver, type Resolver } from '@ziping/resolve'
import { type Invocation, textOption } from './command.ts'
import type { Context } from './context.ts'

/** A workspace with its award and everything parsed. */
export interface OpenWorkspace {
  readonly workspace: Workspace
  readonly award: Award
  readonly report: Report
  readonly resolver: Resolver
  readonly findings: readonly Finding[]
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

export async function openWorkspace(
  invocation: Invocation,
  context: Context,
): Promise<OpenWorkspace> {
  const root = findWorkspace(context.cwd)
  if (root === undefined) throw failure('workspace/missing', noWorkspace, { from: context.cwd })
  const workspace = readWorkspace(root)
  const chosen = await chooseAward(workspace, textOption(invocation, 'award'))
  const team = await readTeamCriteria(workspace.criteria, chosen)
  const award = applyTeamCriteria(chosen, team.criteria)
  const report = openReport(workspace, award, new DiskCache(cacheFolder(context)))
  const year = workspace.config.year
  const resolver = createResolver(report, {
    indicators: readIndicators(workspace.indicators),
    evidence: readEvidence(workspace.evidence),
    ...(year === undefined ? {} : { year }),
  })
  const findings = [...workspace.findings, ...team.findings, ...(await checkData(workspace))]
  return { workspace, award, report, resolver, findings }
}

async function chooseAward(workspace: Workspace, asked: string | undefined): Promise<Award> {
  const { awards } = workspace.config
  const place = workspace.configFile.placeOf(['award'])
  const [first] = awards
  if (asked !== undefined && awards.length > 0 && !awards.includes(asked))
    throw failure('award/not-among', notAmong, { asked, awards }, { place })
  const id = asked ?? first
  if (id === undefined) throw failure('award/missing', noAward, {}, { place })
  return loadAward(id)
}

/** Where parsed files are kept between runs; any part of it may be deleted at any time. */
function cacheFolder({ env }: Context): string | undefined {
  if (env['ZIPING_CACHE'] === '') return undefined
  const base =
    env['ZIPING_CACHE'] ??
    env['XDG_CACHE_HOME'] ??
    (env['LOCALAPPDATA'] !== undefined
      ? env['LOCALAPPDATA']
      : env['HOME'] === undefined
        ? undefined
        : path.join(env['HOME'], '.cache'))
  return base === undefined ? undefined : path.join(base, 'ziping', 'parsed')
}
