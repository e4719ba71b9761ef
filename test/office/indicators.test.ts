import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { compareIndicators } from '@ziping/forms'
import { DataFile, readIndicators, readIndicatorsWorkbook } from '@ziping/report'
import { afterAll, expect, it } from 'vitest'
import { writeIndicators } from '../../packages/cli/src/data/write-indicators.ts'
import { convert, removeProfile } from './programs.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-indicators-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterAll(removeProfile)

it.each(['nantong-org', 'jiaxing-group'])(
  '%s: a workbook that LibreOffice has saved says the same',
  async (name) => {
    const text = readFileSync(`content/samples/${name}/data/indicators.yaml`, 'utf8')
    const before = readIndicators(new DataFile('data/indicators.yaml', text))
    const written = path.join(folder, `${name}.xlsx`)
    writeFileSync(written, await writeIndicators(before, 2020))
    // By way of its own format, so that every cell is written by LibreOffice.
    const saved = convert(convert(written, 'ods', 'ods'), 'xlsx', 'xlsx')
    const read = readIndicatorsWorkbook('data/indicators.xlsx', readFileSync(saved))
    expect(read.findings).toEqual([])
    const after = readIndicators(new DataFile('data/indicators.xlsx', read.text))
    expect(compareIndicators(before, after)).toEqual([])
    expect(after.all.map(({ note, source }) => [note, source])).toEqual(
      before.all.map(({ note, source }) => [note, source]),
    )
  },
)
