import { childOf, elementsOf, textOf, type XmlElement } from '@ziping/office-file'

/** A Word formula as TeX; `isSure` is false where it holds something not known here. */
export interface Tex {
  readonly tex: string
  readonly isSure: boolean
}

const symbols: ReadonlyMap<string, string> = new Map([
  ['×', '\\times '],
  ['÷', '\\div '],
  ['±', '\\pm '],
  ['≤', '\\le '],
  ['≥', '\\ge '],
  ['≠', '\\ne '],
  ['≈', '\\approx '],
  ['∞', '\\infty '],
  ['∑', '\\sum '],
  ['∏', '\\prod '],
  ['∫', '\\int '],
  ['√', '\\sqrt '],
  ['α', '\\alpha '],
  ['β', '\\beta '],
  ['γ', '\\gamma '],
  ['δ', '\\delta '],
  ['ε', '\\varepsilon '],
  ['θ', '\\theta '],
  ['λ', '\\lambda '],
  ['μ', '\\mu '],
  ['π', '\\pi '],
  ['ρ', '\\rho '],
  ['σ', '\\sigma '],
  ['φ', '\\varphi '],
  ['ω', '\\omega '],
  ['Δ', '\\Delta '],
  ['Σ', '\\Sigma '],
  ['Ω', '\\Omega '],
  ['→', '\\to '],
  ['⋅', '\\cdot '],
  ['−', '-'],
  ['%', '\\%'],
  ['#', '\\#'],
  ['&', '\\&'],
  ['_', '\\_'],
  ['$', '\\$'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['\\', '\\backslash '],
  ['∈', '\\in '],
  ['∂', '\\partial '],
])

const accents: ReadonlyMap<string, string> = new Map([
  ['\u0302', '\\hat'],
  ['\u0303', '\\tilde'],
  ['\u0304', '\\bar'],
  ['\u0305', '\\overline'],
  ['\u0307', '\\dot'],
  ['\u20d7', '\\vec'],
  ['¯', '\\bar'],
])

export function formulaAsTex(element: XmlElement): Tex {
  let isSure = true
  const inside = (of: XmlElement | undefined): string => elementsOf(of).map(write).join('')
  const part = (of: XmlElement, name: string): string => inside(childOf(of, name))
  const sign = (of: XmlElement, holder: string, name: string): string | undefined =>
    childOf(childOf(of, holder), name)?.attributes.get('m:val')
  const write = (of: XmlElement): string => {
    switch (of.name) {
      case 'm:r':
        return writeText(
          elementsOf(of)
            .filter(({ name }) => /^[mw]:t$/.test(name))
            .map(textOf)
            .join(''),
        )
      case 'm:f':
        return `\\frac{${part(of, 'm:num')}}{${part(of, 'm:den')}}`
      case 'm:sSup':
        return `{${part(of, 'm:e')}}^{${part(of, 'm:sup')}}`
      case 'm:sSub':
        return `{${part(of, 'm:e')}}_{${part(of, 'm:sub')}}`
      case 'm:sSubSup':
        return `{${part(of, 'm:e')}}_{${part(of, 'm:sub')}}^{${part(of, 'm:sup')}}`
      case 'm:rad': {
        const degree = part(of, 'm:deg')
        return `\\sqrt${degree === '' ? '' : `[${degree}]`}{${part(of, 'm:e')}}`
      }
      case 'm:d': {
        const inner = elementsOf(of)
          .filter(({ name }) => name === 'm:e')
          .map(inside)
          .join(',')
        const open = delimiter(sign(of, 'm:dPr', 'm:begChr') ?? '(')
        return `\\left${open}${inner}\\right${delimiter(sign(of, 'm:dPr', 'm:endChr') ?? ')')}`
      }
      case 'm:nary': {
        const name = writeText(sign(of, 'm:naryPr', 'm:chr') ?? '∫').trim()
        return `${name}_{${part(of, 'm:sub')}}^{${part(of, 'm:sup')}}{${part(of, 'm:e')}}`
      }
      case 'm:func':
        return `${part(of, 'm:fName')}{${part(of, 'm:e')}}`
      case 'm:bar':
        return `\\overline{${part(of, 'm:e')}}`
      case 'm:acc':
        return `${accents.get(sign(of, 'm:accPr', 'm:chr') ?? '\u0302') ?? '\\hat'}{${part(of, 'm:e')}}`
      case 'm:limLow':
        return `{${part(of, 'm:e')}}_{${part(of, 'm:lim')}}`
      case 'm:limUpp':
        return `{${part(of, 'm:e')}}^{${part(of, 'm:lim')}}`
      case 'm:m':
        return `\\begin{matrix}${rows(of, 'm:mr', (row) =>
          elementsOf(row)
            .filter(({ name }) => name === 'm:e')
            .map(inside)
            .join(' & '),
        )}\\end{matrix}`
      case 'm:eqArr':
        return `\\begin{aligned}${rows(of, 'm:e', inside)}\\end{aligned}`
      case 'm:oMath':
      case 'm:oMathPara':
      case 'm:e':
      case 'm:box':
      case 'm:borderBox':
      case 'm:phant':
      case 'w:ins':
        return inside(of)
      default:
        if (/Pr$/.test(of.name) || of.name.startsWith('w:')) return ''
        isSure = false
        return inside(of)
    }
  }
  const rows = (of: XmlElement, name: string, row: (element: XmlElement) => string): string =>
    elementsOf(of)
      .filter((child) => child.name === name)
      .map(row)
      .join(' \\\\ ')
  const tex = write(element).replaceAll(/\s+/g, ' ').trim()
  return { tex, isSure }
}

function writeText(text: string): string {
  return text
    .replaceAll(/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+/g, (words) => `\\text{${words}}`)
    .replaceAll(/\\text\{[^}]*\}|[^\\]|\\/g, (piece) =>
      piece.startsWith('\\text{') ? piece : (symbols.get(piece) ?? piece),
    )
}

function delimiter(character: string): string {
  if (character === '') return '.'
  return character === '{' || character === '}' ? `\\${character}` : character
}
