import { Failure } from '@ziping/diagnostics'
import { faceTitles, findFonts, machineOf, proveBrowser } from '@ziping/pdf'
import { type Context, say } from '../context.ts'
import type { Check } from './doctor.ts'

/** Whether this machine can print PDF: a browser that has just done so, and fonts. */
export async function printChecks(context: Context): Promise<readonly Check[]> {
  const machine = machineOf(context.env)
  const named = { required: false, advice: '' }
  const browser = await told(context, async () => {
    const { found, version } = await proveBrowser(machine)
    return { ok: true, value: `${version} ${found.executable}` }
  })
  const fonts = await told(context, async () => {
    const { faces, substitutions } = findFonts(machine)
    const fetchable = substitutions.filter(({ face }) => face !== 'fangsong')
    const names = [...new Set(Object.values(faces).map(({ fontName }) => fontName))].join(', ')
    const missing = substitutions.map(({ face }) => faceTitles[face][context.language])
    const shown = say(context, `；缺${missing.join('、')}`, `; without ${missing.join(', ')}`)
    const advice = (fetchable[0] ?? substitutions[0])?.words[context.language].advice
    return {
      ok: fetchable.length === 0,
      value: missing.length === 0 ? names : `${names}${shown}`,
      ...(advice === undefined ? {} : { advice }),
    }
  })
  return [
    { id: 'browser', name: say(context, '打印用浏览器', 'Browser to print'), ...named, ...browser },
    { id: 'fonts', name: say(context, '打印用字体', 'Fonts to print'), ...named, ...fonts },
  ]
}

type Told = Pick<Check, 'ok' | 'value'> & { readonly advice?: string }

/** What would stop a print is what is told here. */
async function told(context: Context, check: () => Promise<Told>): Promise<Told> {
  try {
    return await check()
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    const { message, advice } = cause.words[context.language]
    return { ok: false, value: message, advice }
  }
}
