import { type Fact, fact, list, map } from './fact.ts'

export const honours: Fact = list('honours', '荣誉', [
  fact('type', '荣誉类型', 'text', { hint: '申报条件按类型判断' }),
  fact('name', '荣誉名称', 'text', { hint: '与类型相同时不用填' }),
  fact('level', '级别', 'text', { hint: '国家、省、市、县、行业' }),
  fact('date', '获得日期', 'dayOrMonth', { example: '2018-12-18' }),
  fact('issuer', '授予单位'),
  fact('holder', '获得者'),
  fact('evidence', '证书（evidence.yaml 的键）'),
  fact('note', '备注'),
])

export const incidents: Fact = list(
  'incidents',
  '事故、处罚与不良记录',
  [
    fact('type', '类型', 'text', { hint: '申报条件按类型判断' }),
    fact('level', '等级', 'text', { hint: '一般、较大、重大、特别重大' }),
    fact('scope', '范围'),
    fact('date', '日期', 'dayOrMonth'),
    fact('note', '经过与处理'),
    fact('evidence', '材料（evidence.yaml 的键）'),
  ],
  { hint: '没有的写 []，空着表示还没有查清' },
)

export const declarations: Fact = map(
  'declarations',
  '声明',
  [
    fact('projectImplementer', '申报组织是项目的具体实施人', 'boolean'),
    fact('projectIpOwner', '申报组织是相关知识产权所有者', 'boolean'),
  ],
  { open: fact('', '是或否', 'boolean') },
)
