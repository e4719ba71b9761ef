import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { readWorkspace } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { checkConfirmations } from './check-confirmations.ts'

describe('what people have confirmed', () => {
  it.each([
    ['NT-O-X6: { by: 总经理, on: 2020-08-05 }', []],
    ['NT-O-X9: { by: 总经理, on: 2020-08-05 }', ['unknown 4:3']],
    ['NT-O-X6: { by: 总经理, on: 2020-08-22 }', ['late 4:27']],
    ['NT-O-X6: { by: 总经理, on: 2020-08-32 }', []],
    ['NT-O-E1: { by: 总经理, on: 2020-08-05 }', ['not-asked 4:3']],
  ])('%s', async (line, expected) => {
    const text = `award: nantong-org-2020\nfiled: 2020-08-14\nconfirmations:\n  ${line}\n`
    expect(await told(text)).toEqual(expected)
  })

  it('of several awards may be about any of them', async () => {
    const text =
      'award: [nantong-org-2020, jiaxing-org-2020]\nconfirmations:\n  JX-1: { by: 甲, on: 2020-08-05 }\n'
    expect(await told(text)).toEqual([])
  })
})

async function told(text: string): Promise<readonly string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-confirmations-'))
  try {
    const workspace = readWorkspace(root, { overlay: new Map([['ziping.yaml', text]]) })
    const award = await loadAward('nantong-org-2020')
    return checkConfirmations(award, workspace, '2020-08-21').map(
      ({ messageId, place }) => `${messageId} ${place.line}:${place.column}`,
    )
  } finally {
    rmSync(root, { recursive: true })
  }
}
