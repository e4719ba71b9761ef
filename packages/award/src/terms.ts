export type FindingLevel = 'error' | 'warning' | 'info'

/** A CEL expression, type-checked when the award is loaded. */
export type Expression = string & { readonly __brand: 'Expression' }

/** `Y`, `Y-3`: a year counted from the award's year. Or the path of a fact, `project.inService`. */
export type YearReference = string & { readonly __brand: 'YearReference' }
