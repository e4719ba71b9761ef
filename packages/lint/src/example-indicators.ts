/** The indicators that examples speak of. */
export const exampleIndicators: string = `revenue:
  name: 主营业务收入
  unit: 万元
  better: higher
  values: { 2017: 62480, 2018: 73150, 2019: 81260 }
  target: { 2017: 61000, 2018: 71000, 2019: 80000 }
  benchmark: { name: 国内标杆, values: { 2017: 118000, 2018: 131000, 2019: 126500 } }
  competitor: { name: 主要竞争对手A, values: { 2017: 66800, 2018: 71300, 2019: 68900 } }
  source: 年度审计报告
loss:
  name: 质量损失率
  unit: '%'
  better: lower
  values: { 2017: 0.85, 2018: 0.71, 2019: 0.56 }
  target: { 2017: 0.90, 2018: 0.75, 2019: 0.60 }
  benchmark: { name: 国内标杆, values: { 2017: 0.52, 2018: 0.50, 2019: 0.48 } }
  competitor: { name: 主要竞争对手A, values: { 2017: 1.05, 2018: 0.98, 2019: 0.94 } }
  source: 质量成本月报
`

/** A chapter beside the indicators. */
export function withIndicators(
  chapter: string,
  indicators: string = exampleIndicators,
): Readonly<Record<string, string>> {
  return { 'report/1.md': chapter, 'data/indicators.yaml': indicators }
}
