export type { StatusParams } from './answer-requests.ts'
export type { LintEngine, Linted } from './engine.ts'
export { type EditorService, serveEditor } from './serve-editor.ts'
export type { Status } from './status.ts'
