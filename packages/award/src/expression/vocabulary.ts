/** The functions an expression may call. */
export const functionNames: ReadonlySet<string> = new Set([
  'abs',
  'avg',
  'has',
  'max',
  'min',
  'round',
  'size',
  'sum',
  'within',
  'years',
])

/** What may be called on a list or a text: `honours.exists(h, …)`. */
export const methodNames: ReadonlySet<string> = new Set([
  'all',
  'contains',
  'endsWith',
  'exists',
  'exists_one',
  'filter',
  'lowerAscii',
  'map',
  'matches',
  'size',
  'startsWith',
  'substring',
  'trim',
  'upperAscii',
])

/** Methods whose first argument names the item they go through. */
export const iteratingMethods: ReadonlySet<string> = new Set([
  'all',
  'exists',
  'exists_one',
  'filter',
  'map',
])

/** CEL's own versions count in integers; ours stand under another name, as overloads can't be replaced. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ['matches', 'matches_'],
  ['size', 'size_'],
  ['substring', 'substring_'],
])

/** A pattern that could run for ever: a repeated group that repeats inside. */
const runaway = /\([^)]*[*+{][^)]*\)\s*[*+{]|\\[1-9]/u
const longestPattern = 200

export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longestPattern || runaway.test(pattern)) return false
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
