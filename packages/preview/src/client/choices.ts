import { useState } from 'preact/hooks'

/** What a reader has chosen, kept in this browser; where that is forbidden, until the page is closed. */
export function useChoice<Value extends string>(
  name: string,
  usual: Value,
  allowed: readonly Value[] | undefined = undefined,
): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    const kept = keptChoice(name)
    const known = allowed === undefined ? kept : allowed.find((one) => one === kept)
    // Whatever text was kept is one of the texts allowed.
    return known === undefined ? usual : (known as Value)
  })
  return [
    value,
    (chosen) => {
      write(name, chosen)
      setValue(chosen)
    },
  ]
}

/** What was chosen before, whatever text that is. */
export function keptChoice(name: string): string | undefined {
  try {
    return localStorage.getItem(`ziping-${name}`) ?? undefined
  } catch {
    return undefined
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`ziping-${name}`, value)
  } catch {
    // Then it lasts as long as the page.
  }
}
