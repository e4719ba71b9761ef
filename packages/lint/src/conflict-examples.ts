import type { Example } from './define-rule.ts'
import { exampleIndicators, withIndicators } from './example-indicators.ts'

/** What value-conflict finds, and what it leaves alone. */
export const conflictExamples: readonly Example[] = [
  {
    name: 'text and table agree with the data, in another unit, too',
    report: withIndicators(
      '# 1.1 使命\n\n2019年主营业务收入81,260万元，质量损失率0.56%。2018年公司主营业务收入为7.3亿元。\n\n# 7.1 成绩\n\n| 指标 | 2018年 | 2019年 | 2019年目标 |\n| --- | --- | --- | --- |\n| 主营业务收入（亿元） | 7.32 | 8.13 | 8.00 |\n| 质量损失率（%） | 0.71 | 0.56 | 0.60 |',
    ),
    finds: [],
  },
  {
    name: 'targets, others, parts, differences and bounds are not its own values',
    report: withIndicators(
      '# 1.1 使命\n\n2019年目标：主营业务收入80000万元。2019年主要竞争对手A主营业务收入68900万元，质量损失率0.94%。力争2019年质量损失率0.50%。2019年一车间质量损失率0.80%。2019年主营业务收入突破8亿元，质量损失率在0.60%以内。2019年6月质量损失率0.66%。2019年人均主营业务收入72.8万元。2018年完成技术改造，主营业务收入90000万元。\n\n| 对象 | 指标 | 2019年 |\n| --- | --- | --- |\n| 国内标杆 | 主营业务收入（万元） | 126500 |',
    ),
    finds: [],
  },
  {
    name: 'another value in the text',
    report: withIndicators('# 1.1 使命\n\n2019年主营业务收入81620万元，质量损失率0.65%。'),
    finds: ['3:12 differs', '3:25 differs'],
  },
  {
    name: 'moves, lists and years in their turn',
    report: withIndicators(
      '# 1.1 使命\n\n质量损失率由2017年的0.95%降到2019年的0.56%。主营业务收入2017—2019年为62480万元、73510万元、81260万元。主营业务收入2018年73150万元，2019年达到8.62亿元。',
    ),
    finds: ['3:13 differs', '3:57 differs', '3:99 differs'],
  },
  {
    name: 'a move through the years, each in its turn, or of more values than years',
    report: withIndicators(
      '# 1.1 使命\n\n2017年至2019年主营业务收入由62480万元增加到73150万元、81260万元。近三年质量损失率由0.85%降到0.71%、0.65%。主营业务收入由50000万元增加到62480万元、73150万元、81260万元。',
    ),
    finds: ['3:67 differs'],
  },
  {
    name: 'without a year, and of none',
    report: withIndicators(
      '# 1.1 使命\n\n质量损失率由0.85%降到0.65%。主营业务收入达81620万元，比2017年增长30.1%。质量损失率0.65%。质量损失率由0.85%降到0.56%，主营业务收入81260万元，同比增长11.1%。',
    ),
    finds: ['3:14 undated', '3:27 undated'],
  },
  {
    name: 'another value in a table, by rows and by columns',
    report: withIndicators(
      '# 7.1 成绩\n\n| 指标 | 2018年 | 2019年 |\n| --- | --- | --- |\n| 主营业务收入（万元） | 73150 | 81206 |\n\n| 年度 | 质量损失率（%） | 备注 |\n| --- | --- | --- |\n| 2018年 | 0.71 | |\n| 2019年 | 0.65 | |',
    ),
    finds: ['5:24 differs', '10:11 differs'],
  },
  {
    name: 'a year the data do not have, in two chapters',
    report: withIndicators(
      '# 1.1 使命\n\n2016年主营业务收入58000万元。\n\n# 7.1 成绩\n\n2016年公司主营业务收入为57000万元。',
    ),
    finds: ['7:15 twice'],
  },
  {
    name: 'a tied number the data have left behind',
    report: withIndicators(
      '# 1.1 使命\n\n收入[80,480万元](#revenue.2019)，即[**8.05**亿元](#revenue.2019)，损失率[0.56%](#loss.2019)。',
    ),
    finds: ['3:4 stale', '3:33 stale'],
    fixed:
      '# 1.1 使命\n\n收入[81,260万元](#revenue.2019)，即[**8.13**亿元](#revenue.2019)，损失率[0.56%](#loss.2019)。',
  },
  {
    name: 'a tied rate or difference is no value',
    report: withIndicators(
      '# 1.1 使命\n\n收入[增长11.1%](#revenue.2019)，[81260](#revenue.2019)万元。',
    ),
    finds: [],
  },
  {
    name: 'a series of the form',
    report: {
      ...withIndicators(
        '# 1 领导\n',
        exampleIndicators
          .replace('name: 主营业务收入', 'name: 资产负债率')
          .replace('unit: 万元', "unit: '%'")
          .replace('62480, 2018: 73150, 2019: 81260', '48.53, 2018: 46.62, 2019: 43.62'),
      ),
      'ziping.yaml': 'award: nantong-org-2020\n',
      'data/form.yaml': 't3.debtRatio: { 2017: 48.53, 2018: 46.26, 2019: 43.62 }\n',
    },
    award: 'nantong-org-2020',
    finds: ['data/form.yaml:1:36 form'],
  },
  {
    name: 'in a text of the form, on its line',
    report: {
      ...withIndicators('# 1 领导\n'),
      'data/form.yaml':
        'org:\n  kind: |-\n    导入卓越绩效模式。\n    第三方测评的质量损失率三年为0.85%、0.71%、0.65%。\n',
    },
    finds: ['data/form.yaml:4:31 differs'],
  },
  {
    name: 'headcount and foundation',
    report: {
      'report/1.md': '# 1.1 使命\n\n公司成立于2004年，现有员工1160人。2019年末在册员工1116人。',
      'data/applicant.yaml':
        'organization:\n  name: 江苏梭澜机械股份有限公司\n  registered: 2003-04-18\n  employees: 1116\n',
    },
    finds: ['3:16 fact', '3:6 fact'],
  },
  {
    name: 'departments have their own headcount and foundation',
    report: {
      'report/1.md':
        '# 1.1 使命\n\n公司成立于2003年4月。技术中心成立于2008年，现有员工204人。一车间在册员工96人。',
      'data/applicant.yaml':
        'organization:\n  name: 江苏梭澜机械股份有限公司\n  registered: 2003-04-18\n  employees: 1116\n',
    },
    finds: [],
  },
  {
    name: 'a former name after its time, and a slip in the name',
    report: {
      'report/1.md':
        '# 1.1 使命\n\n2019年，南通梭澜机械有限公司组织用户走访。江苏梭澜机械有限公司重视质量。',
      'data/applicant.yaml':
        'organization:\n  name: 江苏梭澜机械股份有限公司\n  formerNames:\n    - { name: 南通梭澜机械有限公司, until: 2017-12-20 }\n',
    },
    finds: ['3:7 formerName', '3:24 nameVariant'],
  },
  {
    name: 'a former name of its own time',
    report: {
      'report/1.md':
        '# 1.1 使命\n\n江苏梭澜机械股份有限公司由南通梭澜机械有限公司于2017年12月变更设立。2016年，南通梭澜机械有限公司获奖。2019年，原南通梭澜机械有限公司厂区改造。江苏梭澜机械销售有限公司是子公司。',
      'data/applicant.yaml':
        'organization:\n  name: 江苏梭澜机械股份有限公司\n  formerNames:\n    - { name: 南通梭澜机械有限公司, until: 2017-12-20 }\n',
    },
    finds: [],
  },
  {
    name: 'a word left out of the name, and another company of a similar one',
    report: {
      'report/1.md':
        '# 1.1 使命\n\n江苏梭澜纺织股份有限公司重视质量。江苏梭澜纺织机械销售有限公司是子公司。',
      'data/applicant.yaml': 'organization:\n  name: 江苏梭澜纺织机械股份有限公司\n',
    },
    finds: ['3:1 nameVariant'],
  },
  {
    name: 'the headcount of controlled companies, and of their parts',
    report: {
      'report/1.md':
        '# 1.1 使命\n\n2019年末员工1146人，其中总部64人、秀澜紧固684人、澜织新材434人。\n\n澜织新材一车间员工30人，秀澜紧固员工648人。',
      'data/applicant.yaml':
        'organization:\n  name: 秀澜集团\n  employees: 1146\n  holdings:\n    - { name: 秀澜紧固件有限公司, shortNames: [秀澜紧固], employees: 648 }\n    - { name: 澜织新材料有限公司, shortNames: [澜织新材], employees: 434 }\n',
    },
    finds: ['3:27 holding'],
  },
  {
    name: 'a figure of size that an indicator of the same key has otherwise',
    report: {
      ...withIndicators('# 1 领导\n'),
      'ziping.yaml': 'award: demo\nyear: 2020\n',
      'data/applicant.yaml': 'organization: { name: 甲公司, revenue: 82160 }\n',
    },
    finds: ['data/applicant.yaml:1:37 base'],
  },
  {
    name: 'a row of a table that the data do not have',
    report:
      '# 1.1 使命\n\n2023年卓越绩效自评得分515分，2022年卓越绩效自评得分508分。\n\n# 7.1 成绩\n\n| 指标 | 2022年 | 2023年 |\n| --- | --- | --- |\n| 卓越绩效自评得分（分） | 508 | 551 |',
    finds: ['3:14 twice'],
  },
  {
    name: 'another rank than the facts have, and one of something else',
    report: {
      'report/1.md':
        '# 1.1 使命\n\n销售额居全市同行业第1位，纳税额居全市第3位。专利数居全市第5位。',
      'data/applicant.yaml':
        'organization:\n  ranks:\n    - { item: 销售额, scope: 市, rank: 2 }\n    - { item: 纳税额, scope: 市, rank: 3 }\n',
    },
    finds: ['3:4 rank'],
  },
  {
    name: 'a rate typed as a fraction, and a scrap rate that really is that small',
    report: {
      'report/1.md':
        '# 7.1 成绩\n\n2019年一次合格率达到[99.2%](#pass.2019)。\n\n::指标表[结果]{指标="pass onTime scrap share"}',
      'data/indicators.yaml':
        'pass:\n  name: 一次合格率\n  unit: "%"\n  better: higher\n  values: { 2018: 0.971, 2019: 0.992 }\nonTime:\n  name: 准时交付合格率\n  unit: "%"\n  better: higher\n  values: { 2018: 0.95, 2019: 0.96 }\nscrap:\n  name: 废品率\n  unit: "%"\n  better: lower\n  values: { 2018: 0.4, 2019: 0.3 }\n  target: { 2019: 0.35 }\nshare:\n  name: 市场占有率\n  unit: "%"\n  better: higher\n  values: { 2018: 0.7, 2019: 0.8 }\n',
    },
    finds: [
      'data/indicators.yaml:5:11 fraction',
      'data/indicators.yaml:10:11 fraction',
      '3:14 scaled',
    ],
  },
]
