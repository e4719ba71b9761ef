import type { Finding, Language, Severity } from '@ziping/diagnostics'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import { rangeOfPlace } from './spots.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** A finding as editors show it: what is wrong, and on the next line how to mend it. */
export function diagnosticOf(
  finding: Finding,
  language: Language,
  uriOf: (file: string) => string,
): Diagnostic {
  const { rule, severity, place, words, related = [] } = finding
  const { message, advice } = words[language]
  const how = language === 'en' ? 'How to mend it: ' : '怎么改：'
  return {
    range: rangeOfPlace(place),
    severity: severities[severity],
    code: rule,
    source: 'ziping',
    message: advice === '' ? message : `${message}\n${how}${advice}`,
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((other) => ({
            location: { uri: uriOf(other.place.file), range: rangeOfPlace(other.place) },
            message: other.words[language],
          })),
        }),
  }
}
