/** What stands in for a text that is still to be written. Shared by coverage and lint. */
export const stubWords: readonly string[] = [
  '待补充',
  '待完善',
  '待定',
  '待写',
  '待编写',
  '待提供',
  '待查',
  '待续',
  '未完',
  '暂无',
  '暂缺',
  '略',
  '同上',
  '见附件',
  '详见附件',
  '见附表',
  '见上',
  '无',
  'TODO',
  'TBD',
  'FIXME',
  'XXX',
  'xxx',
  '×××',
  '……',
  'N/A',
]

const bare = new Set(stubWords.map((word) => squeeze(word)))

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .toLowerCase()
}

/** A text that says nothing but that it is still to come. */
export function isStub(text: string): boolean {
  // Most texts show with their first word that they are none.
  for (const [typed] of text.matchAll(/[^\s。；;，,、.!！?？]+/gu)) {
    const word = squeeze(typed)
    const stands = word === '' || bare.has(word)
    if (!stands && !/^(详?见附[件表录]|待补充|todo|xxx+)\p{N}*$/u.test(word)) return false
  }
  return true
}
