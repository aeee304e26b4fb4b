import type { Register } from '../../../shared/register/register.ts'
import type { Role } from '../../../shared/wire/session.ts'

/** A person of the demo city. */
export interface DemoAccount {
  /** The unit's id for its clerk ("jiaotong"); the unit's id and the role for others. */
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly reporter: string | null
}

/** The unit whose sheet is open at the start, and whose reviewer is among the demo accounts. */
export const FIRST_UNIT = 'jiaotong'

/** A clerk for each lead unit and county of the register, a reviewer, and one of each role of the city's own staff. */
export function demoAccounts(register: Register): readonly DemoAccount[] {
  const reporting = register.units.filter((unit) => unit.kind !== 'supervision_office')
  const first = reporting.find((unit) => unit.id === FIRST_UNIT)
  return [
    ...reporting.map(({ id, name }) => ({ id, name: `${name}填报人`, role: 'clerk' as const, reporter: id })),
    ...(first ? [{ id: `${first.id}-reviewer`, name: `${first.name}审核人`, role: 'reviewer' as const, reporter: first.id }] : []),
    { id: 'coordinator', name: '市政府督查室', role: 'coordinator', reporter: null },
    { id: 'administrator', name: '系统管理员', role: 'administrator', reporter: null },
    { id: 'auditor', name: '审计人员', role: 'auditor', reporter: null },
    { id: 'reader', name: '市领导', role: 'reader', reporter: null },
  ]
}
