import type { Finding } from '@ziping/diagnostics'
import {
  type FindingMakers,
  findingMakers,
  type Messages,
  type Rule,
  type RuleDeclaration,
} from './define-rule.ts'
import type { FileView } from './file-view.ts'
import type { DataContext, RuleOptions } from './rule-context.ts'

interface FileRuleDefinition<All extends Messages> extends RuleDeclaration<All> {
  check(view: FileView, finding: FindingMakers<All>, options: RuleOptions): Iterable<Finding>
  /** What people wrote into the data files. */
  checkData?(context: DataContext, finding: FindingMakers<All>): Iterable<Finding>
}

/** Declares a rule that judges one file at a time; what it found in a file holds until that file changes. */
export function defineFileRule<All extends Messages>(definition: FileRuleDefinition<All>): Rule {
  const { check, checkData, ...declaration } = definition
  return {
    ...declaration,
    scope: 'file',
    run: (context) => {
      const finding = findingMakers(declaration, context)
      const found = context.views.flatMap((view) =>
        view.facts(`${definition.id} ${context.setting}`, () => [...check(view, finding, context)]),
      )
      return checkData === undefined ? found : [...found, ...checkData(context, finding)]
    },
  }
}
