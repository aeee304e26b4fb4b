import type { FileTexts } from '../../pane/text/fileTexts.ts'

/** Every sentence of the page around the pane, in one language. */
export interface FilesTexts {
  readonly language: string
  readonly name: string
  readonly open: string
  readonly save: string
  /** Where the browser gives no way back to the file. */
  readonly saveByDownload: string
  /** Where the file is of a kind that is not written. */
  readonly saveBeside: string
  readonly download: string
  readonly withMarks: string
  /** The kind of files that the browser's own dialog offers. */
  readonly kind: string
  readonly states: Readonly<Record<'saved' | 'changed' | 'saving', string>>
  readonly empty: { readonly lead: string; readonly formats: string; readonly privacy: string; readonly drop: string }
  readonly opening: string
  readonly sheet: string
  readonly pane: string
  /** How the keyboard goes between the parts of the page. */
  readonly keys: string
  readonly notices: {
    notOpened(name: string, why: string): string
    readonly notRead: (name: string) => string
    readonly notMade: string
    /** Which of the readings of a text is right; a button follows for each. */
    readonly encodingUnclear: string
    /** What is left out of a new .xlsx of a file of another kind. */
    savesBeside(name: string): string
    readonly notFetched: string
    readonly changedElsewhere: string
    /** The same, where what was changed here is not saved. */
    readonly changedBoth: string
    readonly wouldOverwrite: string
    readonly notAllowed: string
    readonly notWritten: string
    downloaded(name: string): string
    lost(what: string): string
    readonly unsaved: string
    /** Formulas whose results are those of the opened file: the first by name, and how many. */
    uncomputed(cells: string, count: number): string
  }
  readonly acts: Readonly<Record<'reread' | 'keep' | 'overwrite' | 'saveAnyway' | 'discard' | 'cancel' | 'dismiss' | 'retry', string>>
  /** Why a file cannot be read or saved. */
  readonly file: FileTexts
  readonly separator: string
}
