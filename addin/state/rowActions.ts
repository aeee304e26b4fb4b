import { recordKeyText } from '../../shared/record/figureRecord.ts'
import { showRow } from '../flow/submit/showRow.ts'
import { openUnitPeriod } from '../flow/unit/openUnitPeriod.ts'
import { rowHistory } from '../flow/unit/rowHistory.ts'
import { sendComment } from '../flow/unit/sendComment.ts'
import { type ActionContext, succeeded } from './actionContext.ts'
import type { Actions } from './actions.ts'
import { showUnit } from './unitActions.ts'

type RowActions = Pick<Actions, 'comment' | 'loadHistory' | 'showRow'>

/** The rows of the unit's period that is open: what is said of one, what happened to it, and where it is. */
export function rowActions(actionContext: ActionContext): RowActions {
  const { ports, stores, showFault } = actionContext
  /** Ids of comments that were pressed and never answered: pressed again, the same comment goes under the same id. */
  const unanswered = new Map<string, string>()
  const asked = new Set<string>()

  return {
    comment: (comment) =>
      succeeded((yes) =>
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
          if (unit.ok) showUnit(actionContext, unit.value)
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
