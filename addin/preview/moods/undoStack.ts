import type { Sheet } from '../../book/sheet.ts'
import { bookStep, type Step } from '../../book/undo.ts'
import type { Act } from '../richapi/hostObject.ts'
import { isWrite, type Mood, type MoodTarget } from '../richapi/mood.ts'
import { sheetOf } from './sheetOf.ts'

/** From which ExcelApi (1.19, 1.20) on an add-in's batch is a step that can be undone, and several in a row can be one. */
const [STEPS, GROUPS] = [19, 20]

/**
 * What an add-in's writing does to the person's undo stack, by the ExcelApi: it ends it; each batch is a step; what is
 * written without an act of the person between is one step. The last is what `mergeUndoGroup` asks for: the client library
 * of the package does not know it yet and cannot say that it was asked for.
 */
export function undoStack(minor: number, { book }: MoodTarget): Mood {
  const begun = new Map<Sheet, Step>()
  const ours = new Set<Step>()
  return {
    before: (act) => {
      if (!isWrite(act)) return false
      const sheet = minor < STEPS || isAboutSheets(act) ? undefined : sheetOf(act)
      if (sheet === undefined) book.forgetUndo()
      else if (!begun.has(sheet)) begun.set(sheet, bookStep(book, sheet))
      return false
    },
    batch: async (_, go) => {
      const answer = await go()
      for (const [sheet, step] of begun) {
        const last = book.lastStep
        // The step before goes back further: with nothing of the person's in between it is the same one.
        if (minor >= GROUPS && last?.sheet === sheet && ours.has(last)) continue
        ours.add(step)
        book.remember(step)
      }
      begun.clear()
      return answer
    },
  }
}

/** Whether sheets themselves are added, deleted, renamed, moved or hidden: no Excel undoes that. */
const isAboutSheets = ({ kind, type, name }: Act): boolean =>
  type === 'WorksheetCollection' || (type === 'Worksheet' && (kind === 'set' || name === 'Delete'))
