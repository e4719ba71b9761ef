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

export const dateOption: Option = {
  name: 'date',
  value: 'YYYY-MM-DD',
  help: {
    'zh-CN': '以这一天为准，缺省为报送日期或截止日期',
    en: 'the date of reference; the filing date or deadline without it',
  },
}

export const browserOption: Option = {
  name: 'browser',
  value: 'FILE',
  help: {
    'zh-CN': '用哪个浏览器印 PDF，缺省自动寻找',
    en: 'the browser that prints; found by itself without it',
  },
}

export const jsonOption: Option = {
  name: 'json',
  help: { 'zh-CN': '以 JSON 输出', en: 'print JSON' },
}
