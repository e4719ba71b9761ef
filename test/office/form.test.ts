import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isSpecified } from '@ziping/award'
import { type PrintedForm, printForm } from '@ziping/forms'
import { fillForm } from '@ziping/import-docx'
import type { LintSubject } from '@ziping/lint'
import { afterAll, expect, it } from 'vitest'
import { officeForm } from '../office-form.ts'
import { copyOfSample, openSubject } from '../print/printed-book.ts'
import { convert, pythonLines, removeProfile } from './programs.ts'
import { validate } from './validate.ts'

// The notice's tables, drawn and saved by LibreOffice as an office would save them: merged cells, runs cut anywhere.

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-form-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterAll(removeProfile)

it.each(['nantong-org', 'nantong-person'])(
  'fills the form of %s that LibreOffice saved',
  async (name) => {
    const copy = copyOfSample(name)
    const subject = await openSubject(copy.root).finally(() => copy.remove())
    const made = path.join(folder, `${name}.docx`)
    writeFileSync(made, await officeForm(formsOf(subject, false)))
    const office = convert(convert(made, 'odt:writer8', 'odt'), 'docx:MS Word 2007 XML', 'docx')
    const forms = formsOf(subject, true)
    const filled = fillForm(readFileSync(office), { file: '申报表.docx', forms, map: new Map() })
    expect(filled.notPlaced.map(({ field, label }) => `${field} ${label}`)).toEqual([])
    expect(filled.placed.length).toBeGreaterThan(50)
    const result = path.join(folder, `${name}-filled.docx`)
    writeFileSync(result, filled.file)
    // What LibreOffice itself writes against the schema is no fault of what was filled in.
    expect(await validate(result)).toEqual(await validate(office))
    const printed = pythonLines(result).join('').replaceAll(/\s/g, '')
    const given = filled.placed
      .map(({ value }) => value)
      .filter((value) => /^[\p{Script=Han}\d.]{2,9}$/u.test(value))
    expect(given.filter((value) => !printed.includes(value))).toEqual([])
  },
)

function formsOf({ award, form, year }: LintSubject, isFilled: boolean): readonly PrintedForm[] {
  const forms = isSpecified(award.forms) ? award.forms : []
  return forms.map((one) => printForm(one, isFilled ? form.values : new Map(), year))
}
