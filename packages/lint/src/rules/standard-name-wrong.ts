import type { Award } from '@ziping/award'
import { type Finding, wording } from '@ziping/diagnostics'
import { dataLines } from '../data-lines.ts'
import { defineFileRule } from '../define-file-rule.ts'
import type { Extras, FindingMakers, Rule } from '../define-rule.ts'
import type { Passage } from '../passage.ts'
import {
  type ExcellenceNumber,
  excellenceStandards,
  formerEdition,
  mixedEditions,
} from '../standard-names.ts'

const wrongTitle = /《卓越绩效评价规则》/g
const excellence =
  /(?<![A-Za-z])GB(?:[/／]?([TZ]))?(?=\s?-?(19579|19580)(?!\d)(?:\s?[-—–－]\s?(\d{4}))?)/gi
const edition =
  /(?<![A-Za-z])(ISO|GB\/T)\s?-?(9001|14001|45001|19001|24001)\s?[-:：—–－]\s?(20\d\d)/g
const titled =
  /《(卓越绩效评价准则(?:实施指南)?)》\s?[（(]?\s?GB\/?[TZ]?\s?(19579|19580)(?!\d)|GB\/?[TZ]?\s?(19579|19580)(?:\s?[-—–－]\s?\d{4})?\s?《(卓越绩效评价准则(?:实施指南)?)》/gi
const anything = /卓越绩效评价|1957[9]|19580|9001|4001|5001/
/** A sentence that speaks of the former edition as such. */
const ofThePast = /20(?:0[4-9]|1[0-2])\s?年|当时|修订|换版|改版|旧版|代替|取代|替代/

const messages = {
  title: wording<{ readonly wrong: string; readonly right: string }>({
    'zh-CN': ({ wrong, right }) => ({
      message: `国家标准没有${wrong}，名称是${right}`,
      advice: `改为${right}；如果这是本单位自己的制度，请写出制度全称`,
    }),
    en: ({ wrong, right }) => ({
      message: `No national standard is called ${wrong}; it is ${right}`,
      advice: `Write ${right}; if this is a regulation of your own, give its full name`,
    }),
  }),
  number: wording<{ readonly wrong: string; readonly right: string }>({
    'zh-CN': ({ wrong, right }) => ({
      message: `标准编号写成了 ${wrong}，应为 ${right}`,
      advice: `改为 ${right}；通知正文写错的也不要照抄`,
    }),
    en: ({ wrong, right }) => ({
      message: `The standard is cited as ${wrong}; its number is ${right}`,
      advice: `Write ${right}, even where the notice has it wrong`,
    }),
  }),
  mismatch: wording<{ readonly title: string; readonly code: string; readonly right: string }>({
    'zh-CN': ({ title, code, right }) => ({
      message: `《${title}》的编号是 ${right}，这里写的是 ${code}`,
      advice: `核对引用的是准则还是实施指南，名称和编号写成同一个标准的`,
    }),
    en: ({ title, code, right }) => ({
      message: `《${title}》 is ${right}, but ${code} stands beside it`,
      advice: 'Check whether the criteria or the guide is meant; name and number must agree',
    }),
  }),
  edition: wording<{ readonly wrong: string; readonly right: string }>({
    'zh-CN': ({ wrong, right }) => ({
      message: `没有 ${wrong} 这一版，现用的是 ${right}`,
      advice: `对照证书改为 ${right}，或写出证书上的版本`,
    }),
    en: ({ wrong, right }) => ({
      message: `There is no edition ${wrong}; the one you mean may be ${right}`,
      advice: `Write ${right}, or the edition on the certificate`,
    }),
  }),
  outdated: wording<{ readonly wrong: string; readonly right: string }>({
    'zh-CN': ({ wrong, right }) => ({
      message: `${wrong} 已被 ${right} 代替`,
      advice: `改为 ${right}；讲的是当年的事，请写出年份`,
    }),
    en: ({ wrong, right }) => ({
      message: `${wrong} has been replaced by ${right}`,
      advice: `Cite ${right}; if this is history, give the year`,
    }),
  }),
}

export const standardNameWrong: Rule = defineFileRule({
  id: 'standard-name-wrong',
  severity: 'warning',
  source: ['T-05'],
  title: { 'zh-CN': '标准名称写错', en: 'A standard’s name is wrong' },
  why: {
    'zh-CN':
      '评审员对标准名称和编号极熟，写错会让人怀疑没有读过标准。通知自己也有写错的，申报材料不要照抄。',
    en: 'Reviewers know these names by heart; a wrong one suggests that nobody read the standard. Some notices get them wrong themselves.',
  },
  messages,
  *check(view, finding) {
    const official = officialCodes(view.award)
    for (const passage of view.passages) {
      const citing: CitingText = {
        text: passage.text,
        extras: view.about(passage.block),
        place: (start, end) => passage.place(start, end),
        edit: (start, end, instead) => passage.edit(start, end, instead),
      }
      yield* wrongNames(citing, official, finding)
    }
  },
  // What people wrote into the form counts as well; there nothing is mended for them.
  *checkData({ award, workspace }, finding) {
    const official = officialCodes(award)
    for (const { text, placeOf } of dataLines(workspace)) {
      const citing: CitingText = { text, extras: {}, place: placeOf, edit: () => undefined }
      yield* wrongNames(citing, official, finding)
    }
  },
  examples: [
    {
      name: 'the name in the notice’s annex',
      report: '# 1.1 使命\n\n公司导入《卓越绩效评价规则》。',
      finds: ['3:5 title'],
    },
    {
      name: 'the wrong name beside the number',
      report: '# 1.1 使命\n\n依据《卓越绩效评价规则》（GB/T 19580-2012）自评。',
      finds: ['3:3 title'],
      fixed: '# 1.1 使命\n\n依据《卓越绩效评价准则》（GB/T 19580-2012）自评。',
    },
    {
      name: 'the guide is GB/Z',
      report: '# 1.1 使命\n\n按照GB/T19579-2012编写，参照 GB/T 19579。',
      finds: ['3:3 number', '3:23 number'],
      fixed: '# 1.1 使命\n\n按照GB/Z19579-2012编写，参照 GB/Z 19579。',
    },
    {
      name: 'the criteria are GB/T',
      report: '# 1.1 使命\n\n按照GB/Z 19580和GB 19580自评。',
      finds: ['3:3 number', '3:14 number'],
      fixed: '# 1.1 使命\n\n按照GB/T 19580和GB/T 19580自评。',
    },
    {
      name: 'right names, with and without a space',
      report:
        '# 1.1 使命\n\n依据《卓越绩效评价准则》（GB/T19580-2012）和GB/Z 19579-2012《卓越绩效评价准则实施指南》自评，通过GB/T 19001-2016/ISO 9001:2015认证。',
      finds: [],
    },
    {
      name: 'the guide’s number beside the criteria',
      report: '# 1.1 使命\n\n依据《卓越绩效评价准则》（GB/Z 19579-2012）自评。',
      finds: ['3:3 mismatch'],
    },
    {
      name: 'years of one standard beside the number of the other',
      report: '# 1.1 使命\n\n通过ISO9001:2016与GB/T 24001-2015认证。',
      finds: ['3:3 edition', '3:16 edition'],
    },
    {
      name: 'the former edition',
      report: '# 1.1 使命\n\n公司对照GB/T 19580-2004自评。',
      finds: ['3:5 outdated'],
    },
    {
      name: 'in a text of the form, on its line',
      report: {
        'data/form.yaml':
          'org:\n  kind: |-\n    导入卓越绩效模式。\n    每年对照GB/T 19580-2004自评。\n',
      },
      finds: ['data/form.yaml:4:9 outdated'],
    },
    {
      name: 'the former edition in its time',
      report: '# 1.1 使命\n\n2009年公司对照GB/T 19580-2004自评。',
      finds: [],
    },
  ],
})

function isExcellence(number: string | undefined): number is ExcellenceNumber {
  return number !== undefined && Object.hasOwn(excellenceStandards, number)
}

/** A text that may cite a standard. */
interface CitingText extends Pick<Passage, 'text' | 'place' | 'edit'> {
  readonly extras: Extras
}

function officialCodes({ standards }: Award): ReadonlySet<string> {
  return new Set(standards.map(({ code }) => code.replace(/\s/g, '').toUpperCase()))
}

function* wrongNames(
  passage: CitingText,
  official: ReadonlySet<string>,
  finding: FindingMakers<typeof messages>,
): Generator<Finding> {
  const { text, extras } = passage
  if (!anything.test(text)) return
  for (const { index, 0: wrong } of text.matchAll(wrongTitle)) {
    const right = '《卓越绩效评价准则》'
    // Beside the standard's number nothing else can be meant.
    const beside = /19580/.test(text.slice(Math.max(0, index - 20), index + 30))
    const edit = passage.edit(index + 7, index + 9, '准则')
    const fix = beside && edit !== undefined ? { fix: [edit] } : {}
    const place = passage.place(index, index + wrong.length)
    yield finding.title(place, { wrong, right }, { ...extras, ...fix })
  }
  for (const slip of wrongNumbers(passage, official)) {
    const { place, wrong, right, fix, former } = slip
    if (former) yield finding.outdated(place, { wrong, right }, extras)
    else yield finding.number(place, { wrong, right }, { ...extras, ...fix })
  }
  for (const match of text.matchAll(edition)) {
    const [wrong, family = '', number = '', year = ''] = match
    const right = mixedEditions[`${family}${number}-${year}`]
    const place = passage.place(match.index, match.index + wrong.length)
    if (right !== undefined) yield finding.edition(place, { wrong, right }, extras)
  }
  for (const match of text.matchAll(titled)) {
    const number = match[2] ?? match[3]
    const title = match[1] ?? match[4] ?? ''
    const belongs = Object.values(excellenceStandards).find((known) => known.title === title)
    if (!isExcellence(number) || belongs === undefined) continue
    const { code } = excellenceStandards[number]
    if (belongs.code === code) continue
    const place = passage.place(match.index, match.index + match[0].length)
    yield finding.mismatch(place, { title, code, right: belongs.code }, extras)
  }
}

interface WrongNumber {
  readonly place: ReturnType<Passage['place']>
  readonly wrong: string
  readonly right: string
  readonly former: boolean
  readonly fix: { readonly fix?: readonly NonNullable<ReturnType<Passage['edit']>>[] }
}

function* wrongNumbers(passage: CitingText, official: ReadonlySet<string>): Generator<WrongNumber> {
  const { text } = passage
  for (const match of text.matchAll(excellence)) {
    const [prefix, letter = '', number, year] = match
    if (!isExcellence(number)) continue
    const right = excellenceStandards[number]
    const end = text.indexOf(number, match.index) + number.length
    const place = passage.place(match.index, end)
    const wrong = text.slice(match.index, end)
    if (letter.toUpperCase() !== right.letter) {
      if (official.has(`GB${letter === '' ? '' : `/${letter}`}${number}`.toUpperCase())) continue
      const edit = passage.edit(match.index, match.index + prefix.length, `GB/${right.letter}`)
      yield {
        place,
        wrong,
        right: right.code,
        former: false,
        fix: edit === undefined ? {} : { fix: [edit] },
      }
    } else if (right.code === formerEdition.code && year === formerEdition.year) {
      if (ofThePast.test(text)) continue
      const { code, now } = formerEdition
      yield {
        place,
        wrong: `${code}-${year}`,
        right: `${code}-${now}`,
        former: true,
        fix: {},
      }
    }
  }
}
