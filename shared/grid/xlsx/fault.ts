import type { OtherFormat } from '../format/formats.ts'

/** Why bytes cannot be read as an .xlsx. The sentences for people are made elsewhere, of these tags alone. */
export type XlsxFault =
  /** No byte at all. */
  | { readonly tag: 'emptyFile' }
  /** Another format, which something else may be able to read. */
  | { readonly tag: 'otherFormat'; readonly format: OtherFormat }
  /** Locked by a password. */
  | { readonly tag: 'encrypted' }
  /** An .xlsx by its looks, of which a part that is needed is missing or torn: its path, '' where the container itself is. */
  | { readonly tag: 'damaged'; readonly part: string }
  /** More than a workbook of data has (see LIMITS), a zip bomb among it. */
  | { readonly tag: 'tooLarge'; readonly what: 'file' | 'parts' | 'inflated' | 'cells' }
  /** A workbook without a worksheet: charts alone, or nothing. */
  | { readonly tag: 'noSheet' }

/** Thrown where a part turns out unreadable when it is asked for; `catching` makes a Result of it. */
export class PartFault extends Error {
  readonly fault: XlsxFault

  constructor(fault: XlsxFault) {
    super(fault.tag)
    this.fault = fault
  }
}

/** The fault of a part of this path that is missing or torn. */
export const damaged = (part: string): PartFault => new PartFault({ tag: 'damaged', part })
