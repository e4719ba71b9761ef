import path from 'node:path'
import { placeOfFile, wording } from '@ziping/diagnostics'
import { contentOf } from '@ziping/forms'
import { defineRule, type Rule } from '../define-rule.ts'
import { findImage } from '../find-image.ts'
import { textIndex } from '../text-index.ts'

export const imageUnused: Rule = defineRule({
  id: 'image-unused',
  severity: 'info',
  source: ['L-17'],
  title: { 'zh-CN': '图片没有用上', en: 'A picture is not used' },
  why: {
    'zh-CN': 'images/ 里没有用到的图片，多半是换下来的旧图，或者正文忘了放；留着容易拿错版本。',
    en: 'Pictures in images/ that nothing shows are old versions, or were forgotten in the text.',
  },
  messages: {
    unused: wording<{ readonly file: string }>({
      'zh-CN': ({ file }) => ({
        message: `${file} 没有在任何地方使用`,
        advice: '放进相应章节：![题注](路径)；不用的，移出 images/',
      }),
      en: ({ file }) => ({
        message: `${file} is used nowhere`,
        advice: 'Show it in its chapter with ![caption](path), or move it out of images/',
      }),
    }),
  },
  *check({ workspace, report, form, files }, finding) {
    const shown = [
      ...textIndex(report).images.map(({ file, image }) => findImage(image.url, file, files)),
      ...[...form.values.values()].map((value) => {
        const content = contentOf(value)
        return content?.kind === 'image' ? findImage(content.file, 'ziping.yaml', files) : undefined
      }),
    ]
    const used = new Set(shown.flatMap((found) => (found?.kind === 'file' ? [found.path] : [])))
    const stems = new Set([...used].map(stemOf))
    // A drawing may lie beside the picture that was made from it.
    for (const file of files.filesBelow(workspace.config.paths.images))
      if (picture.test(file) && !hidden.test(file) && !used.has(file) && !stems.has(stemOf(file)))
        yield finding.unused(placeOfFile(file), { file })
  },
  examples: [
    {
      name: 'shown, or the drawing that one was made from; a text is no picture',
      report: {
        'report/1.md': '# 1.1 使命\n\n![组织图](../images/org.png)',
        'images/说明.txt': '',
      },
      pictures: { 'images/org.png': [2000, 1000], 'images/org.svg': [1, 1] },
      finds: [],
    },
    {
      name: 'photographs for the disc lie elsewhere',
      report: '# 1.1 使命\n\n公司使命由全体员工讨论确定。',
      pictures: { 'photos/factory.png': [2000, 1000] },
      finds: [],
    },
    {
      name: 'an old version beside the new one, and one in a folder of its own',
      report: '# 1.1 使命\n\n![组织图](../images/org-2.png)',
      pictures: {
        'images/org-1.png': [2000, 1000],
        'images/org-2.png': [2000, 1000],
        'images/旧图/flow.jpg': [2000, 1000],
      },
      finds: ['images/org-1.png:1:1 unused', 'images/旧图/flow.jpg:1:1 unused'],
    },
  ],
})

const picture = /\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg)$/i
const hidden = /(?:^|\/)[.~]/

function stemOf(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length)
}
