import { type Bilingual, defineFinding, type FindingMaker, wording } from '@ziping/diagnostics'

/** Something the notice asks for of which nothing is there. */
export const deliverableMissing: FindingMaker<{
  readonly title: string
  readonly where: string
}> = defineFinding({
  rule: 'deliverable-missing',
  messageId: 'absent',
  severity: 'error',
  words: wording({
    'zh-CN': ({ title, where }) => ({
      message: `通知要求提供“${title}”，现在还没有`,
      advice: `写在（放在）${where}`,
    }),
    en: ({ title, where }) => ({
      message: `The notice asks for “${title}”; there is nothing yet`,
      advice: `It goes into ${where}`,
    }),
  }),
})

/** A scan or a letter that others have to sign first. */
export const signedMissing: FindingMaker<{ readonly title: string; readonly folder: string }> =
  defineFinding({
    rule: 'signed-missing',
    messageId: 'absent',
    severity: 'warning',
    words: wording({
      'zh-CN': ({ title, folder }) => ({
        message: `还没有“${title}”的签章件`,
        advice: `签字盖章后扫描，以这个名称放进 ${folder} 文件夹`,
      }),
      en: ({ title, folder }) => ({
        message: `“${title}” is not there, signed and sealed`,
        advice: `Have it signed, scan it, and put it under this name into ${folder}`,
      }),
    }),
  })

/** A scan whose name says nothing. */
export const signedUnknown: FindingMaker<{ readonly file: string; readonly titles: string }> =
  defineFinding({
    rule: 'signed-unknown',
    messageId: 'unnamed',
    severity: 'warning',
    words: wording({
      'zh-CN': ({ file, titles }) => ({
        message: `看不出 ${file} 是哪一项材料的签章件，没有收进申报包`,
        advice: `以材料的名称命名：${titles}`,
      }),
      en: ({ file, titles }) => ({
        message: `It is not clear what ${file} is the signed copy of; it is left out of the parcel`,
        advice: `Name it after what was signed: ${titles}`,
      }),
    }),
  })

/** The office's own form, which no notice contains. */
export const formElsewhere: FindingMaker<{ readonly title: string; readonly folder: string }> =
  defineFinding({
    rule: 'form-elsewhere',
    messageId: 'external',
    severity: 'warning',
    words: wording({
      'zh-CN': ({ title, folder }) => ({
        message: `“${title}”的表样由受理机构另发，通知里没有`,
        advice: `取得 Word 表样后在 ziping.yaml 写 formTemplate；另外填好的，放进 ${folder} 文件夹，文件名同材料名称`,
      }),
      en: ({ title, folder }) => ({
        message: `“${title}” is given out by the office; the notice does not contain it`,
        advice: `Name the office's Word file as formTemplate in ziping.yaml, or put the filled form into ${folder} under this title`,
      }),
    }),
  })

/** A condition of eligibility that the facts, or a person, deny. */
export const conditionNotMet: FindingMaker<{
  readonly id: string
  readonly text: string
  readonly isExclusion: boolean
  /** The facts that decided so. */
  readonly reasons: readonly Bilingual[]
}> = defineFinding({
  rule: 'condition-not-met',
  messageId: 'denied',
  severity: 'error',
  words: wording({
    'zh-CN': ({ id, text, isExclusion, reasons }) => ({
      message: `申报条件 ${id} ${isExclusion ? '所说的情形存在，不得申报' : '不满足'}：${text}${listed(reasons, 'zh-CN', '。依据：', '；')}`,
      advice: '核对 data/applicant.yaml 的事实和 ziping.yaml 的 confirmations；属实的不能申报',
    }),
    en: ({ id, text, isExclusion, reasons }) => ({
      message: `Condition ${id} ${isExclusion ? 'excludes this applicant' : 'is not met'}: ${text}${listed(reasons, 'en', '. Because: ', '; ')}`,
      advice:
        'Check data/applicant.yaml and confirmations in ziping.yaml; if it is so, you cannot apply',
    }),
  }),
})

function listed(
  reasons: readonly Bilingual[],
  language: 'zh-CN' | 'en',
  opening: string,
  mark: string,
): string {
  return reasons.length === 0 ? '' : opening + reasons.map((one) => one[language]).join(mark)
}

/** A condition that only a person can decide. */
export const conditionUnconfirmed: FindingMaker<{ readonly id: string; readonly confirm: string }> =
  defineFinding({
    rule: 'condition-unconfirmed',
    messageId: 'open',
    severity: 'warning',
    words: wording({
      'zh-CN': ({ id, confirm }) => ({
        message: `申报条件 ${id} 要由人确认：${confirm}`,
        advice: `确认后在 ziping.yaml 的 confirmations 写 ${id}: { by: 谁, on: 哪天, note: 凭什么 }`,
      }),
      en: ({ id, confirm }) => ({
        message: `Condition ${id} must be confirmed by a person: ${confirm}`,
        advice: `Then write ${id}: { by: who, on: date, note: why } under confirmations in ziping.yaml`,
      }),
    }),
  })

/** A condition for which facts are missing. */
export const conditionUndecided: FindingMaker<{
  readonly id: string
  readonly text: string
  readonly missing: readonly string[]
}> = defineFinding({
  rule: 'condition-undecided',
  messageId: 'facts',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ id, text, missing }) => ({
      message: `申报条件 ${id} 还判断不了：${text}`,
      advice:
        missing.length === 0
          ? '核对 data/applicant.yaml 里与这一条有关的事实'
          : `在 data/applicant.yaml 补上 ${missing.join('、')}`,
    }),
    en: ({ id, text, missing }) => ({
      message: `Condition ${id} cannot be decided yet: ${text}`,
      advice:
        missing.length === 0
          ? 'Check the facts in data/applicant.yaml that it speaks of'
          : `Add to data/applicant.yaml: ${missing.join(', ')}`,
    }),
  }),
})

/** An internal date that leaves no time. */
export const planDateLate: FindingMaker<{
  readonly name: string
  readonly day: string
  readonly deadline: string
}> = defineFinding({
  rule: 'plan-date-late',
  messageId: 'late',
  severity: 'warning',
  words: wording({
    'zh-CN': ({ name, day, deadline }) => ({
      message: `“${name}”排在 ${day}，晚于截止日期 ${deadline}`,
      advice: '把 data/plan.yaml 的日期提前',
    }),
    en: ({ name, day, deadline }) => ({
      message: `“${name}” is planned for ${day}, after the deadline of ${deadline}`,
      advice: 'Move the date in data/plan.yaml forward',
    }),
  }),
})
