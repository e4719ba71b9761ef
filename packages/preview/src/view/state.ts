import { isSpecified } from '@ziping/award'
import type { Failure, Finding, Language } from '@ziping/diagnostics'
import { planBooks } from '@ziping/resolve'
import type { Judged } from '../engine.ts'
import type { State } from '../protocol.ts'
import { showBoard } from './board.ts'
import { showEvidence } from './evidence.ts'
import { showFinding, told } from './findings.ts'
import { showIndicators } from './indicators.ts'
import { findMentions } from './mentions.ts'
import { whereOf } from './where.ts'

/** What is known of a workspace at one moment. */
export interface Known {
  readonly version: number
  readonly language: Language
  readonly root: string
  /** The last state that could be judged. */
  readonly judged: Judged | undefined
  /** Why the present one could not. */
  readonly problem: Failure | undefined
  readonly findings: readonly Finding[]
}

export function showState({ version, language, root, judged, problem, findings }: Known): State {
  const common = {
    version,
    language,
    root,
    findings: findings.map(showFinding),
    ...(problem === undefined ? {} : { problem: showProblem(problem) }),
  }
  if (judged === undefined)
    return { ...common, title: '', documents: [], years: [], indicators: [], evidence: [] }
  const { subject } = judged
  const mentions = findMentions(subject)
  return {
    ...common,
    title: titleOf(judged),
    documents: planBooks(subject.report)
      .filter(({ documents }) => documents.length > 0)
      .map(({ id, title }) => ({ id, title })),
    board: showBoard(judged),
    years: subject.resolver.years,
    indicators: showIndicators(judged, mentions),
    evidence: showEvidence(judged, mentions),
  }
}

function titleOf({ award, subject }: Judged): string {
  const year = isSpecified(award.year) ? ` ${award.year}` : ''
  const { name } = subject.applicant
  const known = `${award.name}${year}`
  return name === undefined ? known : `${known} · ${name}`
}

function showProblem({ words, place }: Failure): NonNullable<State['problem']> {
  return {
    message: told(words, 'message'),
    advice: told(words, 'advice'),
    ...(place === undefined ? {} : { where: whereOf(place) }),
  }
}
