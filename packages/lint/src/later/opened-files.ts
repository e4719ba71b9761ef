import { declareLater, type LaterRule } from './later-rule.ts'

const kind = declareLater('check')
const proof = ['L-29']
const picture = ['L-28']

/** What `check` sees when it opens the scans of evidence and the photographs. */
export const openedFiles: readonly LaterRule[] = [
  kind(
    'evidence-file-encrypted',
    'error',
    { waivable: 'never', source: proof },
    [
      '证实性材料设有密码',
      '加密的 PDF 不能并进申报书，评审员在光盘上也打不开；换成不加密的文件才能付印。',
    ],
    [
      'A scan is protected by a password',
      'A protected PDF can be neither bound into the book nor opened by a reviewer.',
    ],
  ),
  kind(
    'evidence-file-empty',
    'error',
    { waivable: 'never', source: proof },
    ['证实性材料是空文件', '没有内容的文件等于没有附证明：通知要求凡涉及的都要如实提供。'],
    ['A scan has nothing in it', 'An empty file proves nothing, and the notice asks for proof.'],
  ),
  kind(
    'evidence-file-unreadable',
    'error',
    { waivable: 'never', source: proof },
    [
      '证实性材料打不开',
      '文件损坏或没有传完，印不出来；多半是从聊天软件、邮箱复制时断了，重新复制一份即可。',
    ],
    [
      'A scan cannot be opened',
      'A damaged file does not print; mostly it was cut off while being copied.',
    ],
  ),
  kind(
    'evidence-file-type',
    'error',
    { waivable: 'never', source: proof },
    [
      '证实性材料的格式不能印',
      '只有 PDF、JPG、PNG、TIF 能印进申报书；扩展名与内容不符的，别的电脑也打不开。',
    ],
    [
      'A scan is of a type that does not print',
      'Only PDF, JPG, PNG and TIF print; a wrong ending keeps other programs from opening the file.',
    ],
  ),
  kind(
    'evidence-file-huge',
    'warning',
    { waivable: 'always', source: proof },
    [
      '证实性材料的文件过大',
      '几十兆的扫描件使打印、刻盘、上传都慢，有的申报系统还限制文件大小；200—300 dpi 已足够清楚。',
    ],
    [
      'A scan is very large',
      'Very large scans slow down printing and uploading; 200 to 300 dpi are clear enough.',
    ],
  ),
  kind(
    'evidence-file-rotated',
    'warning',
    { waivable: 'always', source: proof },
    [
      '证实性材料方向不正',
      '横着的扫描件评审员要把书转过来看；靠方向标记显示为正的照片，有的程序会印成横的。',
    ],
    [
      'A scan lies on its side',
      'A reviewer has to turn the book; some programs ignore the mark that turns a photograph.',
    ],
  ),
  kind(
    'evidence-file-coarse',
    'warning',
    { waivable: 'always', source: proof },
    [
      '证实性材料印出来不清楚',
      '分辨率太低的复印件，印章、编号、日期都看不清，等于没有证明。确实只有这一份的，忽略时写明理由。',
    ],
    [
      'A scan prints too coarsely',
      'Seals, numbers and dates cannot be read. Waive it where there is no better copy.',
    ],
  ),
  kind(
    'photo-unreadable',
    'error',
    { waivable: 'never', source: picture },
    ['图片打不开', '损坏的图片不能转换，也不能放进光盘或申报表。'],
    ['A photograph cannot be opened', 'A damaged picture can be neither converted nor printed.'],
  ),
  kind(
    'photo-small',
    'error',
    { waivable: 'warnings', source: picture },
    [
      '图片太小',
      '通知规定了图片的分辨率和尺寸。小图放大补出来的像素没有内容，打包时不予转换；申报表上的照片只是提醒。',
    ],
    [
      'A photograph is too small',
      'The notice says how many dots per inch and how large. Enlarging adds no detail and is refused; of the form’s photograph it is only said.',
    ],
  ),
  kind(
    'photo-count',
    'error',
    { waivable: 'never', source: picture },
    ['图片张数超过规定', '通知限定了图片张数，多出来的由受理机构取舍，不如自己选。'],
    [
      'There are too many photographs',
      'The notice limits their number; better choose yourself than let the office choose.',
    ],
  ),
  kind(
    'photo-format',
    'warning',
    { waivable: 'always', source: picture },
    [
      '图片的格式与规定不同',
      '光盘用的图片打包时转换成规定的格式，原件不动；申报表上的照片按竖幅、彩色的要求提醒。',
    ],
    [
      'A photograph has another format than asked for',
      'Packing makes a copy in the format asked for; the form’s photograph should be upright and in colour.',
    ],
  ),
]
