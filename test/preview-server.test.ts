import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Board, State } from '../packages/preview/src/protocol.ts'
import { command } from './command.ts'
import { copyOfSample, type RunningPreview, startPreview, until } from './preview-process.ts'
import { runZiping } from './run-ziping.ts'

let preview: RunningPreview

beforeAll(async () => {
  preview = await startPreview(command, copyOfSample('nantong-org'))
  await judged()
})

afterAll(() => preview.stop())

async function state(of = preview): Promise<State> {
  return JSON.parse(await (await of.ask('/api/state')).text())
}

/** The state, once the files have been read. */
async function judged(of = preview): Promise<State & { readonly board: Board }> {
  return until(async () => {
    const { board, problem, ...now } = await state(of)
    if (problem !== undefined) throw new Error(`${JSON.stringify(problem)}\n${of.notes()}`)
    return board === undefined ? undefined : { ...now, board }
  })
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Any header may be sent, as a browser would not let us. */
function ask(
  address: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  body = '',
): Promise<Answer> {
  const { hostname, port } = new URL(preview.origin)
  // Without a length Node would send the body of a DELETE as if it were the next request.
  const framed = { 'Content-Length': String(Buffer.byteLength(body)), ...headers }
  return new Promise((resolve, reject) => {
    // A connection of its own: one that was kept may be closed by the server at the same moment.
    const options = { hostname, port, path: address, method, headers: framed, agent: false }
    const sent = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (more: string) => {
        text += more
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
      )
    })
    sent.on('error', reject).end(body)
  })
}

const addresses = ['/', '/api/state', '/api/pages?document=report', '/api/events', '/assets/app.js']

describe('who may look', () => {
  it.each(addresses)('%s wants the token', async (address) => {
    expect((await ask(address, {})).status).toBe(401)
    expect((await ask(address, { Authorization: 'Bearer nonsense' })).status).toBe(401)
    expect((await ask(address, { Cookie: `ziping-1=${preview.token}` })).status).toBe(401)
  })

  it('takes the token in the address of the first visit only, and makes it a cookie', async () => {
    const first = await ask(`/?token=${preview.token}`, {})
    expect(first.status).toBe(200)
    const [cookie = ''] = first.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    const [pair = ''] = cookie.split(';')
    expect((await ask('/api/state', { Cookie: pair })).status).toBe(200)
    expect((await ask(`/api/state?token=${preview.token}`, {})).status).toBe(401)
  })

  it.each([
    ['another name for this machine (DNS rebinding)', { Host: 'evil.example' }],
    ['another port', { Host: '127.0.0.1:1' }],
    ['another address', { Host: '192.168.1.5' }],
    ['a foreign page', { Origin: 'https://evil.example' }],
    ['another program of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page without origin', { Origin: 'null' }],
    ['a foreign page that fetches', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour that fetches', { 'Sec-Fetch-Site': 'same-site' }],
  ])('refuses %s', async (_, headers) => {
    const known = { Authorization: `Bearer ${preview.token}`, ...headers }
    expect((await ask('/api/state', known)).status).toBe(403)
  })

  it('lets no page frame it, and takes nothing from elsewhere', async () => {
    const { headers } = await ask(`/?token=${preview.token}`, {})
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/https?:|unsafe-inline|'unsafe-eval'|\*/)
  })

  it('listens on no address but loopback', async () => {
    const port = Number(new URL(preview.origin).port)
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address, scopeid }) => (scopeid ? `${address}%${scopeid}` : address))
    const reached = await Promise.all(others.map((address) => isReached(address, port)))
    expect(reached.filter(Boolean)).toEqual([])
    expect(await isReached('127.0.0.1', port)).toBe(true)
  })
})

function isReached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const end = (reached: boolean) => (): void => {
      socket.destroy()
      resolve(reached)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}

describe('paths', () => {
  const outside = [
    '/../../etc/passwd',
    '/assets/../../../../etc/passwd',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/cmaps/../../package.json',
    '/assets/cmaps/..%2fpackage.json',
    '/assets/wasm/....//package.json',
    '/assets/constructor',
    '/api/pdf/report/../../ziping.yaml',
    '/api/pdf/..%2f..%2fziping.yaml/1',
    '/api/pdf/__proto__/1',
    '/ziping.yaml',
    '/data/applicant.yaml',
    '//etc/passwd',
  ]

  it.each(outside)('%s leads nowhere', async (address) => {
    const answer = await ask(address, { Authorization: `Bearer ${preview.token}` })
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toMatch(/root:|"name"|award/)
  })

  it.each(['../../etc/passwd', '/etc/passwd', '..', '', 'a\0b', 'C:\\Windows\\win.ini'])(
    'reveals nothing of %j',
    async (file) => {
      const body = JSON.stringify({ file, line: 1 })
      const answer = await preview.ask('/api/reveal', { method: 'POST', body })
      const said = answer.status === 200 ? await answer.json() : { shown: false }
      expect([200, 400]).toContain(answer.status)
      expect(said).toEqual({ shown: false })
    },
  )
})

describe('hostile input', () => {
  it('never ends the server, nor makes it complain', async () => {
    const piece = fc.oneof(
      fc.constantFrom('/api/state', '/api/pages', '/api/pdf/report/1', '/api/open', '/api/reveal'),
      fc.webPath(),
      fc.stringMatching(/^\/[!-~]{0,60}$/),
    )
    const value = fc.oneof(fc.jsonValue(), fc.record({ document: fc.string(), sheet: fc.float() }))
    await fc.assert(
      fc.asyncProperty(
        piece,
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
        fc.oneof(
          value.map((one) => JSON.stringify(one)),
          fc.string({ maxLength: 6000 }),
        ),
        async (address, method, body) => {
          const known = { Authorization: `Bearer ${preview.token}` }
          const { status } = await ask(address, known, method, method === 'GET' ? '' : body)
          expect(status).toBeGreaterThanOrEqual(200)
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 300, seed: 7 },
    )
    expect((await preview.ask('/api/state')).status).toBe(200)
  })

  it('stands bytes that are no HTTP', async () => {
    const port = Number(new URL(preview.origin).port)
    const bytes = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 400 }), {
      numRuns: 60,
      seed: 3,
    })
    for (const one of [
      ...bytes,
      Buffer.from(`GET / HTTP/1.1\r\nHost: ${'a'.repeat(40_000)}\r\n\r\n`),
    ])
      await thrown(port, one)
    expect((await preview.ask('/api/state')).status).toBe(200)
    expect(preview.notes()).not.toMatch(/Error|at .*\.ts|at .*\.js/)
  })
})

function thrown(port: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.on('error', () => undefined).on('close', () => resolve())
    socket.end(bytes)
    setTimeout(() => socket.destroy(), 50)
  })
}

describe('the board', () => {
  it.each(['nantong-org', 'wuhan-manager', 'jiaxing-group'])(
    'of %s has the numbers of `coverage --format json`',
    async (name) => {
      const own = name === 'nantong-org' ? preview : await startPreview(command, copyOfSample(name))
      try {
        const { board } = await judged(own)
        const ended = await runZiping(['coverage', '--format', 'json'], { cwd: own.folder })
        const coverage = JSON.parse(ended.out)
        const reports = [coverage, ...(coverage.holdings ?? [])]
        expect(board.reports.map(({ summary }) => summary)).toEqual(
          reports.map(({ summary }) => summary),
        )
        expect(
          board.reports.map(({ clauses }) =>
            clauses.map(({ id, answered, count, requirements, dimensions }) => ({
              id,
              answered,
              count,
              requirements: requirements.map((one) => [one.id, one.answered]),
              dimensions,
            })),
          ),
        ).toEqual(
          reports.map(({ clauses }: typeof coverage) =>
            clauses.map((one: typeof coverage) => ({
              id: one.id,
              answered: one.answered,
              count: one.count,
              requirements: one.requirements.map((item: typeof coverage) => [
                item.id,
                item.answered,
              ]),
              dimensions: one.dimensions,
            })),
          ),
        )
        for (const { id, length } of coverage.documents)
          expect(board.lengths.find((one) => one.id === id)).toMatchObject({
            count: length.count,
            ...(length.limit === null ? {} : { limit: length.limit }),
          })
      } finally {
        if (own !== preview) await own.stop()
      }
    },
  )
})

describe('a workspace that breaks in mid-session', () => {
  it('says so at its line, and goes on when it is mended', async () => {
    const config = path.join(preview.folder, 'ziping.yaml')
    const before = readFileSync(config, 'utf8')
    writeFileSync(config, 'award: nantong-org-2020x\n')
    const broken = await until(async () => {
      const now = await state()
      return now.problem === undefined ? undefined : now
    })
    expect(broken.problem?.where).toEqual({ file: 'ziping.yaml', line: 1, column: 8 })
    // What could be judged last is still there.
    expect(broken.board?.reports[0]?.clauses.length).toBeGreaterThan(20)
    writeFileSync(config, 'award: [\n')
    await until(async () =>
      (await state()).findings.some(({ where }) => where.file === 'ziping.yaml') ? true : undefined,
    )
    writeFileSync(config, before)
    const mended = await until(async () => {
      const now = await state()
      return now.problem === undefined && now.findings.every(({ severity }) => severity !== 'error')
        ? now
        : undefined
    })
    expect(mended.title).toContain('南通')
    expect(readFileSync(config, 'utf8')).toBe(before)
  })
})

describe('the command', () => {
  it('refuses a port that is none', async () => {
    const ended = await runZiping(['preview', '--port', '99999999'], { cwd: preview.folder })
    expect(ended.code).toBe(2)
    expect(ended.err).toContain('--port 不能是“99999999”')
  })

  it('says so when the port is taken', async () => {
    const { port } = new URL(preview.origin)
    const ended = await runZiping(['preview', '--port', port], { cwd: preview.folder })
    expect(ended.code).toBe(2)
    expect(ended.out).toBe('')
  })
})
