import {
  awardFinding,
  type MakeFinding,
  suggestEn,
  suggestZh,
  type Unknown,
} from '../award-finding.ts'

export const nothingToRemove: MakeFinding<Unknown> = awardFinding('nothing-to-remove', {
  'zh-CN': (unknown) => ({
    message: `“${unknown.name}”在所继承的方案里没有，不能用 $remove 去掉`,
    advice: suggestZh(unknown) ?? '核对名称；所继承的方案里本来就没有的，不必写 $remove',
  }),
  en: (unknown) => ({
    message: `“${unknown.name}” can't be removed: the award this one extends has none`,
    advice: suggestEn(unknown) ?? 'Check the name; what the parent lacks needs no $remove',
  }),
})

export const nothingToPatch: MakeFinding<Unknown> = awardFinding('nothing-to-patch', {
  'zh-CN': (unknown) => ({
    message: `条款树里没有“${unknown.name}”，patch 无从修改`,
    advice: suggestZh(unknown) ?? '新条款写在 criteria.clauses 里',
  }),
  en: (unknown) => ({
    message: `There is no clause “${unknown.name}” to patch`,
    advice: suggestEn(unknown) ?? 'Write a new clause under criteria.clauses',
  }),
})

export const parentMissing: MakeFinding<Unknown> = awardFinding('parent-missing', {
  'zh-CN': (unknown) => ({
    message: `找不到所继承的奖项方案“${unknown.name}”`,
    advice: suggestZh(unknown) ?? '把它放在旁边的文件夹里：<代号>/award.yaml',
  }),
  en: (unknown) => ({
    message: `The award “${unknown.name}” that this one extends can't be found`,
    advice: suggestEn(unknown) ?? 'Put it in a folder beside this one: <id>/award.yaml',
  }),
})

export const extendsItself: MakeFinding<{ readonly chain: readonly string[] }> = awardFinding(
  'extends-itself',
  {
    'zh-CN': ({ chain }) => ({
      message: `继承绕回了自己：${chain.join(' → ')}`,
      advice: '去掉其中一处 extends',
    }),
    en: ({ chain }) => ({
      message: `The award extends itself: ${chain.join(' → ')}`,
      advice: 'Remove one of these extends',
    }),
  },
)

export const partMissing: MakeFinding<Unknown & { readonly part: string }> = awardFinding(
  'part-missing',
  {
    'zh-CN': (unknown) => ({
      message: `找不到 ${unknown.part}/${unknown.name}.yaml`,
      advice: suggestZh(unknown) ?? `在方案旁的 ${unknown.part}/ 里建立这个文件`,
    }),
    en: (unknown) => ({
      message: `There is no ${unknown.part}/${unknown.name}.yaml`,
      advice: suggestEn(unknown) ?? `Create it in ${unknown.part}/ beside the award`,
    }),
  },
)
