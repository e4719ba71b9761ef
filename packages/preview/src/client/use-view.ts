import { useEffect, useState } from 'preact/hooks'
import { type View, views } from './header.ts'

/** The view stands in the address, so that “back” and a reload lead where one was. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(viewInAddress)
  useEffect(() => {
    const changed = (): void => setView(viewInAddress())
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return [
    view,
    (chosen) => {
      if (viewInAddress() !== chosen) location.hash = chosen
      setView(chosen)
    },
  ]
}

function viewInAddress(): View {
  const name = location.hash.slice(1)
  return views.find(({ id }) => id === name)?.id ?? 'pages'
}
