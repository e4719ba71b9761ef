import type { Bilingual, Severity } from '@ziping/diagnostics'

/** When something of this kind comes to light: as files are opened, printed, measured or packed, or an award is checked. */
export type LaterStage = 'check' | 'build' | 'verify' | 'pack' | 'awards'

/**
 * Whether a waiver covers it. What keeps a page from being printed or a parcel from being made stays so whoever waives it;
 * `warnings` are covered where errors of the same kind are not.
 */
export type Waivable = 'always' | 'warnings' | 'never'

/** A kind of finding that no rule of lint raises, since it takes more than reading the texts. */
export interface LaterRule {
  readonly id: string
  /** Of its gravest finding. */
  readonly severity: Severity
  readonly stage: LaterStage
  readonly waivable: Waivable
  readonly title: Bilingual
  readonly why: Bilingual
  readonly source: readonly string[]
}

type Rest = Omit<LaterRule, 'id' | 'severity' | 'stage' | 'title' | 'why'>

/** Declares the kinds of one stage, a line for each language. */
export function declareLater(
  stage: LaterStage,
): (
  id: string,
  severity: Severity,
  rest: Rest,
  chinese: readonly [title: string, why: string],
  english: readonly [title: string, why: string],
) => LaterRule {
  return (id, severity, rest, chinese, english) => ({
    id,
    severity,
    stage,
    ...rest,
    title: { 'zh-CN': chinese[0], en: english[0] },
    why: { 'zh-CN': chinese[1], en: english[1] },
  })
}
