import { declareLater, type LaterRule } from './later-rule.ts'

const kind = declareLater('check')
const whole = ['L-59']
const signed = ['L-53', 'L-59']

/** What `check` asks before handing in. */
export const handingIn: readonly LaterRule[] = [
  kind(
    'deliverable-missing',
    'error',
    { waivable: 'never', source: whole },
    ['通知要求的材料还没有', '材料不完整的不予受理；每一项要求的材料都要有内容才能打包。'],
    [
      'Something the notice asks for is not there',
      'An incomplete application is turned away; every document asked for must have content.',
    ],
  ),
  kind(
    'signed-missing',
    'warning',
    { waivable: 'always', source: signed },
    [
      '还没有签字盖章的扫描件',
      '要别人签字盖章的，先打包付印、签章，再扫描放进 signed 文件夹；没有它能打包，但不能报送。忽略只是不再提醒，材料仍列为“缺”。',
    ],
    [
      'A signed or sealed copy is missing',
      'Print, have it signed, scan it into signed/. Without it the parcel can be made but not handed in; a waiver only stops the reminder.',
    ],
  ),
  kind(
    'signed-unknown',
    'warning',
    { waivable: 'always', source: whole },
    [
      'signed 文件夹里有认不出的文件',
      '签章件按材料的名称认领；名称对不上的不会收进申报包，避免把不相干的文件报送出去。',
    ],
    [
      'A file in signed/ belongs to nothing',
      'Scans are told by their names; one that fits no document is left out of the parcel.',
    ],
  ),
  kind(
    'form-elsewhere',
    'warning',
    { waivable: 'always', source: whole },
    ['申报表由受理机构另发', '通知没有附表样：要向受理机构取得，填好后随申报包一起报送。'],
    [
      'The form is given out by the office',
      'The notice does not contain it: get it from the office, fill it, and hand it in with the rest.',
    ],
  ),
  kind(
    'condition-not-met',
    'error',
    { waivable: 'warnings', source: ['SPEC 1'] },
    [
      '申报条件不满足',
      '不符合申报条件的，材料写得再好也不受理。事实写错的改事实；属实的不能申报。',
    ],
    [
      'A condition of eligibility is not met',
      'Who is not eligible is turned away. Mend the facts if they are wrong.',
    ],
  ),
  kind(
    'condition-unconfirmed',
    'warning',
    { waivable: 'never', source: ['SPEC 1'] },
    [
      '申报条件要由人确认',
      '“三年内无重大安全事故”之类，程序判断不了。核实的人把姓名、日期和依据写进 confirmations，不用忽略代替。',
    ],
    [
      'A condition must be confirmed by a person',
      'No program can know whether there was an accident. Who has checked says so under confirmations, with a name and a day.',
    ],
  ),
  kind(
    'condition-undecided',
    'warning',
    { waivable: 'never', source: ['SPEC 1'] },
    [
      '申报条件还判断不了',
      '缺少判断用的事实，例如成立日期、连续三年的利润；补进 data/applicant.yaml 就能判断。',
    ],
    [
      'A condition cannot be decided yet',
      'Facts are missing, such as the date of foundation; they belong into data/applicant.yaml.',
    ],
  ),
  kind(
    'condition-confirmation',
    'warning',
    { waivable: 'always', source: ['SPEC 1'] },
    [
      '对申报条件的确认没有用上',
      '确认的条件号写错，或日期在报送之后，这条确认就不起作用，条件实际上没有人确认。',
    ],
    [
      'A confirmation of a condition has no effect',
      'With a wrong number, or a day after handing in, nobody has confirmed the condition.',
    ],
  ),
  kind(
    'plan-date-late',
    'warning',
    { waivable: 'always', source: ['L-54'] },
    ['计划日期晚于截止日期', '截止之后不再接收材料；推荐、盖章、装订都要在截止之前留出时间。'],
    [
      'A planned day is after the deadline',
      'Nothing is accepted after the deadline; recommendation, seals and binding take time before it.',
    ],
  ),
]
