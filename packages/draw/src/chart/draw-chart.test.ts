import { execFileSync } from 'node:child_process'
import type { ChartData, ChartKind, ChartSeries, SeriesRole } from '@ziping/resolve'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawChart } from './draw-chart.ts'
import { wrapText } from './text-width.ts'

const look = { width: 390, height: 175, fonts: ['ZP Latin', 'ZP Song'], fontSize: 9 }

function series(
  name: string,
  role: SeriesRole,
  values: readonly (number | undefined)[],
): ChartSeries {
  const texts = values.map((value) => (value === undefined ? undefined : String(value)))
  const mark = role === 'own' ? 'column' : 'line'
  return { name, role, mark, axis: 0, values, texts, decimals: 0, provisional: [] }
}

function axis(...values: readonly number[]): ChartData['axes'][number] {
  return { unit: '万元', ticks: values.map((value) => ({ value, text: String(value) })) }
}

const revenue: ChartData = {
  kind: 'column',
  categories: ['2017年', '2018年', '2019年'],
  series: [
    series('收入', 'own', [10, 20, 35]),
    series('目标', 'target', [12, 18, 30]),
    series('行业标杆', 'benchmark', [30, undefined, 40]),
  ],
  axes: [axis(0, 10, 20, 30, 40)],
  unit: '万元',
  figures: 'table',
}

const labelled: ChartData = {
  ...revenue,
  kind: 'grouped',
  series: [
    series('甲', 'own', [11, 22, 33]),
    { ...series('乙', 'own', [-3, 7, 9]), mark: 'column' },
  ],
  axes: [axis(-10, 0, 10, 20, 30, 40)],
  figures: 'labels',
}

const radar: ChartData = {
  ...revenue,
  kind: 'radar',
  categories: ['领导', '战略', '资源'],
  series: revenue.series.map((one) => ({ ...one, mark: 'line', values: [10, 20, 30] })),
}

function texts(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)
}

/** Every element that is opened is closed, in order. */
function isBalanced(svg: string): boolean {
  const open: string[] = []
  for (const [, closing, name = '', , selfClosed] of svg.matchAll(
    /<(\/?)([A-Za-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (closing === '/') {
      if (open.pop() !== name) return false
    } else if (selfClosed === '') open.push(name)
  }
  return open.length === 0 && !/<(?!\/?[A-Za-z]+[\s/>])/.test(svg)
}

describe('a chart with lines across columns', async () => {
  const { svg, alt } = await drawChart(revenue, look)

  it('gives every figure, name, year and unit as text', () => {
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['收入', '目标', '行业标杆', '2017年', '35', '30', '—', '单位：万元']),
    )
  })

  it('tells its series apart without colour', () => {
    const dashes = [...svg.matchAll(/stroke-dasharray="([^"]*)"/g)].map(([, dash]) => dash)
    expect(new Set(dashes).size).toBeGreaterThanOrEqual(2)
  })

  it('describes itself', () => {
    expect(alt).toContain('收入：2017年10万元，2018年20万元，2019年35万元')
    expect(alt).toContain('2018年无数据')
  })

  it('is one well-formed element in the fonts of the document', () => {
    expect(isBalanced(svg)).toBe(true)
    expect(svg).toMatch(/^<svg [^>]*font-family="'ZP Latin','ZP Song'"/)
    expect(svg).not.toMatch(/sans-serif|zpfamily|ecmeta|zr\d|<style|<script/)
  })
})

it('fills columns with patterns that the picture brings along', async () => {
  const { svg } = await drawChart(labelled, look)
  const used = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id)
  const there = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(used.length).toBeGreaterThan(0)
  expect(there).toEqual(expect.arrayContaining(used))
  expect(texts(svg)).toEqual(expect.arrayContaining(['11', '-3', '甲', '乙']))
})

it('sets a pie with names, figures and shares', async () => {
  const pie: ChartData = {
    ...revenue,
    kind: 'pie',
    categories: ['研发', '制造', '服务'],
    series: [series('2019年', 'own', [20, 30, 50])],
    axes: [],
  }
  const { svg } = await drawChart(pie, look)
  expect(texts(svg)).toEqual(expect.arrayContaining(['研发', '20万元（20.0%）', '50万元（50.0%）']))
})

it('sets a radar with its spokes and, beside it, the figures of its rings', async () => {
  const { svg } = await drawChart(radar, look)
  expect(texts(svg)).toEqual(expect.arrayContaining(['领导', '战略', '资源', '行业标杆', '35']))
})

it('prints hostile names as text', async () => {
  const name = '<script>alert(1)</script>" onload="x\u0000\u001b{a|b}&amp;'
  const { svg, alt } = await drawChart(
    { ...labelled, series: [{ ...labelled.series[0], ...series(name, 'own', [1, 2, 3]) }] },
    look,
  )
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
  expect(`${svg}${alt}`).not.toMatch(/\p{Cc}/u)
  expect(isBalanced(svg)).toBe(true)
})

it('gives the same bytes in another order and in another process', async () => {
  const ring = radar.series.slice(0, 1)
  const whole: ChartData = { ...radar, series: ring }
  const here = [await drawChart(labelled, look), await drawChart(whole, look)]
  const code = `import { drawChart } from ${JSON.stringify(new URL('./draw-chart.ts', import.meta.url).href)}
    const [a, b, look] = JSON.parse(process.argv[1])
    const second = await drawChart(b, look), first = await drawChart(a, look)
    console.log(JSON.stringify([first, second]))`
  const value = JSON.stringify([labelled, whole, look])
  const there = execFileSync(process.execPath, ['--input-type=module', '-e', code, value], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' },
  })
  expect(JSON.parse(there)).toEqual(here)
})

it('draws whatever numbers there are without losing one', async () => {
  const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined })
  const kind = fc.constantFrom<ChartKind>('line', 'column', 'grouped', 'stacked', 'pie', 'radar')
  const rows = fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(
      kind,
      rows,
      fc.constantFrom('labels', 'table'),
      async (of, values, figures) => {
        const all = values.flat().filter((value) => value !== undefined)
        const [low, high] = [Math.min(0, ...all), Math.max(1, ...all)]
        const chart: ChartData = {
          ...revenue,
          kind: of,
          categories: ['甲', '乙', '丙', '丁'],
          series: values.map((row, index) =>
            series(`序${index}`, 'own', of === 'pie' ? row.map((one) => Math.abs(one ?? 0)) : row),
          ),
          axes: [axis(low, low / 2 + high / 2, high)],
          figures: figures as ChartData['figures'],
        }
        const { svg } = await drawChart(chart, look)
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        expect(isBalanced(svg)).toBe(true)
      },
    ),
    { seed: 11, numRuns: 60 },
  )
})

it('wraps names between Chinese characters and words, and loses none', () => {
  const name = '新能源装备 Model-X200 销售收入（含海外工程）'
  const lines = wrapText(name, 8)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
  expect(lines.some((line) => /^[，。）]/.test(line))).toBe(false)
})
