import { type Award, loadAward } from '@ziping/award'

/** An award that rules everything a notice can rule, so that every check has something to hold against. */
export async function strictAward(): Promise<Award> {
  const award = await loadAward('nantong-org-2020')
  const src = { doc: '000', quote: '正文宋体小四，固定行距22磅', certainty: 'external' as const }
  return {
    ...award,
    page: {
      paper: 'A4',
      sizeMm: [210, 297],
      margins: { top: 25, bottom: 22, left: 28, right: 22 },
      body: { font: '宋体', size: '小四', linePt: 22 },
      headings: [
        { level: 1, font: '黑体', size: '三号' },
        { level: 2, font: '黑体', size: '四号' },
      ],
      pageNumber: { digits: 'arabic', size: '四号', sizePt: 14, place: 'footer-outer' },
    },
    limits: [
      { id: 'L1', target: { document: 'report' }, measure: 'characters', max: 5000, src },
      { id: 'L2', target: { document: 'report' }, measure: 'pages', max: 12, src },
    ],
    media: award.media.map((medium) => ({
      ...medium,
      fileName: '{person.name}',
      types: ['docx', 'pdf'],
      formats: [],
      maxBytes: 3_000_000,
    })),
  }
}

export const copy = { medium: 'disc', fileName: '施慧筠' } as const
