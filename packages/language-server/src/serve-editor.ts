import type { Readable, Writable } from 'node:stream'
import type { Language } from '@ziping/diagnostics'
import {
  type ClientCapabilities,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { answerRequests } from './answer-requests.ts'
import { capabilitiesFor } from './capabilities.ts'
import { Desks } from './desks.ts'
import type { LintEngine } from './engine.ts'
import { OpenFiles, workspaceOf } from './open-files.ts'
import { type Delivery, FindingsShown } from './show-findings.ts'

/** What the server runs with; it reads no environment and ends no process. */
export interface EditorService {
  readonly input: Readable
  readonly output: Writable
  readonly engine: LintEngine
  readonly version: string
  /** The language asked for; without it that of the client. */
  readonly language?: Language
}

/** Serves an editor until it leaves. Never writes a file: what is to change, the editor changes. */
export function serveEditor(service: EditorService): Promise<void> {
  const { input, output, engine, version } = service
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  )
  const files = new OpenFiles()
  let shown = new FindingsShown(connection, files, { language: 'zh-CN', delivery: 'push' })
  let editorMakesFiles = false
  const broken = (cause: unknown): void => connection.console.error(traceOf(cause))
  const desks = new Desks(files, { engine, broken }, () => shown)

  connection.onInitialize((params) => {
    const delivery = deliveryFor(params.capabilities)
    const language = service.language ?? languageOf(params)
    editorMakesFiles = canMakeFiles(params.capabilities)
    shown = new FindingsShown(connection, files, { language, delivery })
    connection.onInitialized(() => whenReady(connection, params, desks))
    return {
      capabilities: {
        ...capabilitiesFor(delivery),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'ziping', version },
    }
  })
  connection.onDidOpenTextDocument(({ textDocument: { uri, version: at, text } }) => {
    const opened = files.open(uri, at, text)
    if (opened !== undefined) desks.changed(opened.root)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version: at }, contentChanges }) => {
    const changed = files.change(uri, at, contentChanges)
    if (changed !== undefined) desks.changed(changed.root)
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const closed = files.close(uri)
    if (closed !== undefined) desks.changed(closed.root)
  })
  connection.onDidChangeWatchedFiles(() => desks.changedAll())
  connection.onDidSaveTextDocument(() => desks.changedAll())
  answerRequests({
    connection,
    files,
    desks,
    shown: () => shown,
    editorMakesFiles: () => editorMakesFiles,
    broken,
  })
  return new Promise((resolve) => {
    const leave = (): void => {
      desks.close()
      resolve()
    }
    connection.onExit(leave)
    input.on('end', leave).on('close', leave)
    connection.listen()
  })
}

/** Pull where the client can also be told to pull anew; one way only. */
function deliveryFor({ textDocument, workspace }: ClientCapabilities): Delivery {
  const canPull = textDocument?.diagnostic !== undefined
  return canPull && workspace?.diagnostics?.refreshSupport === true ? 'pull' : 'push'
}

function canMakeFiles({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {}
  return documentChanges === true && resourceOperations.includes('create')
}

function languageOf({ locale }: InitializeParams): Language {
  return locale !== undefined && /^en/i.test(locale) ? 'en' : 'zh-CN'
}

function whenReady(connection: Connection, params: InitializeParams, desks: Desks): void {
  for (const { uri } of params.workspaceFolders ?? []) {
    const root = workspaceOf(uri)
    if (root !== undefined) desks.keep(root)
  }
  const { workspace } = params.capabilities
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
    void connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
      .catch(() => undefined)
  if (workspace?.workspaceFolders === true)
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const root of rootsOf(removed)) desks.release(root)
      for (const root of rootsOf(added)) desks.keep(root)
    })
}

function rootsOf(folders: readonly { readonly uri: string }[]): readonly string[] {
  return folders.flatMap(({ uri }) => workspaceOf(uri) ?? [])
}

function traceOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
