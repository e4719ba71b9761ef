import {
  type Award,
  type IndustryCodes,
  loadIndustryCodes,
  loadSizeClasses,
  type SizeClasses,
} from '@ziping/award'

/** The code lists that an award's forms and facts are checked against. */
export interface CodeLists {
  readonly sizes?: SizeClasses
  readonly industries?: IndustryCodes
}

/** Loads the code lists an award names. */
export async function loadCodeLists({ codes }: Pick<Award, 'codes'>): Promise<CodeLists> {
  const sizeId = codes.find((id) => id.startsWith('size-'))
  const industryId = codes.find((id) => id.startsWith('gbt4754-'))
  return {
    ...(sizeId === undefined ? {} : { sizes: await loadSizeClasses(sizeId) }),
    ...(industryId === undefined ? {} : { industries: await loadIndustryCodes(industryId) }),
  }
}
