/**
 * Faces under the names that files give them: a notice that says 宋体 is obeyed with any of these. The bold title faces
 * (小标宋, 大标宋) are a family of their own: a notice that means them says so.
 */
const families: readonly (readonly [family: string, names: RegExp])[] = [
  ['小标宋', /小标宋|大标宋|xbs|xiaobiaosong|dabiaosong/],
  ['仿宋', /仿宋|fangsong|fang-?song|stfangso|zhuquefangsong|^fzfs|^zpfang|ukai-?fs/],
  ['楷体', /楷|simkai|kaiti|^kai|stkai|wenkai|ukai|^fzk|^zpkai|bkai/],
  [
    '黑体',
    /黑体|simhei|heiti|^hei|stheiti|stxihei|yahei|雅黑|dengxian|等线|sanscjk|sanssc|sanscn|sanshans|sourcehansans|思源黑|wenquanyi|文泉驿|pingfang|苹方|droidsansfallback|^fzht|^fzhei|^zphei|wqy/,
  ],
  [
    '宋体',
    /宋|simsun|songti|stsong|stzhongsong|serifcjk|serifsc|serifcn|serifhans|sourcehanserif|uming|^fzss|^fzsong|^zpsong|babelstonehan/,
  ],
]

/** The family a font belongs to, else its own name: `SimSun` and `NotoSerifSC-Regular` are 宋体. */
export function fontFamily(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replaceAll(/[\s_]/g, '')
  return families.find(([, names]) => names.test(plain))?.[0] ?? name.replace(/_GB2312$/i, '')
}

export function isSameFamily(required: string, measured: string): boolean {
  return fontFamily(required) === fontFamily(measured)
}
