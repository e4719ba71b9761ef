import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import { createSubject, lintReport, ruleSettings, rules, settleRules } from '@ziping/lint'
import { checkData, DiskCache, openReport, readWorkspace } from '@ziping/report'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'

const samples = path.resolve(import.meta.dirname, '../content/samples')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-cache-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function lint(root: string, cache?: DiskCache): Promise<readonly Finding[]> {
  const workspace = readWorkspace(root)
  const award = await loadAward(workspace.config.awards[0] ?? '')
  const report = openReport(workspace, award, cache)
  const found = [...workspace.findings, ...(await checkData(workspace))]
  const subject = createSubject(workspace, report, await loadCodeLists(award), { found })
  return lintReport(subject, settleRules(rules, award, ruleSettings(workspace.configFile), {}))
}

interface Edit {
  readonly file: number
  readonly at: number
  readonly cut: number
  readonly put: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  cut: fc.nat(30),
  put: fc.constantFrom('', '\n\n', '# 9 新的', '待补充', '**', '|', '[表](#无)', '12,5%', '<!-- '),
})

function apply(files: readonly string[], { file, at, cut, put }: Edit): void {
  const name = files[file % files.length] ?? ''
  const text = readFileSync(name, 'utf8')
  const place = at % (text.length + 1)
  writeFileSync(name, text.slice(0, place) + put + text.slice(place + cut))
}

const names = readdirSync(samples)

describe('what is kept between runs changes no finding', () => {
  it.each(names)('of %s, edit after edit', { timeout: 60_000 }, async (name) => {
    const root = path.join(scratch, name)
    const kept = path.join(scratch, `${name} kept`)
    cpSync(path.join(samples, name), root, { recursive: true })
    const files = globSync('report/**/*.md', { cwd: root }).map((file) => path.join(root, file))
    const edits = fc.sample(edit, { numRuns: 5, seed: 19_580 })
    for (const one of edits) {
      await lint(root, new DiskCache(kept, '1'))
      apply(files, one)
      expect(await lint(root, new DiskCache(kept, '1'))).toEqual(await lint(root))
    }
  })

  it('nor what has been damaged, exchanged or kept by another version', async () => {
    const [name = ''] = names
    const root = path.join(samples, name)
    const kept = path.join(scratch, 'damaged')
    const truth = await lint(root)
    await lint(root, new DiskCache(kept, '1'))
    const entries = readdirSync(kept).map((file) => path.join(kept, file))
    expect(entries.length).toBeGreaterThan(2)
    const texts = entries.map((file) => readFileSync(file, 'utf8'))
    const damages: readonly ((text: string, index: number) => string)[] = [
      (text) => text.slice(0, -10),
      (text) => text.replaceAll('公司', '某司'),
      (_, index) => texts[(index + 1) % texts.length] ?? '',
      () => '',
    ]
    for (const damage of damages) {
      for (const [index, file] of entries.entries())
        writeFileSync(file, damage(texts[index] ?? '', index))
      expect(await lint(root, new DiskCache(kept, '1'))).toEqual(truth)
    }
    expect(await lint(root, new DiskCache(kept, '2'))).toEqual(truth)
  })
})
