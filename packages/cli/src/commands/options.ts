import type { Option } from '../command.ts'

export const awardOption: Option = {
  name: 'award',
  value: 'ID',
  help: {
    'zh-CN': '申报工程有几个奖项时，选其中一个',
    en: 'which award, where the workspace has several',
  },
}

export const teamRulesOption: Option = {
  name: 'allow-workspace-rules',
  help: {
    'zh-CN': '运行 ziping.yaml 的 lintRules 列出的自定规则（会执行申报工程里的程序）',
    en: 'run the rules that ziping.yaml names under lintRules (programs in the workspace)',
  },
}

export const ruleOption: Option = {
  name: 'rule',
  value: 'id=off|info|warn|error',
  repeatable: true,
  help: {
    'zh-CN': '改变一条规则的轻重，可写多次',
    en: 'change how severe a rule is; may be repeated',
  },
}
