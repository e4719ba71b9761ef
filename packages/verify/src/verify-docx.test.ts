import type { Award } from '@ziping/award'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { failing } from '../test/failing.ts'
import { type Edits, editDocx, goodDocx, sentence } from '../test/good-docx.ts'
import { strictAward } from '../test/strict-award.ts'
import type { CheckName } from './check.ts'

let good: Uint8Array
let award: Award
beforeAll(async () => {
  good = await goodDocx()
  award = await strictAward()
})

it('finds nothing wrong with a good file', async () => {
  expect(await failing(good, '施慧筠.docx', award)).toEqual([])
})

const text = 'word/document.xml'
const styles = 'word/styles.xml'
const settings = 'word/settings.xml'
/** The second of two sections. */
const last = (from: string, to: string) => (xml: string) => {
  const at = xml.lastIndexOf(from)
  return at < 0 ? xml : `${xml.slice(0, at)}${to}${xml.slice(at + from.length)}`
}
const all = (from: string | RegExp, to: string) => (xml: string) =>
  xml.replaceAll(typeof from === 'string' ? from : new RegExp(from.source, 'g'), to)
const first = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to)
const inStyle = (id: string, from: string | RegExp, to: string) => (xml: string) =>
  xml.replace(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's'), (style) =>
    style.replace(from, to),
  )
const paragraph = `<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>${sentence}</w:t></w:r></w:p>`
const set = (properties: string): string =>
  paragraph.replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`)
const withParagraph = (added: string) => first('<w:tbl>', `${added}<w:tbl>`)

/** The foot in a text box at the place given. */
const boxed = (position: string) => (xml: string) =>
  xml
    .replace(
      '<w:p>',
      `<w:p><w:r><w:drawing><wp:anchor>${position}<wp:extent cx="360000" cy="200000"/><wps:txbx><w:txbxContent><w:p>`,
    )
    .replace('</w:ftr>', '</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r></w:p></w:ftr>')

/** One property each, changed in the file's own XML; and the one check that must see it. */
const mutations: readonly (readonly [string, CheckName, Edits])[] = [
  ['Letter in the second section', 'paper', { [text]: last('w:h="16838"', 'w:h="15840"') }],
  [
    '16K throughout',
    'paper',
    { [text]: (xml) => all('w:h="16838"', 'w:h="14742"')(all('w:w="11906"', 'w:w="10433"')(xml)) },
  ],
  ['no size at all', 'paper', { [text]: all(/<w:pgSz [^>]*\/>/, '') }],
  ['top margin', 'margins', { [text]: first('w:top="1417"', 'w:top="1134"') }],
  [
    'bottom margin of the last section',
    'margins',
    { [text]: last('w:bottom="1247"', 'w:bottom="850"') },
  ],
  ['inner margin', 'margins', { [text]: all('w:left="1587"', 'w:left="1800"') }],
  ['outer margin', 'margins', { [text]: all('w:right="1247"', 'w:right="1000"') }],
  ['not mirrored', 'mirror', { [settings]: first('<w:mirrorMargins/>', '') }],
  [
    'mirroring switched off',
    'mirror',
    { [settings]: first('<w:mirrorMargins/>', '<w:mirrorMargins w:val="false"/>') },
  ],
  [
    'room for binding at the cut edge',
    'gutter',
    {
      [text]: (xml) =>
        all('w:left="1587"', 'w:left="1247"')(all('w:right="1247"', 'w:right="1587"')(xml)),
    },
  ],
  [
    'gutter at the top',
    'gutter',
    {
      [settings]: first('<w:mirrorMargins/>', '<w:gutterAtTop/>$&'),
      [text]: all(/w:left="1587"(.*?)w:gutter="0"/, 'w:left="1304"$1w:gutter="283"'),
    },
  ],
  [
    'small page numbers',
    'page-number-size',
    { [styles]: inStyle('Footer', 'w:val="28"', 'w:val="21"') },
  ],
  [
    'one foot set by hand',
    'page-number-size',
    {
      'word/footer2.xml': first(
        '<w:r><w:instrText',
        '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:instrText',
      ),
    },
  ],
  [
    'even pages like odd ones',
    'page-number-side',
    { 'word/footer2.xml': first('"left"', '"right"') },
  ],
  ['centred', 'page-number-side', { 'word/footer1.xml': first('"right"', '"center"') }],
  [
    'odd and even not told apart',
    'page-number-side',
    { [settings]: first('<w:evenAndOddHeaders/>', '') },
  ],
  [
    'at a tab in the middle',
    'page-number-side',
    {
      'word/footer1.xml': (xml) =>
        first(
          '<w:jc w:val="right"/>',
          '<w:tabs><w:tab w:val="center" w:pos="4000"/></w:tabs>',
        )(first('<w:r>', '<w:r><w:tab/></w:r><w:r>')(xml)),
    },
  ],
  [
    'in an old frame at the left',
    'page-number-side',
    {
      'word/footer1.xml': first(
        '<w:jc w:val="right"/>',
        '<w:framePr w:xAlign="left"/><w:jc w:val="right"/>',
      ),
    },
  ],
  [
    'in a text box at the left',
    'page-number-side',
    { 'word/footer1.xml': boxed('<wp:positionH><wp:posOffset>0</wp:posOffset></wp:positionH>') },
  ],
  [
    'even pages without number',
    'page-number-continuity',
    { 'word/footer2.xml': first('PAGE', 'DATE') },
  ],
  [
    'counted anew',
    'page-number-continuity',
    { [text]: last('<w:pgNumType/>', '<w:pgNumType w:start="1"/>') },
  ],
  [
    'Roman',
    'page-number-continuity',
    { [text]: first('<w:pgNumType/>', '<w:pgNumType w:fmt="lowerRoman"/>') },
  ],
  [
    'Roman by the field',
    'page-number-continuity',
    { 'word/footer1.xml': first('PAGE', 'PAGE \\* ROMAN') },
  ],
  [
    'first page without number',
    'page-number-continuity',
    { [text]: first('<w:pgNumType/>', '$&<w:titlePg/>') },
  ],
  ['body in 楷体', 'body-font', { [styles]: inStyle('Body', '宋体', '楷体') }],
  [
    'one paragraph in 仿宋',
    'body-font',
    { [text]: withParagraph(set('<w:rFonts w:eastAsia="仿宋"/>')) },
  ],
  [
    'face of the theme',
    'body-font',
    {
      [styles]: inStyle(
        'Body',
        'w:eastAsia="宋体"',
        'w:eastAsia="宋体" w:eastAsiaTheme="minorEastAsia"',
      ),
      'word/_rels/document.xml.rels': first(
        '</Relationships>',
        '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>',
      ),
    },
  ],
  ['body in 五号', 'body-size', { [styles]: inStyle('Body', 'w:val="24"', 'w:val="21"') }],
  ['one paragraph smaller', 'body-size', { [text]: withParagraph(set('<w:sz w:val="21"/>')) }],
  [
    'size of a character style',
    'body-size',
    {
      [styles]: first(
        '</w:styles>',
        '<w:style w:type="character" w:styleId="Big"><w:rPr><w:sz w:val="30"/></w:rPr></w:style></w:styles>',
      ),
      [text]: withParagraph(set('<w:rStyle w:val="Big"/>')),
    },
  ],
  ['chapter titles in 宋体', 'heading-font', { [styles]: inStyle('Heading1', '黑体', '宋体') }],
  [
    'section titles too small',
    'heading-font',
    { [styles]: inStyle('Heading2', 'w:val="28"', 'w:val="24"') },
  ],
  [
    'one title by hand',
    'heading-font',
    { [text]: first(/<w:r>(?=<w:t[^>]*>2 战略)/, '<w:r><w:rPr><w:sz w:val="44"/></w:rPr>') },
  ],
  [
    'one and a half lines',
    'line-spacing',
    {
      [styles]: inStyle(
        'Body',
        /w:line="440" w:lineRule="exact"|w:lineRule="exact" w:line="440"/,
        'w:line="360" w:lineRule="auto"',
      ),
    },
  ],
  ['20 points', 'line-spacing', { [styles]: inStyle('Body', 'w:line="440"', 'w:line="400"') }],
  [
    'one paragraph closer',
    'line-spacing',
    { [text]: withParagraph(paragraph.replace('</w:pPr>', '<w:spacing w:line="360"/></w:pPr>')) },
  ],
  [
    'too many pages',
    'pages',
    {
      'docProps/app.xml': first(
        '/>',
        '><Application>Microsoft Office Word</Application><Pages>20</Pages></Properties>',
      ),
    },
  ],
  ['too long', 'length', { [text]: withParagraph(paragraph.repeat(100)) }],
  ['bookmark gone', 'fields-unresolved', { [text]: first('w:name="tbl1"', 'w:name="tbl2"') }],
  [
    'reference that failed',
    'fields-unresolved',
    { [text]: withParagraph(paragraph.replace('。', '，见错误!未找到引用源。')) },
  ],
  [
    'reference that failed in English',
    'fields-unresolved',
    { [text]: withParagraph(paragraph.replace('。', '，见Error! Reference source not found.。')) },
  ],
  [
    'field to be updated',
    'fields-unresolved',
    { [text]: first('<w:fldSimple ', '<w:fldSimple w:dirty="true" ') },
  ],
  [
    'field without result',
    'fields-unresolved',
    { [text]: first(/(<w:fldSimple [^>]*>).*?<\/w:fldSimple>/, '$1</w:fldSimple>') },
  ],
  [
    'all fields to be updated',
    'fields-unresolved',
    { [settings]: first('<w:evenAndOddHeaders/>', '$&<w:updateFields w:val="true"/>') },
  ],
  [
    'mark of the source',
    'fields-unresolved',
    { [text]: withParagraph(paragraph.replace('。', '，见[表](#主要指标)。')) },
  ],
  [
    'lost character',
    'glyphs-missing',
    { [text]: withParagraph(paragraph.replace('公司', '\ufffd司')) },
  ],
  [
    'letter of a private font',
    'glyphs-missing',
    { [text]: withParagraph(paragraph.replace('公司', '\ue123司')) },
  ],
  [
    'picture blown up',
    'images-resolution',
    { [text]: first(/<wp:extent [^>]*\/>/, '<wp:extent cx="7239000" cy="3619500"/>') },
  ],
]

it.each(mutations)('%s: %s', async (_, check, edits) => {
  const edited = { ...edits }
  const bytes =
    check === 'body-font' && 'word/_rels/document.xml.rels' in edits ? withTheme(good) : good
  expect(await failing(editDocx(bytes, edited), '施慧筠.docx', award)).toEqual([check])
})

/** With a theme whose Chinese face is given by script. */
function withTheme(bytes: Uint8Array): Uint8Array {
  const theme =
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
  return zipSync({ ...unzipSync(bytes), 'word/theme/theme1.xml': Buffer.from(theme) })
}

it('judges the file by its name, kind and size', async () => {
  expect(await failing(good, '自评报告.docx', award)).toEqual(['file-name'])
  expect(await failing(good, '施慧筠/自评报告.docx', award)).toEqual([])
  expect(await failing(good, '施慧筠.pdf', award)).toEqual(['file-type'])
  const wordOnly = { ...award, media: award.media.map((one) => ({ ...one, types: ['pdf'] })) }
  expect(await failing(good, '施慧筠.docx', wordOnly)).toEqual(['file-type'])
  const large = zipSync(
    { ...unzipSync(good), 'word/media/large.bin': new Uint8Array(3_200_000).fill(7) },
    { level: 0 },
  )
  expect(await failing(large, '施慧筠.docx', award)).toEqual(['file-size'])
})

/** What careful writers do in other ways is no fault. */
const variants: readonly (readonly [string, Edits])[] = [
  ['SimSun is 宋体', { [styles]: inStyle('Body', '宋体', 'SimSun') }],
  [
    'a table in small letters',
    { [text]: first(/(<w:tbl>.*?<w:r>)/s, '$1<w:rPr><w:sz w:val="18"/></w:rPr>') },
  ],
  [
    'a word in another face',
    {
      [text]: withParagraph(
        paragraph.replace(
          '<w:r>',
          '<w:r><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr><w:t>要点：</w:t></w:r><w:r>',
        ),
      ),
    },
  ],
  [
    'deleted words',
    {
      [text]: withParagraph(
        '<w:p><w:del><w:r><w:rPr><w:sz w:val="10"/></w:rPr><w:delText>错误!未找到引用源。</w:delText></w:r></w:del></w:p>',
      ),
    },
  ],
  [
    'numbers in a frame outside',
    {
      'word/footer1.xml': first('<w:jc w:val="right"/>', '<w:framePr w:xAlign="outside"/>'),
      'word/footer2.xml': first('<w:jc w:val="left"/>', '<w:framePr w:xAlign="outside"/>'),
    },
  ],
  [
    'numbers in text boxes',
    {
      'word/footer1.xml': boxed('<wp:positionH><wp:align>outside</wp:align></wp:positionH>'),
      'word/footer2.xml': boxed('<wp:positionH><wp:posOffset>0</wp:posOffset></wp:positionH>'),
    },
  ],
  [
    'numbers in a box of an old program',
    {
      'word/footer1.xml': (xml) =>
        xml
          .replace(
            '<w:p>',
            '<w:p><w:r><w:pict><v:shape style="mso-position-horizontal:right"><v:textbox><w:txbxContent><w:p>',
          )
          .replace(
            '</w:ftr>',
            '</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p></w:ftr>',
          ),
    },
  ],
  [
    'numbers between dashes',
    { 'word/footer1.xml': first('<w:r>', '<w:r><w:t>— </w:t></w:r><w:r>') },
  ],
  [
    'a turned sheet',
    {
      [text]: first(
        /<\/w:sectPr><\/w:pPr>.*?<\/w:p>/,
        '$&<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="1417" w:bottom="1247" w:left="1247" w:gutter="0"/></w:sectPr></w:pPr></w:p>',
      ),
    },
  ],
  [
    'a section within a page',
    {
      [text]: first(
        /<\/w:sectPr><\/w:pPr>.*?<\/w:p>/,
        '$&<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1247" w:bottom="1247" w:left="1587" w:gutter="0"/><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>',
      ),
    },
  ],
  [
    "at the notice's first number",
    { [text]: first('<w:pgNumType/>', '<w:pgNumType w:start="35"/>') },
  ],
  [
    'a symbol of its font',
    {
      [text]: withParagraph(
        set('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>').replace('公司', '\uf0fc公司'),
      ),
    },
  ],
]

it.each(variants)('is content with: %s', async (_, edits) => {
  expect(await failing(editDocx(good, edits), '施慧筠.docx', award)).toEqual([])
})
