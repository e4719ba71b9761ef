import type { Bilingual } from '@ziping/diagnostics'
import type { Award } from './award.ts'
import { leafClauses } from './clause.ts'
import { isSpecified, notSpecified } from './specified.ts'

/** Something the notice does not say. */
export interface NotSpecifiedItem {
  /** Path in the award: `volumes.main.paper`. */
  readonly id: string
  readonly name: Bilingual
}

/** Everything of weight that the award leaves open, for the list “not specified by this award”. */
export function listNotSpecified(award: Award): readonly NotSpecifiedItem[] {
  return [
    ...open(award, '', topLevel),
    ...empty(award),
    ...(isSpecified(award.schedule) ? open(award.schedule, 'schedule', schedule) : []),
    ...points(award),
    ...award.standards.flatMap((standard) =>
      named(open(standard, `standards.${standard.code}`, edition), standard.code),
    ),
    ...award.volumes.flatMap((volume) =>
      named(open(volume, `volumes.${volume.id}`, volumes), volume.title ?? volume.id),
    ),
    ...award.media.flatMap((medium) =>
      named(open(medium, `media.${medium.id}`, media), medium.title ?? medium.id),
    ),
    ...(isSpecified(award.pictures) ? award.pictures : []).flatMap((picture) =>
      named(open(picture, `pictures.${picture.id}`, pictures), titleOf(award, picture.applies)),
    ),
    ...(isSpecified(award.page) ? open(award.page, 'page', page) : []),
    ...(isSpecified(award.page) && isSpecified(award.page.pageNumber)
      ? open(award.page.pageNumber, 'page.pageNumber', pageNumber)
      : []),
  ]
}

/** What is to be handed in, in the notice's own words. */
function titleOf({ deliverables }: Award, id: string): string {
  return deliverables.find((one) => one.id === id)?.title ?? id
}

type Names = Readonly<Record<string, readonly [zh: string, en: string]>>

/** The members of a thing that are not specified, of those that have a name here. */
function open(thing: object, path: string, names: Names): readonly NotSpecifiedItem[] {
  const values = new Map<string, unknown>(Object.entries(thing))
  return Object.entries(names).flatMap(([key, name]) =>
    values.get(key) === notSpecified ? [item(path === '' ? key : `${path}.${key}`, name)] : [],
  )
}

function item(id: string, [zh, en]: readonly [zh: string, en: string]): NotSpecifiedItem {
  return { id, name: { 'zh-CN': zh, en } }
}

/** Of several volumes or media it must be clear which is meant. */
function named(items: readonly NotSpecifiedItem[], of: string): readonly NotSpecifiedItem[] {
  return items.map(({ id, name }) => ({
    id,
    name: { 'zh-CN': `${of}：${name['zh-CN']}`, en: `${of}: ${name.en}` },
  }))
}

function empty(award: Award): readonly NotSpecifiedItem[] {
  return lists.flatMap(([key, ...name]) => (award[key].length === 0 ? [item(key, name)] : []))
}

function points(award: Award): readonly NotSpecifiedItem[] {
  const leaves = [...leafClauses(award.clauses)].filter(({ scored }) => scored)
  const none = leaves.length > 0 && leaves.every((clause) => !isSpecified(clause.points))
  return none ? [item('clauses.points', ['各条款的分值', 'points of the clauses'])] : []
}

const topLevel: Names = {
  level: ['奖项级别', 'level of the award'],
  region: ['行政区划', 'region'],
  issuer: ['发文单位', 'issuer'],
  year: ['年度', 'year'],
  schedule: ['申报时间', 'schedule'],
  total: ['总分', 'total of points'],
  forms: ['申报表', 'application form'],
  pictures: ['图片要求', 'pictures'],
  page: ['版式', 'page format'],
  conditions: ['申报条件', 'conditions of eligibility'],
  duties: ['申报之后的义务', 'duties after filing'],
  route: ['推荐与报送的路径', 'route of recommendation'],
  stages: ['评审程序', 'stages of review'],
}

const lists = [
  ['dimensions', '评价维度', 'dimensions'],
  ['windows', '数据年份', 'years of data'],
  ['limits', '字数、页数等限制', 'limits of length and size'],
  ['deliverables', '申报材料', 'deliverables'],
  ['volumes', '纸质材料', 'paper volumes'],
  ['media', '电子材料', 'electronic copies'],
] as const

const schedule: Names = {
  opens: ['申报开始日期', 'opening date'],
  closes: ['申报截止日期', 'closing date'],
  hardClose: ['逾期是否不再受理', 'whether late applications are refused'],
}

const edition: Names = { edition: ['标准的版本', 'edition of the standard'] }

const volumes: Names = {
  copies: ['份数', 'number of copies'],
  paper: ['纸张', 'paper'],
  duplex: ['单面或双面', 'one-sided or duplex'],
  binding: ['装订', 'binding'],
  spine: ['侧脊文字', 'text on the spine'],
  numbering: ['页码编排', 'page numbering'],
}

const media: Names = {
  copies: ['份数', 'number of copies'],
  fileName: ['文件名', 'file name'],
  maxBytes: ['文件大小', 'size of files'],
  types: ['文件类型', 'types of files'],
}

const pictures: Names = {
  formats: ['格式', 'format'],
  dpi: ['分辨率', 'resolution'],
  color: ['色彩模式', 'colour mode'],
  minMm: ['最小尺寸', 'least size'],
  maxPx: ['最大像素', 'most pixels'],
  maxFiles: ['张数', 'number of pictures'],
}

const page: Names = {
  paper: ['纸张', 'paper'],
  margins: ['页边距', 'margins'],
  body: ['正文字体字号', 'font of the body'],
  headings: ['标题字体字号', 'fonts of headings'],
  pageNumber: ['页码', 'page numbers'],
}

const pageNumber: Names = {
  size: ['页码字号', 'size of page numbers'],
  place: ['页码位置', 'place of page numbers'],
}
