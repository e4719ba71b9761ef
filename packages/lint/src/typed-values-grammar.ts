import { timePattern, yearPattern } from './typed-values-times.ts'
import { numberPattern } from './typed-values-units.ts'

/** Words that mean a number is not meant exactly. */
export const roughly = '(?:大约|约为|约|将近|接近|近|超过|超|逾|突破|不足|不到|高达)'

const adverbs =
  '(?:实际|已经|已|也|均|都|则|首次|年末|年底|全年|再次|最终|进一步|逐步|逐年|稳步|随之|分别|依次){0,2}'

/** What joins an indicator's name with its value. */
const reaches =
  '(?:为|是|达到了?|达|实现了?|完成了?|[升增降减缩][至到为]|(?:上升|提高|提升|增加|增长|下降|降低|缩短|减少|缩小|回落|回升|恢复)[至到为]|(?:保持|稳定|维持)在|[:：=])'
const moves =
  '(?:，)?(?:分别)?(?:逐步|逐年|稳步|大幅|进一步|持续|快速)?(?<move>[升增降减缩][至到为]|(?:上升|提高|提升|增加|增长|下降|降低|缩短|减少|缩小|回落|回升)[至到为])'

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'y')

/** 顾客满意度 **（第三方测评）2019年达到** 90.3 */
export const valueStart: RegExp = sticky(
  `(?:[（(][^（）()\\d]{0,12}[）)])?${adverbs}(?<time>${timePattern})?${adverbs}${reaches}?\\s*(?<rough>${roughly})?(?<number>${numberPattern})`,
)
/** 质量损失率 **由2017年的0.85**%降到2019年的0.56% */
export const moveStart: RegExp = sticky(
  `${adverbs}(?<time>${timePattern})?${adverbs}(?:由|从)(?:(?<year>${yearPattern})的?)?(?<number>${numberPattern})`,
)
export const moveEnd: RegExp = sticky(
  `${moves}(?:(?<year>${yearPattern})的?)?(?<rough>${roughly})?(?<number>${numberPattern})`,
)
/** …81.2%**、2018年85.7**% */
export const nextYear: RegExp = sticky(
  `(?:[，、；]|和|及)(?<year>${yearPattern})(?:则|又|已|再|再次|进一步)?${reaches}?(?<number>${numberPattern})`,
)
/** 2810万元**、3660**万元 */
export const nextInList: RegExp = sticky(`(?:[、，]|和|及|与)(?<number>${numberPattern})`)

/** 由42万元增加到51万元**、68**万元 */
export const nextInMove: RegExp = sticky(
  `(?:、|和|及|，?再(?:[升增降减][至到为]|到|至))(?<number>${numberPattern})(?!年)`,
)

/** 三年为91.2%、94.3%、96.7% */
export const threeYears: RegExp = sticky(
  `(?:近)?三年(?:来)?(?:分别|依次)?[为是](?<number>${numberPattern})`,
)

/** The time that stands between a name and what is said of it. */
export const timeStart: RegExp = sticky(`${adverbs}(?<time>${timePattern})`)

/** What may stand between two things said of one indicator. */
export const between: RegExp = sticky(
  '\\s*[，,；;（(）)]?(?:且|并且|并|但|而且|仍然?|也|又|已|均|都|首次|再次|还|其中|累计|共|大幅|明显|有所|显著|只|仅|尚)*',
)

const up = '增长|上升|提高|提升|增加|增多|升高|扩大|延长|增|升|高出|高|多|长'
const down = '下降|降低|减少|缩短|缩减|缩小|回落|下滑|减|降|少|低|短'
const direction = `(?<direction>${up}|${down}|持平)`
const ofAmount = `(?:了|出)?(?<rough>${roughly})?(?<number>${numberPattern})?`

const before = '(?:上一?年度?(?:同期)?|去年(?:同期)?)'
export const onYear: RegExp = sticky(
  `(?:同比|[比较]${before}|与${before}相比，?)${direction}${ofAmount}`,
)
export const eachOnYear: RegExp = sticky(
  `分别(?:同比|比上年|较上年)?${direction}了?(?<number>${numberPattern})`,
)
export const sinceYear: RegExp = sticky(
  `(?:[比较](?<year>${yearPattern})的?|与(?<year2>${yearPattern})相比，?)(?:累计|共)?${direction}${ofAmount}`,
)
export const overYears: RegExp = sticky(
  `(?:近)?(?<count>[两二三23])年(?:间|来|内)?，?(?:累计|共)?(?<yearly>年均)?${direction}${ofAmount}`,
)
/** Behind 由…升到…: what the move came to. */
export const moved: RegExp = sticky(
  `(?:[两二三23]年(?:间|来|内)?)?(?:累计|共|净)?(?<yearly>年均)?${direction}${ofAmount}`,
)
export const timesYear: RegExp = sticky(
  `(?:是|为|约为|相当于|达到?)(?<year>${yearPattern})的(?<rough>${roughly})?(?<number>${numberPattern})倍`,
)
export const doubled: RegExp = sticky(
  `[比较](?<year>${yearPattern})(?:翻了?(?<folds>[一两二])?番|翻了?一倍|增长了?一倍)`,
)

/** Behind 由…升到…. */
export const doubledMove: RegExp = sticky(
  '(?:实现|已|约|近)*(?:了)?(?:翻了?(?<folds>[一两二])?番|翻了?一倍|增长了?一倍|成倍增长)',
)

const run = '(?:稳步|持续|快速|逐年|大幅)?'
export const inARow: RegExp = sticky(
  `(?:已|均|都)?连续(?<count>[两二三四五2345])年(?:保持|实现|呈)?${run}(?<direction>${up}|${down}|改善|向好|好转)`,
)
export const yearByYear: RegExp = sticky(
  `(?:(?:近)?(?:三|3)年(?:来|间)?)?(?:均|都)?(?:呈|保持)?逐年(?:稳步|持续)?(?<direction>${up}|${down}|改善|向好|好转)`,
)
export const tending: RegExp = sticky(
  `(?:总体|整体)?(?:呈|保持)(?:现|出)?(?:稳步|持续|快速)?(?<direction>上升|增长|提高|提升|下降|降低|改善|向好)(?:趋势|态势)`,
)

/** 三年逐年提高，**2019年97.6**% */
export const datedValue: RegExp = sticky(
  `(?<year>${yearPattern})(?:则|又|已|再|再次|进一步)?${reaches}?(?<number>${numberPattern})`,
)

const ofTarget = '(?:的|这一)?(?:年度|控制|预定|预期|阶段|当年)?目标'
export const target: RegExp = sticky(
  `(?<not>未能?|没有|尚未)?(?<verb>达到|达成|完成|实现|超额完成|优于|超过|超出|高于|低于)了?(?:(?:当年|年度|本年度|(?<year>${yearPattern}))的?)?(?<number>${numberPattern})?`,
)
export const targetEnd: RegExp = sticky(`(?:以内|以下|以上)?${ofTarget}(?!值?[为是]|的)`)

export const comparedWith: RegExp = sticky('(?:比|较|与|距离|距|离)')
export const comparedVerb: RegExp = sticky(
  '(?<verb>高于|超过|超出|高出|大于|多于|低于|少于|小于|短于|优于|好于|领先于|领先|胜过|落后于|落后|不及|劣于|差于)',
)
export const comparedBy: RegExp = sticky(
  `(?:的)?(?:相比，?)?(?:还|仍|尚|只|仅|要)*(?<direction>高出|多出|低出|高|低|多|少|短|长|相差|差距?)(?:了|出|为)?(?<rough>${roughly})?(?<number>${numberPattern})`,
)
export const statedBy: RegExp = sticky(`的(?<number>${numberPattern})`)
export const amountBy: RegExp = sticky(`达?(?<rough>${roughly})?(?<number>${numberPattern})`)
export const timesOther: RegExp = sticky(
  `的(?<rough>${roughly})?(?<number>${numberPattern})(?<in>倍|%)`,
)
/** 与国内标杆**的差距由2.8分缩小到0.3分** */
export const gapMove: RegExp = sticky(
  `的?差距(?:由|从)(?:(?<year>${yearPattern})的?)?(?<first>${numberPattern})`,
)
export const gapMoveEnd: RegExp = sticky(
  `(?:进一步|逐步|逐年)?(?:缩小|收窄|缩短|减少|减小|降低|降|扩大|拉大|增加)(?:到|至|为)(?:(?<year>${yearPattern})的?)?(?<number>${numberPattern})`,
)
export const isOf: RegExp = sticky('(?:是|为|相当于|达到?)')

/** Behind a value: it is a bound, part of a range, or somebody's aim. */
export const notPlain: RegExp =
  /^(?:及?以[上下内外]|左右|上下|多|余|强|之间|\s*[—–~～-]\s*\d|[至到]\d|[^，。；、）)]{0,8}(?:目标|计划|预算|控制线|红线|底线|标杆))/
/** Behind an amount: more of them follow, or it is a bound. */
export const moreFollows: RegExp =
  /^(?:[、和及与]\d|及?以[上下内]|左右|多|余|\s*[—–~～-]\s*\d|[至到]\d)/

const ups = new Set(up.split('|'))

export function directionOf(word: string): 1 | -1 | 0 {
  return word === '持平' ? 0 : ups.has(word) ? 1 : -1
}
