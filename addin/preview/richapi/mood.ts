import type { Book } from '../../book/book.ts'
import type { Act, Session } from './hostObject.ts'
import type { BatchAnswer, BatchRequest } from './wire.ts'

/** What a mood can do besides answering: the person's hand on the workbook. */
export interface MoodTarget {
  readonly book: Book
  /** The person begins to edit the selected cell. */
  readonly edit: () => void
}

/** A way in which Excel is difficult: whatever of it a mood leaves out goes as usual. */
export interface Mood {
  /** Before an act of a batch: throws what Excel answers instead. True where a `set` was done here, in another way. */
  readonly before?: (act: Act, session: Session) => boolean
  /** Around a whole batch: `go` does it. A promise that is never kept is a sync that hangs. */
  readonly batch?: (request: BatchRequest, go: () => Promise<BatchAnswer>) => Promise<BatchAnswer>
  /** In the window of the pane, before anything of its page runs. */
  readonly frame?: (window: Window) => void
  /** The pane's page as it comes instead; its address is then the frame's own. */
  readonly page?: (html: string) => string
  /** Going to the pane does not end the edit of a cell. */
  readonly keepsEdit?: true
  /** The ExcelApi that this Excel has at most. */
  readonly api?: string
  /** No event reaches the add-in. */
  readonly mute?: true
  /** The client library's first question is never answered. */
  readonly neverAnswers?: true
}

/** Whether the act changes cells, sheets or the look of one: what Excel's undo stack is about. Settings are no part of it. */
export const isWrite = ({ kind, type, name }: Act): boolean =>
  !type.startsWith('Setting') && (kind === 'set' || (kind === 'call' && WRITING.test(name)))

/** Members that write begin so. */
export const WRITING = /^(Add|Apply|Autofit|Clear|Copy|Delete|Freeze|Insert|Merge|Remove|Set|Unfreeze|Unmerge)/
