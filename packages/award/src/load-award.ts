import { join } from 'node:path'
import {
  type Finding,
  failure,
  nearest,
  showPlace,
  type Wording,
  wording,
} from '@ziping/diagnostics'
import type { Award } from './award.ts'
import { readSnapshot, snapshotPath, snapshotText } from './award-snapshot.ts'
import type { ExaminedAward } from './examine-award.ts'
import type { ListedAward } from './list-awards.ts'
import {
  type AwardFile,
  awardFile,
  awardsFolders,
  isFileId,
  readIfThere,
} from './read/award-library.ts'
import { contentFolder } from './read/content-folder.ts'

export interface LoadAwardOptions {
  /** A folder of awards, looked into before the content's own: `<folder>/<id>/award.yaml`. */
  readonly awardsDir?: string
}

/** Loads an award by its id; throws a failure that lists what is wrong with it. */
export async function loadAward(id: string, options: LoadAwardOptions = {}): Promise<Award> {
  const folders = awardsFolders(options.awardsDir)
  const snapshot = options.awardsDir === undefined && isFileId(id) && (await readSnapshot(id))
  if (snapshot) return snapshot
  for (const folder of isFileId(id) ? folders : []) {
    const file = awardFile(join(folder, id, 'award.yaml'))
    const text = await readIfThere(file.path)
    if (text !== undefined) return sound(await examine(file, text), file)
  }
  // With a YAML parser of its own, which no start should pay for.
  const { listAwards } = await import('./list-awards.ts')
  throw failure('award/unknown', unknownAward, {
    id,
    meant: meantBy(id, await listAwards(options)),
  })
}

/** Loads an award from a file of one's own, with its forms/ and criteria/ beside it. */
export async function loadAwardFile(path: string): Promise<Award> {
  const file = awardFile(path)
  return sound(await examine(file, await textOf(file)), file)
}

/** All that is wrong with an award file. */
export async function checkAwardFile(path: string): Promise<readonly Finding[]> {
  const file = awardFile(path)
  const { findings } = await examine(file, await textOf(file))
  return findings
}

/** The file that lets an award of the content load fast; to be written anew when its files change. */
export async function makeAwardSnapshot(
  id: string,
): Promise<{ readonly path: string; readonly text: string }> {
  const file = awardFile(join(contentFolder(), 'awards', id, 'award.yaml'))
  const examined = await examine(file, await textOf(file))
  const text = snapshotText(sound(examined, file), examined.files)
  return { path: snapshotPath(id), text }
}

/** The parsers and the validator are loaded when an award is really examined. */
async function examine(file: AwardFile, text: string): Promise<ExaminedAward> {
  const { examineAward } = await import('./examine-award.ts')
  return examineAward(file, text)
}

async function textOf(file: AwardFile): Promise<string> {
  try {
    const text = await readIfThere(file.path)
    if (text !== undefined) return text
  } catch (cause) {
    throw failure('award/unreadable', unreadable, { file: file.label }, { cause })
  }
  throw failure('award/unreadable', unreadable, { file: file.label })
}

function sound({ award, findings }: ExaminedAward, file: AwardFile): Award {
  if (award !== undefined) return award
  const [first] = findings
  const options = first === undefined ? {} : { place: first.place }
  throw failure('award/invalid', invalidAward, { file: file.label, findings }, options)
}

/** Awards whose id or name holds what was typed (`jiaxing`, `深圳`); else the one whose id is almost that. */
function meantBy(typed: string, awards: readonly ListedAward[]): readonly ListedAward[] {
  const word = typed.toLowerCase()
  const named = awards.filter(
    ({ id, name, applicantLabel }) =>
      word !== '' && `${id} ${name} ${applicantLabel}`.includes(word),
  )
  if (named.length > 0) return named
  const near = nearest(
    typed,
    awards.map(({ id }) => id),
  )
  return awards.filter(({ id }) => id === near)
}

const unknownAward = wording<{ readonly id: string; readonly meant: readonly ListedAward[] }>({
  'zh-CN': ({ id, meant }) => ({
    message: `没有代号为“${id}”的奖项方案`,
    advice:
      meant.length === 0
        ? '用 ziping awards 列出所有方案'
        : `是不是要用 ${meant.map((award) => `${award.id}（${award.name}，${award.applicantLabel}）`).join('、')}？`,
  }),
  en: ({ id, meant }) => ({
    message: `There is no award “${id}”`,
    advice:
      meant.length === 0
        ? 'List the awards with: ziping awards'
        : `Did you mean ${meant.map((award) => award.id).join(' or ')}?`,
  }),
})

const unreadable: Wording<{ readonly file: string }> = wording({
  'zh-CN': ({ file }) => ({
    message: `读不到奖项文件 ${file}`,
    advice: '核对路径，确认它是文件且有权读取',
  }),
  en: ({ file }) => ({
    message: `The award file ${file} can't be read`,
    advice: 'Check the path, and that it is a file you may read',
  }),
})

const mostListed = 5

const invalidAward: Wording<{ readonly file: string; readonly findings: readonly Finding[] }> =
  wording({
    'zh-CN': ({ file, findings }) => ({
      message: [`奖项文件 ${file} 有 ${findings.length} 处错误`, ...listed(findings, 'zh-CN')].join(
        '\n',
      ),
      advice: `逐处改正；全部列出：ziping awards check ${file}`,
    }),
    en: ({ file, findings }) => ({
      message: [
        `The award file ${file} has ${findings.length} errors`,
        ...listed(findings, 'en'),
      ].join('\n'),
      advice: `Correct them; to list all: ziping awards check ${file}`,
    }),
  })

function listed(findings: readonly Finding[], language: 'zh-CN' | 'en'): readonly string[] {
  const more = findings.length > mostListed ? ['  …'] : []
  const first = findings.slice(0, mostListed).map(({ place, words }) => {
    const { message, advice } = words[language]
    return `  ${showPlace(place)} ${message} ${language === 'en' ? '–' : '——'} ${advice}`
  })
  return [...first, ...more]
}
