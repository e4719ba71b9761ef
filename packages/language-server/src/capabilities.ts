import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node'
import { actionKinds } from './code-actions.ts'
import { triggerCharacters } from './complete.ts'
import { legend } from './semantic-tokens.ts'
import type { Delivery } from './show-findings.ts'

/** Every capability named here has its handler in serve-editor.ts. */
export function capabilitiesFor(delivery: Delivery): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...triggerCharacters] },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeLensProvider: {},
    codeActionProvider: { codeActionKinds: [...actionKinds] },
    semanticTokensProvider: { legend, full: true },
    ...(delivery === 'pull'
      ? {
          diagnosticProvider: {
            identifier: 'ziping',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
  }
}
