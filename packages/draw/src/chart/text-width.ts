const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60\u2014\u2018-\u201D\u2026]/u

/** In ems, for setting without a browser: a Chinese character is 1, a digit a half, capitals and the rest by rule of thumb. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (wide.test(character)) width += 1
    else if (/[A-Z%@&×]/.test(character)) width += 0.78
    else if (/[.,:;'|!\silj()-]/.test(character)) width += 0.34
    else width += character > '\u00FF' && !/[⁰¹²³⁴-⁹⁻]/u.test(character) ? 1 : 0.52
  }
  return width
}

/** Broken into lines of so many ems: anywhere between Chinese characters, else between words where that is possible. */
export function wrapText(text: string, ems: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[A-Za-z0-9.%+-]+|[^A-Za-z0-9.%+-]/g) ?? []) {
    if (line !== '' && textWidth(line + piece) > ems && !noLineStart.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    if (line === '' && piece === ' ') continue
    for (const part of textWidth(piece) > ems ? [...piece] : [piece]) {
      if (line !== '' && textWidth(line + part) > ems && !noLineStart.test(part)) {
        lines.push(line)
        line = ''
      }
      line += part
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

const noLineStart = /^[，。、；：！？）》」』”’%,.;:!?)]/u
