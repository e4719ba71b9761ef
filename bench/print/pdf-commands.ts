import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { asHtml, contentsCss, plainContentsCss, printCss } from './as-html.ts'
import { asMarkdown } from './as-markdown.ts'
import { asTypst } from './as-typst.ts'
import { drawnChart } from './charts.ts'
import type { Part } from './contents.ts'
import type { Command } from './measure-tree.ts'
import { installed, peerFile, peerVersion } from './peers.ts'

/** Who prints with what, and where the result lies. */
export interface Printer extends Command {
  readonly output: string
}

export interface Machine {
  readonly browser: string
  /** The folder of free fonts that ours prints with. */
  readonly fonts: string
}

const runner = (name: string): string => path.join(import.meta.dirname, 'runners', name)

/** Writes the report in every tool's own form. */
export async function writeForOthers(
  folder: string,
  parts: readonly Part[],
  { fonts }: Machine,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'charts'), { recursive: true })
  const charts = path.join(folder, 'charts')
  for (const part of parts)
    if (part.kind === 'figure')
      writeFileSync(path.join(charts, `${part.number}.svg`), await drawnChart(part.number))
  const chart = (number: number): string => `charts/${number}.svg`
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text)
  const css = printCss(fonts)
  write('report.typ', asTypst(parts, chart))
  write('report.md', asMarkdown(parts, chart))
  write('report.css', css)
  write('leaders.html', asHtml(parts, `${css}\n${contentsCss}`, charts))
  write('plain.html', asHtml(parts, `${css}\n${plainContentsCss}`, charts))
}

/** Every other way of printing that this machine has. */
export function otherPrinters(folder: string, { browser, fonts }: Machine): readonly Printer[] {
  const node = (name: string, output: string, words: readonly string[]): Printer =>
    printer(name, process.execPath, words, folder, output, browser)
  const place = (name: string): string => path.join(folder, name)
  const pdf = (name: string): string => place(`${name}.pdf`)
  const launch = { executablePath: browser, headless: 'shell', args: ['--no-sandbox'] }
  const weasyprint = installed('weasyprint')
  return [
    node(peerVersion('@myriaddreamin/typst-ts-node-compiler'), pdf('typst'), [
      ...[runner('typst.mjs'), folder, fonts, pdf('typst')],
    ]),
    node(`${peerVersion('md-to-pdf')} (no page numbers in contents)`, pdf('report'), [
      ...[peerFile('md-to-pdf/dist/cli.js'), 'report.md', '--stylesheet', 'report.css'],
      ...['--launch-options', JSON.stringify(launch)],
      ...['--pdf-options', JSON.stringify({ preferCSSPageSize: true, printBackground: true })],
    ]),
    node(peerVersion('pagedjs'), pdf('paged'), [
      ...[runner('paged.mjs'), place('plain.html'), pdf('paged')],
    ]),
    ...(weasyprint === undefined
      ? []
      : [
          printer(
            weasyprint,
            'weasyprint',
            ['leaders.html', pdf('weasyprint')],
            folder,
            pdf('weasyprint'),
            browser,
          ),
        ]),
    node(peerVersion('@vivliostyle/cli'), pdf('vivliostyle'), [
      ...[peerFile('@vivliostyle/cli/dist/cli.js'), 'build', '-d', 'leaders.html'],
      ...['--executable-browser', browser, '-o', pdf('vivliostyle')],
    ]),
  ]
}

function printer(
  name: string,
  program: string,
  words: readonly string[],
  cwd: string,
  output: string,
  browser: string,
): Printer {
  return {
    name,
    program,
    words,
    cwd,
    output,
    env: { ZIPING_BENCH_BROWSER: browser },
    prepare: () => rmSync(output, { force: true }),
    check: () => isPdf(output),
  }
}

export function isPdf(file: string): void {
  if (!existsSync(file) || statSync(file).size < 100_000) throw new Error(`${file} was not printed`)
  if (readFileSync(file).toString('latin1', 0, 5) !== '%PDF-') throw new Error(`${file} is no PDF`)
}

/** For looking at later. */
export function keep(file: string, folder: string, name: string): void {
  mkdirSync(folder, { recursive: true })
  copyFileSync(file, path.join(folder, name))
}
