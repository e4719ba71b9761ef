/** Signs of the notices' formulas, which came as LaTeX, as plain text has them. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/\\text\{([^{}]*)\}/gu, '$1'],
  [/\\alpha/gu, 'α'],
  [/\\div/gu, '÷'],
  [/\\times/gu, '×'],
  [/\\%/gu, '%'],
  [/\$/gu, ''],
  [/_\{?(\w)\}?/gu, '$1'],
  [/\s+/gu, ''],
]

/** The formula in the notice's words, as it reads aloud. */
export function plainFormula(formula: string): string {
  return signs.reduce((text, [sign, plain]) => text.replace(sign, plain), formula)
}
