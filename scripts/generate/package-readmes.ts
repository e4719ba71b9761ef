import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Every package's README: its paragraph of ARCHITECTURE.md; for the command, what the README tells its users. */
export function packageReadmes(root: string): Readonly<Record<string, string>> {
  const architecture = read(root, 'ARCHITECTURE.md')
  const paragraphs = architecture.matchAll(/^### (\S+)\n\n([\s\S]+?)(?=\n\n##)/gm)
  const readmes = [...paragraphs].map(([, name = '', text = '']) => {
    const folder = existsSync(path.join(root, name)) ? name : `packages/${name}`
    const title = JSON.parse(read(root, `${folder}/package.json`)).name
    return [`${folder}/README.md`, name === 'cli' ? command(root) : library(title, text)]
  })
  return Object.fromEntries(readmes)
}

function library(title: string, text: string): string {
  return `# ${title}\n\n${text}\n\nPart of ziping (自评).\n`
}

function command(root: string): string {
  return `${opening(read(root, 'README.zh-CN.md'))}\n${opening(read(root, 'README.md'))}`
}

/** A README up to its first second-level heading. */
function opening(readme: string): string {
  return readme.slice(0, readme.indexOf('\n## '))
}

function read(root: string, name: string): string {
  return readFileSync(path.join(root, name), 'utf8')
}
