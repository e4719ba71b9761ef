/** A section of the industry classification: 制造业 is C, divisions 13 to 43. */
export interface IndustrySection {
  readonly code: string
  readonly title: string
  readonly divisions: readonly [first: string, last: string]
  /** Which of the forms' sectors it belongs to: 农业, 工业, 建筑业, 服务业. */
  readonly sector: string
}

/** The industry classification, as far as sections and their divisions. */
export interface IndustryCodes {
  readonly id: string
  readonly title: string
  readonly pattern: RegExp
  readonly sections: readonly IndustrySection[]
}

/**
 * The section of a code such as `3670` or `C3670`; none if the code is not written as it should be, or
 * its letter and its division disagree.
 */
export function industrySection(codes: IndustryCodes, code: string): IndustrySection | undefined {
  if (!codes.pattern.test(code)) return undefined
  const letter = /^[A-Z]/u.exec(code)?.[0]
  const division = code.slice(letter === undefined ? 0 : 1).slice(0, 2)
  return codes.sections.find(
    ({ code: own, divisions: [first, last] }) =>
      (letter === undefined || letter === own) && division >= first && division <= last,
  )
}
