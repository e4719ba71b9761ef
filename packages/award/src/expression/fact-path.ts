import type { ASTNode } from '@marcbachmann/cel-js'

/** The items that macro variables stand for: `h` for `honours[]`. */
export type Scope = ReadonlyMap<string, string>

/** How a fact is named to people: `honours[].date`. */
export function factPath(node: ASTNode, scope: Scope = new Map()): string {
  switch (node.op) {
    case 'id':
      return scope.get(node.args) ?? node.args
    case '.':
      return `${factPath(node.args[0], scope)}.${node.args[1]}`
    case 'call':
      return node.args[0] === 'within' && node.args[1][0]
        ? factPath(node.args[1][0], scope)
        : written(node)
    case 'rcall':
      return node.args[0] === 'filter' ? factPath(node.args[1], scope) : written(node)
    default:
      return written(node)
  }
}

/** `organization.registered` as its keys; nothing where a part is calculated. */
export function staticPath(node: ASTNode): readonly string[] | undefined {
  if (node.op === 'id') return [node.args]
  if (node.op !== '.') return undefined
  const path = staticPath(node.args[0])
  return path && [...path, node.args[1]]
}

/** The parts of a node that are expressions themselves; a literal list index stays an integer. */
export function operands(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case '[]':
    case '[?]':
      return node.args[1].op === 'value' ? [node.args[0]] : node.args
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}

function written(node: ASTNode): string {
  return node.input.slice(node.start, node.end)
}
