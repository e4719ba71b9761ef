export type { BoundScan } from './bind-evidence.ts'
export {
  type BoundPages,
  type BuildFormat,
  type BuildRequest,
  type BuildStep,
  type Built,
  type BuiltFile,
  buildDocuments,
} from './build-documents.ts'
export { LiveBooks, type LiveBooksSettings } from './live/live-books.ts'
export type { LivePages, LiveSheet, LiveSpot } from './live/live-pages.ts'
export {
  type FilledOfficeForm,
  fillOfficeForm,
  type OfficeTemplate,
  readOfficeTemplate,
} from './office-form.ts'
export { openPress, Press, type PressSettings, type WarmBrowser, warmBrowser } from './press.ts'
export { StandingBooks } from './standing-books.ts'
export { fileName } from './write-built.ts'
