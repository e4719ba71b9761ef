import type { Clause, LengthLimit } from '@ziping/award'
import {
  type Bilingual,
  type Finding,
  type Language,
  type Place,
  type Severity,
  type TextEdit,
  type Wording,
  type Words,
  wordsIn,
} from '@ziping/diagnostics'
import type { OptionValue, RuleContext } from './rule-context.ts'
import { settledSeverity } from './settled-severity.ts'

/** Every way a rule can word what it finds, by a name of its own. */
export type Messages = Readonly<Record<string, Wording<never>>>

/** What a finding may carry besides its words. */
export interface Extras {
  /** Its own: a sign weaker than the rule's others stays so, whatever a setting says of the rule. */
  readonly severity?: Severity
  /** How much the award asks of this place where no setting speaks of the rule; one that does goes before it. */
  readonly usual?: Severity
  /** Never more than this. */
  readonly atMost?: Severity
  readonly clause?: Clause
  readonly fix?: readonly TextEdit[]
  readonly related?: readonly {
    readonly place: Place
    readonly words: Readonly<Record<Language, string>>
  }[]
}

/** One maker of findings for each message. */
export type FindingMakers<All extends Messages> = {
  readonly [Id in keyof All]: All[Id] extends Wording<infer Values>
    ? (place: Place, values: Values, extras?: Extras) => Finding
    : never
}

/** A report that raises a rule, or does not: its test, and a part of its page. */
export interface Example {
  readonly name: string
  /** One chapter, or files by name; of the workspace of the demonstration award. */
  readonly report: string | Readonly<Record<string, string>>
  /** Pictures that lie in the workspace, with their width and height in pixels. */
  readonly pictures?: Readonly<Record<string, readonly [number, number]>>
  /** Another award than the demonstration, where the rule needs one. */
  readonly award?: string
  /** Other limits than the award's own, where no award has one of the kind. */
  readonly limits?: readonly Omit<LengthLimit, 'src'>[]
  /** Settings as ziping.yaml would give them. */
  readonly options?: Readonly<Record<string, unknown>>
  /** `line:column messageId` of each finding; the file in front of it where it is not the chapter. */
  readonly finds: readonly string[]
  /** The chapter as the safe fix leaves it. */
  readonly fixed?: string
}

/**
 * How much a rule looks at, and so what it has to look at again when one file changes: that `file`; that file, and then
 * the `facts` gathered from all; nothing, since it reads only the `data`; or the whole `report`.
 */
export type Scope = 'file' | 'facts' | 'data' | 'report'

/** A rule without its check: its words, its reasons and its proof. */
export interface RuleDeclaration<All extends Messages> {
  readonly id: string
  readonly severity: Severity | 'off'
  readonly title: Bilingual
  readonly why: Bilingual
  /** Where the rule comes from: the numbers of the quality rules it carries out. */
  readonly source: readonly string[]
  /** What a setting may change, and what holds without one. */
  readonly options?: Readonly<
    Record<string, { readonly usual: OptionValue; readonly help: Bilingual }>
  >
  readonly messages: All
  /** `1.1 使命`: the clauses its examples are about; those of the demonstration award without it. */
  readonly clauses?: readonly string[]
  readonly examples: readonly Example[]
}

export interface RuleDefinition<All extends Messages> extends RuleDeclaration<All> {
  check(context: RuleContext, finding: FindingMakers<All>): Iterable<Finding>
}

export interface Rule extends RuleDeclaration<Messages> {
  readonly scope: Scope
  run(context: RuleContext): readonly Finding[]
}

/** Declares a rule that looks at the whole report at once. */
export function defineRule<All extends Messages>(definition: RuleDefinition<All>): Rule {
  const { check, ...declaration } = definition
  return {
    ...declaration,
    scope: 'report',
    run: (context) => [...check(context, findingMakers(declaration, context))],
  }
}

/** One maker for each message of a rule, as severe as it is set. */
export function findingMakers<All extends Messages>(
  definition: RuleDeclaration<All>,
  context: Pick<RuleContext, 'severity'>,
): FindingMakers<All> {
  const make =
    (messageId: string, words: Wording<never>) =>
    (place: Place, values: never, extras: Extras = {}): Finding => {
      const { severity: own, usual, atMost, clause, ...more } = extras
      return {
        rule: definition.id,
        messageId,
        severity: settledSeverity({
          rule: usual ?? definition.severity,
          ...(own === undefined ? {} : { own }),
          ...(context.severity === undefined ? {} : { set: context.severity }),
          ...(atMost === undefined ? {} : { atMost }),
        }),
        place,
        words: wordsIn(words, values) satisfies Readonly<Record<Language, Words>>,
        ...(clause === undefined ? {} : { clause: clause.id }),
        ...more,
      }
    }
  return Object.fromEntries(
    Object.entries(definition.messages).map(([messageId, words]) => [
      messageId,
      make(messageId, words),
    ]),
  ) as FindingMakers<All>
}
