import { type ComponentChild, h } from 'preact'
import type { State } from '../protocol.ts'
import type { Connection } from './api.ts'
import { themes, useTheme } from './theme.ts'
import { type Language, say } from './words.ts'

export type View = 'pages' | 'board' | 'findings' | 'indicators' | 'evidence' | 'form'

export const views: readonly { readonly id: View; readonly title: () => string }[] = [
  { id: 'pages', title: () => say('页面', 'Pages') },
  { id: 'board', title: () => say('进度板', 'Board') },
  { id: 'findings', title: () => say('问题', 'Findings') },
  { id: 'indicators', title: () => say('指标', 'Indicators') },
  { id: 'evidence', title: () => say('证据', 'Evidence') },
  { id: 'form', title: () => say('申报表', 'Form') },
]

export interface HeaderProps {
  readonly state: State
  readonly view: View
  readonly connection: Connection
  readonly language: Language
  readonly onView: (view: View) => void
  readonly onLanguage: (language: Language) => void
}

export function Header(props: HeaderProps): ComponentChild {
  const { state, view, connection, language, onView, onLanguage } = props
  const count = state.findings.filter(({ severity }) => severity === 'error').length
  const hasForm = state.documents.some(({ id }) => id === 'form')
  return h(
    'header',
    null,
    h('a', { class: 'skip', href: '#main' }, say('跳到正文', 'Skip to the content')),
    h('h1', { title: state.title }, state.title || 'ziping'),
    h(
      'nav',
      { 'aria-label': say('视图', 'Views') },
      views
        .filter(({ id }) => id !== 'form' || hasForm)
        .map(({ id, title }) =>
          h(
            'button',
            {
              type: 'button',
              key: id,
              'data-view': id,
              'aria-current': view === id ? 'page' : undefined,
              onClick: () => onView(id),
            },
            title(),
            id === 'findings' && count > 0 ? h('span', { class: 'badge error' }, count) : null,
          ),
        ),
    ),
    h(
      'div',
      { class: 'group' },
      h(
        'span',
        { class: connection === 'there' ? 'quiet' : 'tag missing', role: 'status' },
        connectionWords(connection),
      ),
      h(ThemeChoice, null),
      h(
        'button',
        {
          type: 'button',
          name: 'language',
          lang: language === 'en' ? 'zh-CN' : 'en',
          onClick: () => onLanguage(language === 'en' ? 'zh-CN' : 'en'),
        },
        language === 'en' ? '中文' : 'English',
      ),
    ),
  )
}

function connectionWords(connection: Connection): string {
  switch (connection) {
    case 'there':
      return ''
    case 'gone':
      return say(
        '与 ziping 的连接断了，正在重连；已退出的话，请重新运行 ziping preview',
        'Disconnected, trying again; if ziping has ended, run ziping preview anew',
      )
    case 'stranger':
      return say(
        '这个网址已失效，下面是断开之前的内容；请打开终端里 ziping preview 新显示的网址',
        'This address is no longer valid, and what you see is from before; open the one ziping preview shows now',
      )
    default:
      return connection satisfies never
  }
}

function ThemeChoice(): ComponentChild {
  const [theme, setTheme] = useTheme()
  const titles = {
    auto: say('随系统', 'System'),
    light: say('浅色', 'Light'),
    dark: say('深色', 'Dark'),
  }
  return h(
    'select',
    {
      name: 'theme',
      'aria-label': say('颜色', 'Colours'),
      value: theme,
      onChange: ({ target }: Event) => {
        const next = target instanceof HTMLSelectElement ? target.value : ''
        setTheme(themes.find((one) => one === next) ?? 'auto')
      },
    },
    themes.map((one) => h('option', { key: one, value: one }, titles[one])),
  )
}
