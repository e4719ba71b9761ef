import { type ComponentChild, h } from 'preact'
import type { Sheet } from '../protocol.ts'
import { severityName } from './finding-card.ts'
import type { PlacedFinding } from './page-place.ts'
import { PlaceLink } from './place-link.ts'
import { SheetView } from './sheet-view.ts'
import { tell } from './words.ts'

export interface SheetRowProps {
  readonly sheet: Sheet
  readonly index: number
  readonly scale: number
  readonly mark: number | undefined
  readonly findings: readonly PlacedFinding[]
  readonly onClick: (index: number, top: number, left: number) => void
}

/** A page with what was found on it beside it. */
export function SheetRow({ findings, ...sheet }: SheetRowProps): ComponentChild {
  return h(
    'li',
    { class: 'sheet-row' },
    h(SheetView, sheet),
    h(
      'div',
      { class: 'margin-notes' },
      findings.map(({ finding, top }, order) =>
        h(MarginNote, {
          key: `${finding.rule} ${finding.where.line} ${order}`,
          finding,
          top: top * sheet.scale,
        }),
      ),
    ),
  )
}

/** Short; more of it when it is opened. */
function MarginNote({
  finding,
  top,
}: {
  readonly finding: PlacedFinding['finding']
  readonly top: number
}): ComponentChild {
  const { severity, message, advice, where } = finding
  return h(
    'details',
    { class: `note ${severity}`, 'data-top': top },
    h(
      'summary',
      null,
      h('span', { class: `badge ${severity}` }, severityName(severity)),
      ' ',
      tell(message),
    ),
    h('p', { class: 'quiet' }, tell(advice)),
    h('p', null, h(PlaceLink, { where })),
  )
}
