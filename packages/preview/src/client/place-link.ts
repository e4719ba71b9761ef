import { type ComponentChild, h } from 'preact'
import type { Where } from '../protocol.ts'
import { say } from './words.ts'

let root = ''

/** Where the workspace lies, for all links. */
export function workspaceAt(folder: string): void {
  root = folder.replaceAll('\\', '/')
}

export function showWhere({ file, line }: Where): string {
  return `${file}:${line}`
}

/** Opens the line in the editor that has registered for it. */
export function editorLink({ file, line, column }: Where): string {
  const path = `${root}/${file}`.replace(/^\/*/, '/')
  return `vscode://file${encodeURI(path)}:${line}:${column}`
}

export function PlaceLink({ where }: { readonly where: Where }): ComponentChild {
  const label = say('在编辑器中打开', 'Open in the editor')
  return h('a', { class: 'place', href: editorLink(where), title: label }, showWhere(where))
}
