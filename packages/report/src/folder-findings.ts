import { defineFinding, type FindingMaker, wording } from '@ziping/diagnostics'

type Named = { readonly file: string }

/** What can be wrong with a file before anyone reads a word of it. */
export const folderFindings: {
  readonly tooLarge: FindingMaker<Named & { readonly megabytes: number }>
  readonly unreadable: FindingMaker<Named & { readonly reason: string }>
  readonly frontMatter: FindingMaker<{ readonly reason: string }>
} & Readonly<
  Record<'gbk' | 'utf16' | 'notText' | 'escapes' | 'badName' | 'leftover', FindingMaker<Named>>
> = {
  tooLarge: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'tooLarge',
    severity: 'error',
    words: wording<Named & { readonly megabytes: number }>({
      'zh-CN': ({ file, megabytes }) => ({
        message: `${file} 有 ${megabytes} MB，不像是文字稿，没有读取`,
        advice: '文字稿不超过 1 MB；图片请放在 images/，证实性材料请放在 evidence/',
      }),
      en: ({ file, megabytes }) => ({
        message: `${file} is ${megabytes} MB, which is no text; it was not read`,
        advice: 'Keep texts below 1 MB; pictures belong in images/, evidence in evidence/',
      }),
    }),
  }),
  gbk: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'gbk',
    severity: 'error',
    words: wording<Named>({
      'zh-CN': ({ file }) => ({
        message: `${file} 是 GBK（ANSI）编码，没有读取`,
        advice:
          '用记事本打开，“另存为”时编码选 UTF-8；VS Code 中点右下角编码，选“通过编码保存”→ UTF-8',
      }),
      en: ({ file }) => ({
        message: `${file} is in GBK (ANSI) encoding and was not read`,
        advice: 'Open it in Notepad and save it as UTF-8; in VS Code: Save with Encoding → UTF-8',
      }),
    }),
  }),
  utf16: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'utf16',
    severity: 'error',
    words: wording<Named>({
      'zh-CN': ({ file }) => ({
        message: `${file} 是 UTF-16（Unicode）编码，没有读取`,
        advice: '用记事本打开，“另存为”时编码选 UTF-8',
      }),
      en: ({ file }) => ({
        message: `${file} is in UTF-16 encoding and was not read`,
        advice: 'Open it in Notepad and save it as UTF-8',
      }),
    }),
  }),
  notText: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'notText',
    severity: 'error',
    words: wording<Named>({
      'zh-CN': ({ file }) => ({
        message: `${file} 从这一行起不是 UTF-8 文字，没有读取`,
        advice: '确认文件没有损坏，再以 UTF-8 编码保存',
      }),
      en: ({ file }) => ({
        message: `${file} is no UTF-8 text from this line on and was not read`,
        advice: 'Make sure the file is not damaged, then save it as UTF-8',
      }),
    }),
  }),
  unreadable: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'unreadable',
    severity: 'error',
    words: wording<Named & { readonly reason: string }>({
      'zh-CN': ({ file, reason }) => ({
        message: `${file} 读不出来（${reason}）`,
        advice: '检查文件权限，以及它是不是指向自身的快捷链接',
      }),
      en: ({ file, reason }) => ({
        message: `${file} cannot be read (${reason})`,
        advice: 'Check its permissions, and whether it is a link to itself',
      }),
    }),
  }),
  escapes: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'escapes',
    severity: 'error',
    words: wording<Named>({
      'zh-CN': ({ file }) => ({
        message: `“${file}”指向申报工程之外，没有读取`,
        advice: '把文件放进申报工程的文件夹，路径写成相对路径',
      }),
      en: ({ file }) => ({
        message: `“${file}” leads out of the workspace and was not read`,
        advice: 'Put the file into the workspace and write its path relative to it',
      }),
    }),
  }),
  badName: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'badName',
    severity: 'error',
    words: wording<Named>({
      'zh-CN': ({ file }) => ({
        message: `“${file}”这个名字在 Windows 上不能使用，没有读取`,
        advice: '改名：不用 CON、NUL 等保留名，不含 < > : " | ? *，末尾不是空格或句点',
      }),
      en: ({ file }) => ({
        message: `“${file}” is no name that Windows can hold; it was not read`,
        advice:
          'Rename it: no CON, NUL and the like, no < > : " | ? *, no space or full stop at the end',
      }),
    }),
  }),
  leftover: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'leftover',
    severity: 'warning',
    words: wording<Named>({
      'zh-CN': ({ file }) => ({
        message: `${file} 像是备份、副本或同步冲突，没有读取`,
        advice: '核对后删除；确是正文的，请改名',
      }),
      en: ({ file }) => ({
        message: `${file} looks like a backup, copy or sync conflict and was not read`,
        advice: 'Compare and delete it, or rename it if it is a chapter',
      }),
    }),
  }),
  frontMatter: defineFinding({
    rule: 'workspace-invalid',
    messageId: 'frontMatter',
    severity: 'error',
    words: wording<{ readonly reason: string }>({
      'zh-CN': ({ reason }) => ({
        message: `文件开头两行 --- 之间的内容不是正确的 YAML：${reason}`,
        advice: '写成“负责人: 质量部 张三”这样的行，冒号用半角，后面空一格',
      }),
      en: ({ reason }) => ({
        message: `What stands between the --- lines at the top is no correct YAML: ${reason}`,
        advice: 'Write lines such as “owner: Zhang San”',
      }),
    }),
  }),
}
