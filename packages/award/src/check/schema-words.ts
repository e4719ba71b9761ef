import {
  awardFinding,
  type MakeFinding,
  suggestEn,
  suggestZh,
  type Unknown,
} from '../award-finding.ts'
import { rightForm } from './right-forms.ts'

/** Where in the award the trouble is, as people read it; empty at its top. */
interface Where {
  readonly where: string
}

const inZh = (where: string): string => (where === '' ? '文件' : `“${where}”`)
const inEn = (where: string): string => (where === '' ? 'The file' : `“${where}”`)

export const unknownKey: MakeFinding<Unknown & Where> = awardFinding('unknown-key', {
  'zh-CN': (unknown) => ({
    message: `${inZh(unknown.where)}里没有“${unknown.name}”这一项`,
    advice: suggestZh(unknown) ?? '核对缩进和写法；确实多余的才删去',
  }),
  en: (unknown) => ({
    message: `${inEn(unknown.where)} has no key “${unknown.name}”`,
    advice:
      suggestEn(unknown) ?? 'Check indentation and spelling; delete it only if it is not needed',
  }),
})

export const unknownValue: MakeFinding<Unknown & Where> = awardFinding('unknown-value', {
  'zh-CN': (unknown) => ({
    message: `${inZh(unknown.where)}不能是“${unknown.name}”`,
    advice: suggestZh(unknown) ?? '核对缩进和写法；确实多余的才删去',
  }),
  en: (unknown) => ({
    message: `${inEn(unknown.where)} can't be “${unknown.name}”`,
    advice:
      suggestEn(unknown) ?? 'Check indentation and spelling; delete it only if it is not needed',
  }),
})

export const missingKey: MakeFinding<Where & { readonly keys: readonly string[] }> = awardFinding(
  'missing-key',
  {
    'zh-CN': ({ where, keys }) => ({
      message: `${inZh(where)}缺少“${keys.join('”或“')}”`,
      advice: `补上“${keys.join('”或“')}”`,
    }),
    en: ({ where, keys }) => ({
      message: `${inEn(where)} lacks “${keys.join('” or “')}”`,
      advice: `Add “${keys.join('” or “')}”`,
    }),
  },
)

interface WrongKind extends Where {
  readonly kinds: readonly string[]
  readonly value: string
}

export const wrongKind: MakeFinding<WrongKind> = awardFinding('wrong-kind', {
  'zh-CN': ({ where, kinds, value }) => ({
    message: `${inZh(where)}应是${kinds.map((kind) => kindsZh[kind] ?? kind).join('或')}，写的是 ${value}`,
    advice: kinds.includes('string')
      ? '数字、true 等要当文字时加引号'
      : '改成所要的类型；数字不加引号',
  }),
  en: ({ where, kinds, value }) => ({
    message: `${inEn(where)} has to be ${kinds.map((kind) => kindsEn[kind] ?? kind).join(' or ')}, not ${value}`,
    advice: kinds.includes('string')
      ? 'Quote numbers and the like that are meant as text'
      : 'Write it as that kind; numbers without quotes',
  }),
})

const kindsZh: Readonly<Record<string, string>> = {
  array: '列表',
  boolean: ' true 或 false ',
  integer: '整数',
  null: ' null',
  number: '数',
  object: '一组“键: 值”',
  string: '文字',
}

const kindsEn: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'a group of “key: value”',
  string: 'a text',
}

interface WrongForm extends Where {
  readonly value: string
  readonly pattern: string
}

export const wrongForm: MakeFinding<WrongForm> = awardFinding('wrong-form', {
  'zh-CN': ({ where, value, pattern }) => ({
    message: `${inZh(where)}的写法不对：${value}`,
    advice: rightForm(pattern, value)['zh-CN'],
  }),
  en: ({ where, value, pattern }) => ({
    message: `${inEn(where)} is not written as it should be: ${value}`,
    advice: rightForm(pattern, value).en,
  }),
})

export const noSuchDay: MakeFinding<{ readonly day: string }> = awardFinding('no-such-day', {
  'zh-CN': ({ day }) => ({ message: `没有 ${day} 这一天`, advice: '照日历核对月和日' }),
  en: ({ day }) => ({ message: `There is no day ${day}`, advice: 'Check month and day' }),
})

export const wrongSize: MakeFinding<Where & { readonly value: string; readonly limit: string }> =
  awardFinding('wrong-size', {
    'zh-CN': ({ where, value, limit }) => ({
      message: `${inZh(where)}不能是 ${value}`,
      advice: `须 ${limit}`,
    }),
    en: ({ where, value, limit }) => ({
      message: `${inEn(where)} can't be ${value}`,
      advice: `It has to be ${limit}`,
    }),
  })

export const emptyValue: MakeFinding<Where> = awardFinding('empty', {
  'zh-CN': ({ where }) => ({
    message: `${inZh(where)}是空的`,
    advice: '写上内容；通知没有说的删去此项或写 null',
  }),
  en: ({ where }) => ({
    message: `${inEn(where)} is empty`,
    advice: 'Fill it in; what the notice does not say is left out or null',
  }),
})

export const tooMany: MakeFinding<Where & { readonly most: number }> = awardFinding('too-many', {
  'zh-CN': ({ where, most }) => ({
    message: `${inZh(where)}只能写 ${most} 项`,
    advice: '留下真正所指的一项，其余另写一条',
  }),
  en: ({ where, most }) => ({
    message: `${inEn(where)} takes only ${most}`,
    advice: 'Keep the one that is meant and write the others apart',
  }),
})
