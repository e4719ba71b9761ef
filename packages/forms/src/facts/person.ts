import { type Fact, fact, list, map } from './fact.ts'

const since = [fact('from', '起', 'month'), fact('to', '止', 'month', { hint: '至今的不写' })]

/** What applicant.yaml may tell of a person who applies. */
export const personFacts: Fact = map('person', '申报人', [
  fact('name', '姓名'),
  fact('idNo', '身份证号', 'idcard'),
  fact('sex', '性别', 'text', { also: ['gender'], hint: '按身份证号推得，可不填' }),
  fact('birth', '出生日期', 'date', { also: ['born'], hint: '按身份证号推得，可不填' }),
  fact('photo', '照片', 'text', { hint: '图片文件，如 photos/photo.jpg' }),
  fact('category', '申报类别'),
  fact('party', '政治面貌', 'text', { also: ['politicalStatus'] }),
  fact('title', '职称'),
  fact('degree', '学历'),
  fact('employer', '工作单位', 'text', { hint: '与组织全称相同时不用填' }),
  fact('department', '所在部门', 'text', { also: ['dept'] }),
  fact('post', '职务', 'text', { also: ['position'] }),
  fact('appointed', '任职时间', 'date', { also: ['appointedOn'] }),
  fact('workYears', '工作年限', 'integer'),
  fact('qualityYears', '从事质量工作年限', 'integer'),
  fact('address', '通信地址'),
  fact('postcode', '邮政编码', 'postcode'),
  fact('phone', '电话', 'phone', { also: ['tel'] }),
  fact('mobile', '手机', 'mobile'),
  fact('email', '电子邮箱', 'email'),
  list('education', '教育经历', [
    ...since,
    fact('school', '学校'),
    fact('major', '专业'),
    fact('degree', '学历学位'),
  ]),
  list('career', '工作简历', [...since, fact('org', '单位'), fact('post', '职务')]),
  list('social', '社会团体兼职', [fact('org', '社会团体'), fact('post', '职务'), ...since]),
  fact('other', '自用的其他事实', 'free'),
])
