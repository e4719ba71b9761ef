import type { BookExhibit } from '@ziping/resolve'
import { expect, it } from 'vitest'
import { featureBook } from '../../resolve/test/feature-book.ts'
import { material } from '../test/example.ts'
import { allBookBlocks } from './all-blocks.ts'
import { exhibitSlots, renderHtml } from './index.ts'

const book = featureBook()
const exhibits = [...allBookBlocks(book)].filter(
  (block): block is BookExhibit => block.kind === 'exhibit',
)
const pictures = exhibits.flatMap(({ shows }) => (shows.kind === 'image' ? [shows.image] : []))
const scans = exhibits.filter(({ shows }) => shows.kind === 'pdf-page')

it('has a frame for every page of a scan, and for a picture that is bound later', () => {
  expect([pictures.length > 0, scans.length > 0]).toEqual([true, true])
  expect(exhibitSlots(book)).toHaveLength(scans.length)
  const [first] = pictures
  const slots = exhibitSlots(book, (file) => file === first?.file)
  const shown = slots.flatMap(({ shows }) => (shows.kind === 'image' ? [shows.image] : []))
  expect(shown.length).toBeGreaterThan(0)
  expect(new Set(shown)).toEqual(new Set(pictures.filter(({ file }) => file === first?.file)))
})

it('prints the frame of such a picture empty, under its title', async () => {
  const bound = { ...material, isBound: () => true }
  const { html, findings } = await renderHtml(book, bound)
  for (const { id } of exhibitSlots(book, bound.isBound))
    expect(html).toContain(`<div class="frame slot" id="${id}"></div>`)
  expect(findings).toEqual([])
  for (const { title } of exhibits)
    expect(html).toContain(`<figcaption class="s-caption">${title}</figcaption>`)
  const images = (text: string): number => text.match(/<img /g)?.length ?? 0
  const before = (await renderHtml(book, material)).html
  expect(images(before) - images(html)).toBe(pictures.length)
})
