import { type Block, blocksIn, type Inline, inlinesIn, type Span } from '@ziping/report'

/** A sentence that claims a certificate or honour. */
export interface ClaimSentence {
  /** The words of the claim: `通过质量管理体系认证`. */
  readonly claim: string
  readonly span: Span
  readonly sentence: string
  /** Where its sentence stands, with whatever follows up to the next one. */
  readonly within: Span
}

/** Verbs that claim something, and what is claimed by them, within one clause of a sentence. */
const claims: readonly RegExp[] = [
  // 通过…认证: as a means (“通过认证提高…”) it goes on after the word; 获得顾客认可 is no certificate
  /(?:通过了?[^，。；：、！？]{0,30}?(?:认证|认可)|(?:取得|获得|获)了?[^，。；：、！？]{0,30}?认证)(?=$|[，。；：、！？（(）)”"\s]|并|和|及)/u,
  /(?:获得|获|取得|荣获|获颁)了?[^，。；：！？]{0,40}?(?:证书|称号|奖状|奖章|荣誉称号)/u,
  /(?:荣获|获得|获评|斩获|捧得|摘得|获)了?[^，。；：！？]{1,40}?(?:奖|金奖|银奖)(?=$|[，。；：、！？（(）)”"\s]|和|及|、|\d)/u,
  /(?:被评为|被认定为|被授予|被列为|获评为?|评为|荣膺)[^，。；：！？]{2,40}?(?:称号|先进|优秀|示范|标杆|名牌|企业|单位|中心|基地|奖|集体|工厂|园区|产品|平台|实验室|品牌|商标)/u,
]

/** What is not (yet) so, or said of a rule, a wish or a condition. */
const notClaimed =
  /未|没有|尚|计划|规划|拟|目标|争取|力争|申请|申报|准备|预计|有望|应当|应该|必须|需要|须|不得|如果|如需|凡|鼓励|要求|支持|帮助|指导|辅导|推动|引导|将于|将在|将通过|将获|以通过|以获得|为通过|为获得|确保|可获|可取得|评选|奖励|颁发给|授予员工|认证率|获奖率|方可|才能|后方|只有|是否|的(?:供方|供应商|员工|项目|人员|班组|小组)/u

/** Claimed for somebody else: people by number, partners, competitors; or a prize of the house’s own. */
const others =
  /员工|职工|学员|人员|同事|技师|工程师|供方|供应商|经销商|代理商|顾客|客户|用户|竞争对手|对手|同行|标杆企业|行业内|内部|公司级|厂级|车间|班组|部门级|年度优秀员工|[\d一二三四五六七八九十百余多]+(?:人|名|位)/u

/** `取得高级工证书37人` */
const counted = /^\s*[\d一二三四五六七八九十百余多]+(?:人|名|位)/u

const sentenceEnd = /[。！？；\n]/u

/** The sentences of a block, with those of lists and boxes, that claim a certificate or honour. */
export function* claimsIn(block: Block): Generator<ClaimSentence> {
  if (block.kind === 'paragraph') yield* claimsInText(block.content)
  for (const inner of block.kind === 'list' ? blocksIn(block) : []) yield* claimsIn(inner)
}

function* claimsInText(content: readonly Inline[]): Generator<ClaimSentence> {
  const { text, offsets } = wordsOf(content)
  let start = 0
  for (const sentence of text.split(sentenceEnd)) {
    const found = claimIn(sentence)
    const from = found === undefined ? undefined : offsets[start + found.index]
    if (found !== undefined && from !== undefined) {
      const last = offsets[start + found.index + found.claim.length - 1] ?? from
      const begin = offsets[start] ?? from
      const next = offsets[start + sentence.length + 1] ?? Number.POSITIVE_INFINITY
      const span = { start: from, end: last + 1 }
      yield { claim: found.claim, span, sentence, within: { start: begin, end: next } }
    }
    start += sentence.length + 1
  }
}

function claimIn(sentence: string): { readonly claim: string; readonly index: number } | undefined {
  for (const pattern of claims) {
    const match = pattern.exec(sentence)
    if (match === null) continue
    const before = sentence.slice(0, match.index)
    const clause = before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('：')) + 1)
    const after = sentence.slice(match.index + match[0].length)
    if (notClaimed.test(clause + match[0]) || others.test(before) || counted.test(after)) continue
    return { claim: match[0], index: match.index }
  }
  return undefined
}

/** What a reader sees, each character with its offset in the file; references and values left out. */
function wordsOf(content: readonly Inline[]): {
  readonly text: string
  readonly offsets: readonly number[]
} {
  let text = ''
  const offsets: number[] = []
  const take = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'text' || inline.kind === 'code-text') {
        for (let at = 0; at < inline.value.length; at++)
          offsets.push(Math.min(inline.span.start + at, inline.span.end - 1))
        text += inline.value
      } else if ('children' in inline && inline.kind !== 'reference') take(inline.children)
    }
  }
  take(content)
  return { text, offsets }
}

const typedProof = /证实性材料|见附件|详见附件|附证书|证书见|见证书/u

/** Whether a block, or what it holds, points at evidence: by a reference, or in typed words. */
export function pointsAtEvidence(block: Block, isEvidence: (id: string) => boolean): boolean {
  if (inlinesIn(block).some((inlines) => inlinesPoint(inlines, isEvidence))) return true
  return blocksIn(block).some((inner) => pointsAtEvidence(inner, isEvidence))
}

/** The evidence a block refers to, with where; none of it where it points in typed words. */
export function evidenceIn(
  block: Block,
): readonly { readonly ids: readonly string[]; readonly at: number }[] {
  const found = (inlines: readonly Inline[]): ReturnType<typeof evidenceIn> =>
    inlines.flatMap((inline) =>
      inline.kind === 'reference'
        ? [{ ids: inline.targets, at: inline.span.start }]
        : 'children' in inline
          ? found(inline.children)
          : [],
    )
  return [...inlinesIn(block).flatMap(found), ...blocksIn(block).flatMap(evidenceIn)]
}

/** Whether it says in typed words where the proof is. */
export function pointsInWords(block: Block): boolean {
  return pointsAtEvidence(block, () => false) && evidenceIn(block).length === 0
}

export function inlinesPoint(
  inlines: readonly Inline[],
  isEvidence: (id: string) => boolean,
): boolean {
  return inlines.some((inline) => {
    if (inline.kind === 'reference')
      return inline.word === '证' || inline.targets.some((target) => isEvidence(target))
    if (inline.kind === 'text') return typedProof.test(inline.value)
    return 'children' in inline && inlinesPoint(inline.children, isEvidence)
  })
}
