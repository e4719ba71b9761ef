import { type Severity, wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { countedBy, longestFile } from '../length-words.ts'
import { type MeasuredText, measuredLimits } from '../measured-limits.ts'

interface Over {
  readonly text: MeasuredText
  readonly most: number
}

export const lengthExceeded: Rule = defineRule({
  id: 'length-exceeded',
  severity: 'error',
  source: ['L-21', 'L-23', 'L-24', 'L-25', 'L-26', 'L-27', 'L-28', 'T-31'],
  title: { 'zh-CN': '超过字数限制', en: 'A text is longer than allowed' },
  why: {
    'zh-CN':
      '通知写明了限字数。超出的材料可能被退回，或者评审员只看到限定的字数为止；截稿前再删，往往删掉的是数据。',
    en: 'The notice sets the limit: what is longer may be sent back, or read only up to it.',
  },
  options: {
    symbols: {
      usual: 'info',
      help: {
        'zh-CN':
          '字数没超、字符数（不计空格）超过时怎么报：off、info 或 warning。通知没有说“字”是哪一种（T-31）',
        en: 'When 字 keep the limit and characters without spaces do not: off, info or warning (T-31)',
      },
    },
  },
  messages: {
    over: wording<Over>({
      'zh-CN': ({ text, most }) => ({
        message: `${text.title}${text.length}字，超出${most}字的限制${text.length - most}字（${countedBy(text).zh}）`,
        advice: `删去${text.length - most}字${whereZh(text)}`,
      }),
      en: ({ text, most }) => ({
        message: `${text.title}: ${text.length}, ${text.length - most} over the limit of ${most} (${countedBy(text).en})`,
        advice: `Take out ${text.length - most}${whereEn(text)}`,
      }),
    }),
    about: wording<Over & { readonly about: number; readonly aim: number }>({
      'zh-CN': ({ text, about, most, aim }) => ({
        message: `${text.title}${text.length}字，通知要求${about}字左右，超过了${most}字（${countedBy(text).zh}）`,
        advice: `删到${aim}字以内，至少删去${text.length - aim}字${whereZh(text)}`,
      }),
      en: ({ text, about, most, aim }) => ({
        message: `${text.title}: ${text.length}, more than ${most} where about ${about} are asked for (${countedBy(text).en})`,
        advice: `Come down to ${aim}: take out at least ${text.length - aim}${whereEn(text)}`,
      }),
    }),
    uncertain: wording<Over>({
      'zh-CN': ({ text, most }) => ({
        message: `${text.title}${text.length}字，可能超出${most}字的限制：其中${text.count.uncertain}个引号、破折号之类的符号，Word按字体可能不计（${countedBy(text).zh}）`,
        advice: `删去${text.length - most}字就不必担心${whereZh(text)}`,
      }),
      en: ({ text, most }) => ({
        message: `${text.title}: ${text.length}, perhaps over the limit of ${most}: ${text.count.uncertain} quotation marks, dashes and the like count by their font in Word (${countedBy(text).en})`,
        advice: `Take out ${text.length - most} to be safe${whereEn(text)}`,
      }),
    }),
    symbols: wording<Over>({
      'zh-CN': ({ text, most }) => ({
        message: `${text.title}按Word“字数”是${text.length}字，没有超过${most}字；按“字符数（不计空格）”是${text.count.withoutSpaces}，超过了`,
        advice: '向评审办问清“字”按哪一种计；问不到的话，少用长数字和英文',
      }),
      en: ({ text, most }) => ({
        message: `${text.title}: ${text.length} by Word’s count of 字, within ${most}, but ${text.count.withoutSpaces} characters without spaces`,
        advice:
          'Ask the award office which count applies; else use fewer long figures and Latin words',
      }),
    }),
  },
  *check(context, finding) {
    const symbols = context.textOption('symbols')
    for (const text of measuredLimits(context)) {
      const { limit, place, length, count, clause } = text
      const of = clause === undefined ? {} : { clause }
      const bound = boundOf(text)
      if (bound === undefined) continue
      const { most, severity } = bound
      const certain = limit.measure === 'characters' ? length - count.uncertain : length
      if (length > most) {
        if (limit.max === undefined && limit.about !== undefined)
          yield finding.about(
            place,
            { text, most, about: limit.about, aim: bound.aim },
            weigh(of, severity, certain > most),
          )
        else if (certain > most) yield finding.over(place, { text, most }, { ...of, severity })
        else yield finding.uncertain(place, { text, most }, weigh(of, severity, false))
      } else if (
        limit.measure === 'characters' &&
        isSeverity(symbols) &&
        count.withoutSpaces > bound.last
      )
        yield finding.symbols(
          place,
          { text, most: bound.last },
          { ...of, severity: symbols, atMost: symbols },
        )
    }
  },
  examples: [
    {
      name: 'one 字 too many',
      report: { 'overview.md': `${'概'.repeat(201)}\n` },
      finds: ['overview.md:1:1 over'],
    },
    {
      name: 'only quotation marks too many',
      report: { 'overview.md': `“${'概'.repeat(199)}”\n` },
      finds: ['overview.md:1:1 uncertain'],
    },
    {
      name: 'within by 字, beyond by characters',
      report: { 'overview.md': `${'概'.repeat(190)}，2023年收入103480.25万元。\n` },
      finds: ['overview.md:1:1 symbols'],
    },
    {
      name: 'far more than “左右” allows',
      award: 'nantong-org-2020',
      report: { 'form/t2.innoText.md': `${'内'.repeat(1201)}\n` },
      finds: ['form/t2.innoText.md:1:1 about'],
    },
    {
      name: 'a field of the form, counted in characters',
      award: 'nantong-org-2020',
      report: { 'data/form.yaml': `t2.innoName: ${'同'.repeat(26)}\n` },
      finds: ['data/form.yaml:1:14 over'],
    },
    {
      name: 'a clause, without its heading',
      limits: [{ id: 'mission', target: { clause: '1.1' }, measure: 'characters', max: 30 }],
      report: `# 1.1 使命\n\n${'使'.repeat(31)}\n\n# 1.2 责任\n\n${'责'.repeat(31)}\n`,
      finds: ['1:1 over'],
    },
    {
      name: 'the text of a picture',
      award: 'nantong-org-2020',
      report: {
        'photos/photos.yaml': `- file: a.jpg\n  title: 厂区\n  text: ${'厂'.repeat(301)}\n`,
      },
      finds: ['photos/photos.yaml:3:3 over'],
    },
    {
      name: 'near miss: exactly the limit',
      report: { 'overview.md': `${'概'.repeat(200)}\n` },
      finds: [],
    },
    {
      name: 'near miss: notes to colleagues and blanks do not count',
      report: { 'overview.md': `${'概'.repeat(200)}\n\n<!-- 待核对 -->　\n` },
      finds: [],
    },
    {
      name: 'near miss: 左右 within its tolerance',
      award: 'nantong-org-2020',
      report: { 'form/t2.innoText.md': `${'内'.repeat(1100)}\n` },
      finds: [],
    },
  ],
})

interface Bound {
  /** More than this is too much. */
  readonly most: number
  /** More than this is too much in any way of counting. */
  readonly last: number
  /** What to shorten it to. */
  readonly aim: number
  readonly severity: Severity
}

/** The bound a text breaks, or the one it keeps. */
function boundOf({ limit, length }: MeasuredText): Bound | undefined {
  const { max, about, tolerance, severity = 'error' } = limit
  if (max !== undefined) return { most: max, last: max, aim: max, severity }
  if (about === undefined || tolerance === undefined) return undefined
  const [soft, hard] = [1 + tolerance.warning, 1 + tolerance.error].map((factor) =>
    Math.round(about * factor),
  ) as [number, number]
  return length > hard
    ? { most: hard, last: hard, aim: soft, severity }
    : { most: soft, last: hard, aim: soft, severity: 'warning' }
}

/** What is not beyond doubt is a warning, whatever the award says of the rule. */
function weigh<Of extends object>(
  of: Of,
  severity: Severity,
  isCertain: boolean,
): Of & { readonly severity: Severity; readonly atMost: Severity } {
  const settled = isCertain && severity === 'error' ? 'error' : 'warning'
  return { ...of, severity: settled, atMost: settled }
}

function isSeverity(value: string): value is Severity {
  return value === 'info' || value === 'warning' || value === 'error'
}

function whereZh(text: MeasuredText): string {
  const longest = longestFile(text)
  return longest === undefined ? '' : `；最长的是${longest.file}（${longest.length}字）`
}

function whereEn(text: MeasuredText): string {
  const longest = longestFile(text)
  return longest === undefined ? '' : `; the longest file is ${longest.file} (${longest.length})`
}
