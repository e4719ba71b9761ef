import type { ChartFill, ChartMark } from '@ziping/resolve'

/**
 * Fillings of columns and of a pie's parts, which tell them apart where a printer knows only black. The library fills
 * with plain colours: each colour stands for its filling until the chart's part is finished.
 */
export function colourOf({ fill, color }: ChartMark): string {
  const own = color.slice(1).toUpperCase()
  // The last digit says which filling: no eye sees it, and the same colour may be filled in two ways.
  return `${own.slice(0, 5)}${digits[fill].toString(16).toUpperCase()}`
}

const digits: Readonly<Record<ChartFill, number>> = {
  solid: 0,
  pale: 1,
  blank: 2,
  hatch: 3,
  light: 4,
  dots: 5,
  cross: 6,
  stripes: 7,
  grey: 8,
}

/** Word's own patterns by the digit; what is not here is plain. */
const patterns: ReadonlyMap<number, string> = new Map([
  [digits.hatch, 'ltUpDiag'],
  [digits.dots, 'pct20'],
  [digits.cross, 'diagCross'],
  [digits.stripes, 'ltHorz'],
])

const columns =
  /<c:spPr><a:solidFill><a:srgbClr val="([\dA-F]{6})"\/><\/a:solidFill><a:ln(?: w="\d+")?>(?:(?!<\/a:ln>).)*<\/a:ln>/g

/** A chart with its columns and parts filled as in print, each with an outline in its own colour. */
export function withFills(chart: string): string {
  return chart.replaceAll(columns, (_, colour: string) => {
    const line = `<a:ln w="9525"><a:solidFill>${rgb(colour)}</a:solidFill></a:ln>`
    return `<c:spPr>${fillOf(colour)}${line}`
  })
}

function fillOf(colour: string): string {
  const digit = Number.parseInt(colour.slice(5), 16)
  const pattern = patterns.get(digit)
  if (pattern !== undefined)
    return `<a:pattFill prst="${pattern}"><a:fgClr>${rgb(colour)}</a:fgClr><a:bgClr>${rgb('FFFFFF')}</a:bgClr></a:pattFill>`
  if (digit === digits.blank) return `<a:solidFill>${rgb('FFFFFF')}</a:solidFill>`
  if (digit === digits.pale || digit === digits.light)
    return `<a:solidFill>${rgb(colour, '<a:lumMod val="20000"/><a:lumOff val="80000"/>')}</a:solidFill>`
  return `<a:solidFill>${rgb(colour)}</a:solidFill>`
}

function rgb(colour: string, change = ''): string {
  return change === ''
    ? `<a:srgbClr val="${colour}"/>`
    : `<a:srgbClr val="${colour}">${change}</a:srgbClr>`
}
