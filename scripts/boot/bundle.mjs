// The command as one file. scripts/build.ts makes it and says from which sources.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundleFile, cacheFolder, contentLink, root } from './checkout.mjs'
import { scriptEnvironment } from './environment.mjs'
import { BootFailure, say } from './failure.mjs'
import { fingerprints, stands } from './fingerprint.mjs'
import { installInputs } from './install.mjs'
import { runQuietly } from './npm.mjs'
import { writeShims } from './shims.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

export function isBundled() {
  return readStamp()?.bundle !== undefined && stands('bundle')
}

export async function buildBundle({ setChild }) {
  say('正在生成 ziping 命令', 'building the ziping command')
  const before = fingerprints(sources())
  const inputsFile = path.join(cacheFolder, 'inputs.json')
  const { code, output } = await runQuietly(
    process.execPath,
    [path.join(root, 'scripts', 'build.ts'), '--inputs', inputsFile],
    { cwd: root, env: scriptEnvironment().variables, setChild },
  )
  if (code !== 0 || !existsSync(bundleFile)) throw notBuilt(output)
  const inputs = [...alwaysInputs(), ...JSON.parse(readFileSync(inputsFile, 'utf8'))]
  // A source that appeared while building has no print from before: it gets one that nothing equals.
  const files = Object.fromEntries(inputs.map((name) => [name, before[name] ?? [0, 0, '']]))
  const outcome = fingerprints([...bundledFiles(), contentLink])
  writeStamp({ ...readStamp(), bundle: { files: { ...files, ...outcome } } })
  writeShims()
}

function alwaysInputs() {
  const scripts = readdirSync(path.join(root, 'scripts')).filter((name) => name.endsWith('.ts'))
  return [...installInputs(), ...scripts.map((name) => `scripts/${name}`)]
}

/** Everything the bundle could be made from, before it is known what it is made from. */
function sources() {
  const folders = [
    ...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/src`),
    ...['awards', 'criteria', 'codes', 'schemas'].map((name) => `content/${name}`),
  ]
  const found = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => filesIn(folder))
  return [...alwaysInputs(), ...found]
}

function filesIn(folder) {
  const names = readdirSync(path.join(root, folder), { recursive: true })
  return names.map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
}

/** main.js and every part it loads, directly or not; parts of the build before may still lie beside them. */
function bundledFiles() {
  const found = new Set([bundleFile])
  for (const file of found)
    for (const [part] of readFileSync(file, 'utf8').matchAll(/part-[0-9A-Z]{8}\.js/g))
      found.add(path.join(path.dirname(bundleFile), part))
  return [...found].map(relative)
}

function relative(file) {
  return path.relative(root, file).replaceAll(path.sep, '/')
}

function notBuilt(output) {
  return new BootFailure(
    'not-built',
    '从源文件生成 ziping 命令失败，原因见下。如果刚改过 packages 里的文件，请先改正；否则请告诉维护者。',
    'The ziping command could not be built from its sources; the reason follows. If you have just changed something in packages, mend it; otherwise tell the maintainers.',
    output,
  )
}
