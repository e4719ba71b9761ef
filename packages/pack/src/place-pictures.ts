import path from 'node:path'
import { legalName } from './names.ts'
import type { Packing } from './pack-request.ts'
import type { Stage } from './stage.ts'

/** The organization's pictures in the award's format, with their texts. */
export async function placePictures(
  folder: string,
  { pictures, subject }: Packing,
  stage: Stage,
): Promise<void> {
  const deliverable = subject.award.deliverables.find(({ kind }) => kind === 'pictures')
  if (deliverable === undefined) return
  const { id: document } = deliverable
  const own = `${folder}/${legalName(deliverable.title)}`
  const texts: string[] = []
  for (const [index, picture] of pictures.entries()) {
    const { title, file, text } = picture
    const name = legalName(`${index + 1} ${title}`)
    await stage.copy(file, `${own}/${name}${path.extname(file)}`, { title, document })
    texts.push(`${index + 1} ${title}`, text.trim(), '')
  }
  if (texts.length > 0)
    // No picture: what the notice says of their format is not about it.
    await stage.write(`${own}/图片文字介绍.txt`, notepad(texts), { title: '图片文字介绍' })
}

/** As the plainest editor of Windows opens it: with a mark that says UTF-8, and both characters at the end of a line. */
function notepad(lines: readonly string[]): string {
  return `\uFEFF${lines.join('\r\n').replace(/(?<!\r)\n/g, '\r\n')}`
}
