type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

let library: Promise<Pdfjs> | undefined

export function loadPdfjs(): Promise<Pdfjs> {
  library ??= loadQuietly()
  return library
}

/**
 * As soon as it is loaded the library looks for a canvas to draw on, and complains three times that there is none; how
 * much it may say can be set only afterwards. It is not here to draw.
 */
async function loadQuietly(): Promise<Pdfjs> {
  const { console } = globalThis
  const { warn } = console
  console.warn = (...words: readonly unknown[]) => {
    if (!/@napi-rs\/canvas|Cannot polyfill/.test(String(words[0]))) warn.apply(console, [...words])
  }
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}
