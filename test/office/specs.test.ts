import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { checkDocx } from '../../packages/docx/src/index.ts'
import { markdownDocument } from '../../packages/docx/test/markdown-document.ts'
import { gfmExamples } from './gfm-examples.ts'
import { commonmarkExamples } from './own-packages.ts'
import { validateAll } from './validate.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-specs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes a valid document of every example of CommonMark', async () => {
  const examples = await commonmarkExamples()
  expect(examples.length).toBeGreaterThan(600)
  const named = examples.map(
    ({ number, section, markdown }) => [`${number} ${section}`, markdown] as const,
  )
  expect(await faultsOf(named)).toEqual([])
}, 1_200_000)

it('makes a valid document of every construct of GitHub’s Markdown', async () => {
  expect(await faultsOf(Object.entries(gfmExamples))).toEqual([])
})

async function faultsOf(
  examples: readonly (readonly [string, string])[],
): Promise<readonly string[]> {
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = []
  const own: string[] = []
  for (const [name, markdown] of examples) {
    const bytes = await markdownDocument(markdown)
    own.push(...checkDocx(bytes).map((fault) => `${name}: ${fault}`))
    files.push({ name, bytes })
  }
  const { faults } = await validateAll(files, folder)
  return [...own, ...faults]
}
