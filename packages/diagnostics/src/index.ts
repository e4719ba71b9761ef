export { Failure, failure } from './failure.ts'
export {
  declareUnder,
  defineFinding,
  type Finding,
  type FindingMaker,
  type Severity,
  type TextEdit,
} from './finding.ts'
export { nearest } from './nearest.ts'
export { comparePlaces, type Place, placeOfFile, showPlace } from './place.ts'
export {
  type Bilingual,
  type Language,
  languages,
  type Wording,
  type Words,
  wording,
  wordsIn,
} from './wording.ts'
