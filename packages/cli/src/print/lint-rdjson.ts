import type { Finding, Place, TextEdit } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'
import type { SourceTexts } from '../lint/source-texts.ts'
import { outsidePath } from './outside-path.ts'

type Json = Readonly<Record<string, unknown>>

const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const

/** The Reviewdog Diagnostic Format, which review comments and suggested changes are made from. */
export function lintAsRdjson(linted: readonly LintedWorkspace[], context: Context): Json {
  return {
    source: { name: 'ziping' },
    diagnostics: linted.flatMap(({ root, findings, sources }) =>
      findings.map((finding) => {
        const file = outsidePath(finding.place.file, root, context.calledFrom)
        return diagnostic(finding, file, { root, sources }, context)
      }),
    ),
  }
}

function diagnostic(
  finding: Finding,
  file: string,
  { root, sources }: Pick<LintedWorkspace, 'root' | 'sources'>,
  context: Context,
): Json {
  const { rule, severity, place, words, fix = [], related = [] } = finding
  const { message, advice } = words[context.language]
  const [edit, ...others] = fix
  const mend = say(context, '怎么改：', 'How to mend it: ')
  return {
    message: advice === '' ? message : `${message}\n${mend}${advice}`,
    location: { path: file, range: range(place, sources) },
    severity: severities[severity],
    code: { value: rule },
    // A suggestion is one replacement in the same file; a fix of several parts is none.
    ...(edit === undefined || others.length > 0 || edit.file !== place.file
      ? {}
      : { suggestions: suggestion(edit, sources) }),
    ...(related.length === 0
      ? {}
      : {
          related_locations: related.map((other) => ({
            message: other.words[context.language],
            location: {
              path: outsidePath(other.place.file, root, context.calledFrom),
              range: range(other.place, sources),
            },
          })),
        }),
  }
}

function suggestion(edit: TextEdit, sources: SourceTexts): readonly Json[] {
  const place = sources.find(edit.file)?.place(edit)
  return place === undefined ? [] : [{ range: range(place, sources), text: edit.text }]
}

/** Reviewdog counts columns in bytes of UTF-8. */
function range({ file, line, column, endLine, endColumn }: Place, sources: SourceTexts): Json {
  const bytes = (row: number, units: number): number =>
    Buffer.byteLength((sources.line(file, row) ?? '').slice(0, units - 1)) + 1
  return {
    start: { line, column: bytes(line, column) },
    end: { line: endLine, column: bytes(endLine, endColumn) },
  }
}
