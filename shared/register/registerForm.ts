import type { Stage } from '../quantity/stage.ts'
import type { AreaCode, IndicatorKind, ReportingCalendar, Task, UnitKind } from './register.ts'

/**
 * A register as a person writes it (docs/register.md): figures are decimal texts with 万 or 亿 ("2.9万"), what is left
 * out has a default. `completeRegister` makes a Register of it; `parseRegister` reads it from JSON.
 */
export interface RegisterForm {
  readonly schema?: 1 | undefined
  readonly id: string
  readonly year: number
  readonly version?: number | undefined
  /** Default: "2021年重点民生实事" with the register's year. */
  readonly title?: string | undefined
  readonly city: AreaCode
  readonly areas: readonly AreaForm[]
  readonly zones?: readonly { readonly name: string; readonly aliases?: readonly string[] | undefined }[] | undefined
  /** Besides the common ones, which are always known. */
  readonly measures?: readonly MeasureForm[] | undefined
  readonly units: readonly UnitForm[]
  /** Default: a category for each number that the tasks name, with the number as its title. */
  readonly categories?: readonly { readonly no: number; readonly title: string }[] | undefined
  readonly tasks: readonly TaskForm[]
  readonly indicators: readonly IndicatorForm[]
  /** Default: derived from tasks and indicators (`deriveAssignments`). Where given, it is the whole list. */
  readonly assignments?: readonly AssignmentForm[] | undefined
  /** Duties that moved within the year. */
  readonly succeeds?: readonly SuccessionForm[] | undefined
  /** Percent points behind schedule as decimal texts; default 10, 30, and 7 days. */
  readonly lights?: { readonly yellowFrom: string; readonly redAbove: string; readonly dueWithinDays: number } | undefined
  /** By when units report; default by the 30th, in December by the 25th, three days of grace. */
  readonly calendar?: ReportingCalendar | undefined
  /** What should be done by a day, in percent of the target. */
  readonly plans?:
    | readonly { readonly indicator: string; readonly points: readonly { readonly date: string; readonly percent: string }[] }[]
    | undefined
}

/** An area; the city is `prefecture`, every other one `county`, if nothing is said. */
export interface AreaForm {
  readonly code: AreaCode
  readonly name: string
  readonly level?: 'prefecture' | 'county' | undefined
  readonly aliases?: readonly string[] | undefined
}

/** A measure of the register's own, or a common one with other synonyms. */
export interface MeasureForm {
  readonly name: string
  readonly synonyms?: readonly string[] | undefined
  /** Words that mean this measure for some indicators only (例 is 人 in screenings). */
  readonly synonymsFor?: readonly { readonly word: string; readonly indicators: readonly string[] }[] | undefined
}

/** A unit; with an area it is that county's government, without one a department. */
export interface UnitForm {
  /** Default "u1", "u2" … in the order written; better given, since it is part of addresses and keys. */
  readonly id?: string | undefined
  readonly name: string
  readonly kind?: UnitKind | undefined
  readonly aliases?: readonly string[] | undefined
  /** The county of a county government. */
  readonly area?: AreaCode | null | undefined
}

/** A task; category and number come from its id. */
export interface TaskForm {
  /** "7.1", or "4" in a category with one task. */
  readonly id: string
  readonly categoryNo?: number | undefined
  readonly taskNo?: number | null | undefined
  readonly text: string
  /** Ids or names of units, the first one leading. */
  readonly leadUnits: readonly string[]
  /** Which unit reports the narrative, where that is not the first lead unit. */
  readonly reporter?: string | undefined
  readonly counties?: 'all' | 'none' | CountyScopeForm | undefined
  readonly origin?: Task['origin'] | undefined
}

/** Which counties a task names, and in which words. */
export interface CountyScopeForm {
  readonly kind: 'all' | 'relevant' | 'none'
  readonly phrase?: string | null | undefined
  readonly areas?: readonly AreaCode[] | undefined
}

/** An indicator; its kind comes from measure and target. */
export interface IndicatorForm {
  /** "7.1.a": the task's id and a letter. */
  readonly id: string
  readonly taskId?: string | undefined
  readonly name: string
  readonly kind?: IndicatorKind | undefined
  readonly measure?: string | null | undefined
  /** For a percentage of counts, what is counted ("例"). */
  readonly countMeasure?: string | undefined
  readonly target?: string | TargetForm | null | undefined
  /** What counties are given of it, by their codes, as decimal texts ("50", "1.2万"). */
  readonly countyTargets?: Readonly<Record<AreaCode, string>> | undefined
  readonly area?: AreaCode | undefined
  readonly scopeText?: string | null | undefined
  /** An ISO date, or the words with the date they mean; default the year's end, implied. */
  readonly deadline?: string | { readonly raw: string; readonly date?: string | undefined } | undefined
  readonly countsStage?: Stage | undefined
  readonly direction?: 'up' | 'down' | undefined
  readonly rollup?: 'sum' | 'ratio_of_sums' | 'latest' | undefined
  /** Id or name of the unit whose figure is of record, where that is not the task's first lead unit. */
  readonly reporter?: string | undefined
  /** 'city' (default): one row for the indicator's own area. 'counties': a row for each county, summed. */
  readonly reportedBy?: 'city' | 'counties' | undefined
  /** Of `counties`, those that have a part of the target and must be reported; default all. */
  readonly requiredAreas?: readonly AreaCode[] | undefined
  /** The report adds figure and percentage of the target where the unit's text does not state them. */
  readonly statePercent?: boolean | undefined
}

/** A target with its relation and the document's words. */
export interface TargetForm {
  readonly value: string
  /** Given where the text says so (不少于, 达到); left out, a bare number is read as "at least". */
  readonly op?: '>=' | '==' | '<=' | undefined
  /** As the document words it. */
  readonly raw?: string | undefined
}

/** Who reports a subject for which areas. */
export interface AssignmentForm {
  readonly subject: string
  readonly reporter: string
  readonly areas: readonly AreaCode[]
  readonly ofRecord?: boolean | undefined
  readonly required?: boolean | undefined
}

/** A duty that moved from one unit to another; without a subject, all that the reporter has of record. */
export interface SuccessionForm {
  readonly subject?: string | undefined
  /** Ids or names of units. */
  readonly reporter: string
  readonly predecessor: string
  /** The period from which the reporter has it: "2021-06". */
  readonly from: string
}

/** What a sheet of tasks does not say: the city, its areas, units, measures, lights; `basisOfRegister` takes it from another year. */
export type RegisterBasis = Omit<RegisterForm, 'categories' | 'tasks' | 'indicators' | 'assignments' | 'succeeds'>
