import type { Medium } from '@ziping/award'
import { legalName } from './names.ts'

export const discFolder = '电子版'

const kindTitles: Readonly<Record<Medium['kind'], string>> = {
  disc: '光盘',
  usb: 'U盘',
  upload: '上传',
  email: '电子邮件',
}

/** Where in the parcel the files of a disc or stick lie as they are burnt. */
export function folderOf({ title, kind }: Pick<Medium, 'title' | 'kind'>): string {
  return `${discFolder}/${legalName(title ?? kindTitles[kind])}`
}
