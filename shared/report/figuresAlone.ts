import { unitName } from '../register/registerIndex.ts'
import type { CityFigures, IndicatorFigures } from '../wire/consolidation.ts'
import { sentenceOf, stateFigures } from './figureSentences.ts'
import { lacksFigures } from './lacksFigures.ts'
import { NOT_ACCEPTED, NOT_REPORTED, othersSent, TEXT_MISSING, textMissingNote, WITHHELD, withheldNote } from './placeholders.ts'
import type { Progress, ReportedTask } from './reportedTask.ts'
import type { ReportInput } from './reportInput.ts'
import { pendingReporters } from './shownFigures.ts'

/**
 * What is said of a task that has no text: its figures and nodes, and that the text is missing, or whose text there is. A figure
 * to which a unit not accepted yet contributes is marked in the working report and withheld from the formal one.
 */
export function figuresAlone(input: ReportInput, reported: ReportedTask, shown: CityFigures): Progress {
  const { register, pending = new Set(), letterhead } = input
  const { task, indicators, figures } = reported
  const others = othersNamed(input, reported, shown)
  const stated = indicators.filter((indicator) => {
    const found = figures.get(indicator.id)
    return found !== undefined && sentenceOf(indicator, found) !== undefined
  })
  if (stated.length === 0) {
    if (others !== '') return saidByUs('othersOnly', othersSent(others))
    const hidden = input.consolidation.otherTexts.filter((one) => one.task === task.id)
    if (letterhead && hidden.length > 0) {
      return saidByUs(
        'withheld',
        WITHHELD,
        hidden.map(({ reporter }) => withheldNote(task.id, unitName(register, reporter))),
      )
    }
    return saidByUs('missing', NOT_REPORTED)
  }
  const pendingUnits = (id: string): readonly string[] => {
    const found = figures.get(id)
    return found === undefined ? [] : pendingReporters(found, pending)
  }
  const waiting = new Set(stated.flatMap(({ id }) => pendingUnits(id)))
  const text = others === '' ? TEXT_MISSING : othersSent(others, '文字材料')
  const lacks = lacksFigures(reported, input)
  if (!letterhead) {
    const markOf = (found: IndicatorFigures) => (pendingReporters(found, pending).length > 0 ? NOT_ACCEPTED : '')
    return { ...saidByUs('shown', `${stateFigures(stated, figures, markOf)}${text}`), lacksFigures: lacks }
  }
  const accepted = stated.filter(({ id }) => pendingUnits(id).length === 0)
  const leftOut = register.units.filter(({ id }) => waiting.has(id)).map(({ name }) => withheldNote(task.id, name))
  if (accepted.length === 0) return saidByUs('withheld', WITHHELD, leftOut)
  // that a text is missing is for the office, not for who is sent the report
  const noted = [...leftOut, textMissingNote(task.id, text.replace(/。$/, ''))]
  return { ...saidByUs('shown', stateFigures(accepted, figures), noted), lacksFigures: lacks }
}

/** What the report itself says of a task, in one paragraph; no word of it is a unit's. */
export const saidByUs = (state: Progress['state'], text: string, leftOut: readonly string[] = []): Progress => ({
  state,
  paragraphs: [text],
  ours: [0],
  leftOut,
})

/** "湖滨区人民政府、陕州区人民政府等4个单位": who else sent a text that this report may speak of. */
function othersNamed({ register }: ReportInput, { task }: ReportedTask, shown: CityFigures): string {
  const names = shown.otherTexts.filter((one) => one.task === task.id).map(({ reporter }) => unitName(register, reporter))
  return names.length <= MOST_NAMED ? names.join('、') : `${names.slice(0, MOST_NAMED).join('、')}等${names.length}个单位`
}

/** At most this many names in a sentence; the rest is counted. */
const MOST_NAMED = 3
