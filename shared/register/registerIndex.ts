import { oncePer } from '../base/oncePer.ts'
import type { Indicator, Register, RegisterArea, ReportingUnit, Task } from './register.ts'

/** The entries of a register by what names them: indicators, tasks and units by their ids, areas by their codes. */
export interface RegisterIndex {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly tasks: ReadonlyMap<string, Task>
  readonly units: ReadonlyMap<string, ReportingUnit>
  readonly areas: ReadonlyMap<string, RegisterArea>
}

/** The index of a register: made once for each, when it is first asked for, so that nobody makes one of their own. */
export const registerIndex = oncePer(
  (register: Register): RegisterIndex => ({
    indicators: firstBy(register.indicators, ({ id }) => id),
    tasks: firstBy(register.tasks, ({ id }) => id),
    units: firstBy(register.units, ({ id }) => id),
    areas: firstBy(register.areas, ({ code }) => code),
  }),
)

/** The indicator of an id ("7.1.a"); undefined where the register has none. */
export const indicatorById = (register: Register, id: string): Indicator | undefined => registerIndex(register).indicators.get(id)

/** The task of an id ("7.1"); undefined where the register has none. */
export const taskById = (register: Register, id: string): Task | undefined => registerIndex(register).tasks.get(id)

/** The reporting unit of an id ("jiaotong"); undefined where the register has none. */
export const unitById = (register: Register, id: string): ReportingUnit | undefined => registerIndex(register).units.get(id)

/** A reporting unit's name; its id where the register lacks it, so that a text never has a hole. */
export const unitName = (register: Register, id: string): string => unitById(register, id)?.name ?? id

/** An area's name; its code where the register lacks it. */
export const areaName = (register: Register, code: string): string => registerIndex(register).areas.get(code)?.name ?? code

/** The city itself, among the areas of its register; undefined in a draft that does not list it yet. */
export const cityOf = (register: Register): RegisterArea | undefined => registerIndex(register).areas.get(register.city)

/** A draft may have an id twice; `checkRegister` reports it, and until then the first one counts everywhere. */
function firstBy<T>(entries: readonly T[], nameOf: (entry: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const entry of entries) if (!found.has(nameOf(entry))) found.set(nameOf(entry), entry)
  return found
}
