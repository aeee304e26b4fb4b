import type { Store } from '../../state/createStore.ts'
import type { FileState } from '../file/fileOnDisk.ts'
import type { Notice, PageState } from './pageState.ts'

type Part = typeof import('../sheet/openSheet.ts')

/** What the actions need of the page. */
export interface FilesPage {
  readonly state: Store<PageState>
  /** Names the files that the browser's own dialog offers. */
  readonly kind: string
  /** The code that opens files, fetched when the first is opened. */
  fetchPart(): Promise<Part>
  /** Of "5月20日" typed into a cell. */
  year(): number
}

/** What opening and saving share: the page, and what is known of the file where it lies. */
export interface FileContext extends FilesPage {
  change(next: Partial<PageState>): void
  say(notice: Notice | null): void
  /** The file as it was when it was last read or written here. */
  known: FileState
  /** Ends the looking whether another program has written it. */
  stopWatching(): void
  /** What the person has accepted to be left out of the saved file. */
  accepted: string
}

/** The context of a page without a file. */
export function createFileContext(page: FilesPage): FileContext {
  const change = (next: Partial<PageState>): void => page.state.update((before) => ({ ...before, ...next }))
  return {
    ...page,
    change,
    say: (notice) => change({ notice }),
    known: { size: 0, lastModified: 0 },
    stopWatching: () => undefined,
    accepted: '',
  }
}
