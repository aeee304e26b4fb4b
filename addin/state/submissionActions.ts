import { recordKeyText } from '../../shared/record/figureRecord.ts'
import type { Desk } from '../flow/desk.ts'
import { listPeriods } from '../flow/session/openDesk.ts'
import type { SentRow } from '../flow/submit/deliver.ts'
import { noDecisions } from '../flow/submit/planSubmission.ts'
import { resendOutbox } from '../flow/submit/resendOutbox.ts'
import { resolveWithMine } from '../flow/submit/resolveConflict.ts'
import { previewSubmission, replan, submitSheet } from '../flow/submit/submitSheet.ts'
import type { Actions } from './actions.ts'
import type { Bench } from './bench.ts'
import { showCheck } from './sheetActions.ts'
import { readOwnUnit } from './unitActions.ts'

type SubmissionActions = Pick<
  Actions,
  'preview' | 'decide' | 'cancelPreview' | 'submit' | 'resend' | 'keepMine' | 'takeTheirs' | 'closeAnswers'
>

/** From the preview to the answer, and settling what the answer leaves open. */
export function submissionActions(bench: Bench, select: Actions['select']): SubmissionActions {
  const { ports, stores, say } = bench

  /** The period as it is now: it may have been locked or reopened since it was chosen. */
  async function renewed(desk: Desk): Promise<Desk | null> {
    const list = await listPeriods(ports)
    if (!list.ok) {
      say(list.fault)
      return null
    }
    stores.periods.set(list.value.periods)
    const fresh = { ...desk, period: list.value.periods.find(({ id }) => id === desk.period.id) ?? desk.period }
    stores.desk.set(fresh)
    return fresh
  }

  return {
    preview: () =>
      bench.atDesk('preview', async (chosen) => {
        const desk = await renewed(chosen)
        if (desk === null) return
        const preview = await previewSubmission(ports, desk)
        stores.answers.set(null)
        if (!preview.ok) {
          const { fault } = preview
          return fault.tag === 'noTable' ? showCheck(bench, { ok: false, fault }, false) : say(fault)
        }
        const { check, plan } = preview.value
        const before = stores.checked.get()
        stores.checked.set({ tag: 'checked', check, stale: false, marked: before.tag === 'checked' && before.marked })
        stores.pending.set({ preview: preview.value, decisions: noDecisions, plan })
      }),

    decide(change) {
      const pending = stores.pending.get()
      const desk = stores.desk.get()
      if (pending === null || desk === null) return
      const decisions = change(pending.decisions)
      stores.pending.set({ ...pending, decisions, plan: replan(pending.preview, desk, decisions) })
    },
    cancelPreview: () => stores.pending.set(null),

    submit: () =>
      bench.atDesk('submit', async (desk) => {
        const pending = stores.pending.get()
        if (pending === null) return
        const answer = await submitSheet(ports, desk, pending.preview, pending.decisions)
        stores.waiting.set((await ports.outbox.list()).filter(({ reporter }) => reporter === desk.account.reporter).length)
        if (answer.ok) {
          const { sent, kept, cut } = answer.value
          stores.pending.set(null)
          stores.answers.set({ sent, kept, given: pending.decisions, resent: false })
          void readOwnUnit(bench, desk)
          if (cut !== null) say(cut)
          return
        }
        const { fault } = answer
        if (fault.tag === 'noTable') return showCheck(bench, { ok: false, fault }, false)
        if (fault.tag === 'sheetChanged') {
          stores.pending.set({ preview: fault.preview, decisions: pending.decisions, plan: fault.preview.plan })
          stores.checked.set({ tag: 'checked', check: fault.preview.check, stale: false, marked: false })
          return say({ tag: 'sheetChanged' })
        }
        if (fault.tag === 'undelivered') stores.pending.set(null)
        say(fault)
      }),

    resend: () =>
      bench.atDesk('resend', async (desk) => {
        await resendWaiting(bench, desk)
        void readOwnUnit(bench, desk)
      }),

    keepMine: (row) =>
      bench.atDesk('resolve', async (desk) => {
        const answer = await resolveWithMine(ports, desk, row, stores.answers.get()?.given ?? { reasons: {} })
        if (!answer.ok) return say(answer.fault.tag === 'sheetChanged' ? { tag: 'sheetChanged' } : answer.fault)
        replaceRows(bench, answer.value)
        void readOwnUnit(bench, desk)
      }),

    async takeTheirs(row) {
      const field = row.outcome.status === 'conflict' ? row.outcome.fields[0] : undefined
      const cell = (field && row.origin.cells[field]) ?? Object.values(row.origin.cells)[0]
      if (cell !== undefined) await select(row.origin.sheet, cell)
    },
    closeAnswers: () => stores.answers.set(null),
  }
}

/** Sends what an earlier opening left, and shows what came of it. */
export async function resendWaiting({ ports, stores, say }: Bench, desk: Desk): Promise<void> {
  if (desk.account.reporter === null) return
  const resent = await resendOutbox(ports, desk.account.reporter)
  stores.waiting.set(resent.waiting)
  const refused = resent.refused.at(-1)
  if (refused) say(refused)
  if (resent.sent.length > 0) stores.answers.set({ sent: resent.sent, kept: [], given: { reasons: {} }, resent: true })
}

function replaceRows({ stores }: Bench, rows: readonly SentRow[]): void {
  const fresh = new Map(rows.map((row) => [recordKeyText(row.key), row]))
  stores.answers.update((before) =>
    before === null ? null : { ...before, sent: before.sent.map((row) => fresh.get(recordKeyText(row.key)) ?? row) },
  )
}
