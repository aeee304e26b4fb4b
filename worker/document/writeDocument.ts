import type { PeriodDays, UnitDays } from '../../shared/consolidation/sendingDays.ts'
import { endOfMonth } from '../../shared/quantity/dates/calendar.ts'
import type { Register } from '../../shared/register/register.ts'
import { buildReport } from '../../shared/report/buildReport.ts'
import { buildCircular } from '../../shared/report/circular/buildCircular.ts'
import { circularText } from '../../shared/report/circular/circularText.ts'
import { buildProposals, type Proposals } from '../../shared/report/letters/buildProposals.ts'
import { buildReminders, type RemindersInput } from '../../shared/report/letters/buildReminders.ts'
import { remindersText } from '../../shared/report/letters/remindersText.ts'
import type { LintFinding } from '../../shared/report/lint/lintFinding.ts'
import { lintFindingText, lintLineText } from '../../shared/report/lint/lintFindingText.ts'
import { lintReport } from '../../shared/report/lint/lintReport.ts'
import type { Letterhead, ReportDocument } from '../../shared/report/reportDocument.ts'
import { reportText } from '../../shared/report/reportText.ts'
import { safeText } from '../../shared/report/safeText.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import type { DocumentFormat, DocumentKind, DocumentLetter } from '../../shared/wire/document.ts'
import { circularDocx } from './circularDocx.ts'
import { lettersDocx } from './lettersDocx.ts'
import { reportDocx } from './reportDocx.ts'
import { reportXlsx } from './reportXlsx.ts'
import { sourcesXlsx } from './sourcesXlsx.ts'

/** What a document is written from. */
export interface DocumentSource {
  readonly register: Register
  readonly consolidation: Consolidation
  readonly opening?: { readonly asOf: string; readonly overall: string }
  /** Units whose period the coordinator has not accepted yet. */
  readonly pending: ReadonlySet<string>
  /** For reminders: until when anybody may send, and each unit's own days; left out where nobody knows (the demo). */
  readonly days?: PeriodDays
  readonly units?: ReadonlyMap<string, UnitDays>
  /** False where nobody knows who has reported when (the demo). */
  readonly unitsKnown?: boolean
}

/** Which document, in which format, and what only a person can say. */
export interface DocumentOptions {
  /** "2021-05" */
  readonly period: string
  /** 'lint' is what the lint finds in the report, as a text. */
  readonly kind: DocumentKind | 'lint'
  readonly format: DocumentFormat
  /** A report or a circular with a letterhead; what of it nobody gave stays blank. */
  readonly formal: boolean
  readonly issuer?: string | undefined
  readonly number?: string | undefined
  readonly signatory?: string | undefined
  readonly addressee?: string | undefined
  readonly date?: string | undefined
  /** 附件说明, a line each. */
  readonly annexes?: string | undefined
  readonly copyTo?: string | undefined
  readonly printedBy?: string | undefined
  readonly printedOn?: string | undefined
  /** 导语 and 要求 of a circular, a paragraph a line. */
  readonly lead?: string | undefined
  readonly demands?: string | undefined
  /** The day that forecasts are judged on, ISO; today, or the last day of a month that is over, where left out. */
  readonly on?: string | undefined
  /** Of reminders, in place of the period's soft deadline. */
  readonly deadline?: string | undefined
  /** China's day. */
  readonly today: string
  /** Last period's report as text, for the lint. */
  readonly previous?: string | undefined
  /** A report that somebody wrote: checked in place of ours. */
  readonly lintOf?: string | undefined
}

/** A document's bytes, or its text. */
export interface WrittenDocument {
  readonly content: string | Uint8Array
  /** What the lint found in a report and what was left out of it, a line each. */
  readonly notes: readonly string[]
}

/** One document of a period, with what was found in it before it was written. */
export async function writeDocument(source: DocumentSource, options: DocumentOptions): Promise<WrittenDocument> {
  switch (options.kind) {
    case 'reminders':
      return options.format === 'docx'
        ? { content: await lettersDocx('催办', lettersOf(source, options), reminders(source, options)), notes: [] }
        : textOnly(reminders(source, options))
    case 'circular':
      return { content: await circularContent(source, options), notes: [] }
    case 'proposals':
      return options.format === 'docx'
        ? { content: await lettersDocx('更正建议', lettersOf(source, options), NO_PROPOSALS), notes: [] }
        : textOnly(lettersText(proposals(source, options)))
    case 'sources':
      return { content: sourcesXlsx(reportOf(source, options)), notes: [] }
    case 'lint':
    case 'report':
      if (options.lintOf !== undefined) return textOnly(`${lintLines(source, options, options.lintOf).join('\n')}\n`)
      return await writeReport(source, options)
  }
}

const textOnly = (content: string): WrittenDocument => ({ content, notes: [] })

const NO_PROPOSALS = '没有需要更正的文字。'

/** Each unit's own text of reminders or proposals; none of any other document. */
export function lettersOf(source: DocumentSource, options: DocumentOptions): readonly DocumentLetter[] {
  const letters =
    options.kind === 'reminders'
      ? buildReminders(remindersInput(source, options)).reminders
      : options.kind === 'proposals'
        ? proposals(source, options)
        : []
  return letters.map(({ name, text }) => ({ name, text }))
}

const lettersText = (letters: readonly DocumentLetter[]): string => letters.map(({ text }) => `${text}\n`).join('\n')

const reminders = (source: DocumentSource, options: DocumentOptions): string => remindersText(remindersInput(source, options))

/** A deadline that is asked for is everybody's whose own is not later. */
function remindersInput({ register, consolidation, days, units }: DocumentSource, options: DocumentOptions): RemindersInput {
  const { deadline: asked, today } = options
  const known = days ?? { state: 'open', softDeadline: judgedDay(options), hardDeadline: null }
  const common = asked === undefined ? known : { ...known, softDeadline: asked }
  const own = [...(units ?? [])].map(([id, unit]): [string, UnitDays] => [
    id,
    asked !== undefined && asked > unit.deadline ? { ...unit, deadline: asked } : unit,
  ])
  return { register, figures: consolidation, days: common, units: new Map(own), today }
}

async function circularContent({ register, consolidation, pending, unitsKnown }: DocumentSource, options: DocumentOptions) {
  const circular = buildCircular({
    register,
    consolidation,
    pending,
    lead: paragraphsOf(options.lead),
    demands: paragraphsOf(options.demands),
    ...(options.formal ? { letterhead: letterheadOf(options) } : {}),
    ...(unitsKnown === undefined ? {} : { unitsKnown }),
  })
  return options.format === 'text' ? circularText(circular) : await circularDocx(circular)
}

const proposals = (source: DocumentSource, options: DocumentOptions): readonly Proposals[] =>
  buildProposals(source.register, lintOf(source, options, options.lintOf ?? reportOf(source, options)), options.period)

async function writeReport(source: DocumentSource, options: DocumentOptions): Promise<WrittenDocument> {
  const report = reportOf(source, options)
  const notes = [...lintLines(source, options, report), ...report.leftOut]
  if (options.kind === 'lint') return textOnly(`${notes.join('\n')}\n`)
  if (options.format === 'text') return { content: reportText(report), notes }
  return { content: options.format === 'xlsx' ? reportXlsx(report, source) : await reportDocx(report), notes }
}

function reportOf(source: DocumentSource, options: DocumentOptions): ReportDocument {
  const { register, consolidation, pending, opening } = source
  return buildReport({
    register,
    consolidation,
    pending,
    today: options.today,
    ...(opening === undefined ? {} : { opening }),
    ...(options.formal ? { letterhead: letterheadOf(options) } : {}),
  })
}

function lintOf({ register }: DocumentSource, options: DocumentOptions, report: string | ReportDocument): readonly LintFinding[] {
  const { previous } = options
  return lintReport(report, { register, on: judgedDay(options), ...(previous === undefined ? {} : { previous }) })
}

const lintLines = (source: DocumentSource, options: DocumentOptions, report: string | ReportDocument): readonly string[] =>
  // a report that somebody wrote is a text of lines; ours is a document
  lintOf(source, options, report).map(options.lintOf === undefined ? lintFindingText : lintLineText)

/** Today, but of a month that is over its last day: a day that is still to come has not come. */
function judgedDay({ on, period, today }: DocumentOptions): string {
  const last = endOfMonth(period) ?? today
  return on ?? (today < last ? today : last)
}

/** What nobody gave stays blank, to be filled in by hand. */
function letterheadOf(options: DocumentOptions): Letterhead {
  return {
    issuer: lineOf(options.issuer),
    documentNo: lineOf(options.number),
    signatory: lineOf(options.signatory),
    addressee: lineOf(options.addressee),
    date: options.date ?? '',
    annexes: paragraphsOf(options.annexes),
    imprint: { copyTo: lineOf(options.copyTo), printedBy: lineOf(options.printedBy), printedOn: options.printedOn ?? '' },
  }
}

/** What a person typed, without what no document can hold. */
const paragraphsOf = (typed: string | undefined): readonly string[] => safeText(typed ?? '').paragraphs
const lineOf = (typed: string | undefined): string => paragraphsOf(typed).join(' ')
