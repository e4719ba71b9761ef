export {
  type AddedFile,
  copyEvidence,
  type EvidenceAddition,
  planEvidence,
} from './add-evidence.ts'
export type { NewEntry } from './append-entries.ts'
export {
  checkEvidenceFiles,
  type EvidenceFileLimits,
  type EvidenceFilesRequest,
} from './check-evidence-files.ts'
export { type EvidenceFileRule, evidenceFileRules } from './file-findings.ts'
export { type ImageColour, type ImageFacts, readImageFacts } from './image/image-facts.ts'
export { type Citation, type ListedEvidence, listEvidence } from './list-evidence.ts'
export { checkFormImages, checkPhotos, type PhotosRequest } from './photos/check-photos.ts'
export { findConverter } from './photos/converter.ts'
export { installConverter } from './photos/install-converter.ts'
export { type PhotoRule, photoRules } from './photos/photo-findings.ts'
export { type PreparedPhoto, preparePhotos } from './photos/prepare-photos.ts'
export { type Photo, readPhotos } from './photos/read-photos.ts'
