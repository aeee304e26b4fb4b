import type { Store } from '../../state/createStore.ts'
import type { FilesTexts } from '../text/filesTexts.ts'
import type { FilesActions } from './filesActions.ts'
import type { PageState } from './pageState.ts'

/** What every part of the page is given. */
export interface PageProps {
  readonly state: Store<PageState>
  readonly actions: FilesActions
  readonly texts: FilesTexts
}
