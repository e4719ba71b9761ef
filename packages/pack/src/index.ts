export { type Manifest, manifestName } from './manifest.ts'
export type {
  Packing,
  PackRequest,
  PackStep,
  PreparedPicture,
  PreparePictures,
} from './pack-request.ts'
export { type Packed, packSubmission } from './pack-submission.ts'
export { parcelName } from './parcel-name.ts'
export type { ParcelFile, ParcelMeta } from './stage.ts'
export { isDelivered, verifyDelivered } from './verify-delivered.ts'
export { verifyParcel } from './verify-parcel.ts'
