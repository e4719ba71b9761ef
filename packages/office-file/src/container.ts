import { OfficeFault } from './office-fault.ts'

/** Passes what begins like a zip; says of the rest what it is. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(file, 'd0cf11e0')) {
    // What has a password lies in the same container as .doc and .xls, under this name.
    const isEncrypted = file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new OfficeFault(isEncrypted ? 'encrypted' : 'old-format')
  }
  if (!startsWith(file, '504b0304')) throw new OfficeFault('not-office')
}

function startsWith(file: Buffer, sign: string): boolean {
  return file.toString('hex', 0, sign.length / 2) === sign
}
