import type { Attributes } from '../inline.ts'

/** English attribute names and the Chinese ones that writers type. */
const chineseNames: Readonly<Record<string, string>> = {
  ids: '指标',
  type: '类型',
  width: '宽',
  height: '高',
  unit: '单位',
  decimals: '小数',
  years: '年份',
  title: '标题',
  note: '说明',
  source: '来源',
  columns: '列',
}

/** Label and attributes as they would be typed; nothing where there are none. */
export function writeAttributes(label: string | undefined, attributes: Attributes): string {
  const parts = label === undefined ? [] : [`#${label}`]
  for (const [name, value] of Object.entries(attributes)) {
    const typed = Object.hasOwn(chineseNames, name) ? (chineseNames[name] ?? name) : name
    parts.push(value === '' ? typed : `${typed}=${quote(value)}`)
  }
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`
}

function quote(value: string): string {
  if (/^[\p{L}\p{N}.%/_-]+$/u.test(value)) return value
  if (!value.includes('"')) return `"${value}"`
  if (!value.includes("'")) return `'${value}'`
  return /[“”]/.test(value) ? `＂${value}＂` : `“${value}”`
}
