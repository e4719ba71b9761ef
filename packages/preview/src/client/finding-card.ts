import { type ComponentChild, h } from 'preact'
import type { ShownFinding } from '../protocol.ts'
import { PlaceLink } from './place-link.ts'
import { say, tell } from './words.ts'

export function severityName(severity: ShownFinding['severity']): string {
  const names = {
    error: say('错误', 'Error'),
    warning: say('警告', 'Warning'),
    info: say('提示', 'Note'),
  }
  return names[severity]
}

/** One finding in full; `onShow` leads to its page. */
export function FindingCard({
  finding,
  onShow,
}: {
  readonly finding: ShownFinding
  readonly onShow?: () => void
}): ComponentChild {
  const { severity, message, advice, where, rule } = finding
  const words = tell(advice)
  return h(
    'article',
    { class: `finding ${severity}` },
    h(
      'p',
      { class: 'finding-head' },
      h('span', { class: `badge ${severity}` }, severityName(severity)),
      h(PlaceLink, { where }),
      h('span', { class: 'quiet rule' }, rule),
      onShow === undefined
        ? null
        : h('button', { type: 'button', onClick: onShow }, say('看页面', 'Show page')),
    ),
    h('p', { class: 'finding-message' }, tell(message)),
    words === '' ? null : h('p', { class: 'quiet' }, say('怎么改：', 'How to mend it: '), words),
  )
}
