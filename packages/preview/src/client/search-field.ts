import { type ComponentChild, h } from 'preact'
import { typedIn } from './page-tools.ts'
import { say } from './words.ts'

export interface SearchFieldProps {
  readonly words: string
  readonly onWords: (words: string) => void
}

/** Narrows a list to what has these words. */
export function SearchField({ words, onWords }: SearchFieldProps): ComponentChild {
  return h(
    'label',
    null,
    h('span', { class: 'quiet' }, say('搜索', 'Search')),
    h('input', {
      type: 'search',
      name: 'words',
      value: words,
      onInput: (event: Event) => onWords(typedIn(event)),
    }),
  )
}
