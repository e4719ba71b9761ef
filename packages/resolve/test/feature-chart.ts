import type { ChartData } from '../src/index.ts'

/** Columns with a target line, three years, the last not yet final. */
export const revenueChart: ChartData = {
  kind: 'combined',
  categories: ['2017年', '2018年', '2019年'],
  unit: '万元',
  figures: 'labels',
  source: '年度审计报告',
  note: '* 为未经审计数',
  axes: [
    {
      unit: '万元',
      ticks: [0, 40_000, 80_000, 120_000].map((value) => ({ value, text: String(value) })),
    },
  ],
  series: [
    {
      name: '主营业务收入',
      role: 'own',
      mark: 'column',
      axis: 0,
      values: [82_310, 91_250, 103_480],
      texts: ['82310', '91250', '103480*'],
      decimals: 0,
      provisional: [2019],
    },
    {
      name: '目标',
      role: 'target',
      mark: 'line',
      axis: 0,
      values: [80_000, 90_000, 100_000],
      texts: ['80000', '90000', '100000'],
      decimals: 0,
      provisional: [],
    },
  ],
}
