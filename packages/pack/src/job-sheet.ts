import { isSpecified, type Volume } from '@ziping/award'
import { isFromOffice } from './deliverable-files.ts'
import type { Packing } from './pack-request.ts'
import { pageRanges } from './page-ranges.ts'
import type { PlacedMedium } from './place-media.ts'
import { type Say, sayIn } from './say.ts'
import { facts, type Sheet, type SheetSection } from './sheet.ts'
import { headLines } from './sheet-head.ts'
import { spineWidthOf } from './spine-width.ts'
import type { PrintedVolume } from './volume-facts.ts'

/** What the print shop has to know, volume by volume; undefined where the notice asks for nothing on paper. */
export function jobSheet(
  packing: Packing,
  volumes: readonly PrintedVolume[],
  media: readonly PlacedMedium[],
): Sheet | undefined {
  const say = sayIn(packing.language)
  const onPaper = volumes.flatMap((one) =>
    one.volume === undefined ? [] : [{ ...one, volume: one.volume }],
  )
  if (onPaper.length === 0) return undefined
  return {
    title: say('印刷装订单', 'Job sheet for the printer'),
    lines: headLines(packing),
    notice: say(
      '按 100% 原大打印，不要“适合页面”，不要缩放；页码已经排好奇偶页的外侧，双面打印时按长边翻转。',
      'Print at 100 %, without scaling. Page numbers already stand at the outer side: flip on the long edge.',
    ),
    sections: [
      ...onPaper.map((one) => volumeSection(one, packing, say)),
      ...media.map((one) => mediumSection(one, say)),
    ],
  }
}

function volumeSection(
  printed: PrintedVolume & { readonly volume: Volume },
  packing: Packing,
  say: Say,
): SheetSection {
  const { volume, pages, title, file, colour } = printed
  const isSingle = isSpecified(volume.duplex) && !volume.duplex
  const sheets = isSingle ? pages : Math.ceil(pages / 2)
  const copies = isSpecified(volume.copies) ? volume.copies : undefined
  const unsaid = say('本奖项没有规定', 'not specified by this award')
  const total =
    copies === undefined ? '' : say(`，共 ${sheets * copies} 张`, `, ${sheets * copies} in all`)
  return facts(
    title,
    [
      [say('文件', 'File'), file],
      [say('份数', 'Copies'), copies === undefined ? unsaid : String(copies)],
      [
        say('页数、张数', 'Pages, sheets'),
        say(
          `${pages} 页；每份 ${sheets} 张${total}`,
          `${pages} pages; ${sheets} sheets a copy${total}`,
        ),
      ],
      [say('彩色页', 'Colour pages'), colourWords(colour, pages, say)],
      [say('纸张', 'Paper'), isSpecified(volume.paper) ? volume.paper : unsaid],
      [say('单双面', 'Sides'), sidesWords(volume, say, unsaid)],
      ...bindingRows(volume, say, unsaid),
      ...spineRows(printed, packing, say),
      ...officeRows(volume, packing, say),
    ],
    volume.src?.quote === undefined
      ? ''
      : say(`通知原文：${volume.src.quote}`, `The notice: ${volume.src.quote}`),
  )
}

function colourWords(colour: readonly number[], pages: number, say: Say): string {
  if (colour.length === 0) return say('没有，可全部黑白打印', 'none: all in black and white')
  return say(
    `${colour.length} 页：第 ${pageRanges(colour)} 页；其余 ${pages - colour.length} 页黑白`,
    `${colour.length}: ${pageRanges(colour)}; the other ${pages - colour.length} in black and white`,
  )
}

function sidesWords({ duplex }: Volume, say: Say, unsaid: string): string {
  if (!isSpecified(duplex))
    return say(`${unsaid}；张数按双面计`, `${unsaid}; sheets are counted for both sides`)
  return duplex
    ? say('双面打印，按长边翻转', 'both sides, flipped on the long edge')
    : say('单面打印', 'one side')
}

function bindingRows(
  { binding }: Volume,
  say: Say,
  unsaid: string,
): readonly (readonly [string, string])[] {
  const name = say('装订', 'Binding')
  if (!isSpecified(binding)) return [[name, unsaid]]
  const { edge, forbid = [], ownCover, note } = binding
  const edges = {
    long: say('沿长边装订', 'on the long edge'),
    short: say('沿短边装订', 'on the short edge'),
  }
  const side = isSpecified(edge)
    ? edges[edge]
    : say(
        `装订边${unsaid}；版心按左侧装订留边`,
        `edge ${unsaid}; margins are laid out for the left`,
      )
  const cover = !isSpecified(ownCover)
    ? say(`封面${unsaid}`, `cover ${unsaid}`)
    : ownCover
      ? say('另做封面', 'with a cover of its own')
      : say('不另做封面、封底：第 1 页就是封面', 'no cover of its own: page 1 is the cover')
  return [
    [name, [side, ...(note === undefined ? [] : [note])].join(say('；', '; '))],
    [say('封面', 'Cover'), cover],
    ...(forbid.length === 0 ? [] : [[say('不得使用', 'Not allowed'), forbid.join('、')] as const]),
  ]
}

function spineRows(
  { volume, pages, id }: PrintedVolume & { readonly volume: Volume },
  { built, subject }: Packing,
  say: Say,
): readonly (readonly [string, string])[] {
  if (!isSpecified(volume.spine)) return []
  const spine = built.outputs.find(({ document }) =>
    id === 'book' ? document === 'spine' : document === `spine-${volume.id}`,
  )
  if (spine === undefined) return []
  const width = spineWidthOf(volume, pages, subject)
  return [
    [
      say('书脊', 'Spine'),
      say(
        `文件 ${spine.path.split('/').at(-1)}：沿裁切线裁下，贴在侧脊${volume.spine.side === 'outer' ? '外侧' : ''}；厚约 ${width} 毫米`,
        `File ${spine.path.split('/').at(-1)}: cut it out along the marks and put it on the spine, about ${width} mm thick`,
      ),
    ],
  ]
}

/** A form that the office gives out cannot be printed by us; it is put in by hand. */
function officeRows(
  { contains }: Volume,
  { subject }: Packing,
  say: Say,
): readonly (readonly [string, string])[] {
  const titles = subject.award.deliverables
    .filter((one) => contains.includes(one.id) && isFromOffice(one, subject))
    .map(({ title }) => title)
  if (titles.length === 0) return []
  const named = titles.join('、')
  return [
    [
      say('换入', 'To be put in'),
      say(
        `${named}由受理机构另发：装订前用填好、签好的原件换下书里同名的一页`,
        `${named} is given out by the office: put the signed original in place of the page of that name`,
      ),
    ],
  ]
}

/** What a disc of 12 cm holds: more than this on a CD, and it needs a DVD. */
const cdBytes = 700_000_000
const dvdBytes = 4_700_000_000

function mediumSection({ medium, folder, files }: PlacedMedium, say: Say): SheetSection {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const copies = isSpecified(medium.copies)
    ? String(medium.copies)
    : say('本奖项没有规定', 'not specified by this award')
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`
  const disc =
    bytes <= cdBytes
      ? say('CD-R 即可', 'a CD-R will do')
      : bytes <= dvdBytes
        ? say('须用 DVD-R', 'needs a DVD-R')
        : say('超过一张 DVD 的容量', 'more than a DVD holds')
  return facts(
    medium.title ?? say('光盘', 'Disc'),
    [
      [say('文件夹', 'Folder'), folder],
      [say('份数', 'Copies'), copies],
      [say('大小', 'Size'), medium.kind === 'disc' ? `${size}${say('，', ', ')}${disc}` : size],
      [
        say('刻录', 'Burning'),
        say(
          '刻录文件夹里的全部内容，刻完在另一台电脑上逐个打开；盘面写申请类别和申报者名称',
          'Burn all that is in the folder, then open every file on another computer',
        ),
      ],
    ],
    medium.src?.quote === undefined
      ? ''
      : say(`通知原文：${medium.src.quote}`, `The notice: ${medium.src.quote}`),
  )
}
