export { type Manifest, manifestName } from './manifest.ts'
export type {
  Packing,
  PackRequest,
  PackStep,
  PreparedPicture,
  PreparePictures,
} from './pack-request.ts'
export { type Packed, packSubmission, parcelName } from './pack-submission.ts'
export type { ParcelFile, ParcelMeta } from './stage.ts'
export { verifyParcel } from './verify-parcel.ts'
