import { fontFamily } from '../chart/chart-look.ts'
import type { DiagramLook } from './diagram-page.ts'

// What runs in the page. Text, because it runs there and not here.

/** Nothing in the page may load or run anything; what we evaluate is not the page's. */
export function emptyPage({ fontFaces = '', fonts, fontSize }: DiagramLook): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<style>${fontFaces}
body{margin:0;background:#fff;font-family:${fontFamily(fonts)};font-size:${fontSize}px}</style><body><p>汉字 Ag <b>汉字 Ag</b></p>`
}

/** Labels measured before the fonts are there would be measured in another face. */
export const fontsReady: string = `Promise.all([...document.fonts].map((face) => face.load().catch(() => undefined))).then(() => 1)`

export function configuration({ fonts, fontSize }: DiagramLook): string {
  const family = fontFamily(fonts)
  const settings = {
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    maxTextSize: 30_000,
    maxEdges: 400,
    deterministicIds: true,
    deterministicIDSeed: 'ziping',
    handDrawnSeed: 1,
    fontFamily: family,
    fontSize,
    htmlLabels: false,
    markdownAutoWrap: false,
    theme: 'neutral',
    themeVariables: {
      fontFamily: family,
      fontSize: `${fontSize}px`,
      pieTitleTextSize: `${fontSize * 1.5}px`,
      pieSectionTextSize: `${fontSize * 1.4}px`,
      pieLegendTextSize: `${fontSize * 1.4}px`,
    },
    themeCSS: blackOnWhite,
    flowchart: {
      htmlLabels: false,
      useMaxWidth: false,
      padding: 10,
      nodeSpacing: 28,
      rankSpacing: 32,
      // A box is as wide as its words: else six in a row no longer fit a page (12.3 makes the least box wider than ten characters).
      minNodeWidth: fontSize * 2,
    },
    sequence: {
      height: 30,
      mirrorActors: false,
      useMaxWidth: false,
      actorFontFamily: family,
      noteFontFamily: family,
      messageFontFamily: family,
      actorFontSize: fontSize,
      noteFontSize: fontSize,
      messageFontSize: fontSize,
    },
    gantt: {
      useMaxWidth: false,
      useWidth: 560,
      fontSize,
      sectionFontSize: fontSize,
      barHeight: 18,
      barGap: 5,
      leftPadding: 90,
    },
    mindmap: { useMaxWidth: false },
    pie: { useMaxWidth: false },
    class: { useMaxWidth: false, htmlLabels: false },
    state: { useMaxWidth: false, minNodeWidth: fontSize * 2 },
    er: { useMaxWidth: false },
    journey: { useMaxWidth: false },
    timeline: { useMaxWidth: false },
    gitGraph: { useMaxWidth: false },
    // What a diagram may not change about itself.
    secure: [
      'secure',
      'securityLevel',
      'startOnLoad',
      'maxTextSize',
      'maxEdges',
      'suppressErrorRendering',
      'htmlLabels',
      'themeCSS',
      'fontFamily',
      'altFontFamily',
      'dompurifyConfig',
      'deterministicIds',
      'deterministicIDSeed',
      'handDrawnSeed',
      'look',
    ],
  }
  return `mermaid.initialize(${JSON.stringify(settings)})`
}

/** Shadows turn into pixels in a PDF; boxes are white with black lines, as they print best. */
const blackOnWhite = `
*{filter:none!important}
.node rect,.node polygon,.node circle,.node ellipse,.node path,.actor,.labelBox,.state-group rect{fill:#fff!important;stroke:#000!important;stroke-width:1px!important}
.cluster rect{fill:#fff!important;stroke:#555!important;stroke-dasharray:4 3}
.edgeLabel rect,.labelBkg{fill:#fff!important;opacity:1!important}
.flowchart-link,.messageLine0,.messageLine1,.transition,.relation{stroke:#000!important}
.note{fill:#f4f4f4!important;stroke:#555!important}
.node text,.nodeLabel,.edgeLabel text,.cluster text,.messageText,.actor tspan,.noteText,.noteText tspan{fill:#000!important}
.actor-line{stroke:#888!important}
.node circle.state-start{fill:#000!important}
.edge{stroke:#777!important}
.marker{fill:#000!important;stroke:#000!important}
`

/** Draws one source; gives back the picture as text, or what the parser said. */
export function render(source: string, id: string): string {
  return `(${renderInPage})(${JSON.stringify(asText(source))}, ${JSON.stringify(id)})`
}

/** The library would drop a label that looks like dangerous markup; it prints as it was typed. */
function asText(source: string): string {
  return source.replace(dangerous, '#lt;$1#gt;')
}

const dangerous =
  /<(\/?(?:script|style|iframe|object|embed|link|meta|base|form|input|button|svg|math|img|image|video|audio|template)\b[^<>\n]*)>/gi

const renderInPage = `async (source, id) => {
  // Lines of one label: a space between them only where there are letters on both sides.
  const wordsIn = (text) => {
    const rows = [...text.querySelectorAll('.row')]
    const lines = (rows.length === 0 ? [text] : rows).map((row) => row.textContent.trim())
    return lines.join('\\n').replace(/([!-~])\\n(?=[!-~])/g, '$1 ').replaceAll('\\n', '').trim()
  }
  // Labels of arrows may reach out of the frame that the library measured.
  const framed = (picture) => {
    const [frame, drawn] = [picture.viewBox.baseVal, picture.getBBox()]
    const given = frame !== null && frame.width > 0 ? frame : drawn
    const left = Math.min(given.x, drawn.x - 2)
    // Upwards and downwards it does right; life lines are longer than what is shown of them.
    const width = Math.max(given.x + given.width, drawn.x + drawn.width + 2) - left
    const { y: top, height } = given
    picture.setAttribute('viewBox', [left, top, width, height].map((one) => one.toFixed(2)).join(' '))
    return { width, height }
  }
  const tidy = (picture) => {
    // Dates under the axis of a Gantt chart may not run into each other.
    let right = -Infinity
    for (const text of picture.querySelectorAll('.grid .tick text')) {
      const box = text.getBoundingClientRect()
      if (box.left < right + 4) text.remove()
      else right = box.right
    }
    // Without HTML these kinds set their labels beside the middle of the box (seen in 12.3).
    if (!/^(?:mindmap|stateDiagram)$/.test(picture.getAttribute('aria-roledescription') ?? '')) return
    const zoom = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width
    for (const node of picture.querySelectorAll('.node')) {
      const [shape, label] = [node.querySelector('rect,circle,polygon,path'), node.querySelector('.label')]
      const text = label?.querySelector('text')
      if (!shape || !text || text.textContent.trim() === '') continue
      const [outer, inner] = [shape.getBoundingClientRect(), text.getBoundingClientRect()]
      const off = ((outer.left + outer.right) - (inner.left + inner.right)) / 2 / zoom
      const place = label.getAttribute('transform') ?? ''
      if (Math.abs(off) > 0.5) label.setAttribute('transform', 'translate(' + off.toFixed(2) + ' 0) ' + place)
    }
  }
  // Some kinds of diagrams shuffle or name things at random.
  let seed = 1
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  try {
    const { svg } = await mermaid.render(id, source)
    const holder = document.createElement('div')
    holder.innerHTML = svg
    document.body.append(holder)
    const picture = holder.querySelector('svg')
    if (picture === null) return { kind: 'fault', message: 'empty' }
    picture.querySelectorAll('script,iframe,object,embed,image,.today').forEach((node) => node.remove())
    for (const link of picture.querySelectorAll('a')) {
      // The link goes, the place it gives to its box stays.
      const group = document.createElementNS('http://www.w3.org/2000/svg', 'g')
      for (const { name, value } of link.attributes) if (!/href|target/i.test(name)) group.setAttribute(name, value)
      group.append(...link.childNodes)
      link.replaceWith(group)
    }
    for (const node of [picture, ...picture.querySelectorAll('*')])
      for (const { name, value } of [...node.attributes])
        if (/^on/i.test(name) || (/href$/i.test(name) && !value.startsWith('#'))) node.removeAttribute(name)
    for (const style of picture.querySelectorAll('style'))
      style.textContent = style.textContent.replace(/@import[^;]*;?/gi, '').replace(/url\\((?!["']?#)[^)]*\\)/gi, 'none')
    const html = picture.querySelector('foreignObject') !== null
    tidy(picture)
    const size = framed(picture)
    const words = [...picture.querySelectorAll('text')].map(wordsIn).filter((text) => text !== '')
    const title = picture.querySelector('title,desc')?.textContent ?? ''
    picture.removeAttribute('style')
    const text = new XMLSerializer().serializeToString(picture)
    return { kind: 'drawn', svg: text, width: size.width, height: size.height, words, title, html }
  } catch (error) {
    return { kind: 'fault', message: String(error?.message ?? error).slice(0, 2000), line: error?.hash?.loc?.first_line }
  } finally {
    document.body.replaceChildren()
  }
}`
