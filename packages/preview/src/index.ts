export type { Judged, ReadEngine, ReadWorkspace } from './engine.ts'
export type { Board, Notice, Pages, State } from './protocol.ts'
export { type Preview, type PreviewService, servePreview } from './serve-preview.ts'
