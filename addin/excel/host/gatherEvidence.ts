import { withTimeout } from '../../patience/withTimeout.ts'
import { isReadOnly } from './capabilities.ts'
import { type Evidence, NO_EVIDENCE } from './explain.ts'
import { CELL_EDITING, HostTimeout, officeCode } from './hostFault.ts'
import { sheetKey } from './sheetIds.ts'

/** Asked after a refusal, when the person waits already. */
const PATIENCE_MS = 3_000

/** What the workbook says of itself after it refused something; each question by itself, since any of them may be refused too. */
export async function gatherEvidence(sheet: string): Promise<Evidence> {
  const protection = await ask(async (context, sync) => {
    const { workbook } = context
    const { worksheets, protection } = workbook
    protection.load('protected')
    workbook.load('readOnly')
    await sync()
    const known = { structure: protection.protected, readOnly: workbook.readOnly }
    if (sheet === '') return { ...known, sheet: false }
    const found = worksheets.getItemOrNullObject(sheetKey(sheet))
    found.protection.load('protected')
    await sync()
    return { ...known, sheet: !found.isNullObject && found.protection.protected }
  })
  const cell = await ask(async (context, sync) => {
    context.workbook.getActiveCell().load('address')
    await sync()
  })
  return {
    ...NO_EVIDENCE,
    editing: protection.code === CELL_EDITING || cell.code === CELL_EDITING,
    readOnly: protection.value?.readOnly === true || isReadOnly(),
    sheetProtected: protection.value?.sheet ?? false,
    structureProtected: protection.value?.structure ?? false,
    noCell: cell.code === 'InvalidSelection',
    focused: typeof document === 'undefined' || document.hasFocus(),
  }
}

interface Answer<T> {
  readonly value?: T
  readonly code?: string | undefined
}

async function ask<T>(question: (context: Excel.RequestContext, sync: () => Promise<void>) => Promise<T>): Promise<Answer<T>> {
  try {
    const asked = Excel.run((context) => question(context, () => context.sync()))
    return { value: await withTimeout(asked, PATIENCE_MS, () => new HostTimeout()) }
  } catch (error) {
    return { code: officeCode(error) }
  }
}
