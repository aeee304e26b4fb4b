import type { Memory } from '../ports/memory.ts'
import type { Workbook } from '../ports/workbook.ts'

/** What the page gives to the pane in its frame: the workbook that is open, and what is remembered. */
export interface PaneHost {
  readonly workbook: Workbook
  readonly memory: Memory
}

declare global {
  interface Window {
    /** Of the page, for the pane in its frame, which is of the same origin. */
    paneHost?: PaneHost
  }
}
