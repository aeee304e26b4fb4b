import { isKeyOf, isRecord } from '../../../../shared/base/keysOf.ts'
import { asScaled, decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import type { Register, Target } from '../../../../shared/register/register.ts'
import type { RegisterDifference } from '../../../../shared/wire/administration.ts'
import { shorten } from '../../frame/names.ts'
import type { RegisterWords } from '../../text/administrationTexts.ts'
import type { Texts } from '../../text/texts.ts'
import type { ShowValue } from '../changeLines.ts'

type Change = RegisterDifference['changes'][number]

/** The two registers that are compared, and the words that their values are shown in. */
interface Comparison {
  readonly before: Register
  readonly after: Register
  readonly words: RegisterWords
  readonly texts: Texts
}
type Sides = Pick<Comparison, 'before' | 'after'>
type Entry = Readonly<Record<string, unknown>>

/** What a changed entry is called: "7.1.a 农村公路"; of an assignment what is reported and by whom. */
export function entryName({ list, key, before, after }: Change, old: Register, fresh: Register): string {
  const sides = { before: old, after: fresh }
  if (list === 'assignments' || list === 'succeeds') {
    const [subject = '', reporter = ''] = key.replace(/#\d+$/, '').split('/')
    return `${subjectName(sides, subject)} · ${unitName(sides, reporter)}`
  }
  if (list === 'plans') return subjectName(sides, key)
  const entry: unknown = after ?? before
  const name = isRecord(entry) ? (entry.name ?? entry.title ?? entry.text) : undefined
  if (typeof name !== 'string') return key === list ? '' : key
  return /^\d/.test(key) ? `${key} ${shorten(name, 28)}` : shorten(name, 28)
}

/**
 * Parts of entries that have a way of their own to be shown: names for ids, figures with their measure, days. `of` is the
 * entry that the value is a part of. A value that is not what the part usually holds is left to the general way.
 */
const SHOWN: Readonly<Record<string, (value: unknown, of: Entry, comparison: Comparison) => string | undefined>> = {
  target: (value, of, { words }) => (isTarget(value) ? targetText(value, of, words) : undefined),
  countyTargets: (value, _, comparison) =>
    isRecord(value)
      ? Object.entries(value)
          .map(
            ([code, target]) =>
              `${areaName(comparison, code)} ${typeof target === 'number' ? decimalFromScaled(asScaled(target)) : String(target)}`,
          )
          .join(comparison.texts.separator)
      : undefined,
  deadline: (value) => (isRecord(value) ? String(value.date) : undefined),
  leadUnits: (value, _, comparison) => listOf(value, (id) => unitName(comparison, id), comparison.texts),
  reporter: (value, _, comparison) => unitName(comparison, String(value)),
  predecessor: (value, _, comparison) => unitName(comparison, String(value)),
  area: (value, _, comparison) => (typeof value === 'string' ? areaName(comparison, value) : undefined),
  city: (value, _, comparison) => (typeof value === 'string' ? areaName(comparison, value) : undefined),
  areas: (value, _, comparison) => listOf(value, (code) => areaName(comparison, code), comparison.texts),
  countyScope: (value, _, { words }) =>
    isRecord(value) ? [words.scopes[String(value.kind)], value.phrase].filter(Boolean).join(' ') : undefined,
  yellowFrom: percentText,
  redAbove: percentText,
  countsStage: (value, _, { texts }) => (isKeyOf(texts.stages, value) ? texts.stages[value] : undefined),
}

/** The parts of a register's entries as a person reads them. */
export const registerValue =
  (comparison: Comparison): ShowValue =>
  (key, value, of) =>
    (isKeyOf(SHOWN, key) ? SHOWN[key]?.(value, of, comparison) : undefined) ?? plainValue(value, comparison)

/** Any value, in the words there are for it; what has none is shown as it is. */
function plainValue(value: unknown, { words, texts }: Comparison): string {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value)) return value.map((one: unknown) => (isRecord(one) ? pointText(one) : String(one))).join(texts.separator)
  if (isRecord(value)) return JSON.stringify(value)
  return words.values[String(value)] ?? String(value)
}

const listOf = (value: unknown, name: (id: string) => string, texts: Texts): string | undefined =>
  Array.isArray(value) ? value.map((id: unknown) => name(String(id))).join(texts.separator) : undefined

function percentText(value: unknown): string | undefined {
  return typeof value === 'number' ? `${decimalFromScaled(asScaled(value))}%` : undefined
}

/** A target as it travels in a difference, whose entries may be anything. */
const isTarget = (value: unknown): value is Target =>
  isRecord(value) && typeof value.value === 'number' && typeof value.op === 'string' && typeof value.raw === 'string'

/** ">=" is our reading of a bare number, and is not shown where the document does not say it. */
function targetText({ value, op, opExplicit }: Target, of: Entry, words: RegisterWords): string {
  const figure = `${decimalFromScaled(value)}${typeof of.measure === 'string' ? of.measure : ''}`
  return opExplicit || op !== '>=' ? `${words.ops[op]} ${figure}` : figure
}

/** The document's wording of a target, where the figure was changed and the wording was not; null where there is nothing to say. */
export function staleWording(before: unknown, after: unknown): string | null {
  const [old, fresh] = [targetOf(before), targetOf(after)]
  if (!old || !fresh || old.value === fresh.value || old.raw !== fresh.raw) return null
  return fresh.raw === '' ? null : fresh.raw
}

const targetOf = (entry: unknown): Target | null => (isRecord(entry) && isTarget(entry.target) ? entry.target : null)

/** A point of a plan ("2021-06-30 50%"), or an entry of a list by its word or name. */
const pointText = ({ date, percent, word, name }: Entry): string =>
  typeof percent === 'number' ? `${date} ${percentText(percent)}` : String(word ?? name ?? '')

/** What was taken out of a register still has its name in the one before. */
const found = <T>(fresh: readonly T[], old: readonly T[], fits: (entry: T) => boolean): T | undefined => fresh.find(fits) ?? old.find(fits)
const unitName = ({ after, before }: Sides, id: string): string => found(after.units, before.units, (unit) => unit.id === id)?.name ?? id
const areaName = ({ after, before }: Sides, code: string): string =>
  found(after.areas, before.areas, (area) => area.code === code)?.name ?? code
function subjectName({ after, before }: Sides, id: string): string {
  const indicator = found(after.indicators, before.indicators, (one) => one.id === id)
  const name = indicator?.name ?? found(after.tasks, before.tasks, (one) => one.id === id)?.text
  return name === undefined ? id : `${id} ${shorten(name, 24)}`
}
