import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { partsOf } from '../../packages/docx/test/markdown-document.ts'
import { validatorProgram } from './own-packages.ts'

interface Validation {
  readonly ok: boolean
  readonly errors: readonly { readonly description: string; readonly path: string | null }[]
}

/** What Microsoft's own SDK says against a file. A program for each file: it takes one, and a second or so. */
export async function validate(file: string): Promise<readonly string[]> {
  const { errors } = await new Promise<Validation>((resolve, reject) => {
    execFile(validatorProgram(), [file], { maxBuffer: 1 << 26 }, (cause, stdout) => {
      if (stdout === '') reject(cause ?? new Error('the validator said nothing'))
      else resolve(JSON.parse(stdout))
    })
  })
  return errors.map((error) => `${error.path}: ${error.description}`)
}

/** Two at a time. What was found valid once is remembered by what the schema looks at, for hundreds of small files. */
export async function validateAll(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  folder: string,
): Promise<{ readonly faults: readonly string[]; readonly validated: number }> {
  const known = readKnown()
  const open = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  for (const file of files) {
    const key = skeleton(file.bytes)
    if (!known.has(key)) open.set(key, file)
  }
  const waiting = [...open]
  const faults: string[] = []
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [key, { name, bytes }] = next
      const file = path.join(folder, `${key}.docx`)
      writeFileSync(file, bytes)
      const found = await validate(file)
      faults.push(...found.map((fault) => `${name}: ${fault}`))
      if (found.length === 0) known.add(key)
    }
  }
  try {
    await Promise.all([work(), work()])
  } finally {
    mkdirSync(path.dirname(memory), { recursive: true })
    writeFileSync(memory, [...known].toSorted().join('\n'))
  }
  return { faults, validated: open.size }
}

const memory = path.resolve(import.meta.dirname, '../../.cache/office/valid.txt')

function readKnown(): Set<string> {
  try {
    return new Set(readFileSync(memory, 'utf8').split('\n'))
  } catch {
    return new Set()
  }
}

/** A document without its words: no rule of the schema asks what a run says. */
function skeleton(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(String(statSync(validatorProgram()).size))
  for (const [name, part] of partsOf(bytes)) {
    const isText = /\.(?:xml|rels)$/.test(name)
    const text = isText ? new TextDecoder().decode(part) : ''
    hash.update(name).update(isText ? text.replaceAll(/(<w:t(?: [^>]*)?>)[^<]*/g, '$1') : part)
  }
  return hash.digest('hex')
}
