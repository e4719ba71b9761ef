import { type Deliverable, isSpecified } from '@ziping/award'
import { isSignedByHand, originalsOf } from '@ziping/check'
import { formsOf } from '@ziping/forms'
import { receivedFiles } from './deliverable-files.ts'
import type { Packing } from './pack-request.ts'
import { pageRanges } from './page-ranges.ts'
import { sayIn } from './say.ts'
import type { Sheet, SheetColumn } from './sheet.ts'
import { headLines } from './sheet-head.ts'
import { type PrintedVolume, pagesWith } from './volume-facts.ts'

/** A place that somebody signs or seals by hand. */
export interface SignPlace {
  readonly document: string
  /** As the form prints it: `法人代表（签字）`. */
  readonly who: string
  readonly act: 'sign' | 'seal' | 'letter'
  /** In words: pages of a volume, or what is not printed by us. */
  readonly where: string
  readonly originals: number | undefined
  /** Scans that are there already. */
  readonly received: readonly string[]
}

/** Who signs or seals what, where, and how many times. */
export function signPlaces(
  packing: Packing,
  volumes: readonly PrintedVolume[],
): readonly SignPlace[] {
  const { award } = packing.subject
  return [
    ...award.deliverables
      .filter((one) => isNeeded(one, packing))
      .flatMap((one) => placesOf(one, packing, volumes)),
    ...ofRoute(packing),
    ...sealedEvidence(packing, volumes),
  ]
}

function isNeeded(deliverable: Deliverable, { check }: Packing): boolean {
  const checked = check.deliverables.find(({ id }) => id === deliverable.id)
  return checked?.state !== 'not-needed'
}

function placesOf(
  deliverable: Deliverable,
  packing: Packing,
  volumes: readonly PrintedVolume[],
): readonly SignPlace[] {
  const { id, title, kind, source } = deliverable
  const received = receivedFiles(deliverable, packing).map(
    ({ from }) => from.split(/[\\/]/).at(-1) ?? from,
  )
  const originals = originalsOf(id, packing.subject)
  const say = sayIn(packing.language)
  const isOutside = source?.external === true || kind === 'letter'
  if (isOutside && deliverable.sign.length + deliverable.seal.length === 0) {
    if (!isSignedByHand(deliverable)) return []
    return [
      {
        document: title,
        who: title,
        act: 'letter',
        where: say('由出具单位提供', 'from who issues it'),
        originals,
        received,
      },
    ]
  }
  return handPlaces(deliverable, packing).map(({ who, act }) => ({
    document: title,
    who,
    act,
    where:
      whereIs(who, volumes, packing) ??
      (isOutside ? say('打印的申报表上', 'on the printed form') : title),
    originals,
    received,
  }))
}

/** What the form prints, and what the award says besides; told apart by their letters only. */
function handPlaces(
  { sign, seal, source }: Deliverable,
  { subject }: Packing,
): readonly { readonly who: string; readonly act: SignPlace['act'] }[] {
  const form = formsOf(subject.award).find(({ id }) => id === source?.form)
  const blocks = form?.parts.flatMap((part) => part.blocks) ?? []
  const printed = blocks.flatMap((block) => [
    ...block.sign
      .filter(({ kind }) => kind !== 'date')
      .map(({ label, kind }) => ({
        who: label,
        act: kind === 'seal' ? ('seal' as const) : ('sign' as const),
      })),
    ...(block.grid === undefined ? [] : block.grid.rows.flat()).flatMap((cell) => [
      ...(cell.sign === undefined ? [] : [{ who: cell.sign, act: 'sign' as const }]),
      ...(cell.seal === undefined ? [] : [{ who: cell.seal, act: 'seal' as const }]),
    ]),
  ])
  const named = [
    ...sign.map((who) => ({ who, act: 'sign' as const })),
    ...seal.map((who) => ({ who, act: 'seal' as const })),
  ]
  const more = named.filter(
    ({ who, act }) => !printed.some((other) => other.act === act && isSame(other.who, who)),
  )
  return [...more, ...printed].map(({ who, act }) => ({ who: who.replace(/[：:]\s*$/u, ''), act }))
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) =>
    text.normalize('NFKC').replace(/[\s\p{P}]|盖章|签字|签名/gu, ''),
  )
  return one !== undefined && other !== undefined && (one.includes(other) || other.includes(one))
}

/** The pages of the volumes on which the label is printed. */
function whereIs(
  who: string,
  volumes: readonly PrintedVolume[],
  { language }: Packing,
  which: 'all' | 'last' = 'all',
): string | undefined {
  const say = sayIn(language)
  for (const volume of volumes) {
    // An index in front names what comes behind.
    const pages = pagesWith(who, volume).slice(which === 'last' ? -1 : 0)
    if (pages.length > 0)
      return say(
        `${volume.title}第 ${pageRanges(pages)} 页`,
        `${volume.title}, page ${pageRanges(pages)}`,
      )
  }
  return undefined
}

/** Offices on the way put their seal on it. */
function ofRoute({ subject }: Packing): readonly SignPlace[] {
  const { route } = subject.award
  if (!isSpecified(route)) return []
  return route
    .filter(({ seal }) => seal === true)
    .map(({ by, text }) => ({
      document: text,
      who: by ?? text,
      act: 'seal',
      where: '',
      originals: undefined,
      received: [],
    }))
}

/** Proofs that must bear the seal of who issued them. */
function sealedEvidence(packing: Packing, volumes: readonly PrintedVolume[]): readonly SignPlace[] {
  const main = packing.subject.award.deliverables.find(({ kind }) => kind === 'evidence')
  return packing.subject.evidence.all
    .filter(({ sealed, file }) => sealed && file !== undefined)
    .map(({ title, issuer, file = '' }) => ({
      document: main?.title ?? title,
      who: issuer ?? '',
      act: 'seal',
      where: whereIs(title, volumes, packing, 'last') ?? title,
      originals: undefined,
      received: [file],
    }))
}

/** Where nobody has signed yet. */
export function openPlaces(places: readonly SignPlace[]): readonly SignPlace[] {
  return places.filter(({ received }) => received.length === 0)
}

/** The list to walk around with; undefined where nothing is signed by hand. */
export function signSheet(packing: Packing, places: readonly SignPlace[]): Sheet | undefined {
  const say = sayIn(packing.language)
  if (places.length === 0) return undefined
  const open = openPlaces(places)
  const acts = {
    sign: say('签字', 'signature'),
    seal: say('盖章', 'seal'),
    letter: say('出具材料', 'letter'),
  }
  const columns: readonly SheetColumn[] = [
    { title: '□', kind: 'short' },
    { title: say('由谁', 'Who'), kind: 'text' },
    { title: say('办什么', 'What'), kind: 'short' },
    { title: say('材料', 'Document'), kind: 'text' },
    { title: say('在哪里', 'Where'), kind: 'text' },
    { title: say('原件份数', 'Originals'), kind: 'short' },
    { title: say('已有扫描件', 'Scans there'), kind: 'text' },
  ]
  return {
    title: say('签字盖章单', 'Signatures and seals'),
    lines: headLines(packing),
    notice:
      open.length === 0
        ? say(
            '都已有签章件；纸质原件仍要逐份签章。',
            'Scans of all are there; the paper originals still have to be signed.',
          )
        : say(
            `还有 ${open.length} 处要办。每一份纸质原件都要亲笔签、盖红章，复印件不算；办好后扫描，以材料名称命名，放进 signed 文件夹。`,
            `${open.length} still to be done, on every original. Scan them afterwards, name them after the document and put them into the folder signed.`,
          ),
    sections: [
      {
        title: '',
        note: '',
        columns,
        rows: places.map(({ who, act, document, where, originals, received }) => [
          received.length === 0 ? '□' : '☑',
          who,
          acts[act],
          document,
          where,
          originals === undefined ? '—' : String(originals),
          received.join('、'),
        ]),
      },
    ],
  }
}
