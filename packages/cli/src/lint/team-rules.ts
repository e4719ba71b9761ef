import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineFinding, type Finding, type Place, wording } from '@ziping/diagnostics'
import { type Rule, rules, teamRulesOf, wrongTeamFile } from '@ziping/lint'
import { type Workspace, workspacePath } from '@ziping/report'
import { type Context, say } from '../context.ts'

/** A team's own rules, as far as they may run. */
export interface TeamRulesHere {
  readonly rules: readonly Rule[]
  readonly findings: readonly Finding[]
  /** Named in ziping.yaml, but nobody allowed them to run. */
  readonly notRun: readonly string[]
}

const endings: ReadonlySet<string> = new Set(['.mjs', '.js', '.mts', '.ts'])

interface Refused {
  readonly file: string
}

const refusals = {
  outside: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'team-rules-outside',
    severity: 'error',
    words: wording<Refused>({
      'zh-CN': ({ file }) => ({
        message: `自定规则文件 ${file} 不在申报工程里，不会运行`,
        advice: '把文件放进申报工程，写相对路径，例如 rules/our-rule.mjs；也不要用指到外面的链接',
      }),
      en: ({ file }) => ({
        message: `The file of rules ${file} lies outside the workspace and is not run`,
        advice: 'Put it into the workspace and write a relative path, e.g. rules/our-rule.mjs',
      }),
    }),
  }),
  absent: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'team-rules-absent',
    severity: 'error',
    words: wording<Refused>({
      'zh-CN': ({ file }) => ({
        message: `没有自定规则文件 ${file}`,
        advice: '核对路径（从申报工程算起）和文件名',
      }),
      en: ({ file }) => ({
        message: `There is no file of rules ${file}`,
        advice: 'Check the path (in the workspace) and the name',
      }),
    }),
  }),
  otherKind: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'team-rules-other-kind',
    severity: 'error',
    words: wording<Refused>({
      'zh-CN': ({ file }) => ({
        message: `${file} 不是规则文件`,
        advice: `规则写在以 ${[...endings].join('、')} 结尾的文件里`,
      }),
      en: ({ file }) => ({
        message: `${file} is no file of rules`,
        advice: `Rules stand in files that end with ${[...endings].join(', ')}`,
      }),
    }),
  }),
}

/** Loads the rules that ziping.yaml names under `lintRules`, if that is allowed: to load a file is to run it. */
export async function teamRulesHere(
  workspace: Workspace,
  isAllowed: boolean,
): Promise<TeamRulesHere> {
  const named = namedFiles(workspace)
  if (!isAllowed) return { rules: [], findings: [], notRun: named.map(({ file }) => file) }
  const loaded: Rule[] = []
  const findings: Finding[] = []
  for (const { file, place } of named) {
    const taken = new Set([...rules, ...loaded].map(({ id }) => id))
    try {
      const found = locate(workspace.root, file)
      if (typeof found !== 'string') {
        findings.push(refusals[found.refused](place, { file }))
        continue
      }
      const team = teamRulesOf(await load(found), { file, place, taken })
      loaded.push(...team.rules)
      findings.push(...team.findings)
    } catch (cause) {
      findings.push(wrongTeamFile(file, place, cause))
    }
  }
  return { rules: loaded, findings, notRun: [] }
}

/** Says that a team's rules were left alone, and how they would run. */
export function noteNotRun(notRun: readonly string[], context: Context): void {
  if (notRun.length === 0) return
  const files = notRun.join(say(context, '、', ', '))
  context.note(
    say(
      context,
      `没有运行 ziping.yaml 列出的自定规则：${files}。信得过这个文件夹里的程序，再加 --allow-workspace-rules`,
      `The rules named in ziping.yaml were not run: ${files}. If you trust the programs in this folder, add --allow-workspace-rules`,
    ),
  )
}

function namedFiles({
  configFile,
}: Workspace): readonly { readonly file: string; readonly place: Place }[] {
  const { value } = configFile
  if (typeof value !== 'object' || value === null || !('lintRules' in value)) return []
  const { lintRules } = value
  if (!Array.isArray(lintRules)) return []
  return lintRules.flatMap((file: unknown, index) =>
    typeof file === 'string' ? [{ file, place: configFile.placeOf(['lintRules', index]) }] : [],
  )
}

/** Where a file really lies, if it may be loaded from there. */
function locate(
  root: string,
  written: string,
): string | { readonly refused: keyof typeof refusals } {
  const inside = workspacePath(written)
  if (inside === 'leaves-workspace') return { refused: 'outside' }
  const file = path.join(root, inside)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return { refused: 'absent' }
  const real = realpathSync(file)
  if (!real.startsWith(realpathSync(root) + path.sep)) return { refused: 'outside' }
  return endings.has(path.extname(real)) ? real : { refused: 'otherKind' }
}

/** A file that changed while somebody watches is loaded again. */
async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  const url = pathToFileURL(file)
  url.searchParams.set('changed', String(statSync(file).mtimeMs))
  return await import(url.href)
}
