/** Where the cursor of a YAML file stands, read from indentation alone: the text is half-typed and may be no YAML yet. */
export interface YamlSpot {
  /** The keys around it, outermost first; `-` for an entry of a list. */
  readonly path: readonly string[]
  /** The key on this line, if the cursor is behind its colon. */
  readonly key?: string
  /** What is typed of the key or value. */
  readonly typed: string
  /** Keys that stand beside it already. */
  readonly siblings: ReadonlySet<string>
}

interface Line {
  readonly indent: number
  readonly key: string | undefined
  readonly isItem: boolean
}

const keyed = /^(\s*(?:-\s+)?)(?:"([^"]*)"|'([^']*)'|([^\s#:'"{[][^:#]*?))\s*:(?:\s|$)/

export function yamlSpot(lines: readonly string[], row: number, before: string): YamlSpot {
  const lead = keyed.exec(before)?.[1] ?? ''
  const key = keyOf(before)
  const open = key === undefined ? /^(\s*(?:-\s+)?)(.*)$/u.exec(before) : undefined
  const indent = (key === undefined ? (open?.[1] ?? '') : lead).length
  const isItem = /^\s*-\s/.test(before)
  const path = around(lines, row, isItem ? before.search(/\S/) : indent, isItem)
  const typed =
    key === undefined ? (open?.[2] ?? '') : (/[^\s,，、[\]{}"']*$/u.exec(before)?.[0] ?? '')
  return {
    path,
    ...(key === undefined ? {} : { key }),
    typed,
    siblings: beside(lines, row, indent),
  }
}

function read(text: string): Line | undefined {
  if (/^\s*(?:#|$)/.test(text)) return undefined
  const isItem = /^\s*-(?:\s|$)/.test(text)
  const lead = /^\s*(?:-\s+)?/.exec(text)?.[0] ?? ''
  return { indent: lead.length, key: keyOf(text), isItem }
}

function keyOf(text: string): string | undefined {
  const match = keyed.exec(text)
  return match === null ? undefined : (match[2] ?? match[3] ?? match[4])
}

/** Upwards, each line that is indented less is a parent. */
function around(
  lines: readonly string[],
  row: number,
  indent: number,
  isItem: boolean,
): readonly string[] {
  const path: string[] = isItem ? ['-'] : []
  let limit = indent
  for (let at = row - 1; at >= 0 && limit >= 0; at--) {
    const text = lines[at] ?? ''
    const line = read(text)
    if (line === undefined) continue
    const dash = text.search(/\S/)
    if (line.isItem && line.indent <= limit && dash < limit && path[0] !== '-') {
      // A sibling key in the same entry, or its first line.
      if (line.indent < limit && line.key !== undefined) path.unshift(line.key)
      path.unshift('-')
      limit = dash
    } else if (!line.isItem && line.key !== undefined && isParent(line.indent, limit, path[0])) {
      path.unshift(line.key)
      limit = line.indent
      if (limit === 0) break
    }
  }
  return path
}

/** A list may stand at the same depth as the key it belongs to. */
function isParent(indent: number, limit: number, inner: string | undefined): boolean {
  return inner === '-' ? indent <= limit : indent < limit
}

function beside(lines: readonly string[], row: number, indent: number): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const step of [-1, 1])
    for (let at = row + step; at >= 0 && at < lines.length; at += step) {
      const line = read(lines[at] ?? '')
      if (line === undefined) continue
      if (line.indent < indent) break
      if (line.indent === indent && line.key !== undefined) keys.add(line.key)
      if (line.isItem && line.indent === indent) break
    }
  return keys
}
