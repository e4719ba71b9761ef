/** A program that can print, and what it needs around it. */
export interface FoundBrowser {
  readonly executable: string
  /** `asked`: named by the user; `installed`: fetched by `browser install`; `system`: was there. */
  readonly source: 'asked' | 'installed' | 'system'
  /** A print-only shell: it starts several times faster than a whole browser. */
  readonly headlessShell: boolean
  /** Variables for its own libraries and font settings. */
  readonly env: Readonly<Record<string, string>>
}
