const gap = 6

/** Puts each note beside its line, and below the one before it. */
export function layNotes(view: HTMLElement): void {
  for (const margin of view.querySelectorAll<HTMLElement>('.margin-notes')) {
    let free = 0
    for (const note of margin.querySelectorAll<HTMLElement>('.note')) {
      const wanted = Number(note.dataset['top'] ?? 0)
      const top = Math.max(wanted, free)
      note.style.top = `${top}px`
      free = top + note.offsetHeight + gap
    }
    // So many that they do not fit beside their page make room below it.
    margin.style.minHeight = `${Math.max(0, free)}px`
  }
}
