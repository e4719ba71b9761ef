import { loadAward } from '@ziping/award'
import { loadApplicant, loadCodeLists, loadFormData } from '@ziping/forms'
import { readIndicators } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { png } from '../../test/pictures.ts'
import { workspaceWith } from '../../test/workspace.ts'
import { checkFormImages } from './check-photos.ts'

describe('the personal photograph: 2寸, 35 mm × 49 mm at 300 dpi, in colour', () => {
  it.each([
    ['as wanted', png(413, 579), []],
    ['too few pixels', png(412, 579), ['photo-small/form']],
    ['not upright', png(1200, 800), ['photo-format/shape']],
    ['black and white', png(413, 579, { gray: true }), ['photo-format/gray']],
    ['cut short', png(413, 579).subarray(0, 500), ['photo-unreadable/unreadable']],
  ])('%s', async (_, photo, expected) => {
    const workspace = workspaceWith({
      'data/form.yaml': 'p: { photo: photos/me.png }\n',
      'photos/me.png': photo,
    })
    const award = await loadAward('nantong-person-2020')
    const form = loadFormData(workspace.form, {
      award,
      year: 2020,
      date: '2020-08-14',
      applicant: loadApplicant(undefined).applicant,
      indicators: readIndicators(undefined),
      codes: await loadCodeLists(award),
      documents: [],
    })
    const findings = await checkFormImages({ workspace, award }, form)
    expect(findings.map(({ rule, messageId }) => `${rule}/${messageId}`)).toEqual(expected)
    for (const { place } of findings) expect(place.file).toBe('data/form.yaml')
  })
})
