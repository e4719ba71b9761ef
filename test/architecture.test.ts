import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Sources longer than 300 lines, each with the reason why it is one idea all the same. */
const longSources: Readonly<Record<string, string>> = {
  'packages/lint/src/rules/reference-unresolved.ts':
    'a rule is one file: most of it is words and examples',
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly private?: boolean
  readonly files?: readonly string[]
  readonly exports?: Readonly<Record<string, string>>
  readonly engines?: { readonly node: string }
  readonly publishConfig?: { readonly exports: Readonly<Record<string, unknown>> }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

interface Package {
  /** As ARCHITECTURE.md calls it. */
  readonly name: string
  readonly folder: string
  readonly manifest: Manifest
}

const rows = tableRows(read('ARCHITECTURE.md'))
const packages = ['content', 'templates', ...folders('packages').map((name) => `packages/${name}`)]
  .map((folder) => ({ name: path.basename(folder), folder, manifest: manifestOf(folder) }))
  .filter((found): found is Package => found.manifest !== undefined)
const nameOf = new Map(packages.map(({ name, manifest }) => [manifest.name, name]))
const rootManifest = JSON.parse(read('package.json')) as Manifest & {
  readonly packageManager: string
}

describe('ARCHITECTURE.md', () => {
  it('has every package in its table, and in italics only what is planned', () => {
    expect(
      packages.filter(({ name }) => rows.get(name)?.planned !== false).map(({ name }) => name),
    ).toEqual([])
    const present = [...rows].filter(([, { planned }]) => !planned).map(([name]) => name)
    expect(present.filter((name) => packages.every((one) => one.name !== name))).toEqual([])
  })

  it('has a paragraph for every package', () => {
    const described = [...read('ARCHITECTURE.md').matchAll(/^### (\S+)$/gm)].map(([, name]) => name)
    expect(described.toSorted()).toEqual(packages.map(({ name }) => name).toSorted())
  })
})

describe.each(packages)('$folder', ({ name, folder, manifest }) => {
  const declared = { ...manifest.dependencies, ...manifest.devDependencies }

  it('imports only from rows above its own', () => {
    const wrong = Object.keys(declared)
      .map((dependency) => nameOf.get(dependency))
      .filter((other) => other !== undefined)
      .filter((other) => (rows.get(other)?.row ?? Infinity) >= (rows.get(name)?.row ?? -1))
    expect(wrong).toEqual([])
  })

  it('declares whatever its sources import', () => {
    const missing = sources(folder).flatMap((file) =>
      specifiers(read(file))
        .filter((specifier) => !isAllowed(specifier, file, folder, declared))
        .map((specifier) => `${file}: ${specifier}`),
    )
    expect(missing).toEqual([])
  })

  it('imports at run time nothing that is only there for development', () => {
    if (manifest.name === 'ziping') return // bundled: what it imports is inside
    const late = sources(folder).flatMap((file) =>
      specifiers(read(file).replace(/^(?:import|export) type .*$/gm, ''))
        .map(packageName)
        .filter((dependency) => dependency in (manifest.devDependencies ?? {})),
    )
    expect(late).toEqual([])
  })

  it('takes versions from the catalog and siblings from the workspace', () => {
    const wrong = Object.entries(declared).filter(
      ([dependency, version]) => version !== (nameOf.has(dependency) ? 'workspace:*' : 'catalog:'),
    )
    expect(wrong).toEqual([])
  })

  it('is fit to be published', () => {
    expect(manifest).toMatchObject({ license: 'MIT', version: packages[0]?.manifest.version })
    expect(manifest.private).toBeUndefined()
    expect(manifest.files?.length).toBeGreaterThan(0)
    expect(existsSync(path.join(root, folder, 'README.md'))).toBe(true)
    if (sources(folder).length > 0) expect(manifest.engines).toEqual(rootManifest.engines)
    for (const [entry, file] of Object.entries(manifest.exports ?? {})) {
      if (!file.endsWith('.ts')) continue
      const built = file.replace('./src/', './dist/').replace(/\.ts$/, '')
      expect(manifest.publishConfig?.exports[entry]).toEqual({
        types: `${built}.d.ts`,
        default: `${built}.js`,
      })
    }
  })
})

describe('every source', () => {
  it('has at most 300 lines, or a reason', () => {
    const long = packages
      .flatMap(({ folder }) => sources(folder))
      .filter((file) => read(file).split('\n').length > 301)
    expect(long.filter((file) => !(file in longSources))).toEqual([])
    expect(Object.keys(longSources).filter((file) => !long.includes(file))).toEqual([])
  })
})

describe('dependencies', () => {
  it('are pinned exactly', () => {
    const { catalog } = parse(read('pnpm-workspace.yaml'))
    const loose = Object.entries<string>(catalog).filter(([, version]) => !exact.test(version))
    expect(loose).toEqual([])
    const own = Object.values(rootManifest.devDependencies ?? {})
    expect(own.filter((version) => !/^(?:catalog:|workspace:\*)$/.test(version))).toEqual([])
  })

  it('have licences that may travel with ours', () => {
    const store = path.join(root, 'node_modules/.pnpm')
    const refused = globSync('*/node_modules/{@*/*,*}/package.json', { cwd: store })
      .map((file): Manifest => JSON.parse(readFileSync(path.join(store, file), 'utf8')))
      .filter(({ name, license }) => name !== undefined && !nameOf.has(name) && !isFree(license))
      .map(({ name, license }) => `${name}: ${license}`)
    expect(refused).toEqual([])
  })
})

describe('boot.lock.json', () => {
  const pins = JSON.parse(read('scripts/boot.lock.json'))

  it('asks for the Node that package.json asks for, and pins none below', () => {
    expect(rootManifest.engines?.node).toBe(`>=${pins.minimumNode}`)
    for (const { version, integrity } of Object.values<PinnedPackage>(pins.node)) {
      expect(Number(version.split('.')[0])).toBeGreaterThan(22)
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/)
    }
  })

  it('pins the pnpm that package.json names', () => {
    expect(rootManifest.packageManager).toBe(`pnpm@${pins.pnpm['linux-x64'].version}`)
    for (const { version, integrity } of Object.values<PinnedPackage>(pins.pnpm)) {
      expect(version).toMatch(/^12\./)
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/)
    }
  })
})

interface PinnedPackage {
  readonly version: string
  readonly integrity: string
}

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** The import table: each package's row, and whether it is only planned. */
function tableRows(
  text: string,
): ReadonlyMap<string, { readonly row: number; readonly planned: boolean }> {
  const lines = text.matchAll(/^\| (\d+) \| (.+?) \|/gm)
  const entries = [...lines].flatMap(([, row, names = '']) =>
    names.split(' · ').map((cell) => {
      const name = cell.replaceAll(/[*`]/g, '')
      return [name, { row: Number(row), planned: cell.startsWith('*') }] as const
    }),
  )
  return new Map(entries)
}

function sources(folder: string): readonly string[] {
  const found = globSync('src/**/*.ts', { cwd: path.join(root, folder) })
  return found.filter((file) => !file.endsWith('.test.ts')).map((file) => `${folder}/${file}`)
}

/** What a source imports, statically or not. */
function specifiers(text: string): readonly string[] {
  const found = text.matchAll(
    /(?:^|\n)(?:import|export)\s[^'"`;]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\(\s*'([^']+)'|import\.meta\.resolve\(\s*'([^']+)'/g,
  )
  return [...found].map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
}

function isAllowed(
  specifier: string,
  file: string,
  folder: string,
  declared: Readonly<Record<string, string>>,
): boolean {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier)
    return target.startsWith(`${folder}/`)
  }
  if (isBuiltin(specifier)) return specifier.startsWith('node:')
  const name = packageName(specifier)
  return name in declared || `@types/${name}` in declared
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** One way of taking the licence is enough: `(MIT OR GPL-3.0)` may be taken as MIT. */
function isFree(license: unknown): boolean {
  if (typeof license !== 'string') return false
  return license.split(/\s+OR\s+/i).some((choice) => !/GPL|SSPL|BUSL|UNLICENSED/i.test(choice))
}

function manifestOf(folder: string): Manifest | undefined {
  return existsSync(path.join(root, folder, 'package.json'))
    ? JSON.parse(read(`${folder}/package.json`))
    : undefined
}

function folders(name: string): readonly string[] {
  return readdirSync(path.join(root, name)).toSorted()
}

function read(name: string): string {
  return readFileSync(path.join(root, name), 'utf8')
}
