import type { Finding } from '@ziping/diagnostics'
import type { CodeAction, TextEdit } from 'vscode-languageserver/node'
import {
  type Insertion,
  missingClause,
  missingDimensions,
  missingRequirements,
} from './skeleton.ts'
import { editOf } from './spots.ts'
import { say, type View } from './view.ts'

type Offer = Pick<CodeAction, 'title' | 'edit'>

/** Headings, notes and lead-ins for what is not written yet; where no file fits, as a new one. */
export function skeletonFor(view: View, finding: Finding): Offer | undefined {
  const insertion = insertionFor(view, finding)
  if (insertion === undefined) return undefined
  const uri = view.uriOf(insertion.file)
  if (insertion.line === undefined) return newFile(view, insertion, uri)
  const edit = insert(view, insertion, insertion.line)
  return edit && { title: titleFor(view, finding), edit: { changes: { [uri]: [edit] } } }
}

function insertionFor({ linted }: View, finding: Finding): Insertion | undefined {
  switch (finding.rule) {
    case 'clause-missing':
    case 'profile-missing':
      // One that is only too short has all its headings.
      return finding.messageId === 'short' ? undefined : missingClause(linted, finding)
    case 'requirement-missing':
      return missingRequirements(linted, finding)
    case 'dimension-missing':
      // What is there already wants its lead-in where it stands.
      return finding.messageId === 'unmarked' ? undefined : missingDimensions(linted, finding)
    default:
      return undefined
  }
}

function titleFor(view: View, { rule, clause = '' }: Finding): string {
  if (rule === 'requirement-missing')
    return say(view, '插入未作答要求的小标题', 'Insert headings for what is not answered')
  if (rule === 'dimension-missing')
    return say(view, '插入缺少的评价维度', 'Insert the missing dimensions')
  return say(view, `插入条款 ${clause} 的框架`, `Insert a skeleton of clause ${clause}`)
}

/** Only where the editor makes files itself: we never write one. */
function newFile(view: View, { file, text }: Insertion, uri: string): Offer | undefined {
  if (!view.editorMakesFiles) return undefined
  const start = { line: 0, character: 0 }
  const put: TextEdit = { range: { start, end: start }, newText: `${text.trimEnd()}\n` }
  return {
    title: say(
      view,
      `新建 ${file}，写入这一章的框架`,
      `Make ${file} with a skeleton of the chapter`,
    ),
    edit: {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: [put] },
      ],
    },
  }
}

/** Whole lines, with empty ones around them. */
function insert(view: View, { file, text }: Insertion, line: number): TextEdit | undefined {
  const source = view.linted.sources.find(file)
  if (source === undefined) return undefined
  const at = source.offset(line, 1)
  const before = source.text.slice(0, at)
  const gap = /\n\r?\n$/.test(before) || before === '' ? '' : /\n$/.test(before) ? '\n' : '\n\n'
  const behind = source.text.slice(at)
  const isParted = /^\r?\n/.test(behind) || behind.trim() === ''
  const lines = isParted ? `${text.trimEnd()}\n` : text
  return editOf(source, { start: at, end: at, text: gap + lines })
}
