import { measureScale } from '../quantity/measureScale.ts'
import { parseQuantity } from '../quantity/parseQuantity.ts'
import { asScaled, type Scaled } from '../quantity/scaled.ts'
import type { FoundArea } from '../register/findArea.ts'
import type { AreaCode, Register } from '../register/register.ts'
import { rowAnchor } from './applyCorrections.ts'
import { areaOfName } from './areaOfName.ts'
import { boundByHeadings } from './boundByHeadings.ts'
import { categoryOf } from './classifyRows.ts'
import { isPlaceHeading } from './itemHeadings.ts'
import { type MatchesByWords, placeOfWords } from './matchesByWords.ts'
import { matchSubjects, NO_MATCH, type SubjectMatch } from './matchSubjects.ts'
import { normaliseHeading } from './normaliseHeading.ts'
import type { ColumnField, Correction, ReadingContext, RecognizedColumn, RecognizedTable, RowBinding, Why } from './reading.ts'
import type { SheetView } from './sheetView.ts'

export interface RowsInput {
  readonly view: SheetView
  readonly register: Register
  readonly context: ReadingContext
  readonly table: RecognizedTable
  readonly sections: ReadonlyMap<number, { readonly text: string; readonly category?: number; readonly area?: AreaCode }>
  /** Lines above the table, titles first of all. */
  readonly lines: readonly string[]
  readonly corrections: readonly Correction[]
}

/** Ties each data row to the register by its words, measure, target and section; what stays open carries its candidates. */
export function bindRows(input: RowsInput): readonly RowBinding[] {
  const { view, table, corrections } = input
  const column = (field: ColumnField) => table.columns.find((c) => c.field === field)
  const columns = {
    category: column('category'),
    task: column('task'),
    indicator: column('indicator'),
    area: column('area'),
    unit: column('unit_of_measure'),
    target: table.columns.find((c) => c.field === 'target' && !c.aside && c.indicator === undefined && c.area === undefined),
  }
  const wanted = new Map(corrections.filter((c) => c.kind === 'row').map((c) => [`${c.anchor}\n${c.occurrence}`, c]))
  const seen = new Map<string, number>()
  const matcher = subjectMatcher(input, columns)
  const bound: RowBinding[] = []
  const last = { category: '', task: '', indicator: '', area: '' }
  const areas = new Map<string, FoundArea | null>()
  let section: { readonly text: string; readonly category?: number; readonly area?: AreaCode } | undefined
  const rows = [...table.dataRows, ...table.sectionRows].sort((a, b) => a - b)
  for (const row of rows) {
    const opened = input.sections.get(row)
    if (opened && !table.dataRows.includes(row)) {
      section = opened
      last.category = ''
      last.task = ''
      last.indicator = ''
      last.area = ''
      continue
    }
    const own = (c: RecognizedColumn | undefined) => (c ? view.mergedText(row, c.column) : '')
    const category = own(columns.category) || last.category
    const ownTask = own(columns.task)
    const ownIndicator = own(columns.indicator)
    const task = ownTask || (columns.indicator && ownIndicator === '' ? last.task : columns.task ? last.task : '')
    const indicator = ownIndicator || (ownTask === '' ? last.indicator : '')
    const area = own(columns.area) || (ownTask === '' && ownIndicator === '' && columns.task ? '' : last.area)
    const filled = ownTask === '' && ownIndicator === '' && (task !== '' || indicator !== '')
    last.category = category
    if (ownTask !== '' && ownTask !== last.task) last.indicator = ''
    last.task = task
    last.indicator = indicator
    last.area = area
    const words = { category, task, indicator, row, section, filled }
    const match = matcher(words)
    let found = area === '' ? undefined : areas.get(area)
    if (found === undefined && area !== '') {
      found = areaOfName(input.register, area) ?? null
      areas.set(area, found)
    }
    const code = found?.kind === 'area' ? found.area.code : section?.area
    bound.push(toBinding(row, match, code, filled))
  }
  if (wanted.size === 0) return bound
  return bound.map((binding) => {
    const anchor = rowAnchor(view, table.columns, binding.row)
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

function toBinding(row: number, match: SubjectMatch, area: AreaCode | undefined, filled: boolean): RowBinding {
  const subjects = match.indicators.length > 0 ? match.indicators : match.task ? [match.task] : []
  const confidence = Math.round(Math.min(1, match.confidence) * (filled ? 0.9 : 1) * 100) / 100
  const why: Why = match.candidates
    ? { confidence, reason: 'subject_ambiguous', params: { candidates: match.candidates.join(',') } }
    : subjects.length === 0
      ? { confidence: 1, reason: 'subject_by_column' }
      : { confidence, reason: filled ? 'subject_from_row_above' : 'subject_by_words', params: { subjects: subjects.join(',') } }
  return { row, subjects, ...(area === undefined ? {} : { area }), why }
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

/** Matches rows once for each distinct set of words. */
function subjectMatcher(input: RowsInput, columns: NamingColumns): (words: RowWords) => SubjectMatch {
  const { view, register, table } = input
  const known: MatchesByWords = { next: new Map() }
  const bySheet = titleMatch(input)
  const categories = new Map<string, number | undefined>()
  const bySubjects = boundByHeadings(table.columns)
  const naming = [columns.task, columns.indicator].filter((column) => column !== undefined)
  const places = naming.length > 0 && naming.every((column) => isPlaceHeading(column.header))
  return ({ category, task, indicator, row, section }) => {
    const unit = columns.unit ? view.mergedText(row, columns.unit.column) : (measureInHeading(columns.target) ?? '')
    const target = columns.target ? view.text(row, columns.target.column) : ''
    const place = placeOfWords(known, [task, target, unit, category, indicator, section?.text ?? ''])
    if (place.match) return place.match
    if (!categories.has(category)) categories.set(category, category === '' ? undefined : categoryOf(register, category))
    const no = categories.get(category) ?? section?.category
    const match = matchRow(
      register,
      { task, indicator, unit, target, ...(no === undefined ? {} : { category: no }) },
      section?.text,
      bySheet,
      bySubjects,
      places,
    )
    place.match = match
    return match
  }
}

const measureInHeading = (column: RecognizedColumn | undefined): string | undefined => column?.measure

function matchRow(
  register: Register,
  words: { readonly task: string; readonly indicator: string; readonly unit: string; readonly target: string; readonly category?: number },
  section: string | undefined,
  bySheet: SubjectMatch,
  columnsBound: boolean,
  places: boolean,
): SubjectMatch {
  // the names of schools and roads say nothing of the register; headings or the title do
  if (places && columnsBound) return NO_MATCH
  if (places && bySheet.indicators.length === 1) return bySheet
  const measure = words.unit || measureIn(words.target)
  const target = words.target === '' ? undefined : targetOf(words.target, words.unit)
  const hints = {
    figures: false,
    ...(measure ? { measure } : {}),
    ...(target === undefined ? {} : { target }),
    ...(words.category === undefined ? {} : { category: words.category }),
  }
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
    if (words.category !== undefined) {
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
  const measure = input.table.meta.unitNote?.length === 1 ? input.table.meta.unitNote[0] : undefined
  for (const line of [...input.lines].reverse()) {
    const heading = normaliseHeading(line.replace(/(进展|完成|推进)?(情况)?(统计|汇总|明细|调度|进度)?(表|台账|清单)$/u, ''))
    const hint = heading.hints.find((found) => found.length <= 4) ?? measure
    const match = matchSubjects(input.register, heading.core, { figures: true, ...(hint ? { measure: hint } : {}) })
    if (decided(match)) return match
  }
  return NO_MATCH
}
