/** What a run ends with; other tools rely on these. */
export const exitCodes = {
  /** Nothing stands in the way. */
  fine: 0,
  /** Findings of severity error. */
  findings: 1,
  /** The command could not do its job. */
  failure: 2,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
