import type { ServerResponse } from 'node:http'

/** Nothing from elsewhere, nothing to elsewhere, in nobody's frame. Decoders of scans are WebAssembly. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const common: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

export function html(body: string, status = 200): Reply {
  return { status, type: 'text/html; charset=utf-8', body }
}

export function plain(status: number, body: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body }
}

export function send(response: ServerResponse, reply: Reply, withBody = true): void {
  const bytes = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body
  response.writeHead(reply.status, {
    ...common,
    'Content-Type': reply.type,
    'Content-Length': bytes.length,
    ...reply.headers,
  })
  response.end(withBody ? bytes : undefined)
}

/** A stream that stays open. */
export function openStream(response: ServerResponse): void {
  response.writeHead(200, { ...common, 'Content-Type': 'text/event-stream; charset=utf-8' })
}
