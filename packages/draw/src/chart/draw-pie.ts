import type { ChartData } from '@ziping/resolve'
import { partMarks } from '@ziping/resolve'
import { type ChartLook, fontFamily } from './chart-look.ts'
import type { DrawnParts } from './draw-over-years.ts'
import { fillColor } from './marks.ts'
import { drawPlot, familyInPlot } from './plot.ts'
import { printable } from './svg.ts'
import { wrapText } from './text-width.ts'

/** Parts named where they are, with figure and share: no legend to look up. */
export function drawPie(chart: ChartData, look: ChartLook, prefix: string): DrawnParts {
  const { width, height, fontSize: size } = look
  const marks = partMarks(chart.categories.length)
  const radius = Math.min(height * 0.38, width * 0.22)
  const room = Math.max((width / 2 - radius - size * 3) / size, 5)
  const texts = labelsOf(chart).map((lines) =>
    lines.flatMap((line) => wrapText(line, room)).join('\n'),
  )
  const values = chart.series[0]?.values ?? []
  const largest = Math.max(...values.map((value) => value ?? 0)) || 1
  const option = {
    textStyle: { fontFamily: familyInPlot, fontSize: size, color: '#000' },
    series: [
      {
        type: 'pie',
        silent: true,
        emphasis: { disabled: true },
        radius,
        center: [width / 2, height / 2],
        startAngle: 90,
        stillShowZeroSum: false,
        minShowLabelAngle: 0,
        label: {
          color: '#000',
          fontFamily: familyInPlot,
          fontSize: size,
          lineHeight: size * 1.25,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => texts[dataIndex] ?? '',
        },
        labelLayout: { hideOverlap: false },
        labelLine: { length: 8, length2: 8, lineStyle: { color: '#000', width: 0.6 } },
        data: chart.categories.map((name, index) => {
          const mark = marks[index]
          return {
            name: printable(name),
            value: (values[index] ?? 0) / largest,
            itemStyle: {
              color: mark === undefined ? '#fff' : fillColor(mark),
              borderColor: mark?.fill === 'solid' ? '#fff' : (mark?.color ?? '#000'),
              borderWidth: 0.8,
            },
          }
        }),
      },
    ],
  }
  return { svg: drawPlot(option, look, marks, fontFamily(look.fonts), prefix), marks }
}

/** The name, and below it `1200万元（30.5%）`; where the figures are shares already, they say it themselves. */
function labelsOf({ categories, series, unit }: ChartData): readonly (readonly string[])[] {
  const [first] = series
  const values = first?.values ?? []
  const largest = Math.max(...values.map((value) => value ?? 0)) || 1
  const sum = values.reduce((total: number, value) => total + (value ?? 0) / largest, 0)
  return categories.map((name, index) => {
    const share = (((values[index] ?? 0) / largest / sum) * 100).toFixed(1)
    const figure = `${first?.texts[index] ?? '—'}${unit}`
    return [printable(name), unit === '%' ? figure : `${figure}（${share}%）`]
  })
}
