import type { Role } from '../../../shared/wire/session.ts'
import type { Administration } from '../../state/administration/administration.ts'
import { administrationOf } from '../../state/administration/administrationOf.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { administrationEn } from '../text/administrationEn.ts'
import type { AdministrationTexts } from '../text/administrationTexts.ts'
import { administrationZhCN } from '../text/administrationZhCN.ts'
import type { Texts } from '../text/texts.ts'

/** What every screen of the administration is given. */
export interface AdministrationProps extends Administration {
  readonly texts: Texts
  readonly words: AdministrationTexts
  readonly role: Role
  readonly idle: boolean
}

/** The state and the acts of the administration, with its words in the language of the pane. */
export function useAdministration(): AdministrationProps {
  const { stores, actionContext, texts } = usePane()
  const session = useStore(stores.session)
  const idle = useStore(stores.busy) === null
  const account = session.tag === 'signedIn' ? session.account : null
  const words = texts.language === 'en' ? administrationEn : administrationZhCN
  return { ...administrationOf(actionContext, account?.id ?? ''), texts, words, role: account?.role ?? 'reader', idle }
}
