/** What a file is by its first bytes. */
export type FileKind = 'pdf' | 'docx' | 'old-office' | 'other'

export function fileKind(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  // Readers accept some rubbish before the first line.
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'docx'
  return start.startsWith('\xd0\xcf\x11\xe0') ? 'old-office' : 'other'
}

/** Pictures and archives, which are handed in but not opened here, by how they begin. */
const beginnings: readonly (readonly [start: string, endings: readonly string[]])[] = [
  ['%PDF-', ['pdf']],
  ['\xff\xd8\xff', ['jpg', 'jpeg']],
  ['\x89PNG\r\n', ['png']],
  ['II*\0', ['tif', 'tiff']],
  ['MM\0*', ['tif', 'tiff']],
  ['PK\x03\x04', ['docx', 'xlsx', 'pptx', 'zip']],
  ['\xd0\xcf\x11\xe0', ['doc', 'xls', 'ppt']],
  ['Rar!', ['rar']],
]

/** The endings that fit how a file begins; undefined where its beginning says nothing, as that of a text. */
export function endingsOf(head: Uint8Array): readonly string[] | undefined {
  if (fileKind(head) === 'pdf') return ['pdf']
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1')
  return beginnings.find(([sign]) => start.startsWith(sign))?.[1]
}
