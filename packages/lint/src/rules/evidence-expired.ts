import { wording } from '@ziping/diagnostics'
import type { DataFile, Evidence } from '@ziping/report'
import { defineRule, type Rule } from '../define-rule.ts'
import { deadlineOf } from '../subject.ts'

interface Dated {
  readonly title: string
  readonly day: string
  readonly date: string
}

export const evidenceExpired: Rule = defineRule({
  id: 'evidence-expired',
  severity: 'error',
  source: ['L-29'],
  title: { 'zh-CN': '证实性材料不在有效期内', en: 'Evidence is not valid on the day that counts' },
  why: {
    'zh-CN':
      '过期的证书证明不了申报时的状态，资格审查会当作没有。日期以报送日期为准，没有写报送日期的以截止日期为准，从不取今天。',
    en: 'An expired certificate does not show how things stand when the application is filed. The filing date counts, else the deadline, never today.',
  },
  messages: {
    expired: wording<Dated>({
      'zh-CN': ({ title, day, date }) => ({
        message: `“${title}”的有效期到 ${day} 为止，到 ${date} 已经过期`,
        advice: '换上换发或续展后的证书；已经换证的，改正 expires',
      }),
      en: ({ title, day, date }) => ({
        message: `“${title}” was valid until ${day} and has expired by ${date}`,
        advice: 'Replace it with the renewed certificate, or correct “expires”',
      }),
    }),
    expiring: wording<Dated>({
      'zh-CN': ({ title, day, date }) => ({
        message: `“${title}”的有效期到 ${day} 为止，早于申报截止日 ${date}`,
        advice: '报送时有效，审查时可能已经过期：及早换证，或附上正在换证的证明',
      }),
      en: ({ title, day, date }) => ({
        message: `“${title}” is valid until ${day}, which is before the deadline ${date}`,
        advice:
          'It may have expired when it is examined: renew it, or add proof that you are doing so',
      }),
    }),
    later: wording<Dated>({
      'zh-CN': ({ title, day, date }) => ({
        message: `“${title}”的颁发日期 ${day} 在 ${date} 之后，申报时还没有这份材料`,
        advice: '核对 issued 的年份；确是以后才有的，不能用作本次申报的证明',
      }),
      en: ({ title, day, date }) => ({
        message: `“${title}” is dated ${day}, after ${date}: it does not exist yet when you file`,
        advice: 'Check the year of “issued”; what comes later is no proof for this application',
      }),
    }),
    reversed: wording<{ readonly title: string; readonly issued: string; readonly day: string }>({
      'zh-CN': ({ title, issued, day }) => ({
        message: `“${title}”${issued} 颁发，有效期却到 ${day} 为止，两个日期必有一个写错`,
        advice: '照证书核对 issued 和 expires',
      }),
      en: ({ title, issued, day }) => ({
        message: `“${title}” is issued ${issued} but expires ${day}: one of them is wrong`,
        advice: 'Compare “issued” and “expires” with the certificate',
      }),
    }),
  },
  *check({ award, workspace, evidence, date }, finding) {
    const { file } = evidence
    if (file === undefined) return
    const deadline = deadlineOf(workspace, award)
    for (const { id, title, issued, expires } of evidence.all.filter(isShown)) {
      const issuedOn = dayOf(file, id, 'issued', issued)
      const expiresOn = dayOf(file, id, 'expires', expires)
      const place = file.placeOf([id, 'expires'])
      if (issuedOn !== undefined && expiresOn !== undefined && expiresOn < issuedOn)
        yield finding.reversed(place, { title, issued: issuedOn, day: expiresOn })
      else if (expiresOn !== undefined && date !== undefined && expiresOn < date)
        yield finding.expired(place, { title, day: expiresOn, date })
      else if (expiresOn !== undefined && deadline !== undefined && expiresOn < deadline)
        yield finding.expiring(
          place,
          { title, day: expiresOn, date: deadline },
          { severity: 'warning' },
        )
      if (issuedOn !== undefined && date !== undefined && issuedOn > date)
        yield finding.later(
          file.placeOf([id, 'issued']),
          { title, day: issuedOn, date },
          { severity: 'warning' },
        )
    }
  },
  examples: [
    {
      name: 'valid on the last day, and without an end',
      report: {
        'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-08-20\n',
        'evidence/evidence.yaml':
          'a: { title: 证书, issued: 2021-09-01, expires: 2024-08-31 }\nb: { title: 奖牌, issued: 2020-01-01 }\nc: { title: 旧证书, expires: 2020-01-01, unavailable: 已交回发证机构 }',
      },
      finds: [],
    },
    {
      name: 'expired the day before filing',
      report: {
        'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-08-20\n',
        'evidence/evidence.yaml': 'a:\n  title: 证书\n  expires: 2024-08-19\n',
      },
      finds: ['evidence/evidence.yaml:3:12 expired'],
    },
    {
      name: 'without a filing date the deadline counts',
      report: {
        'ziping.yaml': 'award: demo\nyear: 2024\n',
        'evidence/evidence.yaml': 'a:\n  title: 证书\n  expires: 2024-08-30\n',
      },
      finds: ['evidence/evidence.yaml:3:12 expired'],
    },
    {
      name: 'expires between filing and deadline',
      report: {
        'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-08-10\n',
        'evidence/evidence.yaml': 'a:\n  title: 证书\n  expires: 2024-08-20\n',
      },
      finds: ['evidence/evidence.yaml:3:12 expiring'],
    },
    {
      name: 'dated after filing, and dates the wrong way round',
      report: {
        'ziping.yaml': 'award: demo\nyear: 2024\nfiled: 2024-08-10\n',
        'evidence/evidence.yaml':
          'a:\n  title: 报告\n  issued: 2024-08-11\nb:\n  title: 证书\n  issued: 2023-05-12\n  expires: 2022-05-11\n',
      },
      finds: ['evidence/evidence.yaml:3:11 later', 'evidence/evidence.yaml:7:12 reversed'],
    },
  ],
})

function isShown({ unavailable }: Evidence): boolean {
  return unavailable === undefined
}

/** A whole date; anything else is told by the schema. */
function dayOf(file: DataFile, id: string, key: string, text = ''): string | undefined {
  const typed = file.textOf([id, key]) ?? text
  return text !== '' && /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : undefined
}
