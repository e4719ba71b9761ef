export {
  type BuildFormat,
  type BuildRequest,
  type BuildStep,
  type Built,
  type BuiltFile,
  buildDocuments,
} from './build-documents.ts'
export { openPress, Press, type PressSettings, type WarmBrowser, warmBrowser } from './press.ts'
