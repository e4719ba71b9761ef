import type { Bilingual } from '@ziping/diagnostics'

/** Phrases that say nothing by themselves. */
export interface EmptyPhrases {
  /** What they pretend to say. */
  readonly kind: 'result' | 'intent'
  readonly gloss: Bilingual
  readonly words: readonly string[]
}

/** SPEC L-18. Only what stays empty in any company's report; each is harmless beside a figure. */
export const emptyPhrases: readonly EmptyPhrases[] = [
  {
    kind: 'result',
    gloss: { 'zh-CN': '说有成效而没有数', en: 'claims an effect without a figure' },
    words: [
      '取得显著成效',
      '取得了显著成效',
      '取得明显成效',
      '取得了明显成效',
      '取得良好成效',
      '取得了良好成效',
      '取得良好效果',
      '取得了良好效果',
      '取得了长足进步',
      '取得长足进步',
      '取得了可喜成绩',
      '取得可喜成绩',
      '成效显著',
      '效果显著',
      '成绩斐然',
      '硕果累累',
      '得到显著提升',
      '得到了显著提升',
      '得到明显改善',
      '得到了明显改善',
      '得到有效提升',
      '得到了有效提升',
      '实现跨越式发展',
      '实现了跨越式发展',
      '受到一致好评',
      '受到广泛好评',
      '得到一致好评',
      '得到广泛好评',
      '赢得广泛赞誉',
      '赢得了广泛赞誉',
      '深受顾客好评',
      '深受客户好评',
      '深受广大用户好评',
    ],
  },
  {
    kind: 'intent',
    gloss: { 'zh-CN': '表态而没有做法', en: 'declares an intention without a deed' },
    words: [
      '进一步加强',
      '进一步提升',
      '进一步完善',
      '大力推进',
      '大力加强',
      '深入推进',
      '扎实推进',
      '全面加强',
      '切实加强',
      '切实做好',
      '不断加强',
      '不断完善',
      '持续加强',
      '狠抓落实',
      '再上新台阶',
      '迈上新台阶',
      '开创新局面',
      '开创了新局面',
      '谱写新篇章',
      '保驾护航',
    ],
  },
]
