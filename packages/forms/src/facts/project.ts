import { type Fact, fact, map } from './fact.ts'
import { role } from './people.ts'

/** What applicant.yaml may tell of a project that applies. */
export const projectFacts: Fact = map('project', '项目', [
  fact('name', '项目名称'),
  fact('shortNames', '简称', 'texts'),
  fact('category', '类别'),
  fact('applicantRole', '申报组织与项目的关系'),
  fact('place', '项目所在地', 'text', { also: ['location'] }),
  fact('started', '建设开始时间', 'date', { example: '2017-03-20' }),
  fact('inService', '投入运行时间', 'date', { example: '2018-01-08' }),
  fact('team', '项目人数', 'integer'),
  fact('description', '项目描述'),
  map('leader', '项目负责人', role),
  fact('other', '自用的其他事实', 'free'),
])
