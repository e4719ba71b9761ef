import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { freshParagraph, hiddenLine, tableOfPipes } from './constructs.ts'
import { readPlainly } from './plain-markdown.ts'

const processor = unified()
  .use(function chineseMarkdown() {
    this.data('micromarkExtensions', [
      tableOfPipes(),
      gfmFootnote(),
      gfmTaskListItem(),
      cjkFriendlyExtension(),
      hiddenLine(),
      freshParagraph(),
      // 2017~2019年 is a range; only ~~ deletes.
      gfmStrikethrough({ singleTilde: false }),
      // Four spaces indent a paragraph, --- under one is a rule, and <ERP> is the author's word.
      { disable: { null: ['codeIndented', 'setextUnderline', 'htmlFlow', 'htmlText'] } },
    ])
    this.data('fromMarkdownExtensions', [
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
    ])
  })
  .use(remarkParse)
  .freeze()

/** CommonMark and what we take of GFM, as mdast. The only place that parses Markdown. */
export function parseMarkdown(text: string): Root {
  return readPlainly(text, parseAll) ?? parseAll(text)
}

/** The truth about any text, by the parser alone. */
export function parseAll(text: string): Root {
  return processor.parse(text)
}
