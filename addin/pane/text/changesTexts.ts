import type { After } from '../../../shared/wire/changeAfter.ts'
import type { FigureChange } from '../../../shared/wire/changes.ts'
import type { ChangesWords } from '../../flow/administration/changesSheet.ts'
import type { ChangesFilter } from '../../ports/administrationApi.ts'

/** Names of what a filter names by id. */
export interface FilterNames {
  period(id: string): string
  unit(id: string): string
  area(code: string): string
  subject(id: string): string
  person(account: string): string
}

/** Every sentence of the screen of changed figures. */
export interface ChangesTexts {
  readonly title: string
  readonly lead: string
  readonly afterLabel: string
  readonly afterChoices: Readonly<Record<After, string>>
  readonly after: Readonly<Record<After, string>>
  readonly decreases: string
  readonly further: string
  readonly from: string
  readonly to: string
  readonly acts: Readonly<Record<FigureChange['act'], string>>
  /** `more`: not all was looked at yet. */
  found(count: number, more: boolean): string
  readonly more: string
  readonly versions: string
  /** A filter in words; "" for everything. */
  filterName(filter: ChangesFilter, names: FilterNames): string
  readonly sheet: Pick<ChangesWords, 'sheetName' | 'title' | 'note' | 'headings'>
}
