import { measureScale } from '../../quantity/measureScale.ts'
import { parseQuantity } from '../../quantity/parseQuantity.ts'
import { asScaled, type Scaled } from '../../quantity/scaled.ts'
import type { ColumnField } from '../../record/columnFields.ts'
import type { Correction, RecognizedColumn, RowBinding, Why } from '../../record/reading.ts'
import type { FoundArea } from '../../register/findArea.ts'
import type { Register } from '../../register/register.ts'
import { isPlaceHeading } from '../headings/itemHeadings.ts'
import { normaliseHeading } from '../headings/normaliseHeading.ts'
import { areaOfName } from '../subjects/areaOfName.ts'
import { categoryOf } from '../subjects/categoryOf.ts'
import { matchSubjects, NO_MATCH, type SubjectMatch } from '../subjects/matchSubjects.ts'
import type { MatchHints } from '../subjects/scoreSubjects.ts'
import type { Section } from '../tables/bodyRows.ts'
import type { Surroundings } from '../tables/tableMeta.ts'
import type { SheetView } from '../view/sheetView.ts'
import { rowAnchor } from './applyCorrections.ts'
import { boundByHeadings } from './boundByHeadings.ts'
import { type MeaningByWords, placeOfWords } from './meaningByWords.ts'
import { targetStanding } from './targetStanding.ts'

/** A table whose rows are told apart, and what else says what they are about. */
export interface RowsInput {
  readonly view: SheetView
  readonly register: Register
  readonly columns: readonly RecognizedColumn[]
  readonly dataRows: readonly number[]
  readonly sectionRows: readonly number[]
  readonly sections: ReadonlyMap<number, Section>
  readonly around: Surroundings
  readonly corrections: readonly Correction[]
}

/** Ties each data row to the register by its words, measure, target and section; what stays open carries its candidates. */
export function bindRows(input: RowsInput): readonly RowBinding[] {
  const { view, dataRows, sectionRows, corrections } = input
  const column = (field: ColumnField) => input.columns.find((c) => c.field === field)
  const columns = {
    category: column('category'),
    task: column('task'),
    indicator: column('indicator'),
    area: column('area'),
    unit: column('unit_of_measure'),
    target: input.columns.find((c) => c.field === 'target' && !c.aside && c.indicator === undefined && c.area === undefined),
  }
  const wanted = new Map(corrections.filter((c) => c.kind === 'row').map((c) => [`${c.anchor}\n${c.occurrence}`, c]))
  const seen = new Map<string, number>()
  const meant = rowMeanings(input, columns)
  const bound: RowBinding[] = []
  const last = { category: '', task: '', indicator: '', area: '' }
  const areas = new Map<string, FoundArea | null>()
  let section: Section | undefined
  const textIn = (row: number, one: RecognizedColumn | undefined) => (one ? view.mergedText(row, one.column) : '')
  const rows = sectionRows.length === 0 ? dataRows : [...dataRows, ...sectionRows].sort((a, b) => a - b)
  rows.forEach((row) => {
    const opened = input.sections.get(row)
    if (opened && !dataRows.includes(row)) {
      section = opened
      last.category = ''
      last.task = ''
      last.indicator = ''
      last.area = ''
      return
    }
    const category = textIn(row, columns.category) || last.category
    const ownTask = textIn(row, columns.task)
    const ownIndicator = textIn(row, columns.indicator)
    const task = ownTask || (columns.indicator && ownIndicator === '' ? last.task : columns.task ? last.task : '')
    const indicator = ownIndicator || (ownTask === '' ? last.indicator : '')
    const area = textIn(row, columns.area) || (ownTask === '' && ownIndicator === '' && columns.task ? '' : last.area)
    const filled = ownTask === '' && ownIndicator === '' && (task !== '' || indicator !== '')
    last.category = category
    if (ownTask !== '' && ownTask !== last.task) last.indicator = ''
    last.task = task
    last.indicator = indicator
    last.area = area
    const meaning = meant({ category, task, indicator, row, section })
    let found = area === '' ? undefined : areas.get(area)
    if (found === undefined && area !== '') {
      found = areaOfName(input.register, area) ?? null
      areas.set(area, found)
    }
    const code = found?.kind === 'area' ? found.area.code : section?.area
    const why = filled ? meaning.fromAbove : meaning.own
    bound.push(code === undefined ? { row, subjects: meaning.subjects, why } : { row, subjects: meaning.subjects, area: code, why })
  })
  if (wanted.size === 0) return bound
  return bound.map((binding) => {
    const anchor = rowAnchor(view, input.columns, binding.row)
    const occurrence = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, occurrence)
    const correction = wanted.get(`${anchor}\n${occurrence}`)
    if (!correction) return binding
    const area = correction.area === undefined ? binding.area : (correction.area ?? undefined)
    return {
      row: binding.row,
      subjects: correction.subject ? [correction.subject] : correction.subject === null ? [] : binding.subjects,
      ...(area === undefined ? {} : { area }),
      why: { confidence: 1, reason: 'by_user' },
    }
  })
}

/** What a row's words were found to mean, for all rows with these words. */
interface Meaning {
  readonly subjects: readonly string[]
  /** Why, where the row itself says it, and where the row above does. */
  readonly own: Why
  readonly fromAbove: Why
}

function meaningOf(match: SubjectMatch): Meaning {
  const subjects = match.indicators.length > 0 ? match.indicators : match.task ? [match.task] : []
  return { subjects, own: whyOf(match, subjects, false), fromAbove: whyOf(match, subjects, true) }
}

function whyOf(match: SubjectMatch, subjects: readonly string[], filled: boolean): Why {
  const confidence = Math.round(Math.min(1, match.confidence) * (filled ? 0.9 : 1) * 100) / 100
  if (match.candidates) return { confidence, reason: 'subject_ambiguous', params: { candidates: match.candidates.join(',') } }
  if (subjects.length === 0) return { confidence: 1, reason: 'subject_by_column' }
  return { confidence, reason: filled ? 'subject_from_row_above' : 'subject_by_words', params: { subjects: subjects.join(',') } }
}

interface RowWords {
  readonly category: string
  readonly task: string
  readonly indicator: string
  readonly row: number
  readonly section: { readonly text: string; readonly category?: number } | undefined
}

interface NamingColumns {
  readonly task: RecognizedColumn | undefined
  readonly indicator: RecognizedColumn | undefined
  readonly unit: RecognizedColumn | undefined
  readonly target: RecognizedColumn | undefined
}

/** What rows mean, found once for each distinct set of words; of targets only how they stand to the register's matters. */
function rowMeanings(input: RowsInput, columns: NamingColumns): (words: RowWords) => Meaning {
  const { view, register } = input
  const known: MeaningByWords<Meaning> = { next: new Map() }
  const found = new Map<string, Meaning>()
  const bySheet = titleMatch(input)
  const categories = new Map<string, number | undefined>()
  const bySubjects = boundByHeadings(input.columns)
  const naming = [columns.task, columns.indicator].filter((column) => column !== undefined)
  const places =
    naming.length > 0 && (naming.every((column) => isPlaceHeading(column.header)) || namesItems(input, naming, bySheet, columns.unit))
  const path: string[] = []
  return ({ category, task, indicator, row, section }) => {
    const unit = columns.unit ? view.mergedText(row, columns.unit.column) : (measureInHeading(columns.target) ?? '')
    const target = columns.target ? view.text(row, columns.target.column) : ''
    path[0] = task
    path[1] = target
    path[2] = unit
    path[3] = category
    path[4] = indicator
    path[5] = section?.text ?? ''
    const place = placeOfWords(known, path)
    if (place.meaning) return place.meaning
    if (!categories.has(category)) categories.set(category, category === '' ? undefined : categoryOf(register, category))
    const no = categories.get(category) ?? section?.category
    const hints = hintsOf(unit, target, no)
    const standing = hints.target === undefined ? '' : targetStanding(register, hints.target)
    const key = [task, indicator, hints.measure, standing, no, section?.text].join('\n')
    place.meaning = found.get(key) ?? meaningOf(matchRow(register, { task, indicator }, hints, section?.text, bySheet, bySubjects, places))
    found.set(key, place.meaning)
    return place.meaning
  }
}

/** Names of roads and projects under a title of one indicator: some say nothing of the register, and none anything else. */
function namesItems(
  { view, register, dataRows }: RowsInput,
  naming: readonly RecognizedColumn[],
  bySheet: SubjectMatch,
  unit: RecognizedColumn | undefined,
): boolean {
  const [subject] = bySheet.indicators
  if (subject === undefined || bySheet.indicators.length > 1 || unit !== undefined) return false
  if (!naming.every(({ header }) => /名称|工程|项目$/u.test(header))) return false
  let silent = 0
  for (const row of dataRows.slice(0, 60)) {
    for (const { column } of naming) {
      const text = view.text(row, column)
      if (text === '') continue
      const match = matchSubjects(register, text)
      if (match.indicators.some((one) => one !== subject)) return false
      if (match.indicators.length === 0) silent++
    }
  }
  return silent > 0
}

/** What stands beside a row's words: its measure, its target, the category it is under. */
function hintsOf(unit: string, target: string, category: number | undefined): MatchHints {
  const measure = unit || measureIn(target)
  const value = target === '' ? undefined : targetOf(target, unit)
  return {
    figures: false,
    ...(measure ? { measure } : {}),
    ...(value === undefined ? {} : { target: value }),
    ...(category === undefined ? {} : { category }),
  }
}

const measureInHeading = (column: RecognizedColumn | undefined): string | undefined => column?.measure

function matchRow(
  register: Register,
  words: { readonly task: string; readonly indicator: string },
  hints: MatchHints,
  section: string | undefined,
  bySheet: SubjectMatch,
  columnsBound: boolean,
  places: boolean,
): SubjectMatch {
  // the names of schools and roads say nothing of the register; headings or the title do
  if (places && columnsBound) return NO_MATCH
  if (places && bySheet.indicators.length === 1) return bySheet
  if (words.indicator !== '') {
    const among = words.task === '' ? undefined : taskOf(matchSubjects(register, words.task, hints))
    const direct = matchSubjects(register, words.indicator, { ...hints, ...(among ? { among: [among] } : {}) })
    if (decided(direct)) return direct
    if (words.task !== '') {
      const both = matchSubjects(register, `${words.task}${words.indicator}`, { ...hints, ...(among ? { among: [among] } : {}) })
      if (decided(both)) return both
      const byTask = matchSubjects(register, words.task, hints)
      if (decided(byTask)) return byTask
    }
    if (direct.candidates) return direct
  } else if (words.task !== '') {
    const direct = matchSubjects(register, words.task, hints)
    if (decided(direct)) return direct
    if (hints.category !== undefined) {
      const { category: _, ...rest } = hints
      const anywhere = matchSubjects(register, words.task, rest)
      if (decided(anywhere)) return anywhere
    }
    if (direct.candidates) return direct
  }
  if (section !== undefined) {
    const bySection = matchSubjects(register, section, hints)
    if (decided(bySection)) return bySection
  }
  if (columnsBound) return NO_MATCH
  return words.task === '' && words.indicator === '' ? bySheet : NO_MATCH
}

const decided = (match: SubjectMatch): boolean =>
  match.candidates === undefined && (match.indicators.length > 0 || match.task !== undefined)
const taskOf = (match: SubjectMatch): string | undefined => (match.candidates === undefined ? match.task : undefined)

function measureIn(target: string): string | undefined {
  if (target === '' || target.length > 30) return undefined
  return parseQuantity(target)?.measure ?? undefined
}

function targetOf(text: string, unit: string): Scaled | undefined {
  const quantity = parseQuantity(/^[\d.]+$/u.test(text) ? Number(text) : text)
  if (!quantity) return undefined
  const scale = quantity.scale === 1 ? measureScale(unit).scale : 1
  const value = quantity.value * scale
  return Number.isSafeInteger(value) && Math.abs(value) < 9e15 ? asScaled(value) : undefined
}

/** What the lines above the table speak of: the subject of tables that name it nowhere else. */
function titleMatch(input: RowsInput): SubjectMatch {
  const measure = input.around.meta.unitNote?.length === 1 ? input.around.meta.unitNote[0] : undefined
  for (const line of [...input.around.lines].reverse()) {
    const heading = normaliseHeading(
      line.replace(NUMBERED, '').replace(/(进展|完成|推进)?(情况)?(统计|汇总|明细|调度|进度)?(表|台账|清单)$/u, ''),
    )
    const hint = heading.hints.find((found) => found.length <= 4) ?? measure
    const hints = { figures: true, ...(hint ? { measure: hint } : {}) }
    const match = matchSubjects(input.register, heading.core, hints)
    const bare = heading.core.replace(REPORT_WORDS, '')
    const closer = match.indicators.length > 0 || bare === heading.core ? match : matchSubjects(input.register, bare, hints)
    if (closer.indicators.length > 0 && decided(closer)) return closer
    if (decided(match)) return match
  }
  return groupMatch(input)
}

/** 表一：, 附件2 before what a title speaks of. */
const NUMBERED = /^(?:附?表|附件)[一二三四五六七八九十\d]{0,3}[:：、.．—-]?|^[(（]?[一二三四五六七八九十]{1,3}[)）]?[:：]/u

/** What a title says of itself at its end: 任务完成情况通报. */
const REPORT_WORDS = /(任务|工作|项目)?(完成|进展|推进|落实|实施|开展)(情况|进度)?(统计|汇总|通报|月报|周报|报告)?$/u

/** What the one heading over all figures speaks of, where no line above does: 规范化社区办公用房 / 目标 | 已建成. */
function groupMatch(input: RowsInput): SubjectMatch {
  const groups = new Set(
    input.columns.flatMap(({ field, header }) =>
      field !== 'target' && field !== 'cumulative' ? [] : [header.slice(0, Math.max(0, header.lastIndexOf('/')))],
    ),
  )
  const [only] = groups
  if (groups.size !== 1 || !only) return NO_MATCH
  const match = matchSubjects(input.register, normaliseHeading(only).core, { figures: true })
  return decided(match) ? match : NO_MATCH
}
