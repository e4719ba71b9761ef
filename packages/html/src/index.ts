export { draftScale } from './css/draft-css.ts'
export { type ExhibitSlot, exhibitSlots } from './exhibit-slots.ts'
export { type FolioRange, folioRanges, type PrintedPages, pageMapOf } from './folio.ts'
export { anchorOf, idOf, runId } from './ids.ts'
export {
  type Draft,
  type FaceCharacters,
  type FaceName,
  type HtmlMaterial,
  type IsBound,
  type PageFonts,
  printFamilies,
} from './material.ts'
export { type RenderedHtml, renderHtml } from './render-html.ts'
export { renderSpine, type Spine, spineLetters } from './render-spine.ts'
