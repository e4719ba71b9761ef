import { isSpecified, listNotSpecified } from '@ziping/award'
import { naturalOrder } from '@ziping/report'
import type { Packing } from './pack-request.ts'
import { signedFolder } from './place-signed.ts'
import { printFolder } from './place-volumes.ts'
import { type Say, sayIn } from './say.ts'
import { facts, type Sheet, type SheetColumn, type SheetSection } from './sheet.ts'
import { headLines } from './sheet-head.ts'
import { openPlaces, type SignPlace } from './sign-list.ts'
import type { ParcelFile } from './stage.ts'

/** 清单: what is in the parcel, what is missing, and what the notice leaves open. */
export function contentsSheet(
  packing: Packing,
  files: readonly ParcelFile[],
  places: readonly SignPlace[],
): Sheet {
  const say = sayIn(packing.language)
  const missing = packing.check.deliverables.filter(({ state }) => state === 'missing')
  const open = (packing.check.conditions ?? []).filter(({ outcome }) => outcome === 'undecided')
  const told = [
    ...missing.map(({ title }) => say(`缺：${title}`, `Missing: ${title}`)),
    ...open.map(({ condition }) =>
      say(
        `申报条件 ${condition.id} 还没有人确认：${condition.text}`,
        `Condition ${condition.id} is not confirmed: ${condition.text}`,
      ),
    ),
  ]
  return {
    title: say('申报包清单', 'Contents of the parcel'),
    lines: headLines(packing),
    notice:
      told.length === 0
        ? doneWords(files, openPlaces(places).length, say)
        : [say('报送前还要补齐：', 'Before it is handed in:'), ...told].join('\n'),
    sections: [
      ...fileSections(packing, files),
      facts(
        'manifest.json',
        [],
        say(
          '每个文件的校验值（SHA-256）；ziping pack --check 可以核对打包之后有没有被改动。',
          'Checksums (SHA-256) of every file; ziping pack --check compares them.',
        ),
      ),
      dutySection(packing),
      openSection(packing),
    ].filter(({ rows, note }) => rows.length > 0 || note !== ''),
  }
}

/** Folder by folder, as they lie there. */
function fileSections(
  { language }: Packing,
  files: readonly ParcelFile[],
): readonly SheetSection[] {
  const say = sayIn(language)
  const folders = new Map<string, ParcelFile[]>()
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : ''
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  const columns: readonly SheetColumn[] = [
    { title: say('文件', 'File'), kind: 'text' },
    { title: say('内容', 'What it is'), kind: 'text' },
    { title: say('页数', 'Pages'), kind: 'number' },
    { title: say('大小', 'Size'), kind: 'number' },
  ]
  return [...folders]
    .toSorted(([a], [b]) => naturalOrder(a, b))
    .map(([folder, own]) => ({
      title: folder,
      note: '',
      columns,
      rows: own.map(({ path, title, pages, bytes }) => [
        path.slice(folder === '' ? 0 : folder.length + 1),
        title,
        pages === undefined ? '' : String(pages),
        sizeOf(bytes),
      ]),
    }))
}

function dutySection({ subject, language }: Packing): SheetSection {
  const say = sayIn(language)
  const { duties } = subject.award
  const own = isSpecified(duties) ? duties.filter(({ when }) => when === 'after-filing') : []
  return {
    title: say('报送之后', 'After handing in'),
    note: '',
    columns: own.length === 0 ? [] : [{ title: say('通知原文', 'The notice says'), kind: 'text' }],
    rows: own.map(({ text }) => [text]),
  }
}

/** What nobody may believe the notice had asked for. */
function openSection({ subject, language }: Packing): SheetSection {
  const say = sayIn(language)
  const open = listNotSpecified(subject.award)
  return {
    title: say('本奖项没有规定的', 'Not specified by this award'),
    note: open.map(({ name }) => name[language]).join(say('；', '; ')),
    columns: [],
    rows: [],
  }
}

/** Points to the lists that are there. */
function doneWords(files: readonly ParcelFile[], toSign: number, say: Say): string {
  const has = (folder: string): boolean => files.some(({ path }) => path.startsWith(`${folder}/`))
  return [
    say('材料已备齐。', 'Everything is there.'),
    ...(has(printFolder)
      ? [say(`付印见“${printFolder}”里的印刷装订单。`, 'For the printer: the job sheet.')]
      : []),
    ...(toSign > 0
      ? [
          say(
            `付印后还有 ${toSign} 处要签字盖章，见“${signedFolder}”里的签字盖章单。`,
            `Once printed, ${toSign} places are to be signed or sealed: see the list of them.`,
          ),
        ]
      : has(signedFolder)
        ? [say(`签字盖章见“${signedFolder}”。`, 'For signatures and seals: the list of them.')]
        : []),
  ].join('')
}

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
