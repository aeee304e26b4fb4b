import { useEffect, useRef } from 'preact/hooks'
import type { Role } from '../../../shared/wire/session.ts'
import type { Administration } from '../../state/administration/administration.ts'
import { createAdministration } from '../../state/administration/createAdministration.ts'
import type { Bench } from '../../state/bench.ts'
import { administrationEn } from '../text/administrationEn.ts'
import type { AdministrationTexts } from '../text/administrationTexts.ts'
import { administrationZhCN } from '../text/administrationZhCN.ts'
import type { Texts } from '../text/texts.ts'
import { usePane, useStore } from '../usePane.ts'

/** What every screen of the administration is given. */
export interface AdministrationProps extends Administration {
  readonly texts: Texts
  readonly words: AdministrationTexts
  readonly role: Role
  readonly idle: boolean
}

/** One administration for each person who is signed in: the next one on this device meets nothing of the one before. */
const open = new WeakMap<Bench, { readonly account: string; readonly administration: Administration }>()

function administrationOf(bench: Bench, account: string): Administration {
  const known = open.get(bench)
  if (known?.account === account) return known.administration
  const administration = createAdministration(bench)
  open.set(bench, { account, administration })
  return administration
}

export function useAdministration(): AdministrationProps {
  const { stores, bench, texts } = usePane()
  const session = useStore(stores.session)
  const idle = useStore(stores.busy) === null
  const account = session.tag === 'signedIn' ? session.account : null
  const words = texts.language === 'en' ? administrationEn : administrationZhCN
  return { ...administrationOf(bench, account?.id ?? ''), texts, words, role: account?.role ?? 'reader', idle }
}

/** Runs an act once, when the screen is shown and as soon as nothing else is under way. */
export function useOnceIdle(idle: boolean, act: () => void): void {
  const begun = useRef(false)
  useEffect(() => {
    if (!idle || begun.current) return
    begun.current = true
    act()
  }, [idle, act])
}
