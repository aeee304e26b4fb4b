import { unitName } from '../register/registerIndex.ts'
import type { CityFigures, IndicatorFigures } from '../wire/consolidation.ts'
import { addedFigures, stateFigures } from './figureSentences.ts'
import { figuresAlone, saidByUs } from './figuresAlone.ts'
import { lacksFigures } from './lacksFigures.ts'
import { NOT_ACCEPTED, NOT_REPORTED, textMissingNote, WITHHELD, withheldNote } from './placeholders.ts'
import type { Progress, ReportedTask } from './reportedTask.ts'
import type { ReportInput } from './reportInput.ts'
import { safeText } from './safeText.ts'
import { pendingReporters } from './shownFigures.ts'

/** A task with the figures that the report shows. */
const withFigures = (reported: ReportedTask, { indicators }: CityFigures): ReportedTask => ({
  ...reported,
  figures: new Map(indicators.map((one) => [one.indicator, one])),
})

/**
 * What the report says of a task: the unit's own text, with the figures that the register asks for and the text lacks;
 * else the figures alone. A unit not accepted yet is marked in the working report and withheld from the formal one.
 */
export function progressOf(input: ReportInput, reported: ReportedTask, shown: CityFigures): Progress {
  const { task, narrative } = reported
  if (narrative === undefined) return figuresAlone(input, reported, shown)
  const unit = unitName(input.register, narrative.reporter)
  const pending = input.pending?.has(narrative.reporter) ?? false
  if (pending && input.letterhead) return saidByUs('withheld', WITHHELD, [withheldNote(task.id, unit)])
  const { paragraphs, dropped } = safeText(narrative.text)
  // each paragraph has its mark, so that none reads as accepted; so has a figure of ours that others have a part in
  const mark = pending ? NOT_ACCEPTED : ''
  const waiting = (found: IndicatorFigures) => (pendingReporters(found, input.pending ?? new Set()).length > 0 ? NOT_ACCEPTED : '')
  const figured = withFigures(reported, shown)
  // next to 暂无进展, whatever figures came all the same
  const said = narrative.reported === 'noProgress' ? stateFigures(figured.indicators, figured.figures, pending ? () => '' : waiting) : ''
  const added = said || addedFigures(figured, narrative.text, pending ? () => '' : waiting)
  const state = paragraphs.length === 0 ? 'missing' : narrative.reported === 'noProgress' && said === '' ? 'noProgress' : 'shown'
  const written =
    paragraphs.length === 0 ? [ours(NOT_REPORTED)] : withAdded(paragraphs, { said, added, formal: input.letterhead !== undefined })
  // 无 beside figures is how a unit filled its form, and nothing that is issued
  const emptied = said !== '' && input.letterhead && paragraphs.length === 1
  return {
    state,
    lacksFigures: state === 'shown' && lacksFigures(reported, input),
    paragraphs: written.map(({ text }) => `${text}${mark}`),
    ours: written.map(({ own }) => own),
    leftOut: [
      ...(input.letterhead ? withheldUnits(input, reported).map((name) => withheldNote(task.id, name)) : []),
      ...(emptied ? [textMissingNote(task.id, `${unit}的文字填写“${bare(paragraphs[0] ?? '')}”`)] : []),
      ...(dropped > 0 ? [`${task.id} ${unit}的文字中略去${dropped}个无法写入文档的字符。`] : []),
      ...(paragraphs.length > 1 ? [`${task.id} ${unit}的文字含换行，按${paragraphs.length}段写入。`] : []),
    ],
  }
}

/** A paragraph, and where in it the unit's own words end. */
interface Written {
  readonly text: string
  readonly own: number
}

const ours = (text: string): Written => ({ text, own: 0 })
const theirs = (text: string): Written => ({ text, own: text.length })
const bare = (text: string): string => text.replace(/[。．.]$/, '')

/** The unit's words with our sentence behind the last of them; 无 and the like are called the unit's entry, since a sentence would make nonsense of them. */
function withAdded(
  paragraphs: readonly string[],
  { said, added, formal }: { readonly said: string; readonly added: string; readonly formal: boolean },
): readonly Written[] {
  const last = paragraphs.at(-1) ?? ''
  if (added === '') return paragraphs.map(theirs)
  if (said !== '' && paragraphs.length === 1) return [ours(formal ? added : `报送单位文字填写“${bare(last)}”。${added}`)]
  const own = `${last}${/[。！？；!?;]$/.test(last) ? '' : '。'}`
  return [...paragraphs.slice(0, -1).map(theirs), { text: `${own}${added}`, own: own.length }]
}

/** The names of the units not accepted yet that have a part in a task's figures, in the register's order. */
export function withheldUnits({ register, pending = new Set() }: ReportInput, { figures }: ReportedTask): readonly string[] {
  const waiting = new Set([...figures.values()].flatMap((found) => pendingReporters(found, pending)))
  return register.units.filter(({ id }) => waiting.has(id)).map(({ name }) => name)
}
