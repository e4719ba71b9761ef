import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyPlaced } from './verify-delivered.ts'
import { filesIn } from './verify-parcel.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-delivered-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const facts: Readonly<Record<string, string>> = {
  'person.name': '施慧筠',
  'organization.name': '南通沧屿电缆有限公司',
}
const pdf = Buffer.from('%PDF-1.7\n')
const word = Buffer.from('PK\u0003\u0004')
const tiff = Buffer.from('II*\u0000')

function put(name: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), bytes)
}

/** `file check` of what is wrong, for files whose documents are given by the letters of their names. */
async function wrong(
  award: string,
  documentOf: (name: string) => string | undefined,
): Promise<readonly string[]> {
  const placed = filesIn(folder).map((name) => {
    const document = documentOf(path.posix.basename(name))
    return { path: name, ...(document === undefined ? {} : { document }) }
  })
  const subject = {
    award: await loadAward(award),
    applicant: { fact: (name: string) => facts[name] },
  }
  const verified = await verifyPlaced(placed, { folder, shown: 'p' }, subject)
  return verified.flatMap(({ path: file, checks }) =>
    checks.flatMap(({ check, ok }) => (ok ? [] : [`${path.posix.basename(file)} ${check}`])),
  )
}

const byName = (name: string): string | undefined =>
  ({ 申报表: 'form', 证实性材料: 'evidence', 图片: 'pictures' })[name.replace(/[（.].*$/u, '')]

describe('a disc whose folder and types the notice names', () => {
  const disc = '电子版/5寸光盘'
  const named = `${disc}/施慧筠南通沧屿电缆有限公司`
  const judged = (): Promise<readonly string[]> => wrong('nantong-person-2020', byName)

  it('is right as packed', async () => {
    put(`${named}/申报表.docx`, word)
    put(`${named}/证实性材料.pdf`, pdf)
    put(`${disc}.zip`, word)
    expect(await judged()).toEqual([])
  })

  it('is wrong under another name', async () => {
    put(`${named}/申报表.docx`, word)
    renameSync(path.join(folder, named), path.join(folder, disc, '施慧筠'))
    expect(await judged()).toEqual(['申报表.docx file-name'])
  })

  it('takes no other type, nor a file that only bears the right ending', async () => {
    put(`${named}/证实性材料.png`, Buffer.from('\u0089PNG\r\n', 'latin1'))
    put(`${named}/说明.pdf`, word)
    expect(await judged()).toEqual(['证实性材料.png file-type', '说明.pdf file-type'])
  })
})

describe('a disc with a form to work with', () => {
  const disc = '电子版/申报光盘（5寸光盘）'
  const judged = (): Promise<readonly string[]> => wrong('nantong-org-2020', byName)

  it('may hold its sealed scan as well', async () => {
    put(`${disc}/申报表.docx`, word)
    put(`${disc}/申报表（盖章）.pdf`, pdf)
    put(`${disc}/申报组织的相关图片/图片.tif`, tiff)
    put(`${disc}/申报组织的相关图片/图片文字介绍.txt`, Buffer.from('text'))
    expect(await judged()).toEqual([])
  })

  it('must hold it as Word, and pictures as TIF', async () => {
    put(`${disc}/申报表（盖章）.pdf`, pdf)
    put(`${disc}/图片.jpg`, Buffer.from('\u00ff\u00d8\u00ff', 'latin1'))
    expect(await judged()).toEqual(['图片.jpg file-type', '申报表（盖章）.pdf file-type'])
  })
})

describe('files for a portal', () => {
  const uploads = '网上填报/上传文件'
  const judged = (): Promise<readonly string[]> => wrong('shenzhen-economic-2020', byName)

  it('have a largest size', async () => {
    put(`${uploads}/证实性材料.pdf`, Buffer.concat([pdf, Buffer.alloc(50 * 1024 * 1024)]))
    put(`${uploads}/自评报告.pdf`, pdf)
    expect(await judged()).toEqual(['证实性材料.pdf file-size'])
  })

  it('have types, also where somebody added one', async () => {
    put(`${uploads}/讲解.mp4`, Buffer.from('video'))
    put('印刷/申报书.mp4', Buffer.from('not for the portal'))
    expect(await judged()).toEqual(['讲解.mp4 file-type'])
  })
})
