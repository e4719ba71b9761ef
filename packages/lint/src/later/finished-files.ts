import { declareLater, type LaterRule } from './later-rule.ts'

const verified = declareLater('verify')
const sheet = ['L-51']
const number = ['L-50']
const type = ['SPEC 5.5']

/** A property of a finished file; a person who knows better may say so, and why. */
function check(
  name: string,
  source: readonly string[],
  chinese: readonly [string, string],
  english: readonly [string, string],
  severity: LaterRule['severity'] = 'error',
): LaterRule {
  return verified(`verify-${name}`, severity, { waivable: 'always', source }, chinese, english)
}

/** What `verify` measures in finished files, and `pack` asks of it; `verify-` and the name of the check. */
export const finishedFiles: readonly LaterRule[] = [
  check(
    'paper',
    sheet,
    ['纸张大小', '通知规定了纸张（多为 A4）；混进别的尺寸，装订切口就不齐。'],
    ['paper size', 'The notice says which paper; another size does not bind evenly.'],
  ),
  check(
    'margins',
    sheet,
    ['页边距', '通知规定了页边距；太窄的一侧装订时会被切掉或压住。'],
    ['margins', 'The notice says how wide; a narrow one is lost in the binding.'],
  ),
  check(
    'mirror',
    sheet,
    ['左右页对称', '双面打印时正反两页的内侧要对得上，不然一面的字贴着装订线。'],
    ['mirrored pages', 'Printed on both sides, the inner margins of front and back must agree.'],
  ),
  check(
    'gutter',
    sheet,
    ['装订一侧的边距', '沿长边装订，内侧不能比外侧窄，不然翻不到字。'],
    ['binding margin', 'The inner margin must not be narrower than the outer one.'],
  ),
  check(
    'page-number-size',
    number,
    ['页码字号', '通知规定了页码的字号，例如四号。'],
    ['size of page numbers', 'The notice says how large they are.'],
  ),
  check(
    'page-number-side',
    number,
    ['页码位置', '通知规定页码在页脚外侧：单数页在右，双数页在左。'],
    ['place of page numbers', 'Outside means at the right on odd pages, at the left on even ones.'],
  ),
  check(
    'page-number-continuity',
    number,
    ['页码连续', '通知要求连续编页；缺页、重号，目录和证据索引就对不上。'],
    ['continuous page numbers', 'With a gap or a double, contents and references are wrong.'],
  ),
  check(
    'body-font',
    type,
    ['正文字体', '通知规定了正文字体，例如仿宋。'],
    ['body font', 'The notice says in which face texts are set.'],
  ),
  check(
    'body-size',
    type,
    ['正文字号', '通知规定了正文字号，例如小四。'],
    ['body size', 'The notice says in which size texts are set.'],
  ),
  check(
    'heading-font',
    type,
    ['标题字体', '通知规定了各级标题的字体字号。'],
    ['heading font', 'The notice says how headings are set.'],
  ),
  check(
    'line-spacing',
    type,
    ['行距', '通知规定了行距，例如 25 磅。'],
    ['line spacing', 'The notice says how far lines are apart.'],
  ),
  check(
    'pages',
    ['L-21', 'L-24'],
    ['页数', '通知限定了页数。'],
    ['number of pages', 'The notice limits them.'],
  ),
  check(
    'length',
    ['L-21', 'L-23', 'L-24'],
    ['字数', '通知限定了字数；这里数的是文件里印出来的字。'],
    ['length', 'The notice limits it; counted is what the file prints.'],
  ),
  check(
    'fields-unresolved',
    ['L-19'],
    ['没有算出的域和引用', '印出来是“错误！未找到引用源”，评审员一眼就能看到。'],
    ['unresolved fields', 'They print as “Error! Reference source not found”.'],
  ),
  check(
    'glyphs-missing',
    type,
    ['缺字', '字体里没有的字印成空框。'],
    ['missing glyphs', 'A character that no font has prints as a box.'],
  ),
  check(
    'images-resolution',
    ['L-28'],
    ['图片清晰度', '低于 150 dpi 的图片印出来发虚；不影响报送，只是提醒。'],
    ['resolution of pictures', 'Below 150 dpi they look soft in print; nobody refuses them.'],
    'warning',
  ),
  check(
    'file-name',
    ['L-55'],
    ['文件名', '通知规定了电子版的文件名；放在以此命名的文件夹里也可以。'],
    ['file name', 'The notice says what electronic copies are called, or their folder.'],
  ),
  check(
    'file-type',
    ['SPEC 1'],
    ['文件格式', '通知只收规定的格式；内容与扩展名要一致，要打得开。'],
    ['file type', 'Only certain types are accepted, and the file must open.'],
  ),
  check(
    'file-size',
    ['SPEC 1'],
    ['文件大小', '申报系统限制每个文件的大小。'],
    ['file size', 'The portal limits it.'],
  ),
]
