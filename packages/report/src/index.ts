export {
  type Align,
  allBlocks,
  type Block,
  type BlockKind,
  type Box,
  blocksIn,
  type Caption,
  type Cell,
  type Chart,
  type Code,
  type Diagram,
  type Figure,
  type Footnote,
  type Formula,
  type Heading,
  type IndicatorTable,
  inlinesIn,
  type Landscape,
  type LinkDefinition,
  type List,
  type ListItem,
  type Note,
  type PageBreak,
  type Paragraph,
  type Quote,
  type Rule,
  type Table,
} from './block.ts'
export { checkData } from './check-data.ts'
export { addCounts, type CharacterCount, countCharacters, nothing } from './count-characters.ts'
export { DataFile, type DataPath } from './data-file.ts'
export { type DecodedText, decodeText } from './decode-text.ts'
export { dimensionsOf } from './dimensions.ts'
export { type Evidence, type EvidenceIndex, evidenceKeys, readEvidence } from './evidence.ts'
export { folderFindings } from './folder-findings.ts'
export type { FrontMatter } from './front-matter.ts'
export {
  type Comparison,
  type Indicator,
  type Indicators,
  readIndicators,
  valueIn,
  type YearValue,
} from './indicator.ts'
export {
  type Attributes,
  allInlines,
  childrenOf,
  type Image,
  type Inline,
  plainText,
  type Reference,
  type Span,
  type Text,
  type TiedValue,
  type Value,
} from './inline.ts'
export type { ClauseMatch, Numbering } from './match-clauses.ts'
export { naturalOrder } from './natural-order.ts'
export { normalizeTitle } from './normalize-title.ts'
export { type NoteMeaning, readNote } from './notes.ts'
export { openReport, type ParseCache } from './open-report.ts'
export { containerNames, leafNames, valueForms } from './parse/directives.ts'
export { DiskCache } from './parse-cache.ts'
export { type ParsedDocument, parseDocument } from './parse-document.ts'
export { assembleReport, parseReport } from './parse-report.ts'
export type { Overlay } from './read-folder.ts'
export { configName, findWorkspace, readWorkspace } from './read-workspace.ts'
export {
  type Answer,
  type DocumentKind,
  holdingsIn,
  type LeadIn,
  type Report,
  type ReportDocument,
  type Section,
  sectionsFor,
  type UnknownMark,
  type Waiver,
} from './report.ts'
export { SourceText } from './source-text.ts'
export { isStub, stubWords } from './stub-words.ts'
export { isHeading, type Unit, unitsOf } from './unit.ts'
export {
  columnTitles,
  type IndicatorColumn,
  type SeriesKey,
  seriesTitles,
} from './workbook/indicator-columns.ts'
export { type IndicatorsWorkbook, readIndicatorsWorkbook } from './workbook/indicators-workbook.ts'
export {
  type DocumentFile,
  defaultPaths,
  type PathName,
  type Workspace,
  type WorkspaceConfig,
} from './workspace.ts'
export { isLeftover, type PathFault, type WorkspacePath, workspacePath } from './workspace-path.ts'
export { writeMarkdown } from './write/write-markdown.ts'
export {
  chapterFileName,
  writeClauseSkeleton,
  writeLeadIns,
  writeRequirementSkeleton,
  writeWritersNote,
} from './write/write-skeleton.ts'
