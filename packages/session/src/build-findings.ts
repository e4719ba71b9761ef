import {
  defineFinding,
  type Failure,
  type Finding,
  type FindingMaker,
  type Place,
  placeOfFile,
  wording,
} from '@ziping/diagnostics'
import { largestBytes } from './read-whole.ts'

/** A PDF among the evidence that cannot be printed; the reader's own words say why. */
export function evidenceUnreadable(place: Place | undefined, failure: Failure): Finding {
  return {
    rule: 'evidence-file-unusable',
    messageId: 'unreadable',
    severity: 'error',
    place: place ?? placeOfFile('evidence/evidence.yaml'),
    words: failure.words,
  }
}

const megabytes = 1024 * 1024

/** A single file that nothing here could open without ending for want of memory. */
export const evidenceTooLarge: FindingMaker<{ readonly file: string }> = defineFinding({
  rule: 'evidence-file-unusable',
  messageId: 'too-large',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file }) => ({
      message: `${file} 超过 ${largestBytes / megabytes} MB，没有印进书里`,
      advice: '把它拆成几份分别登记，或重新存成 200 至 300 点/英寸',
    }),
    en: ({ file }) => ({
      message: `${file} is larger than ${largestBytes / megabytes} MB and is not printed`,
      advice: 'Split it into several entries, or save it at 200 to 300 dpi',
    }),
  }),
})

/** A Word file of more pictures than Word opens. */
export const wordWithoutScans: FindingMaker<{ readonly title: string; readonly size: number }> =
  defineFinding({
    rule: 'evidence-not-in-word',
    messageId: 'titles',
    severity: 'info',
    words: wording({
      'zh-CN': ({ title, size }) => ({
        message: `证实性材料共 ${size} MB，Word 版《${title}》里只列题目，不放扫描件和照片`,
        advice: '扫描件和照片都在 PDF 里；放进 Word 会大到打不开',
      }),
      en: ({ title, size }) => ({
        message: `The evidence has ${size} MB: the Word file of “${title}” bears its titles, not the scans and photographs`,
        advice: 'They all are in the PDF; with them Word could not open the file',
      }),
    }),
  })

/** A picture that the browser does not draw: damaged, cut short, or of more pixels than it can hold. */
export const pictureBroken: FindingMaker<{ readonly file: string }> = defineFinding({
  rule: 'image-missing',
  messageId: 'broken',
  severity: 'error',
  words: wording({
    'zh-CN': ({ file }) => ({
      message: `图片 ${file} 已损坏或过大，印不出来，书中此处是空的`,
      advice: '用看图软件打开后另存为 PNG 或 JPEG；边长超过一万像素的先缩小',
    }),
    en: ({ file }) => ({
      message: `The picture ${file} is damaged or too large and does not print; its place stays empty`,
      advice:
        'Open it and save it anew as PNG or JPEG; shrink it first if it has more than 10,000 pixels a side',
    }),
  }),
})

/** A character that no font at hand can draw. */
export const glyphMissing: FindingMaker<{ readonly character: string; readonly face: string }> =
  defineFinding({
    rule: 'glyph-missing',
    messageId: 'absent',
    severity: 'error',
    words: wording({
      'zh-CN': ({ character, face }) => ({
        message: `“${character}”（${codeOf(character)}）在所用的${face}和其他字体里都没有，印出来是空框`,
        advice: '换一个写法，或在 ziping.yaml 的 fonts 里指定有这个字的字体',
      }),
      en: ({ character, face }) => ({
        message: `“${character}” (${codeOf(character)}) is in no font at hand, ${face} included, and would print as a box`,
        advice: 'Write it differently, or name a font that has it under fonts in ziping.yaml',
      }),
    }),
  })

/** A character drawn in another face than the text around it. */
export const glyphLent: FindingMaker<{
  readonly character: string
  readonly face: string
  readonly by: string
}> = defineFinding({
  rule: 'glyph-missing',
  messageId: 'lent',
  severity: 'info',
  words: wording({
    'zh-CN': ({ character, face, by }) => ({
      message: `“${character}”（${codeOf(character)}）不在${face}里，改用${by}印出`,
      advice: '看一眼印出的样子；要换字体，在 ziping.yaml 的 fonts 里指定',
    }),
    en: ({ character, face, by }) => ({
      message: `“${character}” (${codeOf(character)}) is not in ${face} and is printed in ${by}`,
      advice: 'Look at the print; name another font under fonts in ziping.yaml if need be',
    }),
  }),
})

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** A diagram that had to be made so small that its words are hard to read. */
export const diagramSmall: FindingMaker<{ readonly points: number }> = defineFinding({
  rule: 'diagram-small',
  messageId: 'small',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ points }) => ({
      message: `这幅图太宽，缩到版心里字只有 ${points} 磅（小六号是 6.5 磅），印出来看不清`,
      advice: '改为自上而下排（flowchart TD），或缩短方框里的字、拆成两幅，或放进 :::横向',
    }),
    en: ({ points }) => ({
      message: `This diagram is so wide that its words print at ${points} pt`,
      advice:
        'Let it run from top to bottom (flowchart TD), shorten or split it, or put it into :::横向',
    }),
  }),
})

/** A book so thin that its spine holds only tiny letters. */
export const spineThin: FindingMaker<{
  readonly millimetres: number
  readonly points: number
  readonly sheets: number
}> = defineFinding({
  rule: 'spine-thin',
  messageId: 'thin',
  severity: 'info',
  words: wording({
    'zh-CN': ({ millimetres, points, sheets }) => ({
      message: `${sheets} 张纸的书脊只有 ${millimetres} 毫米宽，书脊上的字只有 ${points} 磅`,
      advice: '问一问受理部门能否不印书脊文字，或改用较厚的纸并在 ziping.yaml 中写 paperThickness',
    }),
    en: ({ millimetres, points, sheets }) => ({
      message: `The spine of ${sheets} sheets is ${millimetres} mm wide; its letters have ${points} pt`,
      advice:
        'Ask the office whether the spine may stay blank, or take thicker paper and say so: paperThickness in ziping.yaml',
    }),
  }),
})
