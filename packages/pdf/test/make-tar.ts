export interface TarPart {
  readonly name: string
  readonly content?: string | Buffer
  /** `0` file, `5` folder, `2` link … */
  readonly type?: string
}

/** A tar archive, for tests that need one of a certain kind. */
export function makeTar(parts: readonly TarPart[]): Buffer {
  return Buffer.concat([...parts.map(entry), Buffer.alloc(1024)])
}

function entry({ name, content = '', type = '0' }: TarPart): Buffer {
  const bytes = Buffer.from(content)
  const head = Buffer.alloc(512)
  head.write(name, 0)
  head.write('0000644\0', 100)
  head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
  head.write(type, 156)
  head.write('ustar\x0000', 257)
  head.fill(0x20, 148, 156)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
