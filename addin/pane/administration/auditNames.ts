import type { Register } from '../../../shared/register/register.ts'
import type { AccountDetail, AuditEntry, RegisterInfo } from '../../../shared/wire/administration.ts'
import { rowName, subjectName } from '../frame/names.ts'
import type { AdministrationTexts } from '../text/administrationTexts.ts'
import type { Texts } from '../text/texts.ts'

/** Where the names in the audit trail come from, and the words around them. */
export interface AuditNames {
  /** Units, areas and indicators; undefined before a period is open. */
  readonly register: Register | undefined
  readonly accounts: readonly AccountDetail[]
  /** Titles of registers. */
  readonly registers: readonly RegisterInfo[]
  readonly texts: Texts
  readonly words: AdministrationTexts
}

/** A unit's name; its id where nobody knows it. */
export const unitNameOf = ({ register, accounts }: AuditNames, id: string): string =>
  register?.units.find((unit) => unit.id === id)?.name ?? accounts.find(({ reporter }) => reporter === id)?.reporterName ?? id

/** "2021年省、市重点民生实事 第2版" of a register; its id where its title is not known. */
export function registerNameOf({ registers, words }: AuditNames, id: string, version?: number): string {
  const title = registers.findLast((one) => one.id === id && (version === undefined || one.version === version))?.title ?? id
  return version === undefined ? title : `${title} ${words.registers.version(version)}`
}

/** What an act was done to, as a person calls it: "2021年5月 · 市交通运输局 · 湖滨区 · 新建农村公路" of "2021-05/jiaotong/7.1.a|411202|". */
export function objectName(entry: Pick<AuditEntry, 'act' | 'object'>, names: AuditNames): string {
  const { register, accounts, texts, words } = names
  const [kind = ''] = entry.act.split('.')
  const [first = '', second = '', ...rest] = entry.object.split('/')
  const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')
  switch (kind) {
    case 'account':
      return accounts.find(({ id }) => id === entry.object)?.name ?? entry.object
    case 'register':
      return registerNameOf(names, first, Number(second))
    case 'layout':
      return second === '' ? words.audit.layoutOfCity : words.audit.layoutOf(unitNameOf(names, first))
    case 'city':
      return words.audit.wholeCity
    case 'light':
      return joined(texts.app.period(first), register === undefined ? second : subjectName(register, second))
    case 'record': {
      const [subject = '', area = '', part = ''] = rest.join('/').split('|')
      const row = register === undefined ? '' : rowName(register, { subject, area, part })
      return joined(texts.app.period(first), unitNameOf(names, second), row)
    }
    case 'period':
    case 'document':
    case 'submission':
      return joined(texts.app.period(first), second === '' ? '' : unitNameOf(names, second))
    default:
      return entry.object
  }
}
