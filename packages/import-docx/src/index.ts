export type { ImportedFile } from './chapters/pictures.ts'
export {
  type FilledForm,
  type FillOptions,
  fillForm,
  type PlacedField,
  type UnplacedField,
} from './form/fill-form.ts'
export type { FormMap, Sureness } from './form/find-places.ts'
export { type ImportedReport, type ImportOptions, importDocx } from './import-docx.ts'
export type { Loss, LossKind } from './losses.ts'
