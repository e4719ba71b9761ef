import type { Machine } from '../machine.ts'
import { readLayout } from '../skia/read-layout.ts'
import { SkiaPdf } from '../skia/skia-pdf.ts'
import { Browser } from './browser.ts'
import { browserFailed } from './browser-failures.ts'
import { findBrowser } from './find-browser.ts'
import type { FoundBrowser } from './found-browser.ts'

export interface ProvenBrowser {
  readonly found: FoundBrowser
  /** `156.0.8078.79`. */
  readonly version: string
}

const page =
  '<style>@page { size: A4; margin: 25mm; @bottom-right { content: counter(page) } }</style><h1>1</h1>'

/** The browser that would print here, after it has printed a page; fails as printing would. */
export async function proveBrowser(machine: Machine): Promise<ProvenBrowser> {
  const found = findBrowser(machine)
  const browser = new Browser(found)
  try {
    const version = await browser.version()
    const bytes = await browser.withPage({ timeoutMs: 60_000 }, async (open) => {
      await open.setContent(page)
      return open.pdf({ preferCSSPageSize: true })
    })
    if (readLayout(new SkiaPdf(bytes)).pages.length === 1) return { found, version }
  } finally {
    await browser.close()
  }
  throw browserFailed({ program: found.executable, reason: 'no page' })
}
