import { createHmac } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { command } from './command.ts'
import { copyOfSample, startPreview } from './preview-process.ts'

describe('a preview that is started anew', () => {
  it('stands where it stood, and lets in only who proves to have been in', async () => {
    const folder = copyOfSample('wuhan-manager')
    const cache = mkdtempSync(path.join(tmpdir(), 'ziping-cache-'))
    vi.stubEnv('ZIPING_CACHE', cache)
    const first = await startPreview(command, folder)
    const { key } = JSON.parse(await (await first.ask('/api/key')).text())
    const { challenge } = JSON.parse(await (await fetch(`${first.origin}/api/knock`)).text())
    const old = proofOf(key, new URL(first.origin).port, challenge)
    await first.end()
    const doors = path.join(cache, 'ziping/preview')
    const [door = ''] = readdirSync(doors)
    expect(statSync(path.join(doors, door)).mode & 0o777).toBe(0o600)
    expect(statSync(doors).mode & 0o777).toBe(0o700)
    expect(readFileSync(path.join(doors, door), 'utf8')).not.toContain(first.token)

    const second = await startPreview(command, folder)
    expect(second.origin).toBe(first.origin)
    const bearer = { Authorization: `Bearer ${first.token}` }
    expect((await fetch(`${second.origin}/api/state`, { headers: bearer })).status).toBe(401)
    expect((await fetch(`${second.origin}/api/key`)).status).toBe(401)
    const again = (proof: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${second.origin}/api/again`, {
        method: 'POST',
        body: JSON.stringify({ proof }),
        headers,
      })
    const { port } = new URL(second.origin)
    const now = JSON.parse(await (await fetch(`${second.origin}/api/knock`)).text()).challenge
    for (const wrong of [old, key, '', 7, proofOf(key, '1', now), proofOf('AAAA', port, now)])
      expect((await again(wrong)).status).toBe(401)
    const proof = proofOf(key, port, now)
    expect((await again(proof, { Origin: 'https://evil.example' })).status).toBe(403)
    const answer = await again(proof)
    expect(answer.status).toBe(200)
    const [pair = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
    const inside = await fetch(`${second.origin}/api/state`, { headers: { Cookie: pair } })
    expect(inside.status).toBe(200)
    await second.end()

    // What others could have read is not believed.
    chmodSync(path.join(doors, door), 0o644)
    const third = await startPreview(command, folder)
    expect(JSON.parse(await (await third.ask('/api/key')).text()).key).not.toBe(key)
    await third.stop()
    vi.unstubAllEnvs()
    rmSync(cache, { recursive: true, force: true })
  })
})

function proofOf(key: string, port: string, challenge: string): string {
  const hmac = createHmac('sha256', Buffer.from(key, 'base64url'))
  return hmac.update(`${port}\n${challenge}`).digest('base64url')
}
