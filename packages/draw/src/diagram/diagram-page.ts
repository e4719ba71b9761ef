import type { Page } from 'puppeteer-core'

/** As much of the browser as drawing needs; `Browser` of the pdf package is one. */
export interface PageSource {
  withPage<Result>(
    options: { readonly scripts?: boolean; readonly timeoutMs?: number },
    work: (page: Page) => Promise<Result>,
  ): Promise<Result>
}

export interface DiagramLook {
  /** The document's own font names, best first. */
  readonly fonts: readonly string[]
  /** In points; a box is as large as its text. */
  readonly fontSize: number
  /** `@font-face` rules with data: addresses, so that labels are measured in the face that prints them. */
  readonly fontFaces?: string
}
