import type { DoorKey, Knocked } from '../protocol.ts'

/** In memory alone: whoever gets hold of this address later may read what a browser stores for it. */
let key: CryptoKey | undefined

/** Asked while the server knows us. */
export async function learnKey(): Promise<void> {
  const response = await fetch('/api/key')
  if (!response.ok) return
  // The border to our own server: what it says is what protocol.ts promises.
  const { key: written } = (await response.json()) as DoorKey
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  key = await crypto.subtle.importKey('raw', bytesOf(written), hmac, false, ['sign'])
}

/** Whether a server that was started anew lets us in. */
export async function comeAgain(): Promise<boolean> {
  if (key === undefined) return false
  const knocked = await fetch('/api/knock')
  if (!knocked.ok) return false
  const { challenge } = (await knocked.json()) as Knocked
  const asked = new TextEncoder().encode(`${location.port}\n${challenge}`)
  const proof = textOf(new Uint8Array(await crypto.subtle.sign('HMAC', key, asked)))
  const answer = await fetch('/api/again', { method: 'POST', body: JSON.stringify({ proof }) })
  return answer.ok
}

function bytesOf(written: string): Uint8Array<ArrayBuffer> {
  const plain = atob(written.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  const plain = btoa(String.fromCharCode(...bytes))
  return plain.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
