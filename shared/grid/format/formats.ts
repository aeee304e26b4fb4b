/** What a file is by its content; 'zip' for what may be an .xlsx, 'encrypted' for a workbook or document behind a password. */
export type FileFormat = OtherFormat | 'zip' | 'encrypted' | 'empty'

/** What a file is that is no .xlsx; the name of a file proves nothing. */
export type OtherFormat = SheetFormat | NoSheetFormat

/** Formats that hold sheets. */
export type SheetFormat =
  /** The binary workbook of Excel 2.1 to 2003 (.xls), which .et of WPS is as well. */
  | 'xls'
  /** The binary workbook of Excel 2007 and later. */
  | 'xlsb'
  /** A sheet of OpenDocument (.ods, .fods). */
  | 'ods'
  /** The XML of Excel 2002 and 2003. */
  | 'xml2003'
  /** A web page, which programs save under the name .xls. */
  | 'html'
  /** Text without any mark of another format: .csv, .tsv, .txt. */
  | 'text'

/** Formats that hold none. */
export type NoSheetFormat =
  /** Documents of text and of slides, new and old ones, those of WPS among them. */
  | 'document'
  | 'slides'
  /** Pages as they are printed: .pdf, .ofd. */
  | 'pdf'
  | 'picture'
  /** A compressed archive that is no document: .zip, .rar, .7z, .gz. */
  | 'archive'
  /** An old compound file of which neither workbook nor document is known. */
  | 'compound'
  | 'unknown'
