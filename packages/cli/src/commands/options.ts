import type { Option } from '../command.ts'

export const awardOption: Option = {
  name: 'award',
  value: 'ID',
  help: {
    'zh-CN': '申报工程有几个奖项时，选其中一个',
    en: 'which award, where the workspace has several',
  },
}
