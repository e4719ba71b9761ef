import {
  type Connection,
  LSPErrorCodes,
  type Position,
  RequestType,
  ResponseError,
} from 'vscode-languageserver/node'
import { actionsAt } from './code-actions.ts'
import { lensesOf } from './code-lens.ts'
import { completionsAt } from './complete.ts'
import type { Desks } from './desks.ts'
import { hoverAt } from './hover.ts'
import { definitionOf, referencesOf, renameableAt, renamed } from './navigate.ts'
import { locate, type OpenFiles } from './open-files.ts'
import { foldsOf, outlineOf } from './outline.ts'
import { tokensOf } from './semantic-tokens.ts'
import type { FindingsShown } from './show-findings.ts'
import { type Status, statusAt } from './status.ts'
import type { View } from './view.ts'

export const statusRequest: RequestType<StatusParams, Status | null, void> = new RequestType(
  'ziping/status',
)

/** What the server holds of an open file: whoever suspects that an editor and it have drifted apart can compare. */
export const heldRequest: RequestType<AboutFile, Held | null, void> = new RequestType('ziping/held')

export interface Held {
  readonly version: number
  readonly text: string
}

export interface StatusParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
}

/** What answers need. */
export interface Answering {
  readonly connection: Connection
  readonly files: OpenFiles
  readonly desks: Desks
  shown(): FindingsShown
  editorMakesFiles(): boolean
  broken(cause: unknown): void
}

/** Answers what an editor asks. A mistake of ours is logged and answered with nothing: the writer goes on writing. */
export function answerRequests(answering: Answering): void {
  const { connection } = answering
  const about = <Params extends AboutFile, Answer>(
    answer: (view: View, params: Params) => Answer | Promise<Answer>,
  ) => {
    return (params: Params): Promise<Answer | null> => answered(answering, params, 'now', answer)
  }
  connection.onHover(about((view, { position }) => hoverAt(view, position) ?? null))
  connection.onCompletion((params) =>
    answered(answering, params, 'last', (view, { position }: AboutPosition) =>
      completionsAt(view, position),
    ),
  )
  connection.onDefinition(about((view, { position }) => definitionOf(view, position)))
  connection.onReferences(
    about((view, { position, context }) =>
      referencesOf(view, position, context.includeDeclaration),
    ),
  )
  connection.onPrepareRename(about((view, { position }) => renameableAt(view, position) ?? null))
  connection.onRenameRequest(
    about((view, { position, newName }) => {
      const edit = renamed(view, position, newName)
      if (!('fault' in edit)) return edit
      throw new ResponseError(LSPErrorCodes.RequestFailed, edit.fault[view.language])
    }),
  )
  // Of YAML, editors know the shape themselves, unless somebody says that there is none.
  connection.onDocumentSymbol(about((view) => (isMarkdown(view) ? outlineOf(view) : null)))
  connection.onFoldingRanges(about((view) => (isMarkdown(view) ? foldsOf(view) : null)))
  connection.onCodeLens(about(lensesOf))
  connection.onCodeAction(about(actionsAt))
  connection.languages.semanticTokens.on(
    async (params) => (await about(tokensOf)(params)) ?? { data: [] },
  )
  connection.onRequest(
    statusRequest,
    about((view, { position }: StatusParams) => statusAt(view, position)),
  )
  connection.onRequest(heldRequest, (params) => heldOf(answering, params))
  answerPulls(answering)
}

function heldOf({ files }: Answering, params: AboutFile): Held | null {
  const uri: unknown = params?.textDocument?.uri
  const held = typeof uri === 'string' ? files.find(uri) : undefined
  return held === undefined ? null : { version: held.version, text: held.source.text }
}

function isMarkdown({ file }: View): boolean {
  return file.endsWith('.md')
}

export interface AboutFile {
  readonly textDocument: { readonly uri: string }
}

interface AboutPosition extends AboutFile {
  readonly position: Position
}

async function answered<Params extends AboutFile, Answer>(
  { files, desks, shown, editorMakesFiles, broken }: Answering,
  params: Params,
  state: 'now' | 'last',
  answer: (view: View, params: Params) => Answer | Promise<Answer>,
): Promise<Answer | null> {
  try {
    const { uri } = params.textDocument
    const located = files.find(uri) ?? locate(uri)
    const desk = located === undefined ? undefined : desks.find(located.root)
    if (located === undefined || desk === undefined) return null
    if (state === 'now' || desk.linted === undefined) await desk.current()
    const { linted } = desk
    const { root, file } = located
    const source = files.find(uri)?.source ?? linted?.sources.find(file)
    if (linted === undefined || source === undefined) return null
    const uriOf = (name: string): string => files.uriOf(root, name)
    const view: View = {
      linted,
      file,
      source,
      language: shown().language,
      uriOf,
      editorMakesFiles: editorMakesFiles(),
    }
    return await answer(view, params)
  } catch (cause) {
    if (cause instanceof ResponseError) throw cause
    broken(cause)
    return null
  }
}

function answerPulls({ connection, desks, shown }: Answering): void {
  const { diagnostics } = connection.languages
  diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const located = locate(uri)
    const desk = located === undefined ? undefined : desks.find(located.root)
    if (desk === undefined) return { kind: 'full', items: [] }
    await desk.current()
    return shown().pulled(uri, desk, previousResultId)
  })
  diagnostics.onWorkspace(async ({ previousResultIds }) => {
    await Promise.all(desks.all.map((desk) => desk.current()))
    return shown().pulledAll(
      desks.all,
      new Map(previousResultIds.map(({ uri, value }) => [uri, value])),
    )
  })
}
