/** The folder of dist/ that the parcel is. */
export const parcelName = '申报包'
