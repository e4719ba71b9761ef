/** What a file is by its first bytes. */
export type FileKind = 'pdf' | 'docx' | 'old-office' | 'other'

export function fileKind(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  // Readers accept some rubbish before the first line.
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\x03\x04')) return 'docx'
  return start.startsWith('\xd0\xcf\x11\xe0') ? 'old-office' : 'other'
}
