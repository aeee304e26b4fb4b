import { asScaled, decimalFromScaled } from '../../quantity/scaled.ts'
import type { Register } from '../../register/register.ts'
import { areaName, indicatorById } from '../../register/registerIndex.ts'
import type { Consolidation } from '../../wire/consolidation.ts'
import type { Circular } from './circular.ts'
import { nameInList } from './circularSentences.ts'

type Ranking = Consolidation['ranking']
type RankedCounty = Ranking['counties'][number]

const isRanked = ({ rank }: RankedCounty): boolean => rank !== null

/** A line for each county that has a rank: "第1名 湖滨区 83.33%（4项）". */
export const rankingLines = (register: Register, { counties }: Ranking): Circular['ranking'] =>
  counties.flatMap(({ area, rank, score, counted }) =>
    rank === null || score === null
      ? []
      : [{ rank, name: areaName(register, area), score: `${decimalFromScaled(asScaled(score))}%（${counted.length}项）` }],
  )

/**
 * How the ranks came about: by which indicators, which of them count as 0, who has no rank and why, and what no rank counts.
 * Empty where no county was given enough targets: a circular says nothing of ranks that the year does not have.
 */
export function rankingText(register: Register, ranking: Ranking): string {
  const { counties, fewest } = ranking
  const waits = ranking.excluded.some(({ reason }) => reason === 'notAllReported')
  if (!counties.some(({ counted }) => counted.length >= fewest))
    return waits ? `分县数尚未报齐，本期不排名。${excludedText(register, ranking)}` : ''
  if (!counties.some(isRanked)) return '各县（市、区）有分解目标的指标均尚无计入的数，本期不排名。'
  return [
    `按有分解目标的指标平均完成率排名，每项最高按100%计，各县（市、区）应报而无计入数的按0计，不足${fewest}项的不排名。`,
    basesText(register, counties.filter(isRanked)),
    zerosText(register, counties.filter(isRanked)),
    unrankedText(
      register,
      counties.filter((county) => !isRanked(county)),
    ),
    excludedText(register, ranking),
  ].join('')
}

const named = (register: Register, ids: readonly string[]): string =>
  ids
    .map((id) => {
      const indicator = indicatorById(register, id)
      return indicator ? nameInList(indicator) : id
    })
    .join('、')
const areas = (register: Register, counties: readonly RankedCounty[]): string =>
  counties.map(({ area }) => areaName(register, area)).join('、')

/** Counties are ranked by what each was given: those of the same indicators are named together. */
function basesText(register: Register, ranked: readonly RankedCounty[]): string {
  const bases = [...Map.groupBy(ranked, ({ counted }) => counted.join())]
  const texts = bases.map(([, counties]) => {
    const counted = counties[0]?.counted ?? []
    return `${bases.length === 1 ? '' : `${areas(register, counties)}：`}${named(register, counted)}（${counted.length}项）`
  })
  return `计入的指标：${texts.join('；')}。`
}

function zerosText(register: Register, ranked: readonly RankedCounty[]): string {
  const texts = ranked.flatMap((one) => (one.asZero.length === 0 ? [] : [`${areas(register, [one])}：${named(register, one.asZero)}`]))
  return texts.length === 0 ? '' : `其中按0计的：${texts.join('；')}。`
}

function unrankedText(register: Register, unranked: readonly RankedCounty[]): string {
  if (unranked.length === 0) return ''
  const texts = [...Map.groupBy(unranked, ({ counted }) => counted.length)].map(
    ([count, counties]) => `${areas(register, counties)}（${count === 0 ? '没有分解目标' : `${count}项`}）`,
  )
  return `未排名：${texts.join('、')}。`
}

function excludedText(register: Register, { excluded }: Ranking): string {
  const of = (wanted: Ranking['excluded'][number]['reason']) =>
    excluded.filter(({ reason }) => reason === wanted).map(({ indicator }) => indicator)
  const [noProgress, nothingToReach, noTarget] = [of('noProgress'), of('nothingToReach'), of('noCountyTarget')]
  const waiting = of('notAllReported')
  const texts = [
    ...(noProgress.length === 0 ? [] : [`${named(register, noProgress)}（清零或不超过类）`]),
    ...(nothingToReach.length === 0 ? [] : [`${named(register, nothingToReach)}（目标为0）`]),
    ...(waiting.length === 0 ? [] : [`${named(register, waiting)}（分县数由市直单位报送，尚未报齐）`]),
    ...(noTarget.length === 0 ? [] : [`没有分解目标的指标${noTarget.length}项`]),
  ]
  return texts.length === 0 ? '' : `不计入：${texts.join('；')}。`
}
