import { type ComponentChild, h } from 'preact'
import { useState } from 'preact/hooks'
import type { Where } from '../protocol.ts'
import { editorLink, showWhere } from './place-link.ts'
import { say } from './words.ts'

/** Says where what was clicked is written, until it is closed. */
export function SourceBar({
  where,
  onClose,
}: {
  readonly where: Where | undefined
  readonly onClose: () => void
}): ComponentChild {
  const [copied, setCopied] = useState('')
  if (where === undefined) return h('div', { class: 'source-bar', role: 'status', hidden: true })
  const place = showWhere(where)
  const copy = (): void => {
    navigator.clipboard.writeText(place).then(
      () => setCopied(place),
      () => setCopied(''),
    )
  }
  return h(
    'div',
    { class: 'source-bar', role: 'status' },
    h('span', { class: 'quiet' }, say('原文', 'Source')),
    h('code', { class: 'source-place' }, place),
    h('a', { href: editorLink(where) }, say('在 VS Code 中打开', 'Open in VS Code')),
    h(
      'button',
      { type: 'button', onClick: copy },
      copied === place ? say('已复制', 'Copied') : say('复制位置', 'Copy'),
    ),
    h('button', { type: 'button', onClick: onClose, 'aria-label': say('关闭', 'Close') }, '×'),
  )
}
