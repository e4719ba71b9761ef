import type { AwardIndicator } from './award-indicator.ts'
import type { Clause } from './clause.ts'
import type { Condition } from './condition.ts'
import type { Deliverable, Medium, TopicList, Volume } from './deliverable.ts'
import type { DataWindow, DimensionScheme } from './dimension.ts'
import type { Form } from './form.ts'
import type { LengthLimit } from './length-limit.ts'
import type { PageFormat, PictureRule } from './page-format.ts'
import type { Certainty, Source, SourceDocument } from './source.ts'
import type { Specified } from './specified.ts'

export type AwardLevel = 'national' | 'province' | 'city' | 'county' | 'association'

export type ApplicantKind = 'organization' | 'person' | 'project'

export interface RuleSetting {
  readonly severity?: 'off' | 'info' | 'warning' | 'error'
  readonly options?: Readonly<Record<string, unknown>>
  readonly note?: string
  readonly src?: Source
}

/** One scheme and applicant type in one year, as data. */
export interface Award {
  readonly id: string
  readonly demo: boolean
  readonly name: string
  readonly shortName?: string
  readonly level: Specified<AwardLevel>
  readonly region: Specified<string>
  readonly issuer: Specified<string>
  readonly year: Specified<number>
  readonly status: 'official' | 'draft' | 'superseded'
  /** What must be said wherever the award is shown or printed. */
  readonly banner?: string
  readonly docs: Readonly<Record<string, SourceDocument>>
  readonly applicant: {
    readonly kind: ApplicantKind
    readonly label: string
    readonly roles: readonly { readonly id: string; readonly label: string }[]
    readonly categories: readonly string[]
    readonly note?: string
    readonly src?: Source
  }
  readonly schedule: Specified<{
    readonly opens: Specified<string>
    readonly closes: Specified<string>
    readonly hardClose: Specified<boolean>
    readonly reference?: 'deadline' | 'filing'
    readonly note?: string
    readonly src?: Source
  }>
  readonly standards: readonly {
    readonly code: string
    readonly edition: Specified<string>
    readonly title?: string
    readonly role: 'criteria' | 'guide' | 'layout' | 'classification' | 'terms'
    readonly note?: string
    readonly src?: Source
  }[]
  readonly clauses: readonly Clause[]
  readonly total: Specified<number>
  readonly totalCertainty?: Certainty
  /** Below how many 字 a clause or requirement counts as not answered. */
  readonly answered: { readonly clause: number; readonly requirement: number }
  readonly repeatPer?: 'holding'
  readonly dimensions: readonly DimensionScheme[]
  readonly windows: readonly DataWindow[]
  readonly limits: readonly LengthLimit[]
  readonly deliverables: readonly Deliverable[]
  readonly volumes: readonly Volume[]
  readonly media: readonly Medium[]
  readonly forms: Specified<readonly Form[]>
  readonly indicators: readonly AwardIndicator[]
  readonly pictures: Specified<readonly PictureRule[]>
  readonly page: Specified<PageFormat>
  readonly conditions: Specified<readonly Condition[]>
  readonly duties: Specified<
    readonly {
      readonly id: string
      readonly text: string
      readonly when: 'after-filing' | 'after-award'
      readonly days?: number
      readonly workdays?: number
      readonly hours?: number
      readonly src?: Source
    }[]
  >
  readonly route: Specified<
    readonly {
      readonly id: string
      readonly text: string
      readonly by?: string
      readonly seal?: boolean
      readonly src?: Source
    }[]
  >
  readonly stages: Specified<
    readonly {
      readonly id: string
      readonly label: string
      readonly gate?: string
      readonly text?: string
      readonly limits: readonly LengthLimit[]
      readonly src?: Source
    }[]
  >
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly topicLists: readonly TopicList[]
  readonly codes: readonly string[]
  readonly ocr: readonly { readonly printed: string; readonly read: string }[]
  readonly questions: readonly {
    readonly id: string
    readonly text: string
    readonly decision: string
    readonly src?: Source
  }[]
  readonly values: readonly {
    readonly title: string
    readonly text: string
    readonly src?: Source
  }[]
}
