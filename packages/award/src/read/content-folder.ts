import { fileURLToPath } from 'node:url'

/** The folder of @ziping/content, which carries awards, criteria, code lists and schemas. */
export function contentFolder(): string {
  return fileURLToPath(new URL('.', import.meta.resolve('@ziping/content/package.json')))
}
