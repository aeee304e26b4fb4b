import { recordKeyText } from '../../shared/record/figureRecord.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import { listPeriods } from '../flow/session/openPeriodContext.ts'
import type { SentRow } from '../flow/submit/deliver.ts'
import { noDecisions } from '../flow/submit/planSubmission.ts'
import { resendOutbox } from '../flow/submit/resendOutbox.ts'
import { resolveWithMine } from '../flow/submit/resolveConflict.ts'
import { previewSubmission, replan, submitInParts } from '../flow/submit/submitSheet.ts'
import type { LongWork } from '../ports/longWork.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { showCheck } from './sheetActions.ts'
import { readOwnUnit } from './unitActions.ts'

type SubmissionActions = Pick<
  Actions,
  'preview' | 'decide' | 'cancelPreview' | 'submit' | 'resend' | 'keepMine' | 'takeTheirs' | 'closeAnswers'
>

/** From the preview to the answer, and settling what the answer leaves open. */
export function submissionActions(actionContext: ActionContext, select: Actions['select']): SubmissionActions {
  const { ports, stores, showFault } = actionContext

  /** The period as it is now: it may have been locked or reopened since it was chosen. */
  async function renewed(context: PeriodContext): Promise<PeriodContext | null> {
    const list = await listPeriods(ports, null)
    if (!list.ok) {
      showFault(list.fault)
      return null
    }
    stores.periods.set(list.value.periods)
    const fresh = { ...context, period: list.value.periods.find(({ id }) => id === context.period.id) ?? context.period }
    stores.context.set(fresh)
    return fresh
  }

  return {
    preview: () =>
      actionContext.runInPeriod('preview', async (chosen, work) => {
        const context = await renewed(chosen)
        if (context === null) return
        const preview = await previewSubmission(ports, context, work)
        stores.answers.set(null)
        if (!preview.ok) {
          const { fault } = preview
          return fault.tag === 'noTable' ? showCheck(actionContext, { ok: false, fault }, {}) : showFault(fault)
        }
        const { check, plan } = preview.value
        const before = stores.checked.get()
        stores.checked.set({ tag: 'checked', check, stale: false, marked: before.tag === 'checked' && before.marked })
        stores.pending.set({ preview: preview.value, decisions: noDecisions, plan })
      }),

    decide(change) {
      const pending = stores.pending.get()
      const context = stores.context.get()
      if (pending === null || context === null) return
      const decisions = change(pending.decisions)
      stores.pending.set({ ...pending, decisions, plan: replan(pending.preview, context, decisions) })
    },
    cancelPreview: () => stores.pending.set(null),

    submit: () =>
      actionContext.runInPeriod('submit', async (context, work) => {
        const pending = stores.pending.get()
        if (pending === null) return
        const answer = await submitInParts(ports, context, pending, work)
        // Also where the submission failed: what could not be delivered waits, and the pane says so.
        stores.waiting.set((await ports.outbox.list()).filter(({ reporter }) => reporter === context.account.reporter).length)
        if (answer.ok) {
          const { cut, ...rows } = answer.value
          stores.pending.set(null)
          stores.answers.set({ ...rows, given: pending.decisions, resent: false })
          void readOwnUnit(actionContext, context)
          if (cut !== null) showFault(cut)
          return
        }
        const { fault } = answer
        if (fault.tag === 'noTable') return showCheck(actionContext, { ok: false, fault }, {})
        if (fault.tag === 'sheetChanged') {
          stores.pending.set({ preview: fault.preview, decisions: pending.decisions, plan: fault.preview.plan })
          stores.checked.set({ tag: 'checked', check: fault.preview.check, stale: false, marked: false })
          return showFault({ tag: 'sheetChanged' })
        }
        if (fault.tag === 'undelivered') stores.pending.set(null)
        showFault(fault)
      }),

    resend: () =>
      actionContext.runInPeriod('resend', async (context, work) => {
        await resendWaiting(actionContext, context, work)
        void readOwnUnit(actionContext, context)
      }),

    keepMine: (row) =>
      actionContext.runInPeriod('resolve', async (context) => {
        const answer = await resolveWithMine(ports, context, row, stores.answers.get()?.given ?? { reasons: {} })
        if (!answer.ok) return showFault(answer.fault.tag === 'sheetChanged' ? { tag: 'sheetChanged' } : answer.fault)
        replaceRows(actionContext, answer.value)
        void readOwnUnit(actionContext, context)
      }),

    async takeTheirs(row) {
      const field = row.outcome.status === 'conflict' ? row.outcome.fields[0] : undefined
      const cell = (field && row.place.cells[field]) ?? Object.values(row.place.cells)[0]
      if (cell !== undefined) await select(row.place.sheet, cell)
    },
    closeAnswers: () => stores.answers.set(null),
  }
}

/** Sends what an earlier opening left, and shows what came of it. */
export async function resendWaiting({ ports, stores, showFault }: ActionContext, context: PeriodContext, work: LongWork): Promise<void> {
  const { reporter } = context.account
  if (reporter === null) return
  // On opening it is part of signing in, and is told as what it is, since it can be stopped.
  if ((await ports.outbox.list()).some((entry) => entry.reporter === reporter)) stores.busy.set('resend')
  const resent = await resendOutbox(ports, reporter, work)
  stores.waiting.set(resent.waiting)
  const refused = resent.refused.at(-1)
  if (refused) showFault(refused)
  else if (resent.stopped) showFault({ tag: 'resendingStopped' })
  if (resent.sent.length > 0)
    stores.answers.set({ sent: resent.sent, unsent: [], undelivered: [], stopped: [], given: { reasons: {} }, resent: true })
}

function replaceRows({ stores }: ActionContext, rows: readonly SentRow[]): void {
  const fresh = new Map(rows.map((row) => [recordKeyText(row.key), row]))
  stores.answers.update((before) =>
    before === null ? null : { ...before, sent: before.sent.map((row) => fresh.get(recordKeyText(row.key)) ?? row) },
  )
}
