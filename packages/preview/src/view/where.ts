import type { Place } from '@ziping/diagnostics'
import type { Where } from '../protocol.ts'

export function whereOf({ file, line, column }: Place): Where {
  return { file, line, column }
}

/** As a part of something else that may have no place. */
export function whereIf(place: Place | undefined): { readonly where?: Where } {
  return place === undefined ? {} : { where: whereOf(place) }
}
