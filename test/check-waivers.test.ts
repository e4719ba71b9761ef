import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { png } from '../packages/evidence/test/pictures.ts'
import { runInside } from './run-inside.ts'
import { SampleCopy } from './sample-copy.ts'

/** A sample whose proof is a picture too coarse to be read. */
function coarse(): SampleCopy {
  const copy = new SampleCopy('wuhan-other')
  copy.change('evidence/evidence.yaml', 'file: textbook.pdf', 'file: textbook.png')
  writeFileSync(copy.file('evidence/textbook.png'), png(400, 300))
  return copy
}

const told = async (copy: SampleCopy, command = 'check'): Promise<readonly string[]> => {
  const { out } = await runInside([command, '--json'], { cwd: copy.folder })
  const { findings } = JSON.parse(out)
  return findings
    .filter(({ severity }: { severity: string }) => severity !== 'info')
    .map(({ rule, file }: { rule: string; file: string }) => `${rule} ${file}`)
}

describe('what is found in files', () => {
  it('stands without a waiver', async () => {
    using copy = coarse()
    expect(await told(copy)).toEqual(['evidence-file-coarse evidence/evidence.yaml'])
    const { out } = await runInside(['check'], { cwd: copy.folder })
    // Lint does not open files: sending the reader there would show nothing.
    expect(out).toContain('evidence-file-coarse')
    expect(out).not.toContain('用 ziping lint 逐条查看')
  })

  it.each([
    [
      'above its entry',
      'evidence/evidence.yaml',
      '# ziping-忽略 evidence-file-coarse: 原件只存照片\n',
    ],
    [
      'in ziping.yaml',
      'ziping.yaml',
      'waivers:\n  - { rule: evidence-file-coarse, reason: 原件只存照片 }\n',
    ],
  ])('is waived %s', async (_, file, text) => {
    using copy = coarse()
    if (file === 'ziping.yaml') appendFileSync(copy.file(file), text)
    else copy.change(file, /^(?=textbook:)/m, text)
    expect(await told(copy)).toEqual([])
    const linted = await runInside(['lint', '--format', 'json'], { cwd: copy.folder })
    expect(linted.out).not.toContain('waiver-unused')
  })

  it('is told where a waiver is no longer needed, by the command that can know', async () => {
    using copy = new SampleCopy('wuhan-other')
    appendFileSync(
      copy.file('ziping.yaml'),
      'waivers:\n  - { rule: evidence-file-coarse, reason: 一 }\n  - { rule: verify-paper, reason: 二 }\n',
    )
    expect(await told(copy)).toEqual(['waiver-unused ziping.yaml'])
    const linted = await runInside(['lint', '--format', 'json'], { cwd: copy.folder })
    expect(JSON.parse(linted.out).files).toEqual([])
  })

  it('cannot be waived where nothing could be printed with it', async () => {
    using copy = coarse()
    writeFileSync(copy.file('evidence/textbook.png'), '')
    appendFileSync(
      copy.file('ziping.yaml'),
      'waivers:\n  - { rule: evidence-file-empty, reason: 明天补 }\n',
    )
    expect(await told(copy)).toEqual([
      'evidence-file-empty evidence/evidence.yaml',
      'waiver-unused ziping.yaml',
    ])
    const { out } = await runInside(['lint'], { cwd: copy.folder })
    expect(out).toContain('evidence-file-empty 的问题不能忽略')
  })

  it('has a severity that `rules` cannot set, and says so', async () => {
    using copy = coarse()
    appendFileSync(copy.file('ziping.yaml'), 'rules: { evidence-file-coarse: off }\n')
    const { out } = await runInside(['lint'], { cwd: copy.folder })
    expect(out).toContain('evidence-file-coarse 的轻重不能在 rules 里设')
  })
})

describe('what is signed by others', () => {
  it('stays missing though nobody is reminded of it any more', async () => {
    using copy = new SampleCopy('shenzhen-public-org')
    copy.remove('signed')
    copy.change('ziping.yaml', /$/, 'waivers:\n  - { rule: signed-missing, reason: 下周去盖 }\n')
    expect(await told(copy)).toEqual([])
    const { code, out } = await runInside(['check', '--json'], { cwd: copy.folder })
    const { ready, deliverables } = JSON.parse(out)
    expect({ code, ready }).toEqual({ code: 0, ready: false })
    expect(deliverables).toContainEqual(
      expect.objectContaining({ id: 'formScan', state: 'missing' }),
    )
  })
})

describe('verify', () => {
  it('lets stand what ziping.yaml waives, and shows it', async () => {
    using copy = new SampleCopy('wuhan-other')
    mkdirSync(copy.file('dist'))
    writeFileSync(copy.file('dist/自评报告.pdf'), 'no PDF')
    const verify = () => runInside(['verify'], { cwd: copy.folder })
    expect((await verify()).code).toBe(1)
    appendFileSync(
      copy.file('ziping.yaml'),
      'waivers:\n  - { rule: verify-file-type, reason: 另行核对, file: dist/自评报告.pdf }\n',
    )
    const { code, out } = await verify()
    expect(code).toBe(0)
    expect(out).toMatch(/忽略 +文件格式/)
    expect(out).toContain('没有不合格的项目')
  })
})
