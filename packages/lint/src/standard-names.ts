/** Standards of performance excellence, whose names the notices themselves get wrong (SPEC T-05). */
export const excellenceStandards = {
  '19579': { letter: 'Z', code: 'GB/Z 19579', title: '卓越绩效评价准则实施指南' },
  '19580': { letter: 'T', code: 'GB/T 19580', title: '卓越绩效评价准则' },
} as const

export type ExcellenceNumber = keyof typeof excellenceStandards

/** The edition of GB/T 19580 that came to an end with the one of 2012. */
export const formerEdition = { code: 'GB/T 19580', year: '2004', now: '2012' } as const

/**
 * Editions that were never published: the year of the national standard beside the international number, or the
 * other way round. Keys without spaces, with `-` between number and year.
 */
export const mixedEditions: Readonly<Record<string, string>> = {
  'ISO9001-2016': 'ISO 9001:2015',
  'GB/T19001-2015': 'GB/T 19001-2016',
  'ISO14001-2016': 'ISO 14001:2015',
  'GB/T24001-2015': 'GB/T 24001-2016',
  'ISO45001-2020': 'ISO 45001:2018',
  'GB/T45001-2018': 'GB/T 45001-2020',
}
