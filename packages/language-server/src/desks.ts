import { Desk, type DeskTools } from './desk.ts'
import { isWorkspace, type OpenFiles } from './open-files.ts'
import type { FindingsShown } from './show-findings.ts'

/** The workspaces under the editor: those of the files it holds, and those of its folders. */
export class Desks {
  readonly #byRoot = new Map<string, Desk>()
  readonly #kept = new Set<string>()
  readonly #files: OpenFiles
  readonly #tools: Pick<DeskTools, 'engine' | 'broken'>
  readonly #shown: () => FindingsShown

  constructor(
    files: OpenFiles,
    tools: Pick<DeskTools, 'engine' | 'broken'>,
    shown: () => FindingsShown,
  ) {
    this.#files = files
    this.#tools = tools
    this.#shown = shown
  }

  get all(): readonly Desk[] {
    return [...this.#byRoot.values()]
  }

  find(root: string): Desk | undefined {
    return this.#byRoot.get(root)
  }

  /** A folder of the editor: judged even while none of its files is open. */
  keep(root: string): void {
    this.#kept.add(root)
    this.changed(root)
  }

  release(root: string): void {
    this.#kept.delete(root)
    this.changed(root)
  }

  /** Something of a workspace is new: judges it again, or forgets it when nobody looks any more. */
  changed(root: string): void {
    const isWanted = this.#kept.has(root) || this.#files.in(root).length > 0
    if (!isWanted || !isWorkspace(root)) {
      this.#byRoot.get(root)?.close()
      this.#byRoot.delete(root)
      this.#shown().clear(root)
      return
    }
    const desk = this.#byRoot.get(root) ?? this.#open(root)
    this.#byRoot.set(root, desk)
    desk.changed()
  }

  changedAll(): void {
    for (const root of new Set([...this.#byRoot.keys(), ...this.#kept])) this.changed(root)
  }

  close(): void {
    for (const desk of this.#byRoot.values()) desk.close()
    this.#byRoot.clear()
  }

  #open(root: string): Desk {
    return new Desk(root, {
      ...this.#tools,
      overlay: () => this.#files.overlay(root),
      found: (desk) => {
        if (this.#byRoot.get(root) === desk) this.#shown().show(desk)
      },
    })
  }
}
