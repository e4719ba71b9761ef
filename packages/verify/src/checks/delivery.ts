import { type Failure, type Wording, wording, wordsIn } from '@ziping/diagnostics'
import { type Judgement, notSpecifiedByAward } from '../check.ts'
import { endingsOf, type FileKind } from '../file-kind.ts'
import { judge, type Mismatch } from '../judge.ts'
import type { Requirement } from '../requirement.ts'

interface Named {
  readonly name: string
  readonly required: string | undefined
}

const nameWrong = wording<Named>({
  'zh-CN': ({ name, required }) =>
    required === undefined
      ? {
          message: `文件名“${name}”在 Windows 上不能用`,
          advice: '去掉 < > : " / \\ | ? * 和末尾的空格、句点',
        }
      : {
          message: `文件名是“${name}”，通知要求“${required}”`,
          advice: '改成通知规定的文件名，或放进以此命名的文件夹',
        },
  en: ({ name, required }) =>
    required === undefined
      ? {
          message: `The file name “${name}” is not allowed on Windows`,
          advice: 'Take out < > : " / \\ | ? * and blanks or full stops at its end',
        }
      : {
          message: `The file is called “${name}”, required is “${required}”`,
          advice: 'Rename it as the notice says, or put it into a folder of that name',
        },
})

export function checkFileName(path: string, { fileName }: Requirement): Judgement {
  // A Mac keeps names in another form of the same characters.
  const parts = path.normalize('NFC').split(/[/\\]/)
  const name = parts.at(-1) ?? path
  const stem = name.replace(/\.[^.]*$/, '')
  if (!isLegal(name)) return misnamed(name, undefined)
  if (fileName === undefined) return notSpecifiedByAward(name)
  // Where a name is given to several files, it is that of the folder they lie in.
  const wanted = fileName.normalize('NFC')
  const isRight = stem === wanted || parts.slice(0, -1).includes(wanted)
  return isRight
    ? { ok: true, required: fileName, measured: stem, pages: [] }
    : misnamed(stem, fileName)
}

function misnamed(name: string, required: string | undefined): Judgement {
  const words = wordsIn(nameWrong, { name, required })
  return { ok: false, required, measured: name, pages: [], words }
}

function isLegal(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows allows none of them
  const forbidden = /[<>:"|?*\u0000-\u001F]|[ .]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
  return !forbidden.test(name)
}

interface Typed {
  readonly name: string
  readonly ending: string
  readonly kind: FileKind
  readonly types: readonly string[]
}

const otherContent = wording<Typed>({
  'zh-CN': ({ ending, kind }) => ({
    message: `文件名以 .${ending} 结尾，内容却是${kindNames[kind][0]}`,
    advice: '用原来的程序另存为正确的格式，不要只改文件名',
  }),
  en: ({ ending, kind }) => ({
    message: `The file ends in .${ending} but holds ${kindNames[kind][1]}`,
    advice: 'Save it in the right format with its program; do not just rename it',
  }),
})

const otherType = wording<Typed>({
  'zh-CN': ({ ending, types }) => ({
    message: `文件是 .${ending} 格式，通知只收 ${types.join('、')}`,
    advice: '另存为通知规定的格式',
  }),
  en: ({ ending, types }) => ({
    message: `The file is a .${ending}; accepted are only ${types.join(', ')}`,
    advice: 'Save it in one of these formats',
  }),
})

const kindNames: Readonly<Record<FileKind, readonly [zh: string, en: string]>> = {
  pdf: [' PDF', 'a PDF'],
  docx: [' Word（docx）', 'a Word file (docx)'],
  'old-office': ['旧版 Office 文件', 'an old Office file'],
  other: ['别的东西', 'something else'],
}

const endings: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  'old-office': ['doc', 'xls', 'ppt'],
  other: [],
}

export function checkFileType(path: string, kind: FileKind, { types }: Requirement): Judgement {
  const name = path.split(/[/\\]/).at(-1) ?? path
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const required = types?.join(' ')
  const typed = { name, ending, kind, types: types ?? [] }
  const wrong = (words: Wording<Typed>): Judgement => ({
    ok: false,
    required,
    measured: kind === 'other' ? ending : (endings[kind][0] ?? ending),
    pages: [],
    words: wordsIn(words, typed),
  })
  if (!endings[kind].includes(ending)) return wrong(otherContent)
  if (types !== undefined && !types.includes(ending)) return wrong(otherType)
  return types === undefined || required === undefined
    ? notSpecifiedByAward(ending)
    : { ok: true, required, measured: ending, pages: [] }
}

/** The same of a file that is not opened here: a scan, a picture, an archive. */
export function checkEnding(path: string, head: Uint8Array, { types }: Requirement): Judgement {
  const name = path.split(/[/\\]/).at(-1) ?? path
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const known = endingsOf(head)
  const required = types?.join(' ')
  const kind = known?.includes('pdf') ? 'pdf' : known?.includes('docx') ? 'docx' : 'other'
  const typed = { name, ending, kind, types: types ?? [] } as const
  const wrong = (words: Wording<Typed>): Judgement => {
    return { ok: false, required, measured: ending, pages: [], words: wordsIn(words, typed) }
  }
  if (known !== undefined && !known.includes(ending)) return wrong(otherContent)
  if (types !== undefined && !types.includes(ending)) return wrong(otherType)
  return required === undefined
    ? notSpecifiedByAward(ending)
    : { ok: true, required, measured: ending, pages: [] }
}

/** A file that cannot be opened cannot be handed in, whatever its name says. */
export function unreadable({ words }: Failure, { types }: Requirement): Judgement {
  return { ok: false, required: types?.join(' '), measured: undefined, pages: [], words }
}

const tooLarge = wording<Mismatch>({
  'zh-CN': ({ required, measured }) => ({
    message: `文件有 ${measured['zh-CN']}，通知最多收 ${required['zh-CN']}`,
    advice: '按书签拆成几个文件，或者压缩其中的图片',
  }),
  en: ({ required, measured }) => ({
    message: `The file has ${measured.en}, at most ${required.en} are accepted`,
    advice: 'Split it at its bookmarks, or shrink its pictures',
  }),
})

export function checkFileSize(bytes: number, { maxBytes }: Requirement): Judgement {
  if (maxBytes === undefined) return notSpecifiedByAward(bytes)
  return judge('file-size', maxBytes, [{ value: bytes }], {
    isRight: (size) => size <= maxBytes,
    show: (size) => size,
    words: tooLarge,
  })
}
