import type { CellFact, CheckFacts } from '../../finding/facts.ts'
import { asScaled, type Scaled } from '../../quantity/scaled.ts'
import { isOfCity, isOutsideRegister } from './summedCells.ts'

/** A stated total and the cells that it may cover. */
export interface TotalCase {
  readonly fact: CellFact
  /** The sets of cells that it may be the sum of, the likeliest first. */
  readonly ways: readonly (readonly CellFact[])[]
  /** Rows that report the same subject and area as another, by the number of their group. */
  readonly repeats: ReadonlyMap<number, number>
}

/** A stated total next to the sum of the cells it covers. */
export interface SumVerdict {
  readonly fact: CellFact
  /** uncertain: it fits only a choice among contradictory rows, or cells that it covers could not be read. */
  readonly verdict: 'fits' | 'differs' | 'uncertain'
  /** In the units of the total's label. */
  readonly sum: Scaled
}

/**
 * Judges a total by each way in which its parts can be read; undefined where there is nothing to add.
 *
 *     parts                                     total  verdict
 *     7, 27, 19                                 53     fits
 *     7, 27, 19, 经开区 5 (not in the register)    53     fits (zones may be left out)
 *     7, 27, 19, the city's own row 53          53     fits
 *     灵宝市 1040 twice, 2960                     4000   fits (counted once)
 *     灵宝市 10400 and 1040, 2960                 4000   uncertain (one choice of the two fits)
 *     7, “完成3场，计划100场”                       53     uncertain (one part could not be read)
 *     7, 27, 19                                 35     differs, 53
 */
export function judgeSum(facts: CheckFacts, { fact, ways, repeats }: TotalCase): SumVerdict | undefined {
  const stated = inLabelUnits(fact)
  const [likeliest] = ways
  if (stated === undefined || !likeliest || likeliest.every((cell) => cell.quantity === undefined)) return undefined
  let fitsChoice = false
  for (const parts of ways) {
    const tolerance = toleranceOf(fact, parts)
    const fits = (sum: number) => Math.abs(sum - stated) <= tolerance
    const groups = repeatedAmong(parts, repeats)
    if (groups.length === 0) {
      if (MEANT.some(({ counts }) => fits(sumOf(parts.filter((cell) => counts(facts, cell)))))) {
        return { fact, verdict: 'fits', sum: toSum(sumOf(parts)) }
      }
      continue
    }
    const [first = 0, ...others] = choicesAmong(parts, groups)
    const whole = sumOf(parts)
    if (others.length === 0 && (fits(first) || fits(whole))) return { fact, verdict: 'fits', sum: toSum(first) }
    fitsChoice ||= [first, ...others, whole].some(fits)
  }
  const isUnreadable = (cell: CellFact) => cell.quantity === undefined && (cell.refused !== undefined || cell.error !== undefined)
  return { fact, verdict: fitsChoice || likeliest.some(isUnreadable) ? 'uncertain' : 'differs', sum: toSum(sumOf(likeliest)) }
}

/** Which of its parts whoever stated a total may have meant to add. */
const MEANT: readonly { readonly name: string; readonly counts: (facts: CheckFacts, cell: CellFact) => boolean }[] = [
  { name: 'every part', counts: () => true },
  { name: 'without areas that the register does not know', counts: (facts, cell) => !isOutsideRegister(facts, cell) },
  { name: 'without the city’s own row', counts: (facts, cell) => !isOfCity(facts, cell) },
]

/** The sums that come of taking one cell of each group of repeated rows. */
function choicesAmong(parts: readonly CellFact[], groups: readonly (readonly CellFact[])[]): readonly number[] {
  const grouped = new Set(groups.flat())
  const certain = sumOf(parts.filter((cell) => !grouped.has(cell)))
  return groups.reduce<readonly number[]>(
    (sums, group) => [...new Set(sums.flatMap((sum) => group.map((cell) => sum + (inLabelUnits(cell) ?? 0))))].slice(0, MOST_CHOICES),
    [certain],
  )
}

/** Choices double with every repeated row: past this many any total would fit one of them. */
const MOST_CHOICES = 64

/** The groups of cells, among the parts, in rows repeated for the same subject and area. */
function repeatedAmong(parts: readonly CellFact[], repeats: TotalCase['repeats']): readonly (readonly CellFact[])[] {
  if (repeats.size === 0) return []
  const groups = new Map<number, CellFact[]>()
  for (const cell of parts) {
    const group = repeats.get(cell.row)
    if (group === undefined) continue
    const there = groups.get(group)
    if (there) there.push(cell)
    else groups.set(group, [cell])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Half a unit in the total's last place, where its parts are shown with more places. */
function toleranceOf(fact: CellFact, parts: readonly CellFact[]): number {
  const places = (cell: CellFact) => Math.min(cell.quantity?.decimals ?? 0, 4)
  const own = places(fact)
  // a total may have more parts than a call has room for arguments
  const most = parts.reduce((found, cell) => Math.max(found, places(cell)), 0)
  return most > own ? 5 * 10 ** (3 - own) : 0
}

const sumOf = (cells: readonly CellFact[]): number => cells.reduce((total, cell) => total + (inLabelUnits(cell) ?? 0), 0)

/** A sum as a figure; what is too large to be one is cut, since it is only shown. */
export const toSum = (value: number): Scaled => asScaled(Math.max(-LARGEST_SHOWN, Math.min(LARGEST_SHOWN, Math.round(value))))

/** Below the largest whole number that a double holds exactly. */
const LARGEST_SHOWN = 8e15

/** 0.36万 under 户 is 3600; under 万户 it is 0.36, as its neighbours are written. */
export function inLabelUnits(cell: CellFact): number | undefined {
  const { quantity, measure } = cell
  if (!quantity) return undefined
  const scale = measure?.scale ?? 1
  return quantity.scale > 1 && scale > 1 ? Math.round(quantity.value / scale) : quantity.value
}
