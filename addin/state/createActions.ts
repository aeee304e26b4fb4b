import type { Result } from '../../shared/base/result.ts'
import { recordKeyText } from '../../shared/sheet/figureRecord.ts'
import type { Correction } from '../../shared/sheet/reading.ts'
import type { CheckFault, SheetCheck } from '../flow/checkSheet.ts'
import { checkSheet, showMarks } from '../flow/checkSheet.ts'
import type { ConsolidationWords } from '../flow/consolidationSheet.ts'
import { correctReading, forgetCorrections } from '../flow/correctReading.ts'
import type { SentRow } from '../flow/deliver.ts'
import type { Desk } from '../flow/desk.ts'
import { listPeriods, openDesk } from '../flow/openDesk.ts'
import type { Decisions } from '../flow/planSubmission.ts'
import { noDecisions } from '../flow/planSubmission.ts'
import { askConsolidation, pullConsolidation } from '../flow/pullConsolidation.ts'
import { resendOutbox } from '../flow/resendOutbox.ts'
import { resolveWithMine } from '../flow/resolveConflict.ts'
import { resumeSession, signIn, signOut } from '../flow/signIn.ts'
import { previewSubmission, replan, submitSheet } from '../flow/submitSheet.ts'
import type { Ports } from '../ports.ts'
import type { PaneFault } from './fault.ts'
import type { Busy, Stores } from './stores.ts'

/** What a person can do; each ends in a store, and none throws but for our own bugs, which become a `bug` fault. */
export interface Actions {
  /** At the opening of the pane; `invitation` is tried at once where the address brought one. */
  begin(invitation: string | null): Promise<void>
  signIn(code: string): Promise<void>
  signOut(): Promise<void>
  choosePeriod(id: string): Promise<void>
  check(): Promise<void>
  setMarks(shown: boolean): Promise<void>
  select(sheet: string, cell: string): Promise<void>
  correct(sheet: string, correction: Correction): Promise<void>
  forgetCorrections(sheet: string): Promise<void>
  preview(): Promise<void>
  decide(change: (before: Decisions) => Decisions): void
  cancelPreview(): void
  submit(): Promise<void>
  resend(): Promise<void>
  keepMine(row: SentRow): Promise<void>
  takeTheirs(row: SentRow): Promise<void>
  closeAnswers(): void
  lookUp(): Promise<void>
  pull(words: ConsolidationWords): Promise<void>
  dismissFault(): void
  /** The sheet was edited or another one shown. */
  edited(sheet: string): void
}

/** Wires the flows to the stores. `device` is what the person will recognise in a list of devices; `report` hears of our own bugs. */
export function createActions(ports: Ports, stores: Stores, device: string, report: (bug: unknown) => void): Actions {
  /** Runs one thing at a time; a click while busy is dropped, and a bug ends at this edge. */
  async function doing(busy: Exclude<Busy, null>, act: () => Promise<void>): Promise<void> {
    if (stores.busy.get() !== null) return
    stores.busy.set(busy)
    stores.fault.set(null)
    try {
      await act()
    } catch (error) {
      report(error)
      stores.fault.set({ tag: 'bug', message: error instanceof Error ? error.message : String(error) })
    } finally {
      stores.busy.set(null)
    }
  }

  /** Says a fault; where the server no longer knows the person, the sign-in opens and the work stays. */
  function say(fault: PaneFault): void {
    stores.fault.set(fault)
    const cause = fault.tag === 'undelivered' ? fault.cause : fault
    if (cause.tag === 'signedOut') stores.session.set({ tag: 'signedOut' })
  }

  const withDesk = async (act: (desk: Desk) => Promise<void>): Promise<void> => {
    const desk = stores.desk.get()
    if (desk !== null) await act(desk)
  }

  function forgetWork(): void {
    stores.checked.set({ tag: 'none' })
    stores.pending.set(null)
    stores.answers.set(null)
    stores.consolidation.set(null)
  }

  async function enter(): Promise<void> {
    const session = stores.session.get()
    if (session.tag !== 'signedIn') return
    const list = await listPeriods(ports)
    if (!list.ok) return say(list.fault)
    stores.periods.set(list.value.periods)
    const desk = await openDesk(ports, session.account, list.value.periods, list.value.first)
    if (!desk.ok) return say(desk.fault)
    stores.desk.set(desk.value)
    await resendWaiting(desk.value)
  }

  async function resendWaiting(desk: Desk): Promise<void> {
    if (desk.account.reporter === null) return
    const resent = await resendOutbox(ports, desk.account.reporter)
    stores.waiting.set(resent.waiting)
    const refused = resent.refused.at(-1)
    if (refused) say(refused)
    if (resent.sent.length > 0) stores.answers.set({ sent: resent.sent, kept: [], reasons: {}, resent: true })
  }

  async function showCheck(result: Result<SheetCheck, CheckFault>): Promise<void> {
    stores.pending.set(null)
    stores.answers.set(null)
    if (!result.ok) {
      if (result.fault.tag === 'noTable') stores.checked.set({ tag: 'noTable', grid: result.fault.grid, lookedFor: result.fault.lookedFor })
      else {
        stores.checked.set({ tag: 'none' })
        say(result.fault)
      }
      return
    }
    stores.checked.set({ tag: 'checked', check: result.value, stale: false, marked: false })
    await mark(true)
  }

  async function mark(shown: boolean): Promise<void> {
    const checked = stores.checked.get()
    if (checked.tag !== 'checked') return
    const marked = await showMarks(ports, checked.check, shown)
    if (marked.ok) stores.checked.set({ ...checked, marked: shown })
    else say(marked.fault)
  }

  async function select(sheet: string, cell: string): Promise<void> {
    const selected = await ports.workbook.select(sheet, cell)
    if (!selected.ok) say(selected.fault)
  }

  return {
    begin: (invitation) =>
      doing('signIn', async () => {
        if (invitation !== null) {
          const account = await signIn(ports, invitation, device)
          if (account.ok) {
            stores.session.set({ tag: 'signedIn', account: account.value })
            return enter()
          }
          // A reloaded preview brings its spent code again: whoever is remembered goes on.
          const resumed = await resumeSession(ports)
          if (resumed.ok && resumed.value !== null) {
            stores.session.set({ tag: 'signedIn', account: resumed.value })
            return enter()
          }
          stores.session.set({ tag: 'signedOut' })
          return say(account.fault)
        }
        const account = await resumeSession(ports)
        if (!account.ok) {
          stores.session.set({ tag: 'signedOut' })
          return say(account.fault)
        }
        if (account.value === null) return stores.session.set({ tag: 'signedOut' })
        stores.session.set({ tag: 'signedIn', account: account.value })
        await enter()
      }),

    signIn: (code) =>
      doing('signIn', async () => {
        const account = await signIn(ports, code, device)
        if (!account.ok) return say(account.fault)
        stores.session.set({ tag: 'signedIn', account: account.value })
        await enter()
      }),

    signOut: () =>
      doing('signIn', async () => {
        await mark(false)
        await signOut(ports)
        stores.fault.set(null)
        forgetWork()
        stores.desk.set(null)
        stores.session.set({ tag: 'signedOut' })
      }),

    choosePeriod: (id) =>
      doing('period', async () => {
        const session = stores.session.get()
        const period = stores.periods.get().find((candidate) => candidate.id === id)
        if (session.tag !== 'signedIn' || period === undefined) return
        const desk = await openDesk(ports, session.account, stores.periods.get(), period)
        if (!desk.ok) return say(desk.fault)
        forgetWork()
        stores.desk.set(desk.value)
      }),

    check: () => doing('check', () => withDesk(async (desk) => showCheck(await checkSheet(ports, desk)))),
    setMarks: (shown) => doing('check', () => mark(shown)),
    select,
    correct: (sheet, correction) =>
      doing('check', () => withDesk(async (desk) => showCheck(await correctReading(ports, desk, sheet, correction)))),
    forgetCorrections: (sheet) => doing('check', () => withDesk(async (desk) => showCheck(await forgetCorrections(ports, desk, sheet)))),

    preview: () =>
      doing('preview', () =>
        withDesk(async (desk) => {
          const periods = await listPeriods(ports)
          if (!periods.ok) return say(periods.fault)
          stores.periods.set(periods.value.periods)
          const period = periods.value.periods.find(({ id }) => id === desk.period.id) ?? desk.period
          const fresh = { ...desk, period }
          stores.desk.set(fresh)
          const preview = await previewSubmission(ports, fresh)
          stores.answers.set(null)
          if (!preview.ok) return preview.fault.tag === 'noTable' ? showCheck({ ok: false, fault: preview.fault }) : say(preview.fault)
          stores.checked.update((before) => ({
            tag: 'checked',
            check: preview.value.check,
            stale: false,
            marked: before.tag === 'checked' && before.marked,
          }))
          stores.pending.set({ preview: preview.value, decisions: noDecisions, plan: preview.value.plan })
        }),
      ),

    decide(change) {
      const pending = stores.pending.get()
      const desk = stores.desk.get()
      if (pending === null || desk === null) return
      const decisions = change(pending.decisions)
      stores.pending.set({ ...pending, decisions, plan: replan(pending.preview, desk, decisions) })
    },
    cancelPreview: () => stores.pending.set(null),

    submit: () =>
      doing('submit', () =>
        withDesk(async (desk) => {
          const pending = stores.pending.get()
          if (pending === null) return
          const answer = await submitSheet(ports, desk, pending.preview, pending.decisions)
          stores.waiting.set((await ports.outbox.list()).filter(({ reporter }) => reporter === desk.account.reporter).length)
          if (!answer.ok) {
            const { fault } = answer
            if (fault.tag === 'noTable') return showCheck({ ok: false, fault })
            if (fault.tag === 'sheetChanged') {
              stores.pending.set({ preview: fault.preview, decisions: pending.decisions, plan: fault.preview.plan })
              stores.checked.set({ tag: 'checked', check: fault.preview.check, stale: false, marked: false })
              return say({ tag: 'sheetChanged' })
            }
            if (fault.tag === 'undelivered') stores.pending.set(null)
            return say(fault)
          }
          stores.pending.set(null)
          stores.answers.set({ sent: answer.value.sent, kept: answer.value.kept, reasons: pending.decisions.reasons, resent: false })
          if (answer.value.cut !== null) say(answer.value.cut)
        }),
      ),

    resend: () => doing('resend', () => withDesk(resendWaiting)),

    keepMine: (row) =>
      doing('resolve', () =>
        withDesk(async (desk) => {
          const before = stores.answers.get()
          const answer = await resolveWithMine(ports, desk, row, before?.reasons ?? {})
          if (!answer.ok) return say(answer.fault.tag === 'sheetChanged' ? { tag: 'sheetChanged' } : answer.fault)
          replaceRows(answer.value)
        }),
      ),

    takeTheirs: async (row) => {
      const cell = Object.values(row.origin.cells)[0]
      const field = row.outcome.status === 'conflict' ? row.outcome.fields[0] : undefined
      await select(row.origin.sheet, (field && row.origin.cells[field]) ?? cell ?? 'A1')
    },

    closeAnswers: () => stores.answers.set(null),

    lookUp: () =>
      doing('pull', () =>
        withDesk(async (desk) => {
          const answer = await askConsolidation(ports, desk)
          if (answer.ok) stores.consolidation.set(answer.value)
          else say(answer.fault)
        }),
      ),

    pull: (words) =>
      doing('write', () =>
        withDesk(async (desk) => {
          const answer = await pullConsolidation(ports, desk, words)
          if (answer.ok) {
            stores.consolidation.set(answer.value)
            stores.said.set(words.sheetName(desk.period.id))
          } else say(answer.fault)
        }),
      ),

    dismissFault: () => stores.fault.set(null),
    edited: (sheet) =>
      stores.checked.update((before) =>
        before.tag === 'checked' && !before.stale && before.check.reading.sheetName === sheet ? { ...before, stale: true } : before,
      ),
  }

  function replaceRows(rows: readonly SentRow[]): void {
    const fresh = new Map(rows.map((row) => [recordKeyText(row.key), row]))
    stores.answers.update((before) =>
      before === null ? null : { ...before, sent: before.sent.map((row) => fresh.get(recordKeyText(row.key)) ?? row) },
    )
  }
}
