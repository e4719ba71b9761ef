/** What would be read as something else anywhere in a line. */
const anywhere =
  /[\\`*_[\]<]|~(?=~)|(?<=~)~|&(?=[#\w])|\{(?=#)|｛(?=[#＃])|[:：](?=指标[[【]|val[[【])/g
/** What would begin another block at the start of a line. */
const lineStart =
  /^(?:[#>+|-]|={2,}|(?:\d{1,9})(?=[.)](?:\s|$))|[:：]{2,}|\$\$|~{3,}|[ \t\u3000\u00A0\u2002\u2003]+)/
const asciiMark = /[!-/:-@[-`{-~]/

/** Text as it has to be typed so that it is read as text. */
export function writeText(
  value: string,
  position: { readonly startsLine: boolean; readonly inTable: boolean },
): string {
  return value
    .split('\n')
    .map((line, index) =>
      writeLine(line, { ...position, startsLine: index > 0 || position.startsLine }),
    )
    .join('\n')
}

function writeLine(
  line: string,
  { startsLine, inTable }: { readonly startsLine: boolean; readonly inTable: boolean },
): string {
  const start = startsLine ? (lineStart.exec(line)?.[0] ?? '') : ''
  const rest = line.slice(start.length).replace(anywhere, shield)
  const text = shieldStart(start) + (startsLine ? rest.replace(/[ \t]+$/, '') : rest)
  return inTable ? text.replaceAll('|', '\\|') : text
}

/** A number that would open a list keeps its digits: the mark behind them is shielded. */
function shieldStart(start: string): string {
  if (/^\d/.test(start)) return `${start}\\`
  return start.replace(/./gsu, shield)
}

function shield(mark: string): string {
  return asciiMark.test(mark) ? `\\${mark}` : `&#x${(mark.codePointAt(0) ?? 0).toString(16)};`
}
