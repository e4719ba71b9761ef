import type { Award, DimensionId } from '@ziping/award'
import {
  type Answer,
  allBlocks,
  allInlines,
  countCharacters,
  inlinesIn,
  isStub,
  type Section,
  type Unit,
} from '@ziping/report'
import { type Printing, type Resolver, textOfUnits } from '@ziping/resolve'
import { shownBySeries } from './find-series.ts'

/** What coverage has to know of one section. */
export interface SectionFacts {
  /** Its words without headings: titles answer nothing. */
  readonly text: string
  /** How many 字 each answer in it has; none where it is a stub. */
  readonly answers: ReadonlyMap<Answer, number>
  /** The dimensions that a lead-in with text opens. */
  readonly led: readonly DimensionId[]
  /** The dimensions its tables and charts show. */
  readonly shown: ReadonlySet<DimensionId>
  /** All its references name. */
  readonly targets: readonly string[]
}

const last = new WeakMap<
  Section,
  { readonly printing: Printing; readonly award: Award; readonly facts: SectionFacts }
>()

/** Reads a section; one that has not changed and prints as before is read once. */
export function readSection(section: Section, award: Award, resolver: Resolver): SectionFacts {
  const printing = resolver.printing(section.file)
  const before = last.get(section)
  if (before !== undefined && before.printing === printing && before.award === award)
    return before.facts
  const facts = factsOf(section, award, resolver)
  // A clause that runs on into the next file prints what stands there, too.
  const isWhole = section.blocks.every((block) => printing?.blocks.has(block) === true)
  if (printing !== undefined && isWhole) last.set(section, { printing, award, facts })
  return facts
}

function factsOf(section: Section, award: Award, resolver: Resolver): SectionFacts {
  const text = textOfUnits(section.units.filter(isText), namesOnly(section), section.file, resolver)
  const answers = new Map(
    section.answers.map((answer) => {
      const words = answerText(answer, section, resolver)
      return [answer, isStub(words) ? 0 : countCharacters(words).characters] as const
    }),
  )
  return {
    text,
    answers,
    led: leadsWithText(section, award, resolver),
    shown: shownBySeries([section], resolver),
    targets: [...targetsIn(section)],
  }
}

function answerText(answer: Answer, section: Section, resolver: Resolver): string {
  const [first] = answer.units
  const named = namesOnly(section)
  // A heading that names the requirement is left out whole; a label or lead-in by its length.
  const ownSkip = answer.by === 'heading' ? 0 : answer.skip
  const skip = (unit: Unit): number =>
    unit === first ? Math.max(ownSkip, named(unit)) : named(unit)
  return textOfUnits(answer.units.filter(isText), skip, section.file, resolver)
}

function isText(unit: Unit): boolean {
  return unit.block.kind !== 'heading'
}

/** 【采用方法】 in front of a passage says what follows; it answers nothing itself. */
function namesOnly(section: Section): (unit: Unit) => number {
  const leads = new Map(section.leadIns.map(({ units, skip }) => [units[0], skip]))
  return (unit) => leads.get(unit) ?? 0
}

function leadsWithText(section: Section, award: Award, resolver: Resolver): readonly DimensionId[] {
  return section.leadIns
    .filter(({ units, skip }) => {
      const [first] = units
      const text = textOfUnits(units, (unit) => (unit === first ? skip : 0), section.file, resolver)
      return !isStub(text) && countCharacters(text).characters >= award.answered.requirement
    })
    .map((lead) => lead.dimension)
}

function* targetsIn({ blocks }: Section): Generator<string> {
  for (const block of allBlocks(blocks))
    for (const inlines of inlinesIn(block))
      for (const inline of allInlines(inlines))
        if (inline.kind === 'reference') yield* inline.targets
}
