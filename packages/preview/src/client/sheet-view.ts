import { type ComponentChild, h } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Sheet } from '../protocol.ts'
import { layText, openPdf } from './pdf-library.ts'
import { say } from './words.ts'

export interface SheetProps {
  readonly sheet: Sheet
  readonly index: number
  /** CSS pixels for a point. */
  readonly scale: number
  /** Points below the upper edge at which something is being shown. */
  readonly mark: number | undefined
  readonly onClick: (index: number, top: number, left: number) => void
}

/** One page on paper. What was there stays until the new picture is complete. */
export function SheetView({ sheet, index, scale, mark, onClick }: SheetProps): ComponentChild {
  const box = useRef<HTMLDivElement>(null)
  const near = useNearness(box)
  useEffect(() => {
    if (!near || box.current === null) return undefined
    const drawing = new AbortController()
    draw(box.current, sheet, scale, drawing.signal).catch(() => undefined)
    return () => drawing.abort()
  }, [near, sheet.pdf, sheet.page, scale])
  const [width, height] = [sheet.width * scale, sheet.height * scale]
  const name =
    sheet.label === ''
      ? say(`第 ${index + 1} 张，不印页码`, `Sheet ${index + 1}, without a number`)
      : say(`第 ${sheet.label} 页`, `Page ${sheet.label}`)
  return h(
    'div',
    {
      class: 'sheet',
      role: 'group',
      'aria-label': name,
      'data-index': index,
      'data-pdf': `${sheet.pdf} ${sheet.page}`,
      style: { width: `${width}px`, height: `${height}px` },
      onClick: (event: MouseEvent) => {
        if (box.current === null || isSelecting()) return
        const corner = box.current.getBoundingClientRect()
        onClick(index, (event.clientY - corner.top) / scale, (event.clientX - corner.left) / scale)
      },
    },
    h('div', { class: 'paper', ref: box }),
    mark === undefined
      ? null
      : h('div', { class: 'mark', style: { top: `${mark * scale}px` }, 'aria-hidden': 'true' }),
  )
}

function isSelecting(): boolean {
  return (getSelection()?.toString() ?? '') !== ''
}

/** Pages far from what is seen are not drawn. */
function useNearness(box: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (box.current === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting === true),
      { rootMargin: '900px' },
    )
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return near
}

function isSeen(box: HTMLElement): boolean {
  const { top, bottom } = box.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

async function draw(
  box: HTMLElement,
  sheet: Sheet,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const key = `${sheet.pdf} ${sheet.page} ${scale}`
  if (box.dataset['drawn'] === key) return
  // What is seen comes first.
  if (!isSeen(box)) await new Promise((resolve) => setTimeout(resolve, 250))
  if (signal.aborted) return
  const page = await (await openPdf(sheet.pdf)).getPage(sheet.page)
  if (signal.aborted) return
  const viewport = page.getViewport({ scale })
  const canvas = document.createElement('canvas')
  const fine = page.getViewport({ scale: scale * Math.min(3, devicePixelRatio || 1) })
  canvas.width = Math.round(fine.width)
  canvas.height = Math.round(fine.height)
  canvas.setAttribute('aria-hidden', 'true')
  const task = page.render({ canvas, viewport: fine, background: '#fff' })
  signal.addEventListener('abort', () => task.cancel())
  await task.promise
  if (signal.aborted) return
  const words = document.createElement('div')
  words.className = 'textLayer'
  words.style.setProperty('--total-scale-factor', String(scale))
  words.style.setProperty('--scale-factor', String(scale))
  box.replaceChildren(canvas, words)
  box.dataset['drawn'] = key
  await layText(page, words, viewport)
  page.cleanup()
}
