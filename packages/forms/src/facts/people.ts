import { type Fact, fact, map } from './fact.ts'

/** What is told of someone who has a role. */
export const role: readonly Fact[] = [
  fact('name', '姓名'),
  fact('department', '部门', 'text', { also: ['dept'] }),
  fact('post', '职务', 'text', { also: ['title'] }),
  fact('phone', '电话', 'phone', { also: ['tel'] }),
  fact('mobile', '手机', 'mobile'),
  fact('email', '电子邮箱', 'email'),
  fact('since', '任职时间', 'month'),
  fact('evidence', '证明（evidence.yaml 的键）'),
]

/** Who is who. Teams add roles of their own. */
export const peopleFacts: Fact = map(
  'people',
  '有关人员',
  [
    map('legalRepresentative', '法定代表人', role),
    map('topManager', '最高管理者', role),
    map('chiefQualityOfficer', '首席质量官', role),
    map('responsible', '负责领导', role, { also: ['leader'] }),
    map('projectLeader', '项目负责人', role),
    map('contact', '联系人', role),
    map('recommender', '推荐单位', [
      fact('org', '推荐单位'),
      fact('contact', '联系人'),
      fact('phone', '联系电话', 'phone', { also: ['tel'] }),
      fact('address', '通信地址'),
      fact('postcode', '邮编', 'postcode'),
    ]),
  ],
  { open: map('', '人员', role) },
)
