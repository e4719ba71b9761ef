/** Why a file cannot be opened; the words for it are those of whoever opens it. */
export type OfficeProblem =
  /** Neither a zip nor of the old format, or a zip of other things. */
  | 'not-office'
  /** .doc, .xls: as Office wrote them before 2007. */
  | 'old-format'
  | 'encrypted'
  | 'broken'
  | 'too-large'
  | 'document-type'

export class OfficeFault extends Error {
  readonly why: OfficeProblem

  constructor(why: OfficeProblem, options?: ErrorOptions) {
    super(`office file ${why}`, options)
    this.name = 'OfficeFault'
    this.why = why
  }
}
