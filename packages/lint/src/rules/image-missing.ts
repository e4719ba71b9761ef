import path from 'node:path'
import { nearest, type Place, wording } from '@ziping/diagnostics'
import { contentOf } from '@ziping/forms'
import { entriesIn } from '../data-entries.ts'
import { defineRule, type Rule } from '../define-rule.ts'
import { type FoundImage, findImage } from '../find-image.ts'
import type { RuleContext } from '../rule-context.ts'
import { placeIn } from '../source-places.ts'
import { textIndex } from '../text-index.ts'

export const imageMissing: Rule = defineRule({
  id: 'image-missing',
  severity: 'error',
  source: ['L-17'],
  title: { 'zh-CN': '图片文件不存在', en: 'A picture is not there' },
  why: {
    'zh-CN':
      '找不到图片，印出来就是一个空框，图所说明的体系、流程也就没有了。图片都要放在申报工程里，打包时才带得走。',
    en: 'A picture that cannot be found prints as an empty box. All of them belong into the workspace, so that they can be packed.',
  },
  messages: {
    missing: wording<{
      readonly url: string
      readonly near: string | undefined
      /** Whether a chapter, photos.yaml or a field of the form shows it. */
      readonly from: 'text' | 'photos' | 'form'
    }>({
      'zh-CN': ({ url, near, from }) => ({
        message: `图片 ${url} 不存在`,
        advice:
          near !== undefined
            ? `是不是 ${near}？文件名的大小写也要一致`
            : {
                photos: '把图片放在本文件旁边，file 写它的文件名',
                form: '把图片放进 photos/，从申报工程的文件夹写起，如 photos/照片.jpg',
                text: '把图片放进 images/，路径从本文件所在的文件夹写起',
              }[from],
      }),
      en: ({ url, near, from }) => ({
        message: `There is no picture ${url}`,
        advice:
          near !== undefined
            ? `Did you mean ${near}? Capitals count`
            : {
                photos: 'Put it beside this file and write its name',
                form: 'Put it into photos/ and write its path from the workspace, such as photos/me.jpg',
                text: 'Put it into images/ and write its path from this file’s folder',
              }[from],
      }),
    }),
    outside: wording<{ readonly url: string }>({
      'zh-CN': ({ url }) => ({
        message: `图片 ${url} 不在申报工程之内，打包时带不走`,
        advice: '把图片复制到 images/ 下，再改写路径',
      }),
      en: ({ url }) => ({
        message: `The picture ${url} lies outside the workspace and cannot be packed`,
        advice: 'Copy it into images/ and write that path',
      }),
    }),
    remote: wording<{ readonly url: string }>({
      'zh-CN': ({ url }) => ({
        message: `图片 ${url} 在网上，排版时不会下载`,
        advice: '下载后放进 images/，再改写路径',
      }),
      en: ({ url }) => ({
        message: `The picture ${url} is on the network; nothing is downloaded for printing`,
        advice: 'Download it into images/ and write that path',
      }),
    }),
  },
  *check(context, finding) {
    const { workspace, report, files } = context
    const shown = [
      ...textIndex(report).images.map(({ file, clause, image }) => ({
        url: image.url,
        place: placeIn(workspace, file, image.span),
        found: findImage(image.url, file, files),
        extras: clause === undefined ? {} : { clause },
      })),
      ...picturesInData(context).map((picture) => ({ ...picture, extras: {} })),
    ]
    for (const { url, place, found, extras } of shown)
      if (found.kind === 'missing')
        yield finding.missing(
          place,
          {
            url,
            near: nearestPicture(url, place.file, context),
            from:
              place.file === workspace.photos?.file
                ? 'photos'
                : place.file.endsWith('.md')
                  ? 'text'
                  : 'form',
          },
          extras,
        )
      else if (found.kind !== 'file')
        yield finding[found.kind](place, { url: shortened(url) }, extras)
  },
  examples: [
    {
      name: 'found from the chapter’s folder, from the workspace’s, and with an escaped space',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n![组织图](../images/org.png)\n\n![流程](images/flow%201.png)\n\n![照片](../images/flow 1.png)',
      },
      pictures: { 'images/org.png': [2000, 1000], 'images/flow 1.png': [2000, 1000] },
      finds: [],
    },
    {
      name: 'an image shown as code is none',
      report: '# 1.1 使命\n\n图片写作 `![题](images/org.png)`。',
      finds: [],
    },
    {
      name: 'not there, or with other capitals',
      report: {
        'report/1.md':
          '# 1.1 使命\n\n![组织图](../images/org.png)\n\n流程见![图标](../images/Flow.png)。',
      },
      pictures: { 'images/flow.png': [2000, 1000] },
      finds: ['3:1 missing', '5:4 missing'],
    },
    {
      name: 'outside the workspace, and on the network',
      report:
        '# 1.1 使命\n\n![组织图](../../org.png)\n\n![流程](D:\\图片\\flow.png)\n\n![照片](https://example.com/a.png)',
      finds: ['3:1 outside', '5:1 outside', '7:1 remote'],
    },
    {
      name: 'a photograph of the organization',
      report: { 'photos/photos.yaml': '- file: factory.tif\n  title: 厂区\n  text: 厂区全景。\n' },
      finds: ['photos/photos.yaml:1:9 missing'],
    },
  ],
})

interface Picture {
  readonly url: string
  readonly place: Place
  readonly found: FoundImage
}

/** The organization’s photographs, and the pictures in the form. */
function picturesInData({ workspace, form, files }: RuleContext): readonly Picture[] {
  const { photos, config } = workspace
  const listed = photos === undefined ? [] : [...entriesIn(photos)]
  const ofPhotos = listed.flatMap(({ path: at, value }): readonly Picture[] =>
    at.length === 2 && at[1] === 'file' && typeof value === 'string' && photos !== undefined
      ? [
          {
            url: value,
            place: photos.placeOf(at),
            found: findImage(value, `${config.paths.photos}/photos.yaml`, files),
          },
        ]
      : [],
  )
  const ofForm = [...form.values.values()].flatMap((value): readonly Picture[] => {
    const content = contentOf(value)
    return content?.kind === 'image'
      ? [
          {
            url: content.file,
            place: value.place,
            found: findImage(content.file, 'ziping.yaml', files),
          },
        ]
      : []
  })
  return [...ofPhotos, ...ofForm]
}

/** A picture of nearly that name, as it would be written from the same file. */
function nearestPicture(
  url: string,
  file: string,
  { workspace, files }: RuleContext,
): string | undefined {
  const { images, photos } = workspace.config.paths
  const from = file.endsWith('.md') ? path.posix.dirname(file) : '.'
  const there = [...files.filesBelow(images), ...files.filesBelow(photos)]
  const named = nearest(
    path.posix.basename(url),
    there.map((picture) => path.posix.basename(picture)),
  )
  const picture = there.find((one) => path.posix.basename(one) === named)
  return picture === undefined ? undefined : path.posix.relative(from, picture)
}

/** A picture may be written into its address; nobody wants to read that. */
function shortened(url: string): string {
  return url.length > 80 ? `${url.slice(0, 60)}…` : url
}
