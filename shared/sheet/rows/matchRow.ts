import { oncePer } from '../../base/oncePer.ts'
import type { Register } from '../../register/register.ts'
import { isDecided, matchSubjects, NO_MATCH, type SubjectMatch } from '../subjects/matchSubjects.ts'
import type { MatchHints } from '../subjects/scoreSubjects.ts'
import { type ListedTarget, severalNames, severalPromises } from './severalNames.ts'

/** The words of a row, and what else may say what it is about. */
export interface RowQuery {
  readonly register: Register
  readonly task: string
  readonly indicator: string
  readonly hints: MatchHints
  /** The targets, where its cell lists several. */
  readonly targets: readonly ListedTarget[]
  /** The words before the figure of the target's cell; "" where it has none. */
  readonly targetWords: string
  /** The text of the section that the row is in. */
  readonly section: string | undefined
  readonly table: TableSubject
}

/** What holds for all rows of a table. */
export interface TableSubject {
  /** What the title is about. */
  readonly title: SubjectMatch
  /** The headings bind the figures to indicators. */
  readonly isBoundByHeadings: boolean
  /** The names of rows are places or projects (项目学校, 路段), which say nothing of the register. */
  readonly namesItems: boolean
}

interface MatchRule {
  readonly name: string
  readonly example: string
  readonly match: (query: RowQuery) => SubjectMatch | undefined
}

/** What a row is about, by the first rule that finds it. */
export function matchRow(query: RowQuery): SubjectMatch {
  for (const { match } of MATCH_RULES) {
    const found = match(query)
    if (found) return found
  }
  return NO_MATCH
}

const decided = (match: SubjectMatch | undefined): SubjectMatch | undefined => (match && isDecided(match) ? match : undefined)

/** The match of the row's task. */
const ofTask = oncePer(({ register, task, hints }: RowQuery): SubjectMatch => matchSubjects(register, task, hints))

/** The match of the row's indicator, among those of its task where that is known. */
const ofIndicator = oncePer((query: RowQuery): SubjectMatch => matchSubjects(query.register, query.indicator, withinTask(query)))

function withinTask(query: RowQuery): MatchHints {
  const task = query.task === '' ? undefined : ofTask(query)
  return task?.task !== undefined && task.candidates === undefined ? { ...query.hints, among: [task.task] } : query.hints
}

/** A row's own words first, the narrowest of them first of all; then what is around it. */
export const MATCH_RULES: readonly MatchRule[] = [
  {
    name: 'names of items under headings that bind the figures',
    example: '路段 | 农村公路目标 | 农村公路完成',
    match: ({ table }) => (table.namesItems && table.isBoundByHeadings ? NO_MATCH : undefined),
  },
  {
    name: 'names of items under a title of one indicator',
    example: '窨井设施整治进展情况表 over 路段',
    match: ({ table }) => (table.namesItems && table.title.indicators.length === 1 ? table.title : undefined),
  },
  {
    name: 'names of several indicators beside as many targets',
    example: '供热管网及燃气管道 | 供热6公里、燃气10公里',
    match: ({ register, task, indicator, targets, hints: { category } }) =>
      targets.length < 2 ? undefined : severalNames(register, indicator || task, targets, category === undefined ? {} : { category }),
  },
  {
    name: 'promises of several tasks, each with its target',
    example: '“消夏音乐季”演出100场、“政府采购百场戏”300场',
    match: ({ register, task, indicator }) => severalPromises(register, indicator || task),
  },
  {
    name: 'the words of the target, where the names leave it open which indicator of theirs it is of',
    example: '“两癌”免费筛查 | 宫颈癌9800人',
    match: (query) => {
      const { register, targetWords, hints } = query
      if (targetWords === '') return undefined
      const names = query.indicator === '' ? ofTask(query) : ofIndicator(query)
      const isOpen = names.indicators.length !== 1 || names.candidates !== undefined
      const match = isOpen ? matchSubjects(register, targetWords, hints) : NO_MATCH
      const fits = names.task === undefined || names.task === match.task
      return match.indicators.length === 1 && fits ? decided(match) : undefined
    },
  },
  {
    name: 'the indicator',
    example: '新改建农村公路里程',
    match: (query) => (query.indicator === '' ? undefined : decided(ofIndicator(query))),
  },
  {
    name: 'task and indicator together',
    example: '农村公路建设 | 里程',
    match: (query) =>
      query.indicator === '' || query.task === ''
        ? undefined
        : decided(matchSubjects(query.register, `${query.task}${query.indicator}`, withinTask(query))),
  },
  {
    name: 'the task',
    example: '窨井设施整治',
    match: (query) => (query.task === '' ? undefined : decided(ofTask(query))),
  },
  {
    name: 'the task, whatever category it is under',
    example: '文化惠民 | 窨井设施整治',
    match: ({ register, task, indicator, hints }) => {
      const { category, ...rest } = hints
      return task === '' || indicator !== '' || category === undefined ? undefined : decided(matchSubjects(register, task, rest))
    },
  },
  {
    name: 'several that a person decides between',
    example: '过街天桥',
    match: (query) => {
      const match = query.indicator !== '' ? ofIndicator(query) : query.task !== '' ? ofTask(query) : undefined
      return match?.candidates && match
    },
  },
  {
    name: 'the section',
    example: '三、农村公路',
    match: ({ register, section, hints }) => (section === undefined ? undefined : decided(matchSubjects(register, section, hints))),
  },
  {
    name: 'headings that bind the figures',
    example: '农村公路目标 | 农村公路完成',
    match: ({ table }) => (table.isBoundByHeadings ? NO_MATCH : undefined),
  },
  {
    name: 'the title, where the row names nothing',
    example: '农村公路建设进展情况表',
    match: ({ task, indicator, table }) => (task === '' && indicator === '' ? table.title : undefined),
  },
]
