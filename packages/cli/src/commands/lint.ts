import type { Command } from '../command.ts'
import { awardOption, dateOption, ruleOption, teamRulesOption } from './options.ts'

export const lint: Command = {
  name: 'lint',
  usage: { 'zh-CN': 'ziping lint [文件…] [选项]', en: 'ziping lint [files…] [options]' },
  summary: {
    'zh-CN': '检查材料中会失分、出错的地方，说明在哪一行、怎么改',
    en: 'find what would cost points, where it stands and how to mend it',
  },
  arguments: Number.POSITIVE_INFINITY,
  options: [
    {
      name: 'format',
      value: 'stylish|json|sarif|github|checkstyle|rdjson',
      choices: ['stylish', 'json', 'sarif', 'github', 'checkstyle', 'rdjson'],
      help: { 'zh-CN': '输出格式，缺省为 stylish', en: 'output format, stylish by default' },
    },
    {
      name: 'fix',
      help: {
        'zh-CN': '改正不会改变意思的问题，再报告余下的',
        en: 'mend what cannot change the meaning, then report the rest',
      },
    },
    {
      name: 'max-warnings',
      value: 'N',
      help: {
        'zh-CN': '警告多于 N 处也算不通过',
        en: 'more than N warnings count as a failure, too',
      },
    },
    ruleOption,
    teamRulesOption,
    {
      name: 'baseline',
      value: 'FILE',
      help: {
        'zh-CN': '不再报告 FILE 记下的旧问题（路径从申报工程算起）',
        en: 'leave out the old findings recorded in FILE (a path in the workspace)',
      },
    },
    {
      name: 'write-baseline',
      help: {
        'zh-CN': '把现有问题全部记入 --baseline 的文件',
        en: 'record all present findings in the file of --baseline',
      },
    },
    dateOption,
    {
      name: 'stdin',
      help: {
        'zh-CN': '从标准输入读一个文件的文字，不看磁盘上的',
        en: 'read the text of one file from standard input instead of the disk',
      },
    },
    {
      name: 'stdin-filename',
      value: 'FILE',
      help: { 'zh-CN': '标准输入是哪个文件', en: 'which file standard input is' },
    },
    {
      name: 'watch',
      help: {
        'zh-CN': '文件一有修改就重新检查，按 Ctrl-C 结束',
        en: 'lint again whenever a file changes, until Ctrl-C',
      },
    },
    awardOption,
  ],
  examples: [
    'ziping lint',
    'ziping lint report/01-领导.md',
    'ziping lint --fix',
    'ziping lint --watch',
    'ziping lint --rule sentence-long=off --max-warnings 0',
    'ziping lint --baseline baseline.json --write-baseline',
  ],
  async run(invocation, context) {
    const { keptRun } = await import('../lint/kept-run.ts')
    return keptRun(invocation, context, async (recorded) => {
      const { runLint } = await import('./run-lint.ts')
      return runLint(invocation, recorded)
    })
  },
}
