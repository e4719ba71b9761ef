import type { Passage } from './passage.ts'
import { Rewriting, type Slip } from './rewriting.ts'
import { proseSteps, steps, type TypographyKind } from './typography-steps.ts'

/** One look that most passages pass. */
const suspicious =
  /[,;:?!()０-９Ａ-Ｚａ-ｚ]|\.{3}|--|[，、；：。]{2}|[ \u00A0](?:[，。；：？！、）》】」』]|\p{Script=Han})/u

/** Addresses and file names, whose marks are not the sentence's. */
const fixedNames =
  /https?:\/\/[^\s，。；、（）“”]{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}|[^\s，。；、：（）“”《》]{1,60}\.(?:png|jpe?g|gif|svg|pdf|docx?|xlsx?|pptx?|md|ya?ml|csv|zip|mp4)(?![A-Za-z0-9Ａ-Ｚａ-ｚ０-９])/gi
const mayHoldNames = /:\/\/|@|\.[a-z]{2}/i

/** Most rounds that steps may uncover each other; nobody types what needs more. */
const mostRounds = 8

/** The typographic slips of a passage; `kept` are stretches of the file that are no prose. */
export function typographySlips(
  passage: Passage,
  kept: readonly { readonly start: number; readonly end: number }[],
): readonly Slip<TypographyKind>[] {
  if (!suspicious.test(passage.text)) return []
  const rewriting = new Rewriting<TypographyKind>(withoutNames(passage, kept))
  const all = passage.part === 'text' ? proseSteps : steps
  for (let round = 0, changed = true; changed && round < mostRounds; round++) {
    changed = false
    for (const { kind, find } of all)
      if (rewriting.apply(kind, find(rewriting.text))) changed = true
  }
  return rewriting.slips()
}

/** The passage with everything that is not the author's own prose made opaque. */
export function withoutNames(
  passage: Passage,
  kept: readonly { readonly start: number; readonly end: number }[],
): string {
  let { text } = passage
  if (mayHoldNames.test(text))
    text = text.replace(fixedNames, (name) => '\uFFFC'.repeat(name.length))
  const { span } = passage.block
  const own = kept.filter(({ start, end }) => start < span.end && end > span.start)
  if (own.length === 0) return text
  let masked = ''
  let next = 0
  for (let index = 0; index < text.length; index++) {
    const offset = passage.offset(index) ?? -1
    while ((own[next]?.end ?? Infinity) <= offset) next++
    masked += offset >= (own[next]?.start ?? Infinity) ? '\uFFFC' : (text[index] ?? '')
  }
  return masked
}
