const tags = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/g
/** Elements that act, load, or are no drawing. */
const acting =
  /^<\s*(?:script|foreignObject|iframe|object|embed|audio|video|animate\w*|set|handler|image|!DOCTYPE|!ENTITY)\b/i
const handler = /\son[a-z]+\s*=/i
const outward = /(?:href|src)\s*=\s*(?:"(?!#)[^"]|'(?!#)[^']|[^"'#\s])/i
const loading = /@import|url\(\s*["']?(?!#)[^)#\s"']/i

/**
 * A drawing's SVG as it may stand among others in one page: without prologue, with ids of its own, `width` × `height`
 * points. Undefined where it could do more than be looked at.
 */
export function embedDrawing(
  svg: string,
  prefix: string,
  size: { readonly width: number; readonly height: number },
): string | undefined {
  const start = svg.search(/<svg[\s>]/)
  if (start < 0 || isUnsafe(svg) || !svg.trimEnd().endsWith('</svg>')) return undefined
  return sized(withOwnIds(svg.slice(start).trimEnd(), prefix), size)
}

function isUnsafe(svg: string): boolean {
  if (loading.test(svg)) return true
  return [...svg.matchAll(tags)].some(
    ([tag]) => acting.test(tag) || handler.test(tag) || outward.test(tag),
  )
}

/** Two drawings may have the same ids; a clip path would then be another drawing's. */
function withOwnIds(svg: string, prefix: string): string {
  const ids = new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
  if (ids.size === 0) return svg
  return svg
    .replace(/(\sid=")([^"]+)"/g, `$1${prefix}$2"`)
    .replace(/(url\(\s*["']?#|(?:xlink:)?href="#)([^)"']+)/g, `$1${prefix}$2`)
    .replace(
      /(\saria-(?:labelledby|describedby)=")([^"]+)"/g,
      (_, attribute: string, names: string) => {
        const own = names.split(/\s+/).map((name) => (ids.has(name) ? prefix + name : name))
        return `${attribute}${own.join(' ')}"`
      },
    )
    .replace(/<style[^>]*>[^<]*<\/style>/g, (sheet) =>
      sheet.replace(/#([A-Za-z][\w-]*)/g, (whole, id: string) =>
        ids.has(id) ? `#${prefix}${id}` : whole,
      ),
    )
}

/** The drawing keeps its own coordinates and is shown at the size the book gives it. */
function sized(
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const end = svg.indexOf('>')
  const tag = svg.slice(0, end)
  const natural = (name: string): string =>
    new RegExp(`\\s${name}="([\\d.]+)(?:px|pt)?"`).exec(tag)?.[1] ?? ''
  const box = /\sviewBox=/.test(tag)
    ? ''
    : ` viewBox="0 0 ${natural('width')} ${natural('height')}"`
  const bare = tag.replace(/\s(?:width|height|style)="[^"]*"/g, '')
  return `${bare}${box} width="${width}pt" height="${height}pt" aria-hidden="true"${svg.slice(end)}`
}
