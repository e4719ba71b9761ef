import { type Bilingual, defineFinding, type Finding, type FindingMaker } from '@ziping/diagnostics'
import type { Workspace } from '@ziping/report'
import type { RuleSetting } from './settings.ts'
import { type Part, type UnreadPart, unreadParts } from './unread-parts.ts'

const ofTexts = ['label-unused', 'evidence-unused', 'image-unused', 'length-short', 'topic-missing']
const ofLabels = ['label', 'typed', 'unnumbered'].map((id) => `reference-unresolved/${id}`)

/** What nobody can say while a part is unread: rules, or single messages of them. */
const following: Readonly<Record<Part, readonly string[]>> = {
  report: [
    ...ofTexts,
    ...ofLabels,
    'clause-missing',
    'profile-missing',
    'holding-missing',
    'alternative-missing',
    'main-thread-missing',
    'standard-unanswered',
    'result-kinds-few',
    'indicator-not-in-results',
    'indicator-not-in-process',
    'adverse-year-unexplained',
    'target-missed-unexplained',
  ],
  overview: [...ofTexts, ...ofLabels, 'profile-missing'],
  cases: [...ofTexts, ...ofLabels, 'case-missing'],
  fields: [...ofTexts, ...ofLabels, 'field-required'],
  indicators: [
    'reference-unresolved/indicator',
    'reference-unresolved/year',
    'reference-unresolved/comparison',
    'reference-unresolved/unit',
    'markup-almost/value',
    'chart-invalid',
    'result-without-series',
    'dimension-missing',
    'standard-unanswered',
    'result-kinds-few',
    'evidence-unused',
    'field-unknown/reference',
    'field-required',
    'field-computed',
  ],
  applicant: [
    'field-unknown/reference',
    'field-required',
    'field-computed',
    'evidence-unused',
    'rank-without-proof',
    'holding-missing',
    'alternative-missing',
    'topic-missing',
  ],
  evidence: [
    'reference-unresolved/evidence',
    'reference-unresolved/label',
    'evidence-missing',
    'claim-without-evidence',
    'rank-without-proof',
  ],
  form: ['field-required', 'field-computed'],
}

/** One cause, one finding: what follows from a file that could not be read waits until it can. */
export function holdBack(
  findings: readonly Finding[],
  workspace: Workspace,
  settings: readonly RuleSetting[],
): readonly Finding[] {
  const unread = unreadParts(workspace)
  if (unread.length === 0) return findings
  const follows = ({ part }: UnreadPart, finding: Finding): boolean =>
    following[part].some(
      (id) => id === finding.rule || id === `${finding.rule}/${finding.messageId}`,
    )
  const kept = findings.filter((finding) => !unread.some((part) => follows(part, finding)))
  const told = unread.flatMap((part) => {
    const held = new Set(findings.filter((one) => follows(part, one)).map(({ rule }) => rule))
    const titles = settings.flatMap(({ rule }) => (held.has(rule.id) ? [rule.title] : []))
    return titles.length === 0
      ? []
      : [notChecked[homeOf(part)](part.place, { file: part.file, titles })]
  })
  return [...kept, ...told]
}

type Home = 'workspace-invalid' | 'data-invalid'

function homeOf({ part }: UnreadPart): Home {
  const isText = part === 'report' || part === 'overview' || part === 'cases' || part === 'fields'
  return isText ? 'workspace-invalid' : 'data-invalid'
}

interface Held {
  readonly file: string
  readonly titles: readonly Bilingual[]
}

const notChecked: Readonly<Record<Home, FindingMaker<Held>>> = {
  'workspace-invalid': held('workspace-invalid'),
  'data-invalid': held('data-invalid'),
}

function held(rule: Home): FindingMaker<Held> {
  return defineFinding<Held>({
    rule,
    messageId: 'notChecked',
    severity: 'info',
    words: {
      'zh-CN': ({ file, titles }) => ({
        message: `${file} 没有读入，与它有关的检查这次没有做：${shown(titles, 'zh-CN', '、')}`,
        advice: '先把这个文件改正，再检查一次',
      }),
      en: ({ file, titles }) => ({
        message: `${file} was not read, so this was not checked: ${shown(titles, 'en', '; ')}`,
        advice: 'Mend that file first, then check again',
      }),
    },
  })
}

const mostShown = 6

function shown(titles: readonly Bilingual[], language: 'zh-CN' | 'en', mark: string): string {
  const named = titles.slice(0, mostShown).map((title) => title[language])
  return named.join(mark) + (titles.length > mostShown ? ' ……' : '')
}
