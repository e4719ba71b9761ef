import type { Award, Clause, DimensionId, Requirement } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { Block, Heading } from './block.ts'
import type { ClauseMatch } from './match-clauses.ts'
import type { ParsedDocument } from './parse-document.ts'
import type { Unit } from './unit.ts'

/** What a document of the application is for. */
export type DocumentKind = 'overview' | 'report' | 'case' | 'field'

/** A Markdown file with its part in the application. */
export interface ReportDocument {
  readonly kind: DocumentKind
  /** `overview`, `report`, `case`, or the id of the form field it fills. */
  readonly id: string
  /** The controlled company the chapter is about, where an award wants one report each. */
  readonly holding?: string
  readonly parsed: ParsedDocument
}

/** What was written for one requirement. */
export interface Answer {
  readonly requirement: Requirement
  readonly by: 'heading' | 'lead-in' | 'label' | 'mark'
  readonly place: Place
  readonly units: readonly Unit[]
  /** How many characters of the first unit's text only name the requirement. */
  readonly skip: number
}

/** A passage opened by 【采用方法】 or the like. */
export interface LeadIn {
  readonly dimension: DimensionId
  readonly place: Place
  readonly units: readonly Unit[]
  readonly skip: number
}

/** What the writer wrote for one clause. */
export interface Section {
  readonly clause: Clause
  readonly holding?: string
  readonly file: string
  readonly heading: Heading
  readonly match: ClauseMatch
  /** Everything up to the next clause, without the heading. */
  readonly blocks: readonly Block[]
  readonly units: readonly Unit[]
  readonly answers: readonly Answer[]
  readonly leadIns: readonly LeadIn[]
  /** 【历程】: passages that may go back further than the award's years. */
  readonly histories: readonly { readonly place: Place; readonly units: readonly Unit[] }[]
  readonly place: Place
}

/** A request to leave a finding alone. */
export interface Waiver {
  readonly rule: string
  readonly reason: string
  readonly place: Place
  /** The file and line range it covers: the block it stands before. */
  readonly covers?: Place
}

/** `<!-- 要求: … -->` naming something the award does not have. */
export interface UnknownMark {
  readonly id: string
  readonly place: Place
}

/** The parsed report: every document, and which text answers what. */
export interface Report {
  readonly award: Award
  readonly documents: readonly ReportDocument[]
  readonly sections: readonly Section[]
  /** Text of the report that stands before any clause or under a heading of its own. */
  readonly outside: readonly { readonly file: string; readonly blocks: readonly Block[] }[]
  readonly waivers: readonly Waiver[]
  readonly unknownMarks: readonly UnknownMark[]
}

export function sectionsFor(report: Report, clause: string, holding?: string): readonly Section[] {
  return report.sections.filter(
    (section) => section.clause.id === clause && section.holding === holding,
  )
}

/** The holdings whose chapters are there; `undefined` is the applicant itself. */
export function holdingsIn(report: Report): readonly (string | undefined)[] {
  const holdings = new Set(
    report.documents
      .filter((document) => document.kind === 'report')
      .map((document) => document.holding),
  )
  return holdings.size === 0 ? [undefined] : [...holdings]
}
