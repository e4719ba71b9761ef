import { useEffect } from 'preact/hooks'
import { keptChoice, useChoice } from './choices.ts'

/** What a reader may choose. */
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const system = matchMedia('(prefers-color-scheme: dark)')

/** Decided here and not by a media query, so that the dark colours stand in the style sheet once. */
function paint(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'auto' && system.matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

/** Before anything is drawn. */
export function paintFirst(): void {
  const kept = keptChoice('theme')
  paint(themes.find((one) => one === kept) ?? 'auto')
}

/** The colours chosen, kept as they are while the system changes from day to night. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useChoice<Theme>('theme', 'auto', themes)
  useEffect(() => {
    const again = (): void => paint(theme)
    again()
    system.addEventListener('change', again)
    return () => system.removeEventListener('change', again)
  }, [theme])
  return [theme, setTheme]
}
