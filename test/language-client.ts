import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { program } from './run-ziping.ts'

export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface TextEdit {
  readonly range: Range
  readonly newText: string
}

export interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>
}

export interface Diagnostic {
  readonly range: Range
  readonly severity: number
  readonly code: string
  readonly message: string
}

export interface CompletionItem {
  readonly label: string
  readonly detail?: string
  readonly textEdit: TextEdit
}

export interface CodeAction {
  readonly title: string
  readonly kind: string
  readonly edit: WorkspaceEdit
}

interface Message {
  readonly id?: number | string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** An editor of a few lines: it speaks with the real server as a process of its own. */
export class LanguageClient {
  readonly root: string
  readonly said: Message[] = []
  readonly texts = new Map<string, string>()
  readonly diagnostics = new Map<string, readonly Diagnostic[]>()
  readonly #versions = new Map<string, number>()
  readonly #shown = new Map<string, number>()
  readonly #child: ChildProcess
  readonly #waiting = new Map<number | string, (message: Message) => void>()
  readonly #watching = new Set<() => void>()
  #rest = Buffer.alloc(0)
  #complaint = ''
  #ids = 0
  exitCode: number | null | undefined

  constructor(root: string, env: NodeJS.ProcessEnv = {}) {
    this.root = root
    this.#child = spawn(process.execPath, [program, 'lsp', '--stdio'], {
      env: { ...process.env, ZIPING_CACHE: '', ZIPING_LANG: '', ...env },
    })
    this.#child.stdout?.on('data', (bytes: Buffer) => this.#receive(bytes))
    this.#child.stdin?.on('error', () => undefined)
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-2000)
    })
    this.#child.on('exit', (code) => {
      this.exitCode = code
      for (const answer of this.#waiting.values())
        answer({ error: { code: 0, message: this.#gone } })
      for (const look of this.#watching) look()
    })
  }

  async start(
    capabilities: object = {},
    more: object = {},
  ): Promise<{ readonly capabilities: object }> {
    const answer = await this.request<{ readonly capabilities: object }>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    })
    this.notify('initialized', {})
    return answer
  }

  async stop(): Promise<void> {
    if (this.exitCode !== undefined) return
    await this.request('shutdown', undefined)
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.notify('exit', undefined)
    await gone
  }

  /** As a crash would end it. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGKILL')
    await gone
  }

  get #gone(): string {
    return `the server is gone: ${this.#complaint}`
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.root, file)).href
  }

  /** Opens a file, with another text than the one on disk if wanted. */
  open(file: string, text: string = readFileSync(path.join(this.root, file), 'utf8')): void {
    this.texts.set(file, text)
    this.#versions.set(file, 1)
    const languageId = file.endsWith('.md') ? 'markdown' : 'yaml'
    this.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri(file), languageId, version: 1, text },
    })
  }

  /** Replaces a stretch of an open file, as typing does. */
  edit(file: string, start: number, end: number, put: string): void {
    const text = this.text(file)
    const range = { start: positionIn(text, start), end: positionIn(text, end) }
    this.texts.set(file, text.slice(0, start) + put + text.slice(end))
    this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(file), version: this.#next(file) },
      contentChanges: [{ range, text: put }],
    })
  }

  replace(file: string, before: string, after: string): void {
    const at = this.text(file).indexOf(before)
    if (at < 0) throw new Error(`${file} has no “${before}”`)
    this.edit(file, at, at + before.length, after)
  }

  close(file: string): void {
    this.texts.delete(file)
    this.notify('textDocument/didClose', { textDocument: { uri: this.uri(file) } })
  }

  text(file: string): string {
    const text = this.texts.get(file)
    if (text === undefined) throw new Error(`${file} is not open`)
    return text
  }

  /** Ends when the diagnostics of the present text of a file have come, and those of other files with them. */
  async settled(file: string): Promise<readonly Diagnostic[]> {
    const version = this.#versions.get(file)
    await this.until(() => this.#shown.get(this.uri(file)) === version)
    // Each file has a message of its own: what is answered now comes behind the last of them.
    const textDocument = { uri: this.uri(file) }
    await this.request('ziping/status', { textDocument, position: { line: 0, character: 0 } })
    return this.diagnostics.get(this.uri(file)) ?? []
  }

  async until(isSo: () => boolean): Promise<void> {
    if (isSo()) return
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!isSo() && this.exitCode === undefined) return
        this.#watching.delete(look)
        if (isSo()) resolve()
        else reject(new Error(this.#gone))
      }
      this.#watching.add(look)
    })
  }

  /** What the server answers about the place where a word begins in an open file, or some characters behind it. */
  about<Answer>(
    method: string,
    file: string,
    word: string,
    { behind = 0, ...more }: { readonly behind?: number; readonly [key: string]: unknown } = {},
  ): Promise<Answer> {
    const at = this.text(file).indexOf(word)
    if (at < 0) throw new Error(`${file} has no “${word}”`)
    return this.request(`textDocument/${method}`, {
      textDocument: { uri: this.uri(file) },
      position: positionIn(this.text(file), at + behind),
      ...more,
    })
  }

  /** What is offered behind a text typed at the end of a file. */
  async offered(file: string, typed: string): Promise<readonly CompletionItem[]> {
    const end = this.text(file).length
    this.edit(file, end, end, `\n\n${typed}`)
    const position = positionIn(this.text(file), this.text(file).length)
    const items = await this.request<readonly CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: this.uri(file) },
      position,
    })
    this.edit(file, end, this.text(file).length, '')
    return items
  }

  request<Answer>(method: string, params: unknown): Promise<Answer> {
    const id = ++this.#ids
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result as Answer) : reject(new Error(error.message)),
      )
      this.#send({ id, method, params })
    })
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params })
  }

  /** Bytes as they are, well-formed or not. */
  raw(bytes: string | Uint8Array): void {
    this.#child.stdin?.write(bytes)
  }

  #next(file: string): number {
    const version = (this.#versions.get(file) ?? 0) + 1
    this.#versions.set(file, version)
    return version
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.raw(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }

  #receive(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes])
    for (;;) {
      const head = this.#rest.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.#rest.toString('latin1', 0, head))?.[1],
      )
      if (this.#rest.length < head + 4 + length) return
      const body = this.#rest.toString('utf8', head + 4, head + 4 + length)
      this.#rest = this.#rest.subarray(head + 4 + length)
      this.#take(JSON.parse(body))
    }
  }

  #take(message: Message): void {
    this.said.push(message)
    const { id, method, params } = message
    if (method === undefined && id !== undefined && id !== null) {
      this.#waiting.get(id)?.(message)
      this.#waiting.delete(id)
    } else if (id !== undefined) this.#send({ id, result: null })
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, version, diagnostics } = params as {
        uri: string
        version?: number
        diagnostics: Diagnostic[]
      }
      this.diagnostics.set(uri, diagnostics)
      if (version !== undefined) this.#shown.set(uri, version)
    }
    for (const look of this.#watching) look()
  }
}

/** The text after edits that are all about the text before. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const offset = ({ line, character }: Position): number =>
    text.split('\n').slice(0, line).join('\n').length + (line === 0 ? 0 : 1) + character
  return edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text)
}

export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
