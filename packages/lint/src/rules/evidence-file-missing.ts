import { nearest, wording } from '@ziping/diagnostics'
import { defineRule, type Rule } from '../define-rule.ts'
import { insidePath } from '../inside-path.ts'

export const evidenceFileMissing: Rule = defineRule({
  id: 'evidence-file-missing',
  severity: 'error',
  source: ['L-29'],
  title: { 'zh-CN': '证实性材料没有文件', en: 'Evidence has no file' },
  why: {
    'zh-CN':
      '目录里登记了、正文引用了，装订时却没有扫描件，评审员按目录翻不到。无法提供的材料，通知要求写明理由。',
    en: 'What is listed and referred to has to be in the bound volume. Where it cannot be given, the notice wants to know why.',
  },
  messages: {
    none: wording<{ readonly title: string }>({
      'zh-CN': ({ title }) => ({
        message: `“${title}”没有写明文件`,
        advice: '用 file 写明扫描件的文件名；无法提供的，用 unavailable 写明理由',
      }),
      en: ({ title }) => ({
        message: `“${title}” names no file`,
        advice: 'Name its scan with “file”, or say with “unavailable” why it cannot be given',
      }),
    }),
    missing: wording<{
      readonly title: string
      readonly file: string
      readonly near: string | undefined
    }>({
      'zh-CN': ({ title, file, near }) => ({
        message: `“${title}”的文件 ${file} 不存在`,
        advice:
          near === undefined
            ? '把扫描件放到这里；无法提供的，用 unavailable 写明理由'
            : `是不是 ${near}？文件名的大小写也要一致`,
      }),
      en: ({ title, file, near }) => ({
        message: `${file}, the file of “${title}”, is not there`,
        advice:
          near === undefined
            ? 'Put the scan there, or say with “unavailable” why it cannot be given'
            : `Did you mean ${near}? Capitals count`,
      }),
    }),
    outside: wording<{ readonly title: string; readonly file: string }>({
      'zh-CN': ({ title, file }) => ({
        message: `“${title}”的文件 ${file} 不在申报工程之内，打包时带不走`,
        advice: '把文件复制到 evidence/ 下，只写文件名',
      }),
      en: ({ title, file }) => ({
        message: `${file}, the file of “${title}”, lies outside the workspace and cannot be packed`,
        advice: 'Copy it into evidence/ and write its name only',
      }),
    }),
  },
  *check({ workspace, evidence, files }, finding) {
    const { file: index } = evidence
    if (index === undefined) return
    const folder = workspace.config.paths.evidence
    for (const { id, title, file, unavailable } of evidence.all) {
      if (unavailable !== undefined) continue
      if (file === undefined) {
        yield finding.none(index.placeOf([id], 'key'), { title })
        continue
      }
      const place = index.placeOf([id, 'file'])
      const path = insidePath(`${folder}/${file}`)
      const state = path === undefined ? 'outside' : files.state(path)
      if (state === 'outside') yield finding.outside(place, { title, file })
      else if (state !== 'file') {
        const names = files.filesBelow(folder).map((name) => name.slice(folder.length + 1))
        yield finding.missing(place, { title, file, near: nearest(file, names) })
      }
    }
  },
  examples: [
    {
      name: 'there, or a word why it is not',
      report: {
        'evidence/evidence.yaml':
          'a: { title: 证书, file: iso9001.pdf }\nb: { title: 合同, file: 2019/合同.pdf }\nc: { title: 审核记录, unavailable: 涉及供方商业秘密 }',
        'evidence/iso9001.pdf': '%PDF',
        'evidence/2019/合同.pdf': '%PDF',
      },
      finds: [],
    },
    {
      name: 'no file named, and one that is not there',
      report: {
        'evidence/evidence.yaml': 'a:\n  title: 证书\nb:\n  title: 报告\n  file: audit.pdf\n',
      },
      finds: ['evidence/evidence.yaml:1:1 none', 'evidence/evidence.yaml:5:9 missing'],
    },
    {
      name: 'the name differs in capitals',
      report: {
        'evidence/evidence.yaml': 'a:\n  title: 证书\n  file: ISO9001.pdf\n',
        'evidence/iso9001.pdf': '%PDF',
      },
      finds: ['evidence/evidence.yaml:3:9 missing'],
    },
    {
      name: 'a path out of the workspace',
      report: { 'evidence/evidence.yaml': 'a:\n  title: 证书\n  file: ../../证书.pdf\n' },
      finds: ['evidence/evidence.yaml:3:9 outside'],
    },
  ],
})
