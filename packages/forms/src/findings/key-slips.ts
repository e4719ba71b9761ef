import type { Bilingual } from '@ziping/diagnostics'

/** A key that comes of a comma or a full-width sign in `{ }`, and not of a wrong word: how to mend it. */
export function keySlip(key: string): Bilingual | undefined {
  const last = key.split('.').at(-1) ?? ''
  if (/^\d{3}$/u.test(last))
    return {
      'zh-CN': `多半是数里写了千分位逗号：花括号里把“…,${last}”写成不带逗号的数，或整个数加引号`,
      en: `Probably a thousands separator: inside { } write “…,${last}” without its comma, or quote the number`,
    }
  if (!/[：，]/u.test(last)) return undefined
  const half = last.replace(/\s*：\s*/gu, ': ').replace(/\s*，\s*/gu, ', ')
  return { 'zh-CN': `冒号、逗号改成半角：${half}`, en: `Use half-width signs: ${half}` }
}
