import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A bundle carries other people's work; their licences want to travel with it. */
export function bundledLicences(root: string, names: readonly string[]): string {
  const folders = names.map((name) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(name)?.[0])
  const packages = [...new Set(folders.filter((name) => name !== undefined))]
  return packages.map((name) => licenceOf(path.join(root, name))).join(`\n${'-'.repeat(80)}\n\n`)
}

function licenceOf(home: string): string {
  const about = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  const file = readdirSync(home).find((name) => /^licen[cs]e/i.test(name))
  const text = file === undefined ? '' : `\n${readFileSync(path.join(home, file), 'utf8').trim()}\n`
  return `${about.name} ${about.version} (${about.license})\n${text}`
}
