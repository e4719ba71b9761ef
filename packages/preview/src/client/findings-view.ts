import { type ComponentChild, h } from 'preact'
import { useState } from 'preact/hooks'
import type { ShownFinding, State, Where } from '../protocol.ts'
import { useChoice } from './choices.ts'
import { FindingCard, severityName } from './finding-card.ts'
import { typedIn } from './page-tools.ts'
import { SearchField } from './search-field.ts'
import { say, tell } from './words.ts'

const severities = ['error', 'warning', 'info'] as const

/** All findings, to be narrowed down. */
export function FindingsView({
  state,
  onShow,
}: {
  readonly state: State
  readonly onShow: (where: Where) => void
}): ComponentChild {
  const [hidden, setHidden] = useChoice<string>('hidden', '')
  const [rule, setRule] = useState('')
  const [file, setFile] = useState('')
  const [words, setWords] = useState('')
  const off = new Set(hidden.split(' '))
  const all = state.findings
  const shown = all.filter(
    (finding) =>
      !off.has(finding.severity) &&
      (rule === '' || finding.rule === rule) &&
      (file === '' || finding.where.file === file) &&
      isAbout(finding, words),
  )
  const files = [...new Set(shown.map(({ where }) => where.file))]
  return h(
    'section',
    { class: 'findings', 'aria-label': say('问题', 'Findings') },
    h(
      'div',
      { class: 'tools', role: 'group', 'aria-label': say('筛选', 'Filter') },
      severities.map((severity) =>
        h(
          'label',
          { class: 'check', key: severity },
          h('input', {
            type: 'checkbox',
            name: severity,
            checked: !off.has(severity),
            onChange: () => setHidden(toggled(off, severity)),
          }),
          `${severityName(severity)} ${all.filter((one) => one.severity === severity).length}`,
        ),
      ),
      h(Choice, {
        label: say('规则', 'Rule'),
        name: 'rule',
        value: rule,
        options: [...new Set(all.map((one) => one.rule))].sort(),
        onChange: setRule,
      }),
      h(Choice, {
        label: say('文件', 'File'),
        name: 'file',
        value: file,
        options: [...new Set(all.map(({ where }) => where.file))].sort(),
        onChange: setFile,
      }),
      h(SearchField, { words, onWords: setWords }),
      h(
        'span',
        { class: 'quiet', role: 'status' },
        say(`显示 ${shown.length} 处，共 ${all.length} 处`, `${shown.length} of ${all.length}`),
      ),
    ),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': say('问题清单', 'List') },
      shown.length === 0
        ? h('p', { class: 'empty' }, say('没有这样的问题', 'No such findings'))
        : files.map((name) =>
            h(
              'section',
              { key: name },
              h('h2', null, name),
              shown
                .filter(({ where }) => where.file === name)
                .map((finding, index) =>
                  h(FindingCard, {
                    key: `${finding.rule} ${finding.where.line} ${index}`,
                    finding,
                    ...(isPrinted(name) ? { onShow: () => onShow(finding.where) } : {}),
                  }),
                ),
            ),
          ),
    ),
  )
}

/** Of the data only the form's fields have a page of their own. */
function isPrinted(file: string): boolean {
  return file.endsWith('.md') || file === 'data/form.yaml'
}

function isAbout({ message, advice, rule, where }: ShownFinding, words: string): boolean {
  const text = `${tell(message)} ${tell(advice)} ${rule} ${where.file}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function toggled(off: ReadonlySet<string>, severity: string): string {
  const next = new Set(off)
  if (!next.delete(severity)) next.add(severity)
  return [...next].join(' ').trim()
}

function Choice({
  label,
  name,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly options: readonly string[]
  readonly onChange: (value: string) => void
}): ComponentChild {
  return h(
    'label',
    null,
    h('span', { class: 'quiet' }, label),
    h(
      'select',
      { name, value, onChange: (event: Event) => onChange(typedIn(event)) },
      h('option', { value: '' }, say('全部', 'all')),
      options.map((option) => h('option', { key: option, value: option }, option)),
    ),
  )
}
