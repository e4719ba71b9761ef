export { type Check, type CheckName, type CheckValue, checkNames } from './check.ts'
export type { Copy } from './requirement.ts'
export { checkTitles, showValue } from './show-value.ts'
export { type FileToVerify, type VerifiedFile, verifyFile } from './verify-file.ts'
