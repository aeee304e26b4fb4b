import type { Register } from '../../../../shared/register/register.ts'
import { areaName, indicatorById, taskById } from '../../../../shared/register/registerIndex.ts'

/** A unit as the register of the change's period calls it. */
export const unitName = (register: Register | undefined, { reporter, reporterName }: { reporter: string; reporterName: string }): string =>
  register?.units.find(({ id }) => id === reporter)?.name ?? reporterName

/** An area's name; its code without a register. */
export const nameOfArea = (register: Register | undefined, area: string): string =>
  register === undefined ? area : areaName(register, area)

/** An indicator's name or a task's text, whole; its id where the register lacks it. */
export const nameOfSubject = (register: Register | undefined, subject: string): string =>
  (register && (indicatorById(register, subject)?.name ?? taskById(register, subject)?.text)) ?? subject
