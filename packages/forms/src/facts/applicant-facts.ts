import { type Fact, map } from './fact.ts'
import { organizationFacts } from './organization.ts'
import { peopleFacts } from './people.ts'
import { personFacts } from './person.ts'
import { projectFacts } from './project.ts'
import { declarations, honours, incidents } from './records.ts'

/** All that data/applicant.yaml may tell. */
export const applicantFacts: Fact = map('', '申报者', [
  organizationFacts,
  personFacts,
  projectFacts,
  peopleFacts,
  honours,
  incidents,
  declarations,
])
