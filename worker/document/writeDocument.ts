import { endOfMonth } from '../../shared/quantity/calendar.ts'
import type { Register } from '../../shared/register/register.ts'
import { cityOf } from '../../shared/register/registerIndex.ts'
import { buildReport } from '../../shared/report/buildReport.ts'
import { buildCircular } from '../../shared/report/circular/buildCircular.ts'
import { circularText } from '../../shared/report/circular/circularText.ts'
import { buildProposals } from '../../shared/report/letters/buildProposals.ts'
import { buildReminders } from '../../shared/report/letters/buildReminders.ts'
import { lintFindingText } from '../../shared/report/lint/lintFindingText.ts'
import { lintReport } from '../../shared/report/lint/lintReport.ts'
import type { Letterhead } from '../../shared/report/reportDocument.ts'
import type { ReportInput } from '../../shared/report/reportInput.ts'
import { reportText } from '../../shared/report/reportText.ts'
import type { Consolidation } from '../../shared/wire/consolidation.ts'
import { circularDocx } from './circularDocx.ts'
import { reportDocx } from './reportDocx.ts'
import { reportXlsx } from './reportXlsx.ts'

/** What a document is written from. */
export interface DocumentSource {
  readonly register: Register
  readonly consolidation: Consolidation
  readonly opening?: { readonly asOf: string; readonly overall: string }
  /** Units whose period the coordinator has not accepted yet. */
  readonly pending: ReadonlySet<string>
  readonly softDeadline?: string
  /** False where nobody knows who has reported when (the demo). */
  readonly unitsKnown?: boolean
}

/** Which document, in which format, and what only a person can say. */
export interface DocumentAsked {
  readonly period: string
  readonly format: string
  readonly kind: string
  readonly formal: boolean
  readonly issuer?: string | undefined
  readonly number?: string | undefined
  readonly signatory?: string | undefined
  readonly addressee?: string | undefined
  readonly date?: string | undefined
  readonly on?: string | undefined
  readonly deadline?: string | undefined
  readonly today: string
  readonly previous?: string | undefined
  readonly lintOf?: string | undefined
}

export interface WrittenDocument {
  readonly content: string | Uint8Array
  /** What the lint and the writer have to say, a line each. */
  readonly notes: readonly string[]
}

/** One document of a period, with what was found in it before it was written. */
export async function writeDocument(source: DocumentSource, asked: DocumentAsked): Promise<WrittenDocument> {
  const { register, consolidation } = source
  const on = asked.on ?? endOfMonth(asked.period) ?? `${asked.period}-28`
  if (asked.kind === 'reminders') {
    const reminders = buildReminders(register, consolidation, asked.deadline ?? source.softDeadline ?? on, asked.today)
    return { content: reminders.map((reminder) => `${reminder.text}\n`).join('\n'), notes: [] }
  }
  if (asked.kind === 'circular') {
    const circular = buildCircular({
      register,
      consolidation,
      ...(source.unitsKnown === undefined ? {} : { unitsKnown: source.unitsKnown }),
    })
    return { content: asked.format === 'text' ? circularText(circular) : await circularDocx(circular), notes: [] }
  }
  const lint = (text: string) => lintReport(text, { register, on, ...(asked.previous === undefined ? {} : { previous: asked.previous }) })
  const proposals = (text: string) =>
    buildProposals(register, lint(text), asked.period)
      .map((one) => `${one.text}\n`)
      .join('\n')
  const given = asked.lintOf
  if (given !== undefined) {
    return { content: asked.kind === 'proposals' ? proposals(given) : `${lint(given).map(lintFindingText).join('\n')}\n`, notes: [] }
  }
  const input: ReportInput = {
    register,
    consolidation,
    pending: source.pending,
    ...(source.opening === undefined ? {} : { opening: source.opening }),
    ...(asked.formal ? { letterhead: letterheadOf(source, asked, on) } : {}),
  }
  const report = buildReport(input)
  const text = reportText(report)
  if (asked.kind === 'proposals') return { content: proposals(text), notes: [] }
  const notes = [...lint(text).map(lintFindingText), ...report.leftOut]
  if (asked.kind === 'lint') return { content: `${notes.join('\n')}\n`, notes: [] }
  if (asked.format === 'text') return { content: text, notes }
  return { content: asked.format === 'xlsx' ? reportXlsx(report, input) : await reportDocx(report), notes }
}

/** What nobody gave stays blank, to be filled in by hand. */
function letterheadOf({ register }: DocumentSource, asked: DocumentAsked, on: string): Letterhead {
  const city = cityOf(register)?.name ?? ''
  return {
    issuer: asked.issuer ?? `${city}人民政府办公室`,
    documentNo: asked.number ?? `〔${register.year}〕　号`,
    signatory: asked.signatory ?? '　　　',
    addressee: asked.addressee ?? `${city}人民政府`,
    date: asked.date ?? on,
  }
}
