import type { Layout, TextStyle } from './layout.ts'

const a4 = { width: 595.28, height: 841.89 }

const song: TextStyle = { face: 'song', bold: false, size: 12, line: 22, align: 'justify' }
const hei: TextStyle = { ...song, face: 'hei', bold: true, align: 'left' }

/**
 * 小四 Song, 22 pt exact: what most bound reports look like. 38 characters a line and 32 lines a page, each with a
 * remainder that no sum of digits or lines makes, so that no engine meets a line that is exactly full.
 */
export const reportLayout: Layout = {
  id: 'report',
  page: a4,
  margins: { top: 67.57, bottom: 67.57, inside: 79.5, outside: 58.28 },
  text: { width: 457.5, height: 706.75 },
  landscape: { width: 706.75, height: 457.5 },
  quantum: 5.5,
  body: song,
  indent: 24,
  listIndent: 24,
  quoteIndent: 24,
  boxPadding: 8,
  headings: [
    { ...hei, size: 16, line: 44, align: 'center' },
    { ...hei, size: 14, line: 33 },
    { ...hei, size: 12, line: 27.5 },
    { ...song, bold: true, line: 22 },
    { ...song, bold: true, line: 22 },
    { ...song, bold: true, line: 22 },
  ],
  caption: { ...hei, bold: false, size: 10.5, line: 22, align: 'center' },
  table: {
    ...song,
    size: 10.5,
    line: 16.5,
    align: 'left',
    padding: 2.375,
    side: 4.625,
    border: 0.75,
  },
  note: { ...song, size: 10.5, line: 16.5 },
  code: { ...song, size: 10.5, line: 16.5, align: 'left' },
  partTitle: { ...hei, size: 18, line: 55, align: 'center' },
  coverTitle: { ...hei, size: 26, line: 55, align: 'center' },
  coverLine: { ...song, size: 16, line: 33, align: 'left' },
  contents: { ...song, line: 22, align: 'left' },
  runningHead: { ...song, size: 9, line: 11, align: 'center' },
  pageNumber: { size: 14, face: 'song', place: 'outer', dashes: false, above: 42 },
  chapterStart: 'new-page',
  afterTable: 10.25,
}

const fang: TextStyle = { face: 'fang', bold: false, size: 16, line: 28.95, align: 'justify' }

/**
 * The page of official documents (GB/T 9704): type area 156 × 225 mm, 三号仿宋, 22 lines made by exact spacing; a line
 * grid would be snapped to differently by every engine.
 */
export const officialLayout: Layout = {
  id: 'gbt9704',
  page: a4,
  margins: { top: 104.88, bottom: 99.21, inside: 79.37, outside: 73.7 },
  text: { width: 442.21, height: 637.8 },
  landscape: { width: 637.8, height: 442.21 },
  quantum: 3.6,
  body: fang,
  indent: 32,
  listIndent: 32,
  quoteIndent: 32,
  boxPadding: 8,
  headings: [
    { ...fang, face: 'hei', line: 43.45, align: 'center' },
    { ...fang, face: 'hei', align: 'left' },
    { ...fang, face: 'kai', align: 'left' },
    { ...fang, bold: true, align: 'left' },
    { ...fang, align: 'left' },
    { ...fang, align: 'left' },
  ],
  caption: { ...fang, face: 'hei', size: 12, align: 'center' },
  table: {
    ...fang,
    size: 12,
    line: 18.1,
    align: 'left',
    padding: 5.05,
    side: 4.625,
    border: 0.75,
  },
  note: { ...fang, size: 10.5, line: 18.1 },
  code: { ...fang, size: 12, line: 18.1, align: 'left' },
  partTitle: { ...fang, face: 'song', bold: true, size: 22, line: 57.9, align: 'center' },
  coverTitle: { ...fang, face: 'song', bold: true, size: 26, line: 57.9, align: 'center' },
  coverLine: { ...fang, line: 36.2, align: 'left' },
  contents: { ...fang, line: 28.95, align: 'left' },
  runningHead: { ...fang, size: 9, line: 11, align: 'center' },
  pageNumber: { size: 14, face: 'song', place: 'outer', dashes: true, above: 70 },
  chapterStart: 'new-page',
  afterTable: 13.7,
}

export const layouts: readonly Layout[] = [reportLayout, officialLayout]
