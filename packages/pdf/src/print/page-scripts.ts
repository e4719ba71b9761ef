// What is asked of the page while it stands in the browser. Text, because it runs there and not here; the page's own
// scripts are off, these are not the page's.

/** Marks the page, so that it is noticed should something have put another one in its place. */
export const mark: string = `document.documentElement.dataset.ziping = 'ours'`
export const isMarked: string = `document.documentElement?.dataset.ziping === 'ours'`

/** Fonts load when the first character wants them; a plain value is returned, for the set itself cannot travel. */
export const fontsReady: string = `document.fonts.ready.then(() =>
  [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family))`

/**
 * Chromium breaks a paragraph of three lines into 2 + 1 although \`widows\` is 2 (seen in 153 and 156: print a hundred
 * such paragraphs). Kept whole there is no single line, and Word and LibreOffice do the same.
 */
export const keepShortParagraphs: string = `(() => {
  const short = [...document.querySelectorAll('p')].filter((paragraph) => {
    const style = getComputedStyle(paragraph)
    const line = Number.parseFloat(style.lineHeight)
    const height = paragraph.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom)
    return Math.round(height / line) === 3
  })
  for (const paragraph of short) paragraph.style.breakInside = 'avoid'
  return short.length
})()`

/** The addresses of pictures that the browser could not draw: damaged, or too large. */
export const brokenImages: string = `Promise.all([...document.images].map((image) =>
  image.decode().then(() => [], () => [image.getAttribute('src')]))).then((broken) => broken.flat())`

/** Chromium writes a destination only for what some link points to; these links are never seen. */
export const linkEverything: string = `(() => {
  const ids = [...document.querySelectorAll('[id]')]
    .filter((element) => element.namespaceURI === 'http://www.w3.org/1999/xhtml')
    .map((element) => element.id)
  const links = document.createElement('div')
  links.hidden = true
  for (const id of ids) {
    const link = document.createElement('a')
    link.href = '#' + encodeURIComponent(id)
    links.append(link)
  }
  document.body.append(links)
})()`

/** Which ids the page wants to know the page of, and which must begin on a right-hand page. */
export const wanted: string = `({
  pageOf: [...new Set([...document.querySelectorAll('[data-page-of]')].map((element) => element.dataset.pageOf))],
  recto: [...document.querySelectorAll('[data-recto-for]')].map((element) => element.dataset.rectoFor),
})`

/** Fills in page numbers and shows or hides blank pages. */
export function fillIn(
  labels: Readonly<Record<string, string>>,
  blanks: readonly boolean[],
): string {
  return `((labels, blanks) => {
    for (const element of document.querySelectorAll('[data-page-of]'))
      element.textContent = labels[element.dataset.pageOf] ?? ''
    document.querySelectorAll('[data-recto-for]').forEach((element, index) => { element.style.display = blanks[index] ? "" : "none" })
  })(${JSON.stringify(labels)}, ${JSON.stringify(blanks)})`
}

/**
 * Shows or hides all there is without moving any of it: what is hidden keeps its room, and Chromium prints the same pages
 * with the same destinations in an eighth of the time.
 */
export function show(isShown: boolean): string {
  return `(() => {
    const style = document.querySelector('style[data-unseen]') ?? document.createElement('style')
    style.dataset.unseen = ''
    style.textContent = ${isShown ? "''" : "'*{visibility:hidden!important}'"}
    document.head.append(style)
  })()`
}
