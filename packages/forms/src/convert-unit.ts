import { Decimal } from '@ziping/award'

/** What units of money are worth, so that 亿元 and 万元 can meet. */
const worth: ReadonlyMap<string, Decimal> = new Map(
  Object.entries({
    元: '1',
    千元: '1e3',
    万元: '1e4',
    百万元: '1e6',
    千万元: '1e7',
    亿元: '1e8',
  }).flatMap(([unit, value]) => [
    [unit, new Decimal(value)] as const,
    [unit.replace('元', '美元'), new Decimal(value)] as const,
  ]),
)

/** Converts a figure from one unit to another; none where the units measure different things. */
export function convertUnit(value: Decimal, from: string, to: string): Decimal | undefined {
  const [here, there] = [from, to].map((unit) => unit.normalize('NFKC').trim())
  if (here === there) return value
  if (here?.includes('美元') !== there?.includes('美元')) return undefined
  const [one, other] = [worth.get(here ?? ''), worth.get(there ?? '')]
  return one === undefined || other === undefined ? undefined : value.times(one).div(other)
}
