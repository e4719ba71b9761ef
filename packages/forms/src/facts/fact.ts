import type { ScalarKind } from '../scalar.ts'

/** What a fact holds: a value, several texts, values by year, a map, a list of maps, or anything. */
export type FactKind = ScalarKind | 'texts' | 'years' | 'map' | 'list' | 'free'

/** A fact that data/applicant.yaml may tell. */
export interface Fact {
  readonly key: string
  /** What people call it. */
  readonly label: string
  readonly kind: FactKind
  readonly hint?: string
  /** As it is written in YAML, for the skeleton. */
  readonly example?: string
  /** Other spellings of the key that are understood. */
  readonly also?: readonly string[]
  /** The members of a map, or of each item of a list. */
  readonly members?: readonly Fact[]
  /** A map whose other keys mean the same kind of thing: roles, declarations, figures. */
  readonly open?: Fact
}

type More = Omit<Partial<Fact>, 'key' | 'label' | 'kind'>

export function fact(key: string, label: string, kind: FactKind = 'text', more: More = {}): Fact {
  return { key, label, kind, ...more }
}

/** A map: what it holds is known, or of one kind. */
export function map(key: string, label: string, members: readonly Fact[], more: More = {}): Fact {
  return { key, label, kind: 'map', members, ...more }
}

/** A list of maps. */
export function list(key: string, label: string, members: readonly Fact[], more: More = {}): Fact {
  return { key, label, kind: 'list', members, ...more }
}
