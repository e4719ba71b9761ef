import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isTeamRule, laterRules, rules } from '@ziping/lint'
import { describe, expect, it } from 'vitest'
import { checkNames } from '../packages/verify/src/index.ts'
import { runInside } from './run-inside.ts'

const packages = path.resolve(import.meta.dirname, '../packages')

/** Every source of the program, with its text. */
function sources(): readonly (readonly [file: string, text: string])[] {
  return readdirSync(packages).flatMap((name) =>
    filesBelow(path.join(packages, name, 'src'))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => [path.relative(packages, file), readFileSync(file, 'utf8')] as const),
  )
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  } catch {
    return [] // an extension without sources of its own
  }
}

/** Where a finding is declared: by its maker, under a list of ids, or as it is. */
const declarations = [
  /\b(?:define|masked|award)Finding(?:<[^(]*>)?\(\{\s*rule: '([a-z-]+)'/g,
  /\bdeclare\w*\(\s*'([a-z]+-[a-z-]+)',\s*'[a-z-]+',\s*'(?:error|warning|info)'/g,
  /\bdeclareUnder<'([a-z-]+)'>/g,
  /\brule: '([a-z-]+)',\s*messageId/g,
]

function declaredIds(): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [file, text] of sources())
    for (const pattern of declarations)
      for (const [, id = ''] of text.matchAll(pattern)) ids.set(id, file)
  for (const name of checkNames) ids.set(`verify-${name}`, 'verify/src/check.ts')
  return ids
}

const declared = declaredIds()

describe('every kind of finding that a command can print', () => {
  it('is found in the sources', () => {
    // One of each way to declare it; the count only says that the patterns still match.
    expect([...declared.keys()]).toEqual(
      expect.arrayContaining([
        'evidence-file-coarse',
        'photo-small',
        'condition-confirmation',
        'parcel-changed',
        'award-invalid',
        'verify-file-name',
      ]),
    )
    expect(declared.size).toBeGreaterThan(60)
  })

  it.each([...declared])('%s (%s) is explained', async (id) => {
    const { code, out } = await runInside(['explain', id], { cwd: '/' })
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toMatch(new RegExp(`^${id}  \\S`))
    const page = path.resolve(packages, `../docs/rules/${id}.md`)
    expect(readFileSync(page, 'utf8')).toContain(`# ${id}：`)
  })

  it('has one explanation, and none is left of a kind that is gone', () => {
    const ids = rules.map(({ id }) => id)
    expect(laterRules.filter(({ id }) => ids.includes(id) || isTeamRule(id))).toEqual([])
    expect(laterRules.map(({ id }) => id).filter((id) => !declared.has(id))).toEqual([])
  })
})
