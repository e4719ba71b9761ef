import type { Finding } from '@ziping/diagnostics'
import { type Book, type Layout, type PixelSize, reportLayout } from '@ziping/resolve'
import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import { documentOf, packDocument } from '../build-document.ts'
import type { Faces } from '../faces.ts'
import type { PictureFile } from '../material.ts'
import { startWriting } from '../writing.ts'
import { writeFootnotes } from './footnotes.ts'
import { collect, type MarkdownContext, markdownContext } from './markdown-context.ts'
import { pictureSize } from './picture-size.ts'
import { readBlocks } from './read-blocks.ts'

declare module 'unified' {
  interface CompileResultMap {
    docx: Promise<Uint8Array>
  }
}

export interface ZipingDocxOptions {
  readonly title?: string
  readonly subject?: string
  readonly author?: string
  readonly keywords?: readonly string[]
  readonly lang?: Book['lang']
  /** The day the properties name; never the clock's. */
  readonly date?: string
  readonly layout?: Layout
  readonly faces?: Partial<Faces>
  readonly pageNumbers?: boolean
  /** A picture's bytes by its address. Nothing is fetched by itself; `data:` addresses are read as they are. */
  readonly images?: (url: string) => Promise<PictureFile | undefined> | PictureFile | undefined
}

/**
 * Compiles any Markdown to Word: `unified().use(remarkParse).use(zipingDocx)`. `file.result` is a promise of the bytes;
 * what could not be taken over is a message of the file.
 */
export const zipingDocx: Plugin<[ZipingDocxOptions?], Root, Promise<Uint8Array>> = function (
  options = {},
) {
  this.compiler = (tree, file) =>
    // Whatever parsed it, a tree that is to be compiled is a root.
    compileMarkdown(tree as Root, options, (finding) => {
      const { message, advice } = finding.words[options.lang ?? 'zh-CN']
      const { line, column } = finding.place
      const place = { line, column }
      file.message(`${message}：${advice}`, { place, ruleId: finding.rule, source: 'ziping' })
    })
}

/** A Markdown tree as a Word file. */
export async function compileMarkdown(
  tree: Root,
  options: ZipingDocxOptions,
  find: (finding: Finding) => void,
): Promise<Uint8Array> {
  const pictures = await readPictures(tree, options)
  const context = markdownContext(tree, options.layout ?? reportLayout, pictures)
  const material = {
    pageMap: new Map<string, string>(),
    images: (file: string) => pictures.get(file),
    drawings: () => undefined,
    date: options.date ?? '1980-01-01',
    ...(options.faces === undefined ? {} : { faces: options.faces }),
  }
  const book = bookOf(tree, options, context)
  const ids = new Map(
    [...context.footnotes.keys()].map((identifier, index) => [`footnote-${identifier}`, index + 1]),
  )
  const writing = startWriting(book, material, material.pageMap, find, {
    footnotes: { ids },
    slanted: true,
  })
  const document = documentOf(writing, { footnotes: writeFootnotes(context, writing) })
  return packDocument(document, writing)
}

function bookOf(tree: Root, options: ZipingDocxOptions, context: MarkdownContext): Book {
  return {
    id: 'markdown',
    title: options.title ?? '',
    subject: options.subject ?? '',
    author: options.author ?? '',
    keywords: options.keywords ?? [],
    lang: options.lang ?? 'zh-CN',
    layout: context.layout,
    runs: [
      {
        document: 'markdown',
        role: 'body',
        orientation: 'portrait',
        start: 'new-page',
        folio: options.pageNumbers === false ? 'none' : 'arabic',
        restart: 1,
        blocks: readBlocks(tree.children, context),
      },
    ],
  }
}

/** Every picture once, asked for together. What has no readable size is left out, and so reported where it stands. */
async function readPictures(
  tree: Root,
  { images }: ZipingDocxOptions,
): Promise<ReadonlyMap<string, PictureFile & PixelSize>> {
  const urls = new Set<string>()
  const labels = new Set<string>()
  collect(tree, (node) => {
    if (node.type === 'image') urls.add(node.url)
    if (node.type === 'imageReference') labels.add(node.identifier)
  })
  collect(tree, (node) => {
    if (node.type === 'definition' && labels.has(node.identifier)) urls.add(node.url)
  })
  const read = await Promise.all(
    [...urls].map(async (url) => [url, dataAddress(url) ?? (await images?.(url))] as const),
  )
  return new Map(
    read.flatMap(([url, file]) => {
      const size = file === undefined ? undefined : pictureSize(file.bytes)
      return file === undefined ? [] : [[url, { ...file, ...(size ?? { width: 96, height: 96 }) }]]
    }),
  )
}

function dataAddress(url: string): PictureFile | undefined {
  const match = /^data:(image\/[\w.+-]+);base64,([\w+/=\s%-]+)$/i.exec(url)
  if (match === null) return undefined
  const [, type = '', data = ''] = match
  return { bytes: Uint8Array.from(Buffer.from(data, 'base64')), type }
}
