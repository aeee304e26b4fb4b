import type { Result } from '../../shared/base/result.ts'
import { recordKeyText } from '../../shared/record/figureRecord.ts'
import type { PeriodContext } from '../flow/periodContext.ts'
import { showRow } from '../flow/submit/showRow.ts'
import { type ActFault, actOnUnitPeriod } from '../flow/unit/actOnUnitPeriod.ts'
import { openUnitPeriod, type UnitPeriod } from '../flow/unit/openUnitPeriod.ts'
import { isClear, previewCompletion } from '../flow/unit/previewCompletion.ts'
import { rowHistory } from '../flow/unit/rowHistory.ts'
import { sendComment } from '../flow/unit/sendComment.ts'
import { setExtension } from '../flow/unit/setExtension.ts'
import type { ActionContext } from './actionContext.ts'
import type { Actions } from './actions.ts'

type UnitActions = Pick<
  Actions,
  | 'listUnits'
  | 'openUnit'
  | 'readUnit'
  | 'readOwnUnit'
  | 'closeUnit'
  | 'act'
  | 'previewCompletion'
  | 'complete'
  | 'cancelCompletion'
  | 'comment'
  | 'setExtension'
  | 'loadHistory'
  | 'showRow'
>

/** A unit's period: what it says and what is said of it, by the clerk, the reviewer and the coordinator. */
export function unitActions(actionContext: ActionContext): UnitActions {
  const { ports, stores, showFault } = actionContext
  /** Ids of comments that were pressed and never answered: pressed again, the same comment goes under the same id. */
  const unanswered = new Map<string, string>()
  const asked = new Set<string>()

  const show = (unit: UnitPeriod): void => showUnit(actionContext, unit)

  async function read(context: PeriodContext, reporter: string): Promise<void> {
    const unit = await openUnitPeriod(ports, context.period.id, reporter)
    if (unit.ok) show(unit.value)
    else showFault(unit.fault)
  }

  /** Shows what came of an act; where it was not done, what stands, or that it is not known. Tells whether it was done. */
  function settle(before: UnitPeriod, done: Result<UnitPeriod, ActFault>): boolean {
    if (done.ok) {
      show(done.value)
      return true
    }
    if (done.fault.now === null) stores.unit.set({ unit: before, known: false })
    else show(done.fault.now)
    showFault(done.fault.why)
    return false
  }

  async function complete(before: UnitPeriod): Promise<void> {
    const done = settle(before, await actOnUnitPeriod(ports, before, 'complete', null))
    stores.completion.set(null)
    if (!done) return
    stores.answers.set(null)
    stores.pending.set(null)
    stores.tab.set('unit')
  }

  return {
    listUnits: () =>
      actionContext.runInPeriod('unit', async (context) => {
        const list = await ports.api.submissions(context.period.id)
        if (list.ok) stores.units.set(list.value)
        else showFault(list.fault)
      }),
    openUnit: (reporter) =>
      actionContext.runInPeriod('unit', async (context) => {
        if (reporter === context.account.reporter) stores.tab.set('unit')
        await read(context, reporter)
      }),
    readOwnUnit: () =>
      actionContext.runInPeriod('unit', async (context) => {
        if (context.account.reporter !== null) await read(context, context.account.reporter)
      }),
    readUnit: () =>
      actionContext.runInPeriod('unit', async (context) => {
        const reporter = stores.unit.get()?.unit.reporter ?? context.account.reporter
        if (reporter !== null) await read(context, reporter)
      }),
    closeUnit: () => stores.unit.set(null),

    act: (act, reason) =>
      whether((yes) =>
        actionContext.runInPeriod('act', async () => {
          const open = stores.unit.get()
          if (open?.known && settle(open.unit, await actOnUnitPeriod(ports, open.unit, act, reason))) yes()
        }),
      ),

    previewCompletion: () =>
      actionContext.runInPeriod('act', async (context) => {
        if (context.account.reporter === null) return
        const preview = await previewCompletion(ports, context, context.account.reporter)
        if (!preview.ok) return showFault(preview.fault)
        if (isClear(preview.value)) return complete(preview.value.unit)
        stores.completion.set(preview.value)
      }),
    complete: () =>
      actionContext.runInPeriod('act', async () => {
        const preview = stores.completion.get()
        if (preview !== null) await complete(preview.unit)
      }),
    cancelCompletion: () => stores.completion.set(null),

    comment: (comment) =>
      whether((yes) =>
        actionContext.runInPeriod('act', async (context) => {
          const reporter = stores.unit.get()?.unit.reporter
          if (reporter === undefined) return
          const content = JSON.stringify([context.period.id, reporter, comment])
          const id = unanswered.get(content) ?? ports.surroundings.newId()
          unanswered.set(content, id)
          const answer = await sendComment(ports, { period: context.period.id, reporter }, id, comment)
          if (answer.ok) {
            unanswered.delete(content)
            yes()
          } else {
            const { fault } = answer
            if (fault.tag === 'problem' && fault.status < 500) unanswered.delete(content)
            showFault(fault.tag === 'problem' && fault.code === 'stateNotAllowed' ? { tag: 'quicker' } : fault)
          }
          const unit = await openUnitPeriod(ports, context.period.id, reporter)
          if (unit.ok) show(unit.value)
        }),
      ),

    setExtension: (until, reason) =>
      whether((yes) =>
        actionContext.runInPeriod('act', async () => {
          const open = stores.unit.get()
          if (open !== null && settle(open.unit, await setExtension(ports, open.unit, until, reason))) yes()
        }),
      ),

    async loadHistory(about) {
      const unit = stores.unit.get()?.unit
      const key = recordKeyText(about)
      if (unit === undefined || asked.has(key)) return
      asked.add(key)
      const versions = await ports.api.history(unit.submission.period, unit.reporter, about)
      asked.delete(key)
      if (stores.unit.get()?.unit !== unit) return
      if (!versions.ok) return showFault(versions.fault)
      const comments = unit.comments.filter((comment) => recordKeyText(comment) === key)
      stores.histories.update((before) => new Map(before).set(key, rowHistory(versions.value, comments)))
    },

    async showRow(about, place) {
      const context = stores.context.get()
      if (context === null) return
      const shown = await showRow(ports, context, about, place)
      if (!shown.ok) showFault(shown.fault)
    },
  }
}

/** Puts what was just read of a unit's period in the place of what was known, histories included. */
function showUnit({ stores }: ActionContext, unit: UnitPeriod): void {
  stores.histories.set(new Map())
  stores.unit.set({ unit, known: true })
}

/**
 * Reads the person's own unit's period beside whatever else goes on. Where it cannot be read the pane says nothing of it,
 * and what was read before something newer, or while
 * another unit is looked at, is let go.
 */
export async function readOwnUnit(actionContext: ActionContext, context: PeriodContext): Promise<void> {
  const { reporter } = context.account
  if (reporter === null) return
  const unit = await openUnitPeriod(actionContext.ports, context.period.id, reporter)
  const { context: now, unit: shown } = actionContext.stores
  if (!unit.ok || now.get()?.period.id !== context.period.id) return
  const known = shown.get()?.unit
  if (known !== undefined && known.reporter !== reporter) return
  const older = known !== undefined && (unit.value.submission.version < known.submission.version || unit.value.asOfSeq < known.asOfSeq)
  if (!older) showUnit(actionContext, unit.value)
}

/** Runs an act and tells whether it came to its end. */
async function whether(run: (yes: () => void) => Promise<void>): Promise<boolean> {
  let done = false
  await run(() => {
    done = true
  })
  return done
}
