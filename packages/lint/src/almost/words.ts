import { type Wording, wording } from '@ziping/diagnostics'

interface Values {
  readonly typed: string
  readonly right: string
}

const printsAsTyped = '会照原样印出'

/** What markup-almost says of lines, images and links, by the name of the slip. */
export const lineWords: Readonly<
  Record<
    'heading' | 'image' | 'spaced' | 'link' | 'colons' | 'name' | 'unknown' | 'broken',
    Wording<Values>
  >
> = {
  heading: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”不是标题，${printsAsTyped}`,
      advice: `#用半角，后面加一个空格：“${right}”`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” is no heading and prints as typed`,
      advice: `Use half-width # and a space: “${right}”`,
    }),
  }),
  image: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”不是图片，${printsAsTyped}`,
      advice: `符号用半角，中间不留空格：“${right}”`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” is no image and prints as typed`,
      advice: `Use half-width signs without spaces: “${right}”`,
    }),
  }),
  spaced: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”的文件名里有空格，不是图片，${printsAsTyped}`,
      advice: `文件名用尖括号括起来：“${right}”；或者给文件改一个没有空格的名字`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” has a space in its file name; it is no image and prints as typed`,
      advice: `Put the name into pointed brackets: “${right}”, or rename the file`,
    }),
  }),
  link: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”不是引用，${printsAsTyped}`,
      advice: `括号用半角，中间不留空格：“${right}”`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” is no reference and prints as typed`,
      advice: `Use half-width brackets without spaces: “${right}”`,
    }),
  }),
  colons: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”的冒号个数不对，${printsAsTyped}`,
      advice: `改为“${right}”：单独一行的用两个冒号，框住内容的用三个，并以“:::”结束`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” has the wrong number of colons and prints as typed`,
      advice: `Write “${right}”: two colons for a line by itself, three around content, ended by “:::”`,
    }),
  }),
  name: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”的名称无法识别，${printsAsTyped}`,
      advice: `是不是要写“${right}”${right.startsWith(':::') || !typed.startsWith(':::') ? '' : '；它单独一行，后面不用“:::”结束'}`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” bears no known name and prints as typed`,
      advice: `Perhaps you mean “${right}”${right.startsWith(':::') || !typed.startsWith(':::') ? '' : '; it is a line by itself, without “:::” to end it'}`,
    }),
  }),
  unknown: wording<Values>({
    'zh-CN': ({ typed }) => ({
      message: `“${typed}”像是指令，但没有这个名称，${printsAsTyped}`,
      advice: '可用的有指标表、图表、分页、亮点、案例、横向、表格；如果是正文，删去行首的冒号',
    }),
    en: ({ typed }) => ({
      message: `“${typed}” looks like a directive, but there is none of that name; it prints as typed`,
      advice:
        'There are indicators, chart, pagebreak, highlight, case, landscape, grid; if it is text, drop the colons',
    }),
  }),
  broken: wording<Values>({
    'zh-CN': ({ typed, right }) => ({
      message: `“${typed}”读不懂，${printsAsTyped}`,
      advice:
        right === typed
          ? '检查方括号、花括号和引号是否成对，同一属性是否写了两个值，后面是否多了字；分页和横向后面什么也不写'
          : `写成“${right}”这样`,
    }),
    en: ({ typed, right }) => ({
      message: `“${typed}” cannot be read and prints as typed`,
      advice:
        right === typed
          ? 'Check that brackets, braces and quotes are paired, no attribute has two values, and nothing follows'
          : `Write it like “${right}”`,
    }),
  }),
}
