import type { PageSource } from '../diagram/diagram-page.ts'
import { fontsReady } from '../diagram/page-script.ts'

export interface Picture {
  readonly svg: string
  /** In points. */
  readonly width: number
  readonly height: number
}

export interface PictureOptions {
  /** Pixels for each CSS pixel, of which an inch has 96: 3 is 288 dpi. */
  readonly scale?: number
  /** `@font-face` rules for the fonts that the pictures name. */
  readonly fontFaces?: string
}

/** Draws vector pictures as PNG, for readers that do not know SVG; in their order. */
export async function drawPictures(
  pictures: readonly Picture[],
  browser: PageSource,
  { scale = 3, fontFaces = '' }: PictureOptions = {},
): Promise<readonly Uint8Array[]> {
  if (pictures.length === 0) return []
  return browser.withPage({}, async (page) => {
    const sizes = pictures.map(({ width, height }) => ({
      width: pixels(width),
      height: pixels(height),
    }))
    await page.setViewport({
      width: Math.max(...sizes.map(({ width }) => width)),
      height: Math.max(...sizes.map(({ height }) => height)),
      deviceScaleFactor: scale,
    })
    await page.setContent(pageOf(pictures, fontFaces), { waitUntil: 'load' })
    // Nothing is shown yet, so no font would be fetched: the first picture was sometimes taken without its words.
    await page.evaluate(fontsReady)
    const shots: Uint8Array[] = []
    for (const [index, size] of sizes.entries()) {
      const clip = { x: 0, y: 0, ...size }
      shots.push(
        await twiceAlike(async () => {
          await page.evaluate(show(-1))
          await page.evaluate(show(index))
          return page.screenshot({ clip, optimizeForSpeed: false })
        }),
      )
    }
    return shots
  })
}

const mostShots = 5

/**
 * One picture in three hundred had an edge a shade lighter or darker than ever else, whatever flags Chromium was given:
 * a picture counts once it has come out the same twice running, drawn anew.
 */
async function twiceAlike(shoot: () => Promise<Uint8Array>): Promise<Uint8Array> {
  let before = await shoot()
  for (let shot = 1; shot < mostShots; shot++) {
    const now = await shoot()
    if (Buffer.compare(before, now) === 0) break
    before = now
  }
  return before
}

function pixels(points: number): number {
  return Math.max(1, Math.ceil((points * 96) / 72))
}

function pageOf(pictures: readonly Picture[], fontFaces: string): string {
  const figures = pictures.map(({ svg }) => `<figure hidden>${svg}</figure>`).join('')
  return `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<style>${fontFaces}
body{margin:0;background:#fff} figure{margin:0;position:absolute;left:0;top:0} svg{display:block}</style>${figures}`
}

/** One at a time in the same place: a page as tall as all of them would cost more than it saves. */
function show(index: number): string {
  return `document.querySelectorAll('figure').forEach((figure, at) => { figure.hidden = at !== ${index} })`
}
