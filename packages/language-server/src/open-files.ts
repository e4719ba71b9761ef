import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { configName, findWorkspace, isLeftover, type Overlay, SourceText } from '@ziping/report'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node'
import { offsetAt } from './spots.ts'

/** A file the editor holds, and where it belongs. */
export interface OpenFile {
  readonly uri: string
  readonly root: string
  /** Its path in the workspace. */
  readonly file: string
  readonly version: number
  readonly source: SourceText
  /** The same from opening to closing: versions count anew each time. */
  readonly opening: object
}

/** The texts that the editor holds, saved or not. Files outside any workspace are none of our business. */
export class OpenFiles {
  readonly #byUri = new Map<string, OpenFile>()

  open(uri: string, version: number, text: string): OpenFile | undefined {
    const located = locate(uri)
    if (located === undefined) return undefined
    const source = new SourceText(located.file, text)
    const opened = { ...located, uri, version, source, opening: {} }
    this.#byUri.set(uri, opened)
    return opened
  }

  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): OpenFile | undefined {
    const before = this.#byUri.get(uri)
    if (before === undefined) return undefined
    let { source } = before
    for (const change of changes) source = new SourceText(before.file, changed(source, change))
    const after = { ...before, version, source }
    this.#byUri.set(uri, after)
    return after
  }

  close(uri: string): OpenFile | undefined {
    const closed = this.#byUri.get(uri)
    this.#byUri.delete(uri)
    return closed
  }

  find(uri: string): OpenFile | undefined {
    return this.#byUri.get(uri)
  }

  in(root: string): readonly OpenFile[] {
    return [...this.#byUri.values()].filter((one) => one.root === root)
  }

  overlay(root: string): Overlay {
    const texts = this.in(root).filter(({ file }) => !isLeftover(path.posix.basename(file)))
    return new Map(texts.map(({ file, source }) => [file, source.text]))
  }

  /** As the editor itself spells it where it holds the file. */
  uriOf(root: string, file: string): string {
    const held = this.in(root).find((one) => one.file === file)
    if (held !== undefined) return held.uri
    const usual = path.join(root, file)
    // macOS keeps names decomposed.
    const onDisk = existsSync(usual) ? usual : path.join(root, file.normalize('NFD'))
    return pathToFileURL(existsSync(onDisk) ? onDisk : usual).href
  }
}

/** The workspace of a file and its path there; nothing for what is no file or lies in no workspace. */
export function locate(uri: string): { readonly root: string; readonly file: string } | undefined {
  const absolute = pathOf(uri)
  if (absolute === undefined) return undefined
  const root = findWorkspace(path.dirname(absolute))
  if (root === undefined) return undefined
  return { root, file: path.relative(root, absolute).split(path.sep).join('/').normalize('NFC') }
}

/** The workspace that a folder is, or lies in. */
export function workspaceOf(uri: string): string | undefined {
  const folder = pathOf(uri)
  return folder === undefined ? undefined : findWorkspace(folder)
}

export function isWorkspace(root: string): boolean {
  return existsSync(path.join(root, configName))
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}

function changed(source: SourceText, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text
  const { text } = source
  const start = offsetAt(source, change.range.start)
  const end = Math.max(start, offsetAt(source, change.range.end))
  return text.slice(0, start) + change.text + text.slice(end)
}
