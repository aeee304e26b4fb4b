import type { RecognizedColumn, Why } from '../../record/reading.ts'
import type { Register } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import { isPlaceHeading } from '../headings/itemHeadings.ts'
import { categoryOf } from '../subjects/categoryOf.ts'
import { matchSubjects, type SubjectMatch } from '../subjects/matchSubjects.ts'
import { NAMES_SUBJECT } from '../subjects/matchWeights.ts'
import type { Surroundings } from '../tables/tableMeta.ts'
import type { SheetView } from '../view/sheetView.ts'
import { boundByHeadings } from './boundByHeadings.ts'
import { matchHints } from './matchHints.ts'
import { matchRow, type TableSubject } from './matchRow.ts'
import type { NamingColumns, RowWords } from './namedRows.ts'
import { listedTargets, wordsOfTarget } from './severalNames.ts'
import { targetRank } from './targetRank.ts'
import { titleSubject } from './titleSubject.ts'
import { nodeOfWords, type WordTrie } from './wordTrie.ts'

/** What a row's words were found to mean, for all rows with these words. */
export interface RowMeaning {
  readonly subjects: readonly string[]
  /** Why, where the row itself says it, and where the row above does. */
  readonly own: Why
  readonly fromAbove: Why
}

/** A table whose rows are to be bound. */
export interface RowsOfTable {
  readonly view: SheetView
  readonly register: Register
  readonly columns: readonly RecognizedColumn[]
  readonly dataRows: readonly number[]
  readonly around: Surroundings
}

/**
 * What rows mean, found once for each distinct set of words, since a table repeats its words row after row. Of targets only
 * their rank among the register's matters, so that a thousand villages with targets of their own are matched once.
 */
export function rowMeanings(table: RowsOfTable, naming: NamingColumns): (words: RowWords) => RowMeaning {
  const byWords = meaningsOfWords(table, naming)
  const byText = meaningsOfTexts(table)
  return (words) => {
    const meaning = byWords(words)
    return byText?.(words.row, meaning) ?? meaning
  }
}

/**
 * 农村电网建设 | 完成20个配电台区改造升级，新建改造10千伏及以下线路21.5千米: where only texts report, a row whose names say
 * nothing of what is counted is about the indicators that its text names, of its own task if that is known.
 */
function meaningsOfTexts({
  view,
  register,
  columns,
}: RowsOfTable): ((row: number, meaning: RowMeaning) => RowMeaning | undefined) | undefined {
  const text = columns.find(({ field, aside }) => field === 'progress_text' && !aside)
  if (!text || columns.some(({ field }) => field === 'cumulative' || field === 'period_value')) return undefined
  return (row, { subjects, own }) => {
    if (own.reason === 'subject_ambiguous' || subjects.some((subject) => indicatorById(register, subject) !== undefined)) return undefined
    const match = matchSubjects(register, view.mergedText(row, text.column), { figures: true })
    const fits = match.indicators.length > 0 && match.confidence >= NAMES_SUBJECT && match.candidates === undefined
    return fits && (subjects.length === 0 || match.task === subjects[0]) ? meaningOf(match) : undefined
  }
}

function meaningsOfWords(table: RowsOfTable, naming: NamingColumns): (words: RowWords) => RowMeaning {
  const { view, register } = table
  const subject = tableSubject(table, naming)
  const byWords: WordTrie<RowMeaning> = { next: new Map() }
  const byRank = new Map<string, RowMeaning>()
  const categories = new Map<string, number | undefined>()
  const categoryNo = (text: string) => {
    if (!categories.has(text)) categories.set(text, text === '' ? undefined : categoryOf(register, text))
    return categories.get(text)
  }
  return ({ row, category, task, indicator, section }) => {
    const measure = naming.measure ? view.mergedText(row, naming.measure.column) : (naming.target?.measure ?? '')
    const target = naming.target ? view.text(row, naming.target.column) : ''
    const node = nodeOfWords(byWords, [task, target, measure, category, indicator, section?.text ?? ''])
    if (node.answer) return node.answer
    const no = categoryNo(category) ?? section?.category
    const hints = matchHints(measure, target, no)
    const targets = listedTargets(target)
    const targetWords = wordsOfTarget(target)
    const rank = hints.target === undefined ? '' : targetRank(register, hints.target)
    const key = [task, indicator, hints.measure, rank, no, section?.text, targets.length > 1 ? target : '', targetWords].join('\n')
    const query = { register, task, indicator, hints, targets, targetWords, section: section?.text, table: subject }
    const meaning = byRank.get(key) ?? meaningOf(matchRow(query))
    byRank.set(key, meaning)
    node.answer = meaning
    return meaning
  }
}

function meaningOf(match: SubjectMatch): RowMeaning {
  const subjects = match.indicators.length > 0 ? match.indicators : match.task ? [match.task] : []
  return { subjects, own: whyOf(match, subjects, false), fromAbove: whyOf(match, subjects, true) }
}

/** A name that a row above says is a little less certain than the row's own. */
const FROM_ABOVE = 0.9

function whyOf(match: SubjectMatch, subjects: readonly string[], isFromAbove: boolean): Why {
  const confidence = Math.round(Math.min(1, match.confidence) * (isFromAbove ? FROM_ABOVE : 1) * 100) / 100
  if (match.candidates) return { confidence, reason: 'subject_ambiguous', params: { candidates: match.candidates.join(',') } }
  if (subjects.length === 0) return { confidence: 1, reason: 'subject_by_column' }
  return { confidence, reason: isFromAbove ? 'subject_from_row_above' : 'subject_by_words', params: { subjects: subjects.join(',') } }
}

function tableSubject(table: RowsOfTable, { task, indicator, measure }: NamingColumns): TableSubject {
  const { register, columns, around } = table
  const title = titleSubject(register, around, columns)
  const names = [task, indicator].filter((column) => column !== undefined)
  const [only, another] = title.indicators
  const isAboutOne = only !== undefined && another === undefined && measure === undefined
  return {
    title,
    isBoundByHeadings: boundByHeadings(columns),
    namesItems:
      names.length > 0 && (names.every(({ header }) => isPlaceHeading(header)) || (isAboutOne && namesProjects(table, names, only))),
  }
}

/** So many rows are looked at for names that are in the register. */
const SAMPLE = 60

/** Names of roads and projects under a title of one indicator: some are not in the register, and none means another one. */
function namesProjects({ view, register, dataRows }: RowsOfTable, names: readonly RecognizedColumn[], subject: string): boolean {
  if (!names.every(({ header }) => /名称|工程|项目$/u.test(header))) return false
  let isAnyUnknown = false
  for (const row of dataRows.slice(0, SAMPLE)) {
    for (const { column } of names) {
      const text = view.text(row, column)
      if (text === '') continue
      const { indicators } = matchSubjects(register, text)
      if (indicators.some((one) => one !== subject)) return false
      isAnyUnknown ||= indicators.length === 0
    }
  }
  return isAnyUnknown
}
