export { type BindOptions, bindPdf, boundPdf } from './bind/bind-pdf.ts'
export { type ForeignPage, inspectPdf } from './bind/foreign-pdf.ts'
export type { Box, ForeignPdf, JpegPicture, Placement } from './bind/placement.ts'
export { Browser, type PageOptions } from './browser/browser.ts'
export { findBrowser } from './browser/find-browser.ts'
export type { FoundBrowser } from './browser/found-browser.ts'
export { type ProvenBrowser, proveBrowser } from './browser/prove-browser.ts'
export { type FaceName, faceFamilies, faceNames, faceTitles } from './fonts/faces.ts'
export { findFonts } from './fonts/find-fonts.ts'
export type { Face, FontFile, FontSettings, Fonts, Substitution } from './fonts/fonts.ts'
export {
  type FaceText,
  type FaceTexts,
  type MissingCharacter,
  type PreparedFonts,
  prepareFonts,
} from './fonts/prepare-fonts.ts'
export { fetchPackage, unpackPackage } from './install/fetch-package.ts'
export {
  type InstallOptions,
  type InstallStage,
  installBrowser,
} from './install/install-browser.ts'
export { installFailure } from './install/install-failures.ts'
export { installFolder } from './install/install-folder.ts'
export { installFonts } from './install/install-fonts.ts'
export type { PinnedPackage } from './install/pins.ts'
export { type Machine, machineOf } from './machine.ts'
export { type PrintedPdf, type PrintOptions, type PrintStage, printPdf } from './print/print-pdf.ts'
export type { PageMap, PrintMemory } from './print/settle.ts'
export { type DrawPagesOptions, drawPdfPages } from './raster/draw-pdf-pages.ts'
export type { PagePicture, WantedPage } from './raster/page-picture.ts'
export { type PrintPicture, printPicture } from './raster/print-picture.ts'
export { colourPages } from './read/colour-pages.ts'
export type {
  PdfContent,
  PdfFont,
  PdfLink,
  PdfPage,
  PlacedImage,
  TextItem,
} from './read/pdf-content.ts'
export { readPdf } from './read/read-pdf.ts'
export { readWithoutPictures } from './read/without-pictures.ts'
export { releaseMemory } from './release-memory.ts'
export { isAlive, thisMachine } from './running.ts'
export type { Metadata } from './skia/finish-pdf.ts'
export { type PageLabelRange, pageLabel } from './skia/page-labels.ts'
export type { Destination, OutlineEntry, PageSize } from './skia/read-layout.ts'
export { clearUnfinished } from './unfinished.ts'
export { type Content, writeWhole } from './write-whole.ts'
