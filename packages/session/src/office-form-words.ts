import {
  defineFinding,
  type Failure,
  type Finding,
  type FindingMaker,
  type Place,
  type Wording,
  wording,
} from '@ziping/diagnostics'
import { maskPersonal } from '@ziping/forms'
import type { UnplacedField } from '@ziping/import-docx'

interface Named {
  readonly file: string
}

export const templateOutside: Wording<Named> = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `ziping.yaml 里的 formTemplate（${file}）不在申报工程的文件夹里`,
    advice: '把申报表复制到申报工程里，再写相对路径',
  }),
  en: ({ file }) => ({
    message: `formTemplate in ziping.yaml (${file}) is not in the workspace`,
    advice: 'Copy the form into the workspace and write its path from there',
  }),
})

export const templateNotReadable: Wording<Named> = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `读不到 ziping.yaml 里的 formTemplate（${file}）`,
    advice: '检查文件名和所在文件夹；文件在 Word 或 WPS 里打开着的，先关闭',
  }),
  en: ({ file }) => ({
    message: `formTemplate in ziping.yaml (${file}) cannot be read`,
    advice: 'Check its name and folder; close it in Word or WPS if it is open there',
  }),
})

/** Of a value a message shows so much that one knows which it is. */
const longest = 40

function shownValue(value: string): string {
  const line = maskPersonal(value).replaceAll(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

type NotPlaced = UnplacedField & { readonly template: string }

export const fieldNotPlaced: FindingMaker<NotPlaced> = defineFinding<NotPlaced>({
  rule: 'field-not-placed',
  messageId: 'absent',
  severity: 'warning',
  words: wording<NotPlaced>({
    'zh-CN': ({ field, label, value, template, why }) => ({
      message: `“${label}”（${field}）没有填进 ${template}：${why === 'no-label' ? '找不到对应的格子' : '格子里没有位置'}，内容为“${shownValue(value)}”`,
      advice: `在 ziping.yaml 的 formMap 下写一行“${field}: 表1第2行第3格”（或写表中的标签），或在填好的文件里手工填写`,
    }),
    en: ({ field, label, value, template, why }) => ({
      message: `“${label}” (${field}) was not placed in ${template}: ${why === 'no-label' ? 'no cell for it was found' : 'its cell has no room'}; it is “${shownValue(value)}”`,
      advice: `Write “${field}: 表1第2行第3格” (or the form's own label) under formMap in ziping.yaml, or fill it in by hand`,
    }),
  }),
})

interface ManyNotPlaced {
  readonly template: string
  readonly count: number
  readonly labels: readonly string[]
}

/** Where hardly anything fits, the file is likely another form: a finding for each field would bury that. */
export const fieldsNotPlaced: FindingMaker<ManyNotPlaced> = defineFinding<ManyNotPlaced>({
  rule: 'field-not-placed',
  messageId: 'many',
  severity: 'warning',
  words: wording<ManyNotPlaced>({
    'zh-CN': ({ template, count, labels }) => ({
      message: `有 ${count} 项没有填进 ${template}：${labels.join('、')}……`,
      advice:
        '先确认 formTemplate 写的是本奖项的申报表；全部条目见 ziping form map --json，逐项在 formMap 里写明位置，或手工填写',
    }),
    en: ({ template, count, labels }) => ({
      message: `${count} values were not placed in ${template}: ${labels.join(', ')} …`,
      advice:
        "Is formTemplate this award's form? All of them: ziping form map --json; name their cells under formMap, or fill them in by hand",
    }),
  }),
})

/** A template that cannot be filled keeps its form from being written, and nothing else. */
export function templateUnusable(failure: Failure, place: Place): Finding {
  return {
    rule: 'form-template-unusable',
    messageId: failure.code,
    severity: 'error',
    place,
    words: failure.words,
  }
}
