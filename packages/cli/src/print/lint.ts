import type { Context } from '../context.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'
import { lintAsCheckstyle } from './lint-checkstyle.ts'
import { lintAsGithub } from './lint-github.ts'
import { lintAsJson } from './lint-json.ts'
import { lintAsRdjson } from './lint-rdjson.ts'
import { lintAsSarif } from './lint-sarif.ts'
import { showLint } from './lint-stylish.ts'

/** What was found, the way that was asked for. */
export function printLint(
  linted: readonly LintedWorkspace[],
  format: string | undefined,
  context: Context,
): string {
  const json = (value: unknown): string => JSON.stringify(value, null, 2)
  switch (format) {
    case 'json':
      return json(lintAsJson(linted, context))
    case 'sarif':
      return json(lintAsSarif(linted, context))
    case 'rdjson':
      return json(lintAsRdjson(linted, context))
    case 'checkstyle':
      return lintAsCheckstyle(linted, context)
    case 'github':
      return lintAsGithub(linted, context)
    default:
      return showLint(linted, context)
  }
}
