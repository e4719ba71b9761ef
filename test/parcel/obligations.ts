import { expect } from 'vitest'
import type { Parcel } from './parcel.ts'

/** How a sentence that obliges an applicant is kept: by an assertion about the parcel, or by a person, who is told. */
export type Proof = ((parcel: Parcel) => unknown) | `person: ${string}`

/** An element of an award (`volumes.main`) whose sentence it is. */
export type Obligations = Readonly<Record<string, Proof>>

const isReady =
  (id: string): Proof =>
  ({ check }) =>
    expect(check.deliverables.find((one) => one.id === id)?.state).toBe('ready')

const isNotNeeded =
  (id: string): Proof =>
  ({ check }) =>
    expect(check.deliverables.find((one) => one.id === id)?.state).toBe('not-needed')

/** Lint measures it; a parcel is only made where it is kept. */
const isWithin: Proof = ({ check }) =>
  expect(
    check.findings.filter(
      ({ rule, severity }) => severity !== 'info' && /^(?:length-exceeded|photo-)/.test(rule),
    ),
  ).toEqual([])

const all =
  (...proofs: readonly ((parcel: Parcel) => unknown)[]): Proof =>
  async (parcel) => {
    for (const proof of proofs) await proof(parcel)
  }

/** A sentence about the paper or the printer is on the job sheet, in these words. */
const jobSheetSays =
  (...words: readonly string[]) =>
  async (parcel: Parcel) => {
    const text = await parcel.text(/^印刷\/印刷装订单\.pdf$/)
    for (const word of words) expect(text).toContain(word.replace(/\s/g, ''))
  }

const printed =
  (pattern: RegExp, ...words: readonly string[]) =>
  async (parcel: Parcel) => {
    const text = await parcel.text(pattern)
    for (const word of words) expect(text).toContain(word.replace(/\s/g, ''))
  }

const isA4 =
  (pattern: RegExp) =>
  async (parcel: Parcel): Promise<void> => {
    const { pages } = await parcel.pdf(pattern)
    const sizes = pages.map(({ width, height }) =>
      [width, height].map((points) => Math.round((points / 72) * 25.4)).sort((a, b) => a - b),
    )
    expect(new Set(sizes.map((size) => size.join('×')))).toEqual(new Set(['210×297']))
  }

/** Odd pages have their number at the right, even ones at the left, in 14 points, without a gap. */
async function numberedOutside(parcel: Parcel): Promise<void> {
  const { pages } = await parcel.pdf(/^印刷\/申报书\.pdf$/)
  for (const [index, { text, width, height }] of pages.entries()) {
    if (width > height) continue // a landscape page is turned: its outer side is above
    const number = text.find(
      (item) => item.text.replace(/[—\s-]/g, '') === `${index + 1}` && item.y < 90,
    )
    expect.soft(number, `page ${index + 1}`).toBeDefined()
    if (number === undefined) continue
    expect.soft(number.size, `page ${index + 1}`).toBeCloseTo(14, 1)
    const isRight = number.x > width / 2
    expect.soft(isRight, `page ${index + 1}`).toBe(index % 2 === 0)
  }
}

const disc = '电子版/申报光盘（5寸光盘）'

function tiffTags(bytes: Buffer): ReadonlyMap<number, number> {
  const isLittle = bytes.toString('latin1', 0, 2) === 'II'
  const [u16, u32] = isLittle
    ? [bytes.readUInt16LE.bind(bytes), bytes.readUInt32LE.bind(bytes)]
    : [bytes.readUInt16BE.bind(bytes), bytes.readUInt32BE.bind(bytes)]
  const at = u32(4)
  const tags = new Map<number, number>()
  for (let index = 0; index < u16(at); index++) {
    const entry = at + 2 + index * 12
    const type = u16(entry + 2)
    const value = type === 3 ? u16(entry + 8) : u32(entry + 8)
    tags.set(u16(entry), type === 5 ? u32(value) / u32(value + 4) : value)
  }
  return tags
}

function picturesAreTiff(parcel: Parcel): void {
  const pictures = parcel.matching(/^电子版\/.*\.tif$/)
  expect(pictures.length).toBeGreaterThan(0)
  for (const { path } of pictures) {
    const tags = tiffTags(parcel.read(path))
    const [photometric, samples, dpi] = [tags.get(262), tags.get(277), tags.get(282) ?? 0]
    expect({ photometric, samples, dpi: Math.round(dpi) }, path).toEqual({
      photometric: 5, // separated: CMYK
      samples: 4,
      dpi: 300,
    })
    // 10 cm at 300 dpi
    expect(Math.min(tags.get(256) ?? 0, tags.get(257) ?? 0), path).toBeGreaterThanOrEqual(1181)
  }
}

const uploads = '网上填报/上传文件'
const allowedTypes = /\.(?:pdf|docx|xlsx|png|jpg|jpeg|xls|zip|rar|ppt|doc)$/

const shenzhen: Obligations = {
  'deliverables.form': (parcel: Parcel) =>
    expect(parcel.names(uploads)).toContain('深圳市市长质量奖申报表.docx'),
  'deliverables.formScan': (parcel: Parcel) =>
    expect(parcel.names(uploads)).toContain('深圳市市长质量奖申报表（加盖公章后的扫描版）.pdf'),
  'deliverables.report': all(
    (parcel) => expect(parcel.names(uploads)).toContain('自评报告.pdf'),
    isWithin as (parcel: Parcel) => unknown,
  ),
  'deliverables.evidence': (parcel: Parcel) =>
    expect(parcel.names(uploads)).toContain('证实性材料.pdf'),
  'deliverables.taxProof': isNotNeeded('taxProof'),
  'deliverables.slides': 'person: 入围集中答辩之后才用，不随申报提交',
  'media.portal': (parcel) => {
    for (const { path, bytes } of parcel.matching(/^网上填报\/上传文件\//)) {
      expect(path).toMatch(allowedTypes)
      expect(bytes).toBeLessThanOrEqual(50 * 1024 * 1024)
    }
  },
  'limits.SZ-L1': isWithin,
  'limits.SZ-L3': ({ files }) =>
    expect(files.filter(({ bytes }) => bytes > 50 * 1024 * 1024)).toEqual([]),
  schedule: 'person: 截止日取自当年通知，写在 ziping.yaml 的 deadline',
  'route.entry': 'person: 登录申报系统',
  'route.path': 'person: 登录申报系统',
  'route.login': 'person: 用法人账号登录',
  'route.screens': (parcel: Parcel) =>
    expect(parcel.read('网上填报/抄录单.html').toString()).toContain('<button'),
  'route.commitment': 'person: 在网页上点“同意”；原文印在申报表里',
  'route.result': 'person: 看短信',
}

const recommended: Obligations = {
  'deliverables.recommendation': (parcel: Parcel) =>
    expect(parcel.matching(/^网上填报\/上传文件\/.*推荐材料\.pdf$/)).toHaveLength(1),
}

/** Each sentence of each notice that obliges an applicant, by the element of the award that quotes it. */
export const obligations: Readonly<Record<string, Obligations>> = {
  'nantong-org': {
    'deliverables.form': all(
      isReady('form') as (parcel: Parcel) => unknown,
      printed(/^印刷\/申报书\.pdf$/, '南通市市长质量奖'),
      (parcel) => expect(parcel.names(disc)).toContain('申报表.docx'),
    ),
    'deliverables.overview': all(printed(/^印刷\/申报书\.pdf$/, '组织概述'), (parcel) =>
      expect(parcel.names(disc)).toContain('组织概述.pdf'),
    ),
    'deliverables.report': printed(/^印刷\/申报书\.pdf$/, '自评报告', '采用方法', '实施结果'),
    'deliverables.case': printed(/^印刷\/申报书\.pdf$/, '典型案例'),
    'deliverables.evidence': all(
      printed(
        /^印刷\/申报书\.pdf$/,
        '证实性材料',
        '统一社会信用代码',
        '现场评审时在采购供应部备查',
      ),
      (parcel) => expect(parcel.names(`${disc}/证实性材料（扫描件）`)).toHaveLength(23),
    ),
    'deliverables.coaching': printed(/^印刷\/申报书\.pdf$/, '申报组织卓越绩效标准辅导情况说明'),
    'deliverables.pictures': (parcel) => {
      const pictures = parcel.matching(/\.tif$/)
      expect(pictures.length).toBeGreaterThan(0)
      expect(pictures.length).toBeLessThanOrEqual(5)
    },
    'volumes.main': all(
      isA4(/^印刷\/申报书\.pdf$/),
      jobSheetSays('双面打印', '沿长边装订', '不另做封面', '硬皮材质、塑料拉杆', '份数3'),
      printed(/^印刷\/书脊\.pdf$/, '组织', '江苏梭澜纺织机械股份有限公司'),
    ),
    'media.disc': all(
      jobSheetSays('申报光盘（5寸光盘）', '份数1'),
      (parcel) =>
        expect(parcel.names(disc)).toEqual(
          expect.arrayContaining(['申报表.docx', '自评报告.pdf', '典型案例.pdf', '证实性材料.pdf']),
        ),
      (parcel) => expect(parcel.names('电子版')).toEqual(['申报光盘（5寸光盘）.zip']),
    ),
    'pictures.pictures': picturesAreTiff,
    page: isA4(/^印刷\/申报书\.pdf$/),
    'page.pageNumber': numberedOutside,
    'limits.overview': isWithin,
    'limits.group-chart': 'person: 样例不是集团；是集团的由 lint 检查有没有图',
    'limits.model-name': isWithin,
    'limits.model-text': isWithin,
    'limits.pictures': isWithin,
    'limits.picture-text': all(isWithin as (parcel: Parcel) => unknown, (parcel) =>
      expect(parcel.matching(/图片文字介绍\.txt$/)).toHaveLength(1),
    ),
    schedule: ({ check }) =>
      expect(check.findings.filter(({ rule }) => rule === 'deadline-passed')).toEqual([]),
    'route.preliminary': 'person: 报送，日期在 data/plan.yaml',
    'route.recommend': 'person: 报送，日期在 data/plan.yaml',
    'route.deliver': jobSheetSays('份数3'),
  },
  'nantong-person': {
    'deliverables.form': printed(/^印刷\/申报书\.pdf$/, '申报表', '施慧筠'),
    'deliverables.report': printed(/^印刷\/申报书\.pdf$/, '自评报告', '意识与素质', '改进与创新'),
    'deliverables.evidence': all(
      isReady('evidence') as (parcel: Parcel) => unknown,
      // The five kinds that the notice names: who one is, titles, work, research, honours.
      printed(
        /^印刷\/申报书\.pdf$/,
        '居民身份证',
        '专业技术资格证书',
        '质量帮扶协议及成效确认单',
        '质量管理论文8篇',
        '南通市五一劳动奖章证书',
      ),
    ),
    'deliverables.appointment': all(
      isReady('appointment') as (parcel: Parcel) => unknown,
      printed(/^印刷\/申报书\.pdf$/, '首席质量官任命文件'),
    ),
    'volumes.main': all(
      isA4(/^印刷\/申报书\.pdf$/),
      jobSheetSays('双面打印', '合并装订成册', '份数3'),
    ),
    'media.disc': (parcel) => {
      const folder = '电子版/5寸光盘/施慧筠南通沧屿特种电缆股份有限公司'
      expect(parcel.names('电子版/5寸光盘')).toEqual([])
      for (const name of parcel.names(folder)) expect(name).toMatch(/\.(?:docx|pdf)$/)
      expect(parcel.names(folder)).toContain('证实性材料.pdf')
    },
    page: isA4(/^印刷\/申报书\.pdf$/),
    'limits.NT-I-L1': isWithin,
    'limits.NT-I-L2': isWithin,
    schedule: ({ check }) =>
      expect(check.findings.filter(({ rule }) => rule === 'deadline-passed')).toEqual([]),
    'route.recommend': 'person: 报送推荐单位',
    'route.opinion': printed(/^签章\/签字盖章单\.pdf$/, '推荐单位', '盖章'),
    'route.handIn': jobSheetSays('份数3'),
  },
  'jiaxing-group': {
    'deliverables.overview': printed(/^印刷\/申报书\.pdf$/, '概述'),
    'deliverables.report': printed(/^印刷\/申报书\.pdf$/, '自我评价报告', '澜织新材', '秀澜紧固'),
    'deliverables.form': all(
      isReady('form') as (parcel: Parcel) => unknown,
      (parcel) => expect(parcel.names('签章')).toContain('嘉兴市市长质量奖申报表.pdf'),
      jobSheetSays('嘉兴市市长质量奖申报表由受理机构另发'),
    ),
    'deliverables.evidence': printed(/^印刷\/证实性材料（装订本）\.pdf$/, '集团组织机构图'),
    'volumes.main': all(jobSheetSays('装订成册', '份数1'), (parcel) =>
      expect(parcel.names('印刷')).toContain('申报书.pdf'),
    ),
    'volumes.evidence': all(jobSheetSays('单独装订'), (parcel) =>
      expect(parcel.names('印刷')).toContain('证实性材料（装订本）.pdf'),
    ),
    'media.disc': (parcel) =>
      expect(parcel.names('电子版/光盘（概述、自我评价报告、申报表）')).toEqual(
        expect.arrayContaining(['概述.pdf', '自我评价报告.pdf', '嘉兴市市长质量奖申报表.pdf']),
      ),
    'media.discEvidence': (parcel) =>
      expect(parcel.names('电子版/光盘（证实性材料）')).toEqual(['证实性材料.pdf']),
    'limits.JX-L1': isWithin,
    schedule: 'person: 截止日取自当年通知，写在 ziping.yaml 的 deadline',
    'route.local': printed(/^签章\/签字盖章单\.pdf$/, '推荐单位'),
    'route.municipal': 'person: 市属企业才走这一路',
  },
  'shenzhen-economic': shenzhen,
  'shenzhen-public-org': { ...shenzhen, ...recommended },
  'shenzhen-project': { ...shenzhen, ...recommended, 'limits.SZ-L2': isWithin },
  'jiangsu-person': {},
  'wuhan-executive': {},
  'wuhan-manager': {},
  'wuhan-staff': {},
  'wuhan-other': {},
}
