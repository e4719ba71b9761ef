import { wording } from '@ziping/diagnostics'
import { defineFileRule } from '../define-file-rule.ts'
import type { Rule } from '../define-rule.ts'

export const imageWithoutCaption: Rule = defineFileRule({
  id: 'image-without-caption',
  severity: 'warning',
  source: ['L-17'],
  title: { 'zh-CN': '图片没有题注', en: 'A picture without a caption' },
  why: {
    'zh-CN': '没有题注的图不编号，正文引用不到，评审员也不知道它说明什么。',
    en: 'Without a caption a picture has no number, cannot be referred to, and leaves the reviewer guessing.',
  },
  messages: {
    none: wording<Record<never, never>>({
      'zh-CN': () => ({
        message: '这幅图没有题注',
        advice:
          '在方括号里写题注：![质量管理组织架构](…)，或在图的上方写一行“图：质量管理组织架构”',
      }),
      en: () => ({
        message: 'This picture has no caption',
        advice: 'Write it between the brackets: ![Organization](…), or as a line 图：… above',
      }),
    }),
    placeholder: wording<{ readonly words: string }>({
      'zh-CN': ({ words }) => ({
        message: `这幅图的题注“${words}”像是软件自动填的，会照样印出来`,
        advice: '改成说明内容的题注，如“质量管理组织架构”',
      }),
      en: ({ words }) => ({
        message: `The caption “${words}” looks as if a program had filled it in; it is printed as it is`,
        advice: 'Say what the picture shows',
      }),
    }),
  },
  *check(view, finding) {
    for (const figure of view.blocks) {
      if (figure.kind !== 'figure') continue
      const at = view.about(figure)
      const alone = figure.images.length === 1
      for (const image of figure.images) {
        const words = (alone ? (figure.caption?.text ?? '') : image.alt).trim()
        const place = view.place(image.span)
        if (words === '') yield finding.none(place, {}, at)
        else if (placeholder.test(words)) yield finding.placeholder(place, { words }, at)
      }
    }
  },
  examples: [
    {
      name: 'captioned by its words, by a line above, by a line below',
      report:
        '# 1.1 使命\n\n![组织架构](../images/a.png)\n\n投诉按下图处理。\n\n图：投诉处理流程\n\n![](../images/b.png)\n\n改进如下。\n\n![](../images/c.png)\n\n图：改进循环',
      finds: [],
    },
    {
      name: 'a small picture within a line needs none; a row has one each',
      report:
        '# 1.1 使命\n\n按![](../images/a.png)启动。\n\n![总装车间](../images/b.png)![图像检测工位](../images/c.png)',
      finds: [],
    },
    {
      name: 'alone without a caption, and one of a row',
      report: '# 1.1 使命\n\n![](../images/a.png)\n\n![总装](../images/b.png)![](../images/c.png)',
      finds: ['3:1 none', '5:23 none'],
    },
    {
      name: 'words that a program filled in',
      report:
        '# 1.1 使命\n\n![image](../images/a.png)\n\n![微信图片_20200801.jpg](../images/b.png)',
      finds: ['3:1 placeholder', '5:1 placeholder'],
    },
  ],
})

/** What Word, Typora, phones and chat programs write; or the name of a file. */
const placeholder =
  /^(?:(?:image|img|picture|pic|photo|screenshot|untitled|alt(?: text)?|图片|图像|照片|截图|屏幕截图|微信图片|微信截图|未命名|无标题)[\s_\-()（）\d]*|.*\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg))$/iu
