import { type Fact, fact, list, map } from './fact.ts'
import { incidents } from './records.ts'

const identity: readonly Fact[] = [
  fact('name', '组织全称', 'text', { hint: '与营业执照一致' }),
  fact('shortNames', '简称', 'texts'),
  list(
    'formerNames',
    '曾用名',
    [fact('name', '曾用名'), fact('until', '用到哪一天', 'dayOrMonth')],
    { hint: '证书上仍是旧名时填写' },
  ),
  fact('uscc', '统一社会信用代码', 'uscc'),
  fact('region', '行政区划代码', 'region', { hint: '登记地 6 位代码', example: '"320600"' }),
  fact('legalPerson', '是否独立法人', 'boolean'),
  fact('legalRepresentative', '法定代表人'),
  fact('registered', '登记注册日期', 'date', { example: '2003-04-18' }),
  fact('founded', '成立年份', 'year'),
  fact('type', '组织类型', 'text', { hint: '如企业法人、事业单位、社会团体' }),
  fact('category', '行业门类', 'text'),
  fact('sector', '所属行业', 'text', { hint: '农业、工业、建筑业、服务业' }),
  fact('industry', '行业代码', 'industry', {
    hint: 'GB/T 4754-2017 小类',
    example: 'C3551',
  }),
  fact('industryName', '行业名称'),
  fact('ownership', '企业性质', 'text', { hint: '国有、股份、集体、联营、私营、三资' }),
  fact('forProfit', '是否营利性组织', 'boolean', { also: ['profitMaking'] }),
  fact('policyIndustry', '是否属战略性新兴产业、未来产业等政策扶持行业', 'boolean'),
  fact('listed', '是否上市', 'boolean'),
  fact('parent', '上级集团公司和隶属单位'),
  fact('supervisor', '主管（指导）部门'),
  fact('competentAuthority', '主管部门'),
]

const contact: readonly Fact[] = [
  fact('address', '通信地址'),
  fact('postcode', '邮政编码', 'postcode', { example: '"226001"' }),
  fact('phone', '电话', 'phone', { also: ['tel'] }),
  fact('fax', '传真', 'phone'),
  fact('email', '电子邮箱', 'email'),
  fact('website', '网站'),
]

const scale: readonly Fact[] = [
  fact('size', '企业规模', 'text', { hint: '一般不用填，按行业、人数、收入、资产算出' }),
  fact('employees', '从业人员（人）', 'integer', { hint: '填报时' }),
  fact('employeesAverage', '全部职工平均人数（人）', 'years', {
    hint: '逐年',
    example: '{ 2017: , 2018: , 2019: }',
  }),
  fact('employeesYearEnd', '年末人数（人）', 'years'),
  fact('headquartersEmployees', '总部人数', 'integer'),
  fact('revenue', '营业收入（万元）', 'number', { hint: '上一年' }),
  fact('assets', '资产总额（万元）', 'number', { hint: '上一年末' }),
  fact('tax', '纳税额（万元）', 'number'),
  fact('managers', '管理人员（人）', 'integer'),
  fact('technicians', '专业技术人员（人）', 'integer'),
  fact('qualityStaff', '质量管理人员（人）', 'integer', { also: ['qualityManagers'] }),
  fact('inspectors', '持检验员证书（人）', 'integer'),
  fact('chiefQualityOfficers', '首席质量官（人）', 'integer'),
  fact('vocationalAndAbove', '中专以上学历（人）', 'integer'),
  fact('education', '学历构成', 'free'),
  fact('ages', '年龄构成', 'free'),
  fact('posts', '岗位构成', 'free'),
  fact('siteArea', '场地面积'),
  fact('landMu', '用地（亩）', 'number'),
]

const quality: readonly Fact[] = [
  fact('excellenceSince', '导入卓越绩效模式', 'month', { hint: '何时起', example: '2015-09' }),
  map('cqo', '首席质量官', [
    fact('name', '姓名'),
    fact('since', '聘用时间', 'month'),
    fact('evidence', '聘任证明（evidence.yaml 的键）'),
  ]),
  fact('environmentGrade', '环保信用等级', 'text', {
    also: ['environmentCredit'],
    hint: '绿色、蓝色、黄色、红色、黑色',
  }),
  fact('safetyGrade', '安全生产标准化等级', 'text', {
    also: ['safetyLevel'],
    hint: '一级、二级、三级',
  }),
  fact('methods', '质量管理方法', 'texts'),
  fact('managementModel', '质量管理模式'),
  fact('brand', '品牌'),
  fact('business', '业务范围'),
  map('hightech', '高新技术企业', [
    fact('certified', '是否', 'boolean'),
    fact('level', '级别'),
    fact('evidence', '证明（evidence.yaml 的键）'),
  ]),
  fact('intellectualProperty', '知识产权数量', 'integer'),
  fact('standards', '参与制修订标准数量', 'integer'),
  map('regulatedProducts', '纳入许可、认证管理的产品', [], {
    open: fact('', '是否', 'boolean'),
  }),
  list('mainProducts', '主要产品', [fact('name', '名称'), fact('standard', '执行标准')]),
  list('shareholders', '股东', [fact('name', '名称'), fact('share', '比例（%）', 'number')]),
  fact('revenueByProduct', '分产品收入', 'free'),
  list('coaching', '卓越绩效辅导', [
    fact('expert', '专家'),
    fact('institution', '机构'),
    fact('content', '内容'),
    fact('from', '起', 'month'),
    fact('to', '止', 'month'),
  ]),
  list('ranks', '位次', [
    fact('item', '指标'),
    fact('scope', '范围', 'text', { hint: '国家、省、市' }),
    fact('rank', '位次', 'text'),
    fact('year', '年份', 'year'),
    fact('evidence', '证明（evidence.yaml 的键）'),
  ]),
]

const holding: readonly Fact[] = [
  fact('name', '全称'),
  fact('shortNames', '简称', 'texts'),
  fact('folder', 'report/ 下的文件夹'),
  fact('uscc', '统一社会信用代码', 'uscc'),
  fact('region', '行政区划代码', 'region'),
  fact('legalPerson', '是否独立法人', 'boolean'),
  fact('registered', '登记注册日期', 'date'),
  fact('share', '持股比例（%）', 'number'),
  fact('industry', '行业代码', 'industry'),
  fact('employees', '从业人员（人）', 'integer'),
  fact('revenue', '营业收入（万元）', 'number'),
  fact('assets', '资产总额（万元）', 'number'),
  fact('address', '地址'),
  fact('generalManager', '总经理'),
  incidents,
]

/** What applicant.yaml may tell of the organization. */
export const organizationFacts: Fact = map('organization', '组织', [
  ...identity,
  ...contact,
  ...scale,
  ...quality,
  fact('isGroup', '是否以集团名义申报', 'boolean'),
  list('holdings', '控股企业', holding),
  map('figures', '计算用的原始数', [], {
    hint: '逐年填写，键用公式里的名称',
    open: fact('', '逐年的数', 'years'),
  }),
  fact('other', '自用的其他事实', 'free'),
])
