import type { EncodingUnclear } from '../csv/readCsv.ts'
import type { NoSheetFormat } from '../format/formats.ts'
import type { XlsxFault } from '../xlsx/fault.ts'

/** Why a file cannot be read as sheets. The sentences for people are made elsewhere, of these tags alone. */
export type FileFault =
  | Exclude<XlsxFault, { readonly tag: 'otherFormat' }>
  /** Something that holds no sheets, as its content shows. */
  | { readonly tag: 'otherFormat'; readonly format: NoSheetFormat }
  /** A text whose encoding is not certain. */
  | EncodingUnclear

/** A fault of parts whose format is known already. */
export const partFault = (fault: XlsxFault): FileFault => (fault.tag === 'otherFormat' ? { tag: 'damaged', part: '' } : fault)
