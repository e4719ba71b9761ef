import type { IncomingMessage } from 'node:http'

/** No message to the server is longer. */
const longest = 4096

/** A JSON object that was sent; nothing for anything else. */
export async function readBody(
  request: IncomingMessage,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    // Read to its end all the same: whoever sends it is to hear the answer.
    if (length <= longest) chunks.push(bytes)
  }
  if (length > longest) return undefined
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { ...value } : undefined
  } catch {
    return undefined
  }
}
