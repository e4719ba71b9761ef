/** A key of YAML, in quotes where it needs them. */
export function yamlKey(key: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(key) ? key : JSON.stringify(key)
}

/** `{ 2017: , 2018: , 市: }`: keys to be filled in on one line. */
export function emptyMap(keys: readonly string[]): string {
  return `{ ${keys.map((key) => `${yamlKey(key)}: `).join(', ')}}`
}

export function indented(lines: readonly string[], depth = 1): readonly string[] {
  return lines.map((line) => (line === '' ? line : '  '.repeat(depth) + line))
}

/** The parts of a remark that there are, set apart as Chinese readers expect. */
export function remark(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('；')
}
