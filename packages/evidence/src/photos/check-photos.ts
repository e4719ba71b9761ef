import { readFile } from 'node:fs/promises'
import type { Award } from '@ziping/award'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import { contentOf, type FormData, fieldsOf } from '@ziping/forms'
import type { Workspace } from '@ziping/report'
import { type ImageFacts, readImageFacts } from '../image/image-facts.ts'
import { openInside } from '../open-inside.ts'
import * as findings from './photo-findings.ts'
import { isAsDemanded, type PictureDemand, pictureDemand, uprightSize } from './picture-demand.ts'
import { type Photo, readPhotos } from './read-photos.ts'

/** Whose pictures are checked. */
export interface PhotosRequest {
  readonly workspace: Pick<Workspace, 'root' | 'config' | 'photos'>
  readonly award: Pick<Award, 'pictures'>
}

/** A picture that can be used, with what its file says. */
export interface UsablePhoto {
  readonly photo: Photo
  readonly absolute: string
  readonly facts: ImageFacts
}

/** The organization's pictures that can be handed in or converted, and what is wrong with the others. */
export async function judgePhotos({ workspace, award }: PhotosRequest): Promise<{
  readonly usable: readonly UsablePhoto[]
  readonly demand: PictureDemand
  readonly findings: readonly Finding[]
}> {
  const demand = pictureDemand(award)
  const photos = readPhotos(workspace.photos)
  const found: Finding[] = []
  const usable: UsablePhoto[] = []
  const { mostFiles } = demand
  if (mostFiles !== undefined && photos.length > mostFiles)
    found.push(
      findings.tooMany(photos[mostFiles]?.place ?? placeOfFile(workspace.config.paths.photos), {
        count: photos.length,
        most: mostFiles,
      }),
    )
  for (const photo of photos) {
    const opened = openInside(workspace.root, workspace.config.paths.photos, photo.file)
    if (opened.kind === 'none') continue // lint tells what is missing
    const facts = readImageFacts(await readFile(opened.absolute))
    const fault = faultOf(photo, facts, demand)
    if (fault !== undefined) found.push(fault)
    else if (facts !== undefined) usable.push({ photo, absolute: opened.absolute, facts })
  }
  return { usable, demand, findings: found }
}

function faultOf(
  photo: Photo,
  facts: ImageFacts | undefined,
  { leastPixels, leastMm, target }: PictureDemand,
): Finding | undefined {
  if (facts?.isWhole !== true) return findings.unreadable(photo.place, photo)
  const [width, height] = uprightSize(facts)
  if (leastPixels === undefined || leastMm === undefined) return undefined
  const [leastWidth, leastHeight] = leastPixels
  return width >= leastWidth && height >= leastHeight
    ? undefined
    : findings.small(photo.place, {
        ...photo,
        ...{ width, height, leastWidth, leastHeight },
        dpi: target?.dpi ?? 300,
        millimetres: `${leastMm[0] / 10}×${leastMm[1] / 10} cm`,
      })
}

/** What is wrong with the organization's pictures, and which packing will convert. */
export async function checkPhotos(request: PhotosRequest): Promise<readonly Finding[]> {
  const { usable, demand, findings: found } = await judgePhotos(request)
  const converted = usable.filter(({ facts }) => !isAsDemanded(facts, demand))
  return [
    ...found,
    ...converted.map(({ photo, facts }) =>
      findings.toConvert(photo.place, { ...photo, is: isNow(facts), wanted: wanted(demand) }),
    ),
  ]
}

function isNow({ format, colour, dpi }: ImageFacts): string {
  const fine = dpi === undefined ? '' : ` ${Math.round(dpi[0])} dpi`
  return `${format.toUpperCase()} ${colour.toUpperCase()}${fine}`
}

function wanted({ target, extension }: PictureDemand): string {
  if (target === undefined) return ''
  return `${(extension ?? target.format).toUpperCase()} ${target.colour === 'cmyk' ? 'CMYK' : 'RGB'} ${target.dpi} dpi`
}

/** Pictures that the form prints, the personal photograph (正面免冠2寸) above all. */
export async function checkFormImages(
  {
    workspace,
    award,
  }: { readonly workspace: PhotosRequest['workspace']; readonly award: Pick<Award, 'forms'> },
  form: Pick<FormData, 'values'>,
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const { id, label, type, image = {} } of fieldsOf(award)) {
    const value = form.values.get(id)
    const content = contentOf(value)
    if (type !== 'image' || content?.kind !== 'image' || value === undefined) continue
    const named = { title: label.replace(/\s+/gu, ''), file: content.file }
    const opened = openInside(workspace.root, '.', content.file)
    if (opened.kind === 'none') continue
    const facts = readImageFacts(await readFile(opened.absolute))
    if (facts?.isWhole !== true) found.push(findings.unreadable(value.place, named))
    else {
      const [wide, tall] = image.minMm ?? []
      const [width, height] = uprightSize(facts)
      const dpi = image.dpi ?? 300
      if (image.color === true && facts.colour === 'gray')
        found.push(findings.formImageGray(value.place, named))
      if (wide === undefined || tall === undefined) continue
      const millimetres = `${wide}×${tall} mm`
      const [leastWidth, leastHeight] = [wide, tall].map((one) => Math.floor((one / 25.4) * dpi))
      if (leastWidth === undefined || leastHeight === undefined) continue
      if (width < leastWidth || height < leastHeight)
        found.push(
          findings.formImageSmall(value.place, {
            ...named,
            ...{ width, height, leastWidth, leastHeight, dpi, millimetres },
          }),
        )
      if (Math.abs(width / height / (wide / tall) - 1) > 0.1)
        found.push(findings.formImageShape(value.place, { ...named, shape: millimetres }))
    }
  }
  return found
}
