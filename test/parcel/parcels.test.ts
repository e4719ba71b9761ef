import path from 'node:path'
import { type Award, isSpecified, listAwards, loadAward } from '@ziping/award'
import { readWorkspace } from '@ziping/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInside } from '../run-inside.ts'
import type { SampleCopy } from '../sample-copy.ts'
import { obligations } from './obligations.ts'
import { type Parcel, packSample } from './parcel.ts'

const samples = path.resolve(import.meta.dirname, '../../content/samples')
const names = Object.keys(obligations)
const awards = new Map(
  await Promise.all(
    names.map(async (name) => {
      const [id = ''] = readWorkspace(path.join(samples, name)).config.awards
      return [name, await loadAward(id)] as const
    }),
  ),
)

it('there is a sample for every award', async () => {
  const covered = [...awards.values()].map(({ id }) => id).sort()
  expect(covered).toEqual(
    (await listAwards())
      .map(({ id }) => id)
      .filter((id) => id !== 'demo')
      .sort(),
  )
})

describe.each(names)('%s', (name) => {
  const award = awards.get(name)
  if (award === undefined) throw new Error(name)
  const proofs = obligations[name] ?? {}
  const sentences = sentencesOf(award)
  let parcel: Parcel
  let copy: SampleCopy
  beforeAll(async () => {
    const packed = await packSample(name)
    parcel = packed.parcel
    copy = packed.copy
  })
  afterAll(() => copy[Symbol.dispose]())

  it('names a proof for every sentence that obliges, and no other', () => {
    expect(Object.keys(proofs).sort()).toEqual(sentences.map(({ id }) => id).sort())
  })

  it.each(sentences)('$id: $quote', async ({ id }) => {
    const proof = proofs[id]
    expect(proof).toBeDefined()
    if (typeof proof === 'string') expect(proof).toMatch(/^person: \S/)
    else await proof?.(parcel)
  })

  it('meets every condition, and lists every duty', () => {
    const outcomes = new Set((parcel.check.conditions ?? []).map(({ outcome }) => outcome))
    outcomes.delete('not-applicable')
    expect([...outcomes]).toEqual(isSpecified(award.conditions) ? ['met'] : [])
    for (const { text } of isSpecified(award.duties) ? award.duties : [])
      expect(parcel.after).toContain(text)
  })

  it('says in its list what the award does not specify', async () => {
    const text = await parcel.text(/^清单\.pdf$/)
    expect(text).toContain('本奖项没有规定的')
    if (award.volumes.length === 0 && award.media.length === 0) {
      expect(text).toContain('纸质材料')
      expect(parcel.matching(/^材料\//).length).toBeGreaterThan(0)
    }
  })

  it('has names that Windows, macOS and Linux can keep', () => {
    for (const { path: file } of parcel.files) {
      for (const part of file.split('/')) {
        expect(part).not.toMatch(/[<>:"\\|?*]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(part.normalize('NFC')).toBe(part)
      }
      expect(file.length).toBeLessThan(150)
    }
    const folded = parcel.files.map(({ path: file }) => file.toLowerCase())
    expect(new Set(folded).size).toBe(folded.length)
  })

  it('agrees with its manifest', async () => {
    expect((await runInside(['pack', '--check'], { cwd: copy.folder })).code).toBe(0)
  })
})

/** The elements of an award by which a notice obliges an applicant as to what is handed in, and how. */
function sentencesOf(award: Award): readonly { readonly id: string; readonly quote: string }[] {
  const { page, pictures, route, schedule } = award
  const list = (group: string, items: readonly { readonly id: string; readonly src?: Source }[]) =>
    items.map(({ id, src }) => ({ id: `${group}.${id}`, src }))
  const all = [
    ...list('deliverables', award.deliverables),
    ...list('volumes', award.volumes),
    ...list('media', award.media),
    ...list('pictures', isSpecified(pictures) ? pictures : []),
    ...list('limits', award.limits),
    ...list('route', isSpecified(route) ? route : []),
    ...(isSpecified(page) ? [{ id: 'page', src: page.src }] : []),
    ...(isSpecified(page) && isSpecified(page.pageNumber)
      ? [{ id: 'page.pageNumber', src: page.pageNumber.src }]
      : []),
    ...(isSpecified(schedule) ? [{ id: 'schedule', src: schedule.src }] : []),
  ]
  return all.flatMap(({ id, src }) => (src?.quote === undefined ? [] : [{ id, quote: src.quote }]))
}

interface Source {
  readonly quote?: string
}
