export { allBookBlocks, bookBlocksIn } from './book/all-blocks.ts'
export type {
  Book,
  BookBlock,
  BookBox,
  BookCaption,
  BookCell,
  BookContents,
  BookExhibit,
  BookFigure,
  BookFormula,
  BookHeading,
  BookLine,
  BookLines,
  BookList,
  BookListItem,
  BookNotes,
  BookParagraph,
  BookQuote,
  BookSignatures,
  BookTable,
  CellContent,
  Drawing,
  PageMap,
  PageRun,
  ParagraphStyle,
} from './book/book.ts'
export type { BookMaterial, ExhibitFile, Pictures, PixelSize } from './book/book-material.ts'
export { type BookImage, type BookInline, bookText } from './book/inline.ts'
export { isOneLine, labelColumn } from './book/line-labels.ts'
export { type BookPlan, planBooks } from './book/plan-books.ts'
export { resolveBook } from './book/resolve-book.ts'
export { placedSize, roomInRow } from './book/resolve-figure.ts'
export { type ChartFault, chartFaultWords } from './chart/chart-faults.ts'
export {
  type ChartFill,
  type ChartMark,
  type ChartPoint,
  marksOf,
  partMarks,
} from './chart/chart-marks.ts'
export { chartWords, describeChart } from './chart/describe-chart.ts'
export {
  type ChartAxis,
  type ChartData,
  type ChartKind,
  type ChartSeries,
  chartData,
  type MadeChart,
  type SeriesRole,
} from './chart-data.ts'
export { countBlocks } from './count-document.ts'
export { type ResultTable, resultTable } from './indicator-table.ts'
export type { Face, Layout, TableStyle, TextStyle } from './layout/layout.ts'
export { layouts, officialLayout, reportLayout } from './layout/layouts.ts'
export { type Captions, numberCaptions, wordOf } from './number-captions.ts'
export { type Decided, printInlines } from './printed-inlines.ts'
export { type PrintedText, printedText, textOfUnits } from './printed-text.ts'
export type { Printing } from './printing.ts'
export { conversionFactor, decimalsOf, showDecimal } from './quantity.ts'
export { type ResolvedValue, resolveValue, type ValueFault } from './resolve-value.ts'
export {
  createResolver,
  joinLines,
  type Resolver,
  type ResolverData,
  type Target,
} from './resolver.ts'
export { roman } from './roman.ts'
