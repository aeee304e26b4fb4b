import { type ColumnField, columnFieldsWhere } from '../../record/columnFields.ts'
import type { FieldGuess } from '../headings/headingFields.ts'
import type { Heading } from '../headings/normaliseHeading.ts'
import { isTimeAlone } from '../headings/pathTime.ts'
import type { ScoredField } from './columnCandidate.ts'
import type { CellKind, ColumnContent } from './columnContent.ts'
import { COLUMN_WEIGHTS } from './columnWeights.ts'
import { contentFit } from './contentFit.ts'

/** What else is known of a column whose fields are guessed. */
export interface BoundColumn {
  /** Its headings name an indicator or an area, or call it a total. */
  readonly isOfSubject: boolean
  readonly measure: string | undefined
  /** The measure counts another thing than the indicator: 建立档案（份） for 人. */
  readonly countsOther: boolean
}

/**
 * The fields that a column may be, best first. The lowest heading that says something decides; content counts for
 * or against it, and alone where no heading says anything. `fields` has what each of `headings` says.
 */
export function fieldGuesses(
  fields: readonly (readonly FieldGuess[])[],
  headings: readonly Heading[],
  content: ColumnContent,
  bound: BoundColumn,
): readonly ScoredField[] {
  const named = namedFields(fields, content).filter(({ field }) => !(DATES.has(field) && holdsNoDays(content)))
  if (isOfMoney(headings, bound.measure))
    return bestOfEach(investmentFields(isBelowSpent(headings) ? named.map(asSpent) : named, saysPlan(headings)))
  if (named.length > 0) return bestOfEach([...named, ...alternatives(named, content)])
  if (bound.countsOther) return []
  if (bound.isOfSubject && holdsNames(content)) return fieldsOfContent(content)
  if (bound.isOfSubject) return [{ field: holdsPercentages(content) ? 'percent' : 'cumulative', ...both(COLUMN_WEIGHTS.ofSubject) }]
  // 一季度 over 2, 3, 4 counts nothing up
  return fieldsOfContent(content).filter(({ field }) => field !== 'seq' || !headings.some(({ shown }) => isTimeAlone(shown)))
}

const DATES = columnFieldsWhere(({ group }) => group === 'date')

/** 实际完成 over 41 and 350: what was done, not when. */
const holdsNoDays = ({ undated, filled }: ColumnContent): boolean => undated * 2 >= filled && undated > 0

const both = (score: number) => ({ words: score, score })

/** What the lowest heading that says something says. */
function namedFields(fields: readonly (readonly FieldGuess[])[], content: ColumnContent): readonly ScoredField[] {
  const lowest = fields.findLast((own) => own.length > 0) ?? []
  const isOwn = lowest === fields.at(-1)
  return lowest.map(({ field, score }) => {
    const words = isOwn ? score : score * COLUMN_WEIGHTS.group
    return { field, words, score: words * agreement(field, content) }
  })
}

/** By how much a column's content lets the words for a field count. */
const agreement = (field: ColumnField, content: ColumnContent): number =>
  COLUMN_WEIGHTS.words + COLUMN_WEIGHTS.content * contentFit(field, content)

const isOfMoney = (headings: readonly Heading[], measure: string | undefined): boolean =>
  (measure !== undefined && /^[万亿]?元$/u.test(measure)) || headings.some(({ core }) => /投资|资金|投入(?!使用|运)/u.test(core))

/** 总投资 under 完成投资 is all that was spent, not what is planned; 计划投资 there is still a plan. */
const isBelowSpent = (headings: readonly Heading[]): boolean =>
  headings.slice(0, -1).some(({ core }) => /^(?:已|累计|实际)?完成.{0,2}投资/u.test(core)) &&
  !/计划|[估概预]算|目标|任务/u.test(headings.at(-1)?.core ?? '')

const asSpent = (guess: ScoredField): ScoredField => (guess.field === 'invest_plan' ? { ...guess, field: 'invest_done' } : guess)

/** Targets and figures of money are those of the investment; 投资 that does not say otherwise is planned where its group is. */
function investmentFields(named: readonly ScoredField[], planned: boolean): readonly ScoredField[] {
  if (named.length === 0) return [{ field: planned ? 'invest_plan' : 'invest_done', ...both(COLUMN_WEIGHTS.money) }]
  return named.map((guess) => {
    const field = INVESTMENT_FIELDS.get(guess.field) ?? guess.field
    return { ...guess, field: planned && field === 'invest_done' ? 'invest_plan' : field }
  })
}

/** 2021年工作计划 over 投资, which names no act of its own (完成投资, 到位资金, 已拨付). */
function saysPlan(headings: readonly Heading[]): boolean {
  const own = headings.at(-1)?.core ?? ''
  return MONEY_ALONE.test(own) && headings.slice(0, -1).some(({ core }) => /(?:计划|目标|任务)$/u.test(core))
}
const MONEY_ALONE = /^(?:投资|资金)(?:额|数|金额|规模)?$/u

const INVESTMENT_FIELDS: ReadonlyMap<ColumnField, ColumnField> = new Map<ColumnField, ColumnField>([
  ['target', 'invest_plan'],
  ['cumulative', 'invest_done'],
  ['carry_over', 'invest_done'],
  ['period_value', 'invest_done'],
  ['previous_cumulative', 'invest_done'],
])

/** A field that a heading of another one may mean as well. */
interface Alternative {
  readonly named: ColumnField
  readonly meant: ColumnField
  /** How well the words say so. */
  readonly words: number
  readonly example: string
  /** Only in a column that holds such cells; not where the heading may mean that field too. */
  readonly holding?: CellKind
  readonly unless?: ColumnField
}

/** Which headings are used for which other fields; what the column holds decides between them. */
export const ALTERNATIVES: readonly Alternative[] = [
  { named: 'target', meant: 'task', words: 0.7, example: '目标任务 over 新建农村公路300公里' },
  { named: 'task', meant: 'indicator', words: 0.7, example: '工作内容 over 农村公路里程', unless: 'target' },
  { named: 'indicator', meant: 'task', words: 0.6, example: '指标名称 over 新建农村公路300公里' },
  { named: 'cumulative', meant: 'progress_text', words: 0.7, example: '完成情况 over 已完成路基施工' },
  { named: 'progress_text', meant: 'cumulative', words: 0.45, example: '进展情况 over 146' },
  { named: 'visual_progress', meant: 'cumulative', words: 0.45, example: '形象进度 over 146公里' },
  { named: 'progress_text', meant: 'percent', words: 0.4, example: '推进情况 over 48%' },
  { named: 'remark', meant: 'lead_unit', words: 0.35, example: '备注 over 市交通运输局' },
  { named: 'deadline', meant: 'actual_date', words: 0.5, example: '完成时间 over 5月26日' },
  { named: 'cumulative', meant: 'actual_date', words: 0.75, example: '完工 over 2021-05-26', holding: 'date' },
  { named: 'target', meant: 'deadline', words: 0.75, example: '计划 over 2021-12-31', holding: 'date' },
  { named: 'lead_unit', meant: 'support_unit', words: 0.6, example: '主管部门 over 市财政局' },
  { named: 'resp_unit', meant: 'support_unit', words: 0.6, example: '落实单位 over 市财政局' },
  { named: 'lead_unit', meant: 'area', words: 0.5, example: '牵头单位 over 湖滨区政府' },
  { named: 'support_unit', meant: 'area', words: 0.5, example: '配合单位 over 湖滨区政府' },
  { named: 'resp_unit', meant: 'area', words: 0.5, example: '落实单位 over 湖滨区政府' },
  { named: 'unit_of_measure', meant: 'lead_unit', words: 0.7, example: '单位 over 市教育局' },
  { named: 'unit_of_measure', meant: 'area', words: 0.7, example: '单位 over 湖滨区' },
  { named: 'category', meant: 'task', words: 0.5, example: '民生工程 over 新建农村公路' },
]

/** Fields that nobody named but that the headings may mean; each once. */
function alternatives(named: readonly ScoredField[], content: ColumnContent): readonly ScoredField[] {
  const has = (field: ColumnField) => named.some((guess) => guess.field === field)
  const found: ScoredField[] = []
  for (const guess of named) {
    for (const { named: field, meant, words, holding, unless } of ALTERNATIVES) {
      if (field !== guess.field || has(meant) || found.some((other) => other.field === meant)) continue
      if ((holding && !content.kinds[holding]) || (unless && has(unless))) continue
      found.push({ field: meant, words, score: Math.max(words, COLUMN_WEIGHTS.alternative) * agreement(meant, content) })
    }
  }
  return found
}

/** 线路 over 东线 and 南线: names, of which none is a figure nor says that there is none. */
const holdsNames = ({ kinds, filled }: ColumnContent): boolean => filled > 0 && (kinds.short ?? 0) + (kinds.units ?? 0) === filled

const holdsPercentages = ({ kinds, filled }: ColumnContent): boolean => (kinds.percent ?? 0) > filled / 2

/** What a column is whose headings say nothing, where its content can only be one thing. */
function fieldsOfContent({ kinds, filled, countsUp }: ColumnContent): readonly ScoredField[] {
  const { byContent, mostlyAreas, mostlyMeasures } = COLUMN_WEIGHTS
  const ratio = (kind: CellKind) => (kinds[kind] ?? 0) / filled
  if (filled < 2) return []
  if (ratio('area') > mostlyAreas) return [{ field: 'area', words: 0, score: byContent.area }]
  if (countsUp) return [{ field: 'seq', words: 0, score: byContent.seq }]
  if (ratio('measure') > mostlyMeasures) return [{ field: 'unit_of_measure', words: 0, score: byContent.unit_of_measure }]
  return []
}

/** The best guess of each field, best first. */
function bestOfEach(guesses: readonly ScoredField[]): readonly ScoredField[] {
  const best = new Map<ColumnField, ScoredField>()
  for (const guess of guesses) if ((best.get(guess.field)?.score ?? -1) < guess.score) best.set(guess.field, guess)
  return [...best.values()].sort((a, b) => b.score - a.score)
}
