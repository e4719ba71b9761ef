import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Award, loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import { createSubject, lintReport, ruleSettings, rules, settleRules } from '@ziping/lint'
import { checkData, DiskCache, openReport, readWorkspace } from '@ziping/report'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { KeptFacts } from '../packages/cli/src/lint/kept-facts.ts'
import { lintEdits, type Texts, takeTexts } from './lint-edits.ts'

const samples = path.resolve(import.meta.dirname, '../content/samples')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-session-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const awards = new Map<string, Award>()

/** Lints texts that lie beside a folder; with facts kept in another folder, if one is given. */
async function lint(
  root: string,
  overlay: Texts,
  given: { readonly cache?: DiskCache; readonly facts?: string } = {},
): Promise<readonly Finding[]> {
  const workspace = readWorkspace(root, { overlay })
  const [id = ''] = workspace.config.awards
  const award = awards.get(id) ?? (await loadAward(id))
  awards.set(id, award)
  const report = openReport(workspace, award, given.cache)
  const found = [...workspace.findings, ...(await checkData(workspace))]
  const { views, ...subject } = createSubject(workspace, report, await loadCodeLists(award), {
    found,
  })
  const kept = given.facts === undefined ? undefined : new KeptFacts(given.facts, 'x', award.id)
  kept?.give(views)
  const settings = settleRules(rules, award, ruleSettings(workspace.configFile), {})
  const findings = lintReport({ ...subject, views }, settings)
  kept?.keep(views)
  return findings
}

/** A sample whose texts were taken out, so that edits can be made beside it. */
function sampleIn(folder: string, name: string): { readonly root: string; readonly texts: Texts } {
  const root = path.join(scratch, folder, name)
  cpSync(path.join(samples, name), root, { recursive: true })
  return { root, texts: takeTexts(root) }
}

const names = readdirSync(samples)
const steps = Number(process.env['ZIPING_SESSION_STEPS'] ?? 20)

/** Each state of a sample, edit after edit; under a name of its folder by which nothing is remembered. */
function* states(
  { root, texts: original }: ReturnType<typeof sampleIn>,
  seed: number,
): Generator<{ readonly texts: Texts; readonly elsewhere: string }> {
  let texts = original
  for (const [step, edit] of fc.sample(lintEdits, { numRuns: steps, seed }).entries()) {
    texts = edit(texts, original)
    yield { texts, elsewhere: root + path.sep.repeat(step + 1) }
  }
}

describe('a session that stays warm finds what a fresh one finds', () => {
  it.each(names)('in %s, edit after edit', { timeout: 600_000 }, async (name) => {
    const sample = sampleIn('warm', name)
    const cache = new DiskCache()
    for (const { texts, elsewhere } of states(sample, 19_580)) {
      const fresh = await lint(elsewhere, texts)
      expect(await lint(sample.root, texts, { cache })).toEqual(fresh)
    }
  })
})

describe('facts kept from the run before change no finding', () => {
  it.each(names)('in %s, edit after edit', { timeout: 600_000 }, async (name) => {
    const sample = sampleIn('kept', name)
    const facts = path.join(scratch, 'facts', name)
    for (const { texts, elsewhere } of states(sample, 19_579)) {
      const fresh = await lint(elsewhere, texts)
      expect(await lint(`${elsewhere}.`, texts, { facts })).toEqual(fresh)
    }
  })

  it('nor what has been damaged, or gathered by another program', async () => {
    const { root, texts } = sampleIn('damaged', 'nantong-person')
    const facts = path.join(scratch, 'facts', 'damaged')
    const truth = await lint(root, texts, { facts })
    const [name = ''] = readdirSync(facts)
    const file = path.join(facts, name)
    const whole = readFileSync(file, 'utf8')
    const damages: readonly ((text: string) => string)[] = [
      (text) => text.slice(0, -10),
      (text) => text.replace(/\d(?=\D*$)/, '9'),
      (text) => text.replaceAll('质量', '数量'),
      (text) => `0${text}`,
      () => '',
    ]
    for (const damage of damages) {
      writeFileSync(file, damage(whole))
      expect(await lint(root, texts, { facts })).toEqual(truth)
      expect(readFileSync(file, 'utf8')).toBe(whole)
    }
  })
})
