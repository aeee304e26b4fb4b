import type { Scaled } from '../../../../shared/quantity/scaled.ts'
import { decimalFromScaled } from '../../../../shared/quantity/scaled.ts'
import type { Register, Target } from '../../../../shared/register/register.ts'
import type { RegisterDifference } from '../../../../shared/wire/administration.ts'
import { shorten } from '../../frame/names.ts'
import type { RegisterWords } from '../../text/administrationTexts.ts'
import type { Texts } from '../../text/texts.ts'
import type { ShowValue } from '../changeLines.ts'

type Change = RegisterDifference['changes'][number]
interface Sides {
  readonly before: Register
  readonly after: Register
}

/** What a changed entry is called: "7.1.a 农村公路"; of an assignment what is reported and by whom. */
export function entryName({ list, key, before, after }: Change, sides: Sides['before'], fresh: Sides['after']): string {
  const entry = (after ?? before) as Readonly<Record<string, unknown>> | undefined
  if (list === 'assignments') {
    const [subject = '', reporter = ''] = key.replace(/#\d+$/, '').split('/')
    return `${subjectName(fresh, sides, subject)} · ${unitName(fresh, sides, reporter)}`
  }
  if (list === 'plans') return subjectName(fresh, sides, key)
  const name = typeof entry === 'object' && entry !== null ? (entry.name ?? entry.title ?? entry.text) : undefined
  if (typeof name !== 'string') return key === list ? '' : key
  return /^\d/.test(key) ? `${key} ${shorten(name, 28)}` : shorten(name, 28)
}

/** The parts of a register's entries as a person reads them: names for ids, figures with their measure, days. */
export function registerValue({
  before,
  after,
  words,
  texts,
}: Sides & { readonly words: RegisterWords; readonly texts: Texts }): ShowValue {
  return (key, value, of) => {
    if (key === 'target') return targetText(value as Target, of, words)
    if (key === 'deadline' && isRecord(value)) return String(value.date)
    if (key === 'leadUnits' && Array.isArray(value)) return value.map((id) => unitName(after, before, String(id))).join(texts.separator)
    if (key === 'reporter') return unitName(after, before, String(value))
    if ((key === 'area' || key === 'city') && typeof value === 'string') return areaName(after, before, value)
    if (key === 'areas' && Array.isArray(value)) return value.map((code) => areaName(after, before, String(code))).join(texts.separator)
    if (key === 'countyScope' && isRecord(value)) return [words.scopes[String(value.kind)], value.phrase].filter(Boolean).join(' ')
    if (key === 'yellowFrom' || key === 'redAbove') return `${decimalFromScaled(value as Scaled)}%`
    if (typeof value === 'boolean') return value ? texts.yes : texts.no
    if (key === 'countsStage') return texts.stages[value as keyof Texts['stages']] ?? String(value)
    if (Array.isArray(value)) return value.map((one) => (isRecord(one) ? pointText(one) : String(one))).join(texts.separator)
    if (isRecord(value)) return JSON.stringify(value)
    return words.values[String(value)] ?? String(value)
  }
}

function targetText({ value, op, opExplicit }: Target, of: Readonly<Record<string, unknown>>, words: RegisterWords): string {
  const figure = `${decimalFromScaled(value)}${typeof of.measure === 'string' ? of.measure : ''}`
  return opExplicit || op !== '>=' ? `${words.ops[op]} ${figure}` : figure
}

/** The document's wording of a target, where the figure was changed and the wording was not; null where there is nothing to say. */
export function staleWording(before: unknown, after: unknown): string | null {
  const [old, fresh] = [before, after].map((entry) =>
    isRecord(entry) && isRecord(entry.target) ? (entry.target as unknown as Target) : null,
  )
  if (!old || !fresh || old.value === fresh.value || old.raw !== fresh.raw) return null
  return fresh.raw === '' ? null : fresh.raw
}

const pointText = ({ date, percent, word, name }: Readonly<Record<string, unknown>>): string =>
  typeof percent === 'number' ? `${date} ${decimalFromScaled(percent as Scaled)}%` : String(word ?? name ?? '')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const found = <T>(one: readonly T[], other: readonly T[], fits: (entry: T) => boolean): T | undefined => one.find(fits) ?? other.find(fits)
const unitName = (fresh: Register, old: Register, id: string): string => found(fresh.units, old.units, (unit) => unit.id === id)?.name ?? id
const areaName = (fresh: Register, old: Register, code: string): string =>
  found(fresh.areas, old.areas, (area) => area.code === code)?.name ?? code
function subjectName(fresh: Register, old: Register, id: string): string {
  const name =
    found(fresh.indicators, old.indicators, (one) => one.id === id)?.name ?? found(fresh.tasks, old.tasks, (one) => one.id === id)?.text
  return name === undefined ? id : `${id} ${shorten(name, 24)}`
}
