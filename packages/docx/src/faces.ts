import type { Face } from '@ziping/resolve'

/** The fonts a document names; it embeds none. */
export type Faces = Readonly<Record<Face | 'latin' | 'mono' | 'symbol', string>>

/** What every Chinese Windows and every WPS has. */
export const usualFaces: Faces = {
  song: '宋体',
  hei: '黑体',
  fang: '仿宋',
  kai: '楷体',
  latin: 'Times New Roman',
  mono: 'Courier New',
  /** Has ☑ and □ in one size. */
  symbol: 'Segoe UI Symbol',
}

/** The four slots of a run: letters and digits in the Latin face, all else in the Chinese one. */
export function slots(chinese: string, latin: string): Readonly<Record<string, string>> {
  return {
    'w:ascii': latin,
    'w:hAnsi': latin,
    'w:eastAsia': chinese,
    'w:cs': latin,
  }
}

/** One face for everything: characters like “ … ℃ that engines take from either slot. */
export function oneFace(name: string): Readonly<Record<string, string>> {
  return { ...slots(name, name), 'w:hint': 'eastAsia' }
}
