import type { Finding } from '@ziping/diagnostics'
import type { DocumentKind } from '@ziping/report'
import {
  type FindingMakers,
  findingMakers,
  type Messages,
  type Rule,
  type RuleDeclaration,
} from './define-rule.ts'
import type { FileView } from './file-view.ts'
import { hashOf } from './hash-of.ts'
import type { Plain } from './plain.ts'
import type { DataContext, RuleOptions } from './rule-context.ts'

/** What was gathered from one file. */
export interface GatheredFile<Facts> {
  readonly file: string
  readonly kind: DocumentKind
  readonly holding?: string
  readonly facts: Plain<Facts>
}

interface FactsRuleDefinition<All extends Messages, Facts, Asked> extends RuleDeclaration<All> {
  /** What of the data gathering depends on, if anything does. */
  ask?(context: DataContext): Asked
  /** What there is to know of a file, as plain data; gathered again only when that file or what is asked changes. */
  gather(
    view: FileView,
    given: {
      readonly finding: FindingMakers<All>
      readonly options: RuleOptions
      readonly asked: Asked
    },
  ): Facts
  /** Judges what was gathered; of the text itself nothing can be seen here. */
  judge(
    files: readonly GatheredFile<Facts>[],
    context: DataContext,
    finding: FindingMakers<All>,
  ): Iterable<Finding>
}

/** Declares a rule that judges facts about all files together. */
export function defineFactsRule<All extends Messages, Facts, Asked = undefined>(
  definition: FactsRuleDefinition<All, Facts, Asked>,
): Rule {
  const { ask, gather, judge, ...declaration } = definition
  return {
    ...declaration,
    scope: 'facts',
    run: (context) => {
      const finding = findingMakers(declaration, context)
      const asked = ask?.(context) as Asked
      const name = `${definition.id} ${context.setting} ${hashOf(asked)}`
      const files = context.views.map((view): GatheredFile<Facts> => {
        const { kind, holding } = view.document
        const facts = view.facts(name, () => gather(view, { finding, options: context, asked }))
        return { file: view.file, kind, ...(holding === undefined ? {} : { holding }), facts }
      })
      return [...judge(files, context, finding)]
    },
  }
}
