import { isSpecified } from '@ziping/award'
import type { Packing } from './pack-request.ts'
import { sayIn } from './say.ts'

/** Award, applicant and reference date: the head of every page of the parcel. */
export function headLines({ subject, check, date, language }: Packing): readonly string[] {
  const { award } = subject
  const say = sayIn(language)
  const year = isSpecified(award.year) ? ` ${award.year}` : ''
  return [
    `${award.name}${year}`,
    `${say('申报者：', 'Applicant: ')}${check.applicant ?? ''}`,
    `${say('基准日：', 'As of: ')}${date}`,
    ...(award.banner === undefined ? [] : [award.banner]),
  ]
}
