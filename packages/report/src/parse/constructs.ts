import { gfmTable } from 'micromark-extension-gfm-table'
import { edge, filler, linePlaceholder, placeholder, plainBracket } from './units.ts'

// micromark's own names for its types, taken from an extension's, so that one dependency is enough.
type Extension = ReturnType<typeof gfmTable>
type Constructs = NonNullable<NonNullable<Extension['flow']>[string]>
type Construct = Exclude<Constructs, readonly unknown[]>
type Tokenizer = Construct['tokenize']
type State = ReturnType<Tokenizer>
type Code = Parameters<State>[0]

const bar = 124
const backslash = 92
const fillerUnit = filler.charCodeAt(0)
const hiddenUnits: readonly Code[] = [...edge, ...placeholder, ...filler].map((unit) =>
  unit.charCodeAt(0),
)

function isLineEnd(code: Code): boolean {
  return code === null || code < -2
}

function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32
}

/** What stands for a directive, formula or comment of whole lines: a block that interrupts a paragraph. */
export function hiddenLine(): Extension {
  const tokenize: Tokenizer = (effects, ok, nok) => {
    const inside: State = (code) => {
      if (code === fillerUnit) {
        effects.consume(code)
        return inside
      }
      effects.exit('thematicBreak')
      return behind(code)
    }
    const behind: State = (code) => {
      if (isLineEnd(code)) return ok(code)
      if (!isSpace(code)) return nok(code)
      effects.enter('whitespace')
      effects.consume(code)
      effects.exit('whitespace')
      return behind
    }
    return (code) => {
      effects.enter('thematicBreak')
      effects.consume(code)
      return inside
    }
  }
  return { flow: { [linePlaceholder.charCodeAt(0)]: { name: 'hiddenLine', tokenize } } }
}

/** What was a definition is a paragraph of its own, even directly under another one. */
export function freshParagraph(): Extension {
  const tokenize: Tokenizer = function (_effects, ok, nok) {
    return (code) => (this.interrupt === true ? ok(code) : nok(code))
  }
  return { flow: { [plainBracket.charCodeAt(0)]: { name: 'freshParagraph', tokenize } } }
}

/**
 * Tables as in GFM, but a line without `|` ends one. GFM would read it as a row with a single cell, and the paragraph
 * that a writer began directly under a table would disappear into it.
 */
export function tableOfPipes(): Extension {
  const extension = gfmTable()
  const table = extension.flow?.['null']
  if (table === undefined || Array.isArray(table)) return extension
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const asTable = table.tokenize.call(this, effects, ok, nok)
    return (code) => {
      const last = this.events.findLast(
        ([, token]) => token.type !== 'lineEnding' && token.type !== 'linePrefix',
      )
      const inBody = last?.[1].type === 'tableHead' || last?.[1].type === 'tableRow'
      return inBody ? effects.check(pipeAhead, asTable, nok)(code) : asTable(code)
    }
  }
  return { ...extension, flow: { ...extension.flow, null: { ...table, tokenize } } }
}

/** A line with a `|`, or one that holds nothing but a comment. */
const pipeAhead: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    let hidden = true
    const scan: State = (code) => {
      if (code === bar || isLineEnd(code)) {
        effects.exit('data')
        return (code === bar || hidden ? ok : nok)(code)
      }
      if (!isSpace(code) && !hiddenUnits.includes(code)) hidden = false
      effects.consume(code)
      return code === backslash ? escaped : scan
    }
    const escaped: State = (code) => {
      if (isLineEnd(code)) return scan(code)
      effects.consume(code)
      return scan
    }
    return (code) => {
      if (code === bar || isLineEnd(code)) return (code === bar ? ok : nok)(code)
      effects.enter('data')
      return scan(code)
    }
  },
}
