import type { ChartData, ChartKind } from '../chart-data.ts'

const kindWords: Readonly<Record<ChartKind, string>> = {
  line: '折线图',
  column: '柱形图',
  grouped: '分组柱形图',
  stacked: '堆叠柱形图',
  pie: '饼图',
  radar: '雷达图',
  combined: '组合图',
}

/** What a chart shows, for those who hear it read aloud. */
export function describeChart(chart: ChartData): string {
  const lines = chart.series.map(({ name, axis, texts }) => {
    const unit = chart.axes[axis]?.unit ?? chart.unit
    const figures = chart.categories.map((category, index) => {
      const text = texts[index]
      return text === undefined ? `${category}无数据` : `${category}${text}${unit}`
    })
    return `${name}：${figures.join('，')}`
  })
  return `${kindWords[chart.kind]}。${lines.join('；')}。`
}

/** The words in a chart besides its figures, as limits count them that say 含图表. */
export function chartWords({ series, categories, axes, unit }: ChartData): readonly string[] {
  const units = axes.length === 0 ? [unit] : axes.map((axis) => axis.unit)
  return [...series.map(({ name }) => name), ...categories, ...units]
}
