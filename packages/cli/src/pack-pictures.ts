import { preparePhotos } from '@ziping/evidence'
import type { PreparePictures } from '@ziping/pack'
import { machineOf } from '@ziping/pdf'
import type { Context } from './context.ts'
import type { JudgedWorkspace } from './lint/lint-workspace.ts'

/** The organization's pictures as the award wants them. */
export function picturesFor(
  { workspace, award }: JudgedWorkspace,
  { env }: Context,
): PreparePictures {
  return (folder) => preparePhotos({ workspace, award }, folder, machineOf(env))
}
