import type { BookBlock, BookFormula } from '@ziping/resolve'

/** A formula as MathML, or why it cannot be one. */
export type Formula =
  | { readonly kind: 'mathml'; readonly markup: string }
  | { readonly kind: 'fault'; readonly reason: string }

/** All formulas of a book. The library is loaded only where there are any. */
export async function readFormulas(
  blocks: Iterable<BookBlock>,
): Promise<ReadonlyMap<BookFormula, Formula>> {
  const formulas = [...blocks].filter((block) => block.kind === 'formula')
  if (formulas.length === 0) return new Map()
  const { default: temml } = await import('temml')
  const toMathMl = (tex: string): string =>
    temml.renderToString(tex, {
      displayMode: true,
      throwOnError: true,
      trust: false,
      strict: false,
      // A macro that calls itself, or a box of a thousand metres, ends here.
      maxExpand: 1000,
      maxSize: [20, 20],
    })
  return new Map(formulas.map((formula) => [formula, read(formula.tex, toMathMl)]))
}

function read(tex: string, toMathMl: (tex: string) => string): Formula {
  try {
    return { kind: 'mathml', markup: toMathMl(tex) }
  } catch (error) {
    return { kind: 'fault', reason: reasonOf(error) }
  }
}

/** The parser's words without its underlining and its second line. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [first = ''] = message.trim().split('\n')
  return first
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/:\s*$/, '')
    .slice(0, 200)
}
