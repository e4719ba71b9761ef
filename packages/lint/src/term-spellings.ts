/** Two spellings of one word: the one dictionaries and standards prefer, and the other. */
export interface Spelling {
  readonly good: RegExp
  readonly other: RegExp
  /** How messages name the two. */
  readonly names: readonly [good: string, other: string]
  /** The other is simply wrong, not a matter of taste. */
  readonly wrong?: true
}

const log = '(?=了?(?:系统|平台|网|账|帐|APP|后台|界面|页面|微信|小程序|门户|密码|用户))'

/**
 * Pairs that cannot be told apart by meaning; what stands around a pattern keeps words out that only contain it by
 * accident (`确定单位`, `全部份额`, `一座落成的厂房`).
 */
export const spellings: readonly Spelling[] = [
  { names: ['登录', '登陆'], good: /登录/g, other: new RegExp(`登陆${log}`, 'g'), wrong: true },
  {
    names: ['账', '帐'],
    good: /(?:台|对|记|结|做|查|总|挂|到|入|坏|建)账|账(?=户|号|目|款|面|本|单|务|册|龄)/g,
    other: /(?:台|对|记|结|做|查|总|挂|到|入|坏|建)帐(?!篷)|帐(?=户|号|目|款|面|本|单|务|册|龄)/g,
    wrong: true,
  },
  { names: ['其他', '其它'], good: /其他/g, other: /其它/g },
  {
    names: ['订单', '定单'],
    good: /订单/g,
    other: /(?<![固确指制规约决测认稳一选评核假设特既])定单(?![价位项一元个独向品件])/g,
  },
  {
    names: ['订货', '定货'],
    good: /订货/g,
    other: /(?<![固确指制规约决测认稳一选评核假设特既])定货(?![架物位车运品])/g,
  },
  { names: ['签订', '签定'], good: /签订/g, other: /签定/g, wrong: true },
  { names: ['唯一', '惟一'], good: /唯一/g, other: /惟一/g },
  {
    names: ['坐落', '座落'],
    good: /坐落/g,
    other: /(?<![一每几两三四五六七八九十\d])座落(?!成|地)/g,
  },
  { names: ['部分', '部份'], good: /部分/g, other: /部份(?!额|数)/g, wrong: true },
  { names: ['成分', '成份'], good: /成分/g, other: /(?<![构组])成份(?!额|数)/g },
  { names: ['图像', '图象'], good: /图像/g, other: /图象(?!征)/g },
  { names: ['撤销', '撤消'], good: /撤销/g, other: /撤消/g },
  { names: ['部署', '布署'], good: /部署/g, other: /布署/g, wrong: true },
  { names: ['阈值', '阀值'], good: /阈值/g, other: /阀值/g, wrong: true },
  { names: ['安装', '按装'], good: /安装/g, other: /按装(?![配置备载箱车])/g, wrong: true },
  { names: ['报道', '报导'], good: /报道/g, other: /报导/g },
  { names: ['人才', '人材'], good: /人才/g, other: /(?<!工)人材(?![料质])/g },
  { names: ['想象', '想像'], good: /想象/g, other: /想像/g },
  { names: ['执着', '执著'], good: /执着/g, other: /执著/g },
  { names: ['黏度', '粘度'], good: /黏度/g, other: /粘度/g },
  {
    names: ['六西格玛', '六西格马'],
    good: /六西格玛/g,
    other: /六(?:西格马|希格玛|希格马|西个玛)/g,
    wrong: true,
  },
  { names: ['连接', '联接'], good: /连接/g, other: /(?<![互关])联接(?![入口触])/g },
]

const anyOther =
  /登陆|帐|其它|定单|定货|签定|惟一|座落|部份|成份|图象|撤消|布署|阀值|按装|报导|人材|想像|执著|粘度|联接|六西格马|六希格|六西个玛/

/** A quick look that most texts pass. */
export function mayHoldOtherSpelling(text: string): boolean {
  return anyOther.test(text)
}
