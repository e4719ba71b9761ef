import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { listAwards } from './list-awards.ts'
import { loadAward } from './load-award.ts'

it('lists the awards of the content, without the demonstration', async () => {
  const awards = await listAwards()
  expect(awards.map(({ id }) => id)).toEqual([
    'jiangsu-person',
    'jiaxing-org-2020',
    'nantong-org-2020',
    'nantong-person-2020',
    'shenzhen-economic-2020',
    'shenzhen-public-org-2020',
    'shenzhen-public-project-2020',
    'wuhan-person-executive',
    'wuhan-person-manager',
    'wuhan-person-other',
    'wuhan-person-staff',
  ])
})

it('says of each what loading it would say', async () => {
  for (const listed of await listAwards()) {
    const { id, name, applicant, year, status } = await loadAward(listed.id)
    expect(listed).toEqual({
      id,
      name,
      applicant: applicant.kind,
      applicantLabel: applicant.label,
      year,
      status,
    })
  }
})

it('lists a folder of one’s own as well', async () => {
  const awardsDir = fileURLToPath(new URL('../../../test/award-fixtures', import.meta.url))
  const ids = (await listAwards({ awardsDir })).map(({ id }) => id)
  expect(ids).toContain('county-org')
  expect(ids).toContain('nantong-org-2020')
})
