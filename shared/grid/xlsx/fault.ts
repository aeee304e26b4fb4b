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

/** What a file is, as its content shows; the name of a file proves nothing. */
export type OtherFormat =
  /** The binary workbook of Excel 97–2003 (.xls), which .et of WPS is as well. */
  | 'xls'
  /** The binary workbook of Excel 2007 and later. */
  | 'xlsb'
  /** A sheet of OpenDocument. */
  | 'ods'
  /** The XML of Excel 2002 and 2003. */
  | 'xml2003'
  /** A web page, which programs save under the name .xls. */
  | 'html'
  /** Text without any mark of another format: .csv, .tsv, .txt. */
  | 'text'
  /** Documents of text and of slides, new and old ones, those of WPS among them. */
  | 'document'
  | 'slides'
  | 'pdf'
  | 'picture'
  /** A compressed archive that is no document: .zip, .rar, .7z, .gz. */
  | 'archive'
  /** An old compound file of which neither workbook nor document is known. */
  | 'compound'
  | 'unknown'

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
