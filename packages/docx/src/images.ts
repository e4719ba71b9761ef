import type { Place } from '@ziping/diagnostics'
import type { BookImage } from '@ziping/resolve'
import type { Element } from './element.ts'
import { imageMissing, imageUnusable } from './findings.ts'
import { pictureType } from './pictures.ts'
import { type RunLook, run, textRuns } from './text-runs.ts'
import { placeFor, type Writing } from './writing.ts'

/** A picture in its line; its name where there is none to show, with a finding. */
export function placeImage(
  image: BookImage,
  look: RunLook,
  writing: Writing,
  place?: Place,
): readonly Element[] {
  const found = writing.material.images(image.file)
  const type = found === undefined ? undefined : pictureType(found.bytes)
  const where = placeFor(place, writing)
  if (found === undefined) writing.find(imageMissing(where, { file: image.file }))
  else if (type === undefined)
    writing.find(imageUnusable(where, { file: image.file, type: found.type }))
  if (found === undefined || type === undefined)
    return textRuns(`〔${image.alt === '' ? image.file : image.alt}〕`, look)
  const { width, height, alt } = image
  const drawing = writing.pictures.place({ bytes: found.bytes, type, width, height, alt })
  return [run([drawing], { ...look, marks: [] })]
}
