import type { Requirement } from '@ziping/award'

const longest = 24

/** A requirement as a message calls it: `a）说明使命如何确定`, `双向沟通`. */
export function requirementTitle(requirement: Requirement): string {
  const { name, names, text } = requirement
  const label = typedLabel(requirement)
  const words = name ?? (label === undefined ? names[0] : undefined) ?? shortened(text)
  return label === undefined ? words : `${label}）${words}`
}

/** The label a writer can type in front of an answer; the same “——” before every item is none. */
export function typedLabel({ label }: Requirement): string | undefined {
  return label !== undefined && /^\w+$/.test(label) ? label : undefined
}

function shortened(text: string): string {
  const [sentence = text] = text.split(/(?<=.{6})[。；;，,]/u)
  const characters = [...sentence]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : sentence
}
