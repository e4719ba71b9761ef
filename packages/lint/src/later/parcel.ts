import { declareLater, type LaterRule } from './later-rule.ts'

const kind = declareLater('pack')
const source = ['L-59']

/** What `pack` sees when it puts the parcel together, and `pack --check` afterwards. */
export const parcel: readonly LaterRule[] = [
  kind(
    'evidence-too-much',
    'error',
    { waivable: 'never', source },
    [
      '证实性材料超过能打包的量',
      '全部最多 2 GB，一个文件最多 200 MB：再多，光盘和压缩包装不下，一台普通电脑也打不开；缩小照片和扫描件，或拆开登记。',
    ],
    [
      'There is more evidence than can be packed',
      'All may have 2 GB, one file 200 MB: more fits no disc or zip, or not into the memory of an ordinary machine.',
    ],
  ),
  kind(
    'file-name-open',
    'error',
    { waivable: 'never', source: ['L-55'] },
    [
      '电子版的文件名起不出来',
      '通知规定以申报者的姓名、单位等为文件名，缺了这些事实就起不出名；补进 data/applicant.yaml。',
    ],
    [
      'A file name cannot be made',
      'The notice builds it from facts about the applicant; they are missing in data/applicant.yaml.',
    ],
  ),
  kind(
    'upload-too-large',
    'error',
    { waivable: 'never', source },
    ['文件超过上传限制', '申报系统不收，按书签也拆不开；缩小其中的扫描件或图片。'],
    [
      'A file is larger than the portal accepts',
      'It cannot be split at its bookmarks either: reduce its scans or pictures.',
    ],
  ),
  kind(
    'upload-type-refused',
    'error',
    { waivable: 'never', source },
    ['文件类型不能上传', '申报系统只收规定的类型；另存为其中一种。'],
    ['The portal refuses files of this type', 'Save it as one of the types it accepts.'],
  ),
  kind(
    'zip-too-large',
    'warning',
    { waivable: 'always', source },
    ['没有做压缩包', '超过 4 GB 的压缩包许多程序打不开，没有另做；文件夹本身是完整的。'],
    [
      'No zip was made',
      'Many programs cannot open zips above 4 GB; the folder itself is complete.',
    ],
  ),
  kind(
    'parcel-changed',
    'error',
    { waivable: 'never', source },
    [
      '申报包被改动过',
      '打包之后改的文件没有经过检查，印出来的与申报工程对不上；要改的改在申报工程里，再打包。',
    ],
    [
      'The parcel was changed',
      'What is changed afterwards is not checked: change the workspace and pack again.',
    ],
  ),
]

/** What `awards check` sees in an award file. */
export const awardFiles: readonly LaterRule[] = [
  declareLater('awards')(
    'award-invalid',
    'error',
    { waivable: 'never', source: ['DESIGN 6'] },
    [
      '奖项方案有误',
      '奖项方案是数据：写错的键、算不出的公式、对不上的编号，都会使检查和印出的申报书出错。',
    ],
    [
      'An award file is wrong',
      'An award is data: a wrong key, expression or id would make checks and print wrong.',
    ],
  ),
]
