import { createHash } from 'node:crypto'
import type { Finding, Language } from '@ziping/diagnostics'
import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import type { Desk } from './desk.ts'
import { diagnosticOf } from './finding-to-diagnostic.ts'
import type { OpenFile, OpenFiles } from './open-files.ts'

/** How the client wants its diagnostics. Offering both ways would show each twice. */
export type Delivery = 'pull' | 'push'

/** Brings findings to the client: by file, and also the news that a file has none any more. */
export class FindingsShown {
  readonly #connection: Connection
  readonly #files: OpenFiles
  readonly language: Language
  readonly delivery: Delivery
  /** What the client was last told, by URI. */
  readonly #told = new Map<string, string>()
  readonly #rootOf = new Map<string, string>()
  /** For which version of an open file it was last told. */
  readonly #versions = new WeakMap<OpenFile['opening'], number>()
  /** Findings as they were last shown: who pulls asks for each file. */
  readonly #diagnostics = new WeakMap<
    readonly Finding[],
    ReadonlyMap<string, readonly Diagnostic[]>
  >()

  constructor(
    connection: Connection,
    files: OpenFiles,
    how: { readonly language: Language; readonly delivery: Delivery },
  ) {
    this.#connection = connection
    this.#files = files
    this.language = how.language
    this.delivery = how.delivery
  }

  /** New findings of a workspace. */
  show(desk: Desk): void {
    const fresh = new Map(this.#byUri(desk))
    const others = [...this.#rootOf].filter(([, root]) => root === desk.root).map(([uri]) => uri)
    const open = this.#files.in(desk.root).map(({ uri }) => uri)
    for (const uri of [...others, ...open]) if (!fresh.has(uri)) fresh.set(uri, [])
    let isNews = false
    for (const [uri, diagnostics] of fresh) {
      const said = JSON.stringify(diagnostics)
      const isNew = (this.#told.get(uri) ?? '[]') !== said
      if (!this.#isDue(uri) && !isNew) continue
      isNews ||= isNew
      this.#remember(uri, desk.root, said, diagnostics)
      if (this.delivery === 'push') this.#publish(uri, diagnostics)
    }
    if (this.delivery === 'pull' && isNews)
      void this.#connection.languages.diagnostics.refresh().catch(() => undefined)
  }

  /** Of an open file each version is answered once, with no news, too. */
  #isDue(uri: string): boolean {
    const file = this.#files.find(uri)
    if (file === undefined || this.#versions.get(file.opening) === file.version) return false
    this.#versions.set(file.opening, file.version)
    return true
  }

  /** Takes everything back that was said of a workspace. */
  clear(root: string): void {
    for (const [uri, of] of this.#rootOf) {
      if (of !== root) continue
      this.#told.delete(uri)
      this.#rootOf.delete(uri)
      if (this.delivery === 'push') this.#publish(uri, [])
    }
  }

  pulled(uri: string, desk: Desk, before: string | undefined): DocumentDiagnosticReport {
    const items = this.#byUri(desk).get(uri) ?? []
    const resultId = idOf(items)
    return resultId === before
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...items] }
  }

  pulledAll(
    desks: readonly Desk[],
    before: ReadonlyMap<string, string>,
  ): WorkspaceDiagnosticReport {
    const all = new Map<string, readonly Diagnostic[]>([...before.keys()].map((uri) => [uri, []]))
    for (const desk of desks) for (const [uri, items] of this.#byUri(desk)) all.set(uri, items)
    const items = [...all].map(([uri, found]): WorkspaceDocumentDiagnosticReport => {
      const about = { uri, version: this.#files.find(uri)?.version ?? null, resultId: idOf(found) }
      return about.resultId === before.get(uri)
        ? { kind: 'unchanged', ...about }
        : { kind: 'full', ...about, items: [...found] }
    })
    return { items }
  }

  #byUri(desk: Desk): ReadonlyMap<string, readonly Diagnostic[]> {
    const made = this.#diagnostics.get(desk.findings) ?? this.#make(desk)
    this.#diagnostics.set(desk.findings, made)
    return made
  }

  #make(desk: Desk): ReadonlyMap<string, readonly Diagnostic[]> {
    const byFile = new Map<string, Finding[]>()
    for (const finding of desk.findings) {
      const { file } = finding.place
      const known = byFile.get(file)
      if (known === undefined) byFile.set(file, [finding])
      else known.push(finding)
    }
    const uris = new Map<string, string>()
    const uriOf = (file: string): string => {
      const uri = uris.get(file) ?? this.#files.uriOf(desk.root, file)
      uris.set(file, uri)
      return uri
    }
    return new Map(
      [...byFile].map(([file, found]) => [
        uriOf(file),
        found.map((finding) => diagnosticOf(finding, this.language, uriOf)),
      ]),
    )
  }

  #remember(uri: string, root: string, said: string, items: readonly Diagnostic[]): void {
    if (items.length === 0) {
      this.#told.delete(uri)
      this.#rootOf.delete(uri)
    } else {
      this.#told.set(uri, said)
      this.#rootOf.set(uri, root)
    }
  }

  #publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    const version = this.#files.find(uri)?.version
    void this.#connection
      .sendDiagnostics({
        uri,
        diagnostics: [...diagnostics],
        ...(version === undefined ? {} : { version }),
      })
      .catch(() => undefined)
  }
}

/** Names what is said, so that it need not be said again. */
function idOf(items: readonly Diagnostic[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex').slice(0, 16)
}
