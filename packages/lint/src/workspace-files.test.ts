import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findImage } from './find-image.ts'
import { insidePath } from './inside-path.ts'
import { type FileState, WorkspaceFiles } from './workspace-files.ts'

let base: string
let root: string

beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'ziping-files-'))
  root = path.join(base, 'workspace')
  mkdirSync(path.join(root, 'images', 'sub'), { recursive: true })
  mkdirSync(path.join(base, 'elsewhere'))
  writeFileSync(path.join(base, 'elsewhere', 'secret.png'), 'x')
  writeFileSync(path.join(root, 'images', 'a.png'), 'x')
  writeFileSync(path.join(root, 'images', 'sub', 'b.png'), 'x')
  // as macOS keeps names
  writeFileSync(path.join(root, 'images', 'e\u0301.png'), 'x')
  symlinkSync('a.png', path.join(root, 'images', 'inside.png'))
  symlinkSync(path.join(base, 'elsewhere', 'secret.png'), path.join(root, 'images', 'out.png'))
  symlinkSync(path.join(base, 'elsewhere'), path.join(root, 'linked'))
  symlinkSync('loop.png', path.join(root, 'images', 'loop.png'))
})

afterAll(() => rmSync(base, { recursive: true }))

function state(file: string): FileState | 'refused' {
  const inside = insidePath(file)
  return inside === undefined ? 'refused' : new WorkspaceFiles(root).state(inside)
}

describe('the files of a workspace', () => {
  it.each([
    ['images/a.png', 'file'],
    ['images/sub/b.png', 'file'],
    ['images', 'folder'],
    ['images/inside.png', 'file'],
    ['images/\u00e9.png', 'file'],
    ['images/A.png', 'missing'],
    ['images/none.png', 'missing'],
    ['images/a.png/b.png', 'missing'],
    ['images/loop.png', 'missing'],
    ['images/out.png', 'outside'],
    ['linked', 'outside'],
    ['linked/secret.png', 'missing'],
    ['../elsewhere/secret.png', 'refused'],
    ['images/../../elsewhere/secret.png', 'refused'],
    ['/etc/passwd', 'refused'],
    ['C:\\secret.png', 'refused'],
  ])('%s: %s', (file, expected) => {
    expect(state(file)).toBe(expected)
  })

  it('lists what lies below a folder, links out of it left out', () => {
    const images = insidePath('images')
    expect(images === undefined ? [] : new WorkspaceFiles(root).filesBelow(images)).toEqual([
      'images/a.png',
      'images/inside.png',
      'images/sub/b.png',
      'images/\u00e9.png',
    ])
  })

  it('never reads a picture outside', () => {
    const files = new WorkspaceFiles(root)
    expect(findImage('../images/out.png', 'report/1.md', files)).toEqual({ kind: 'outside' })
    expect(findImage('../linked/secret.png', 'report/1.md', files).kind).not.toBe('file')
    expect(findImage('../../elsewhere/secret.png', 'report/1.md', files).kind).not.toBe('file')
  })

  it('asks the disk once', () => {
    const files = new WorkspaceFiles(root)
    const late = insidePath('images/late.png')
    if (late === undefined) throw new Error('no path')
    expect(files.state(late)).toBe('missing')
    writeFileSync(path.join(root, late), 'x')
    expect(files.state(late)).toBe('missing')
    rmSync(path.join(root, late))
  })
})
