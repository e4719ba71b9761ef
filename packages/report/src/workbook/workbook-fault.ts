export type WorkbookProblem = 'not-a-workbook' | 'old-or-locked' | 'too-large' | 'broken'

/** Why a file cannot be read as a workbook. */
export class WorkbookFault extends Error {
  readonly problem: WorkbookProblem

  constructor(problem: WorkbookProblem, options: { readonly cause?: unknown } = {}) {
    super(problem, options)
    this.name = 'WorkbookFault'
    this.problem = problem
  }
}
