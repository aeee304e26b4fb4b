import type { Role } from '../../../shared/wire/session.ts'
import { cityOf } from '../../state/city/cityOf.ts'
import type { City } from '../../state/city/createCity.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { cityEn } from '../text/cityEn.ts'
import type { CityTexts } from '../text/cityTexts.ts'
import { cityZhCN } from '../text/cityZhCN.ts'
import type { Texts } from '../text/texts.ts'

/** What every part of the screen of the city's figures is given. */
export interface CityProps extends City {
  readonly texts: Texts
  readonly words: CityTexts
  readonly role: Role
  readonly idle: boolean
  /** The period that is shown, and the one that its changes are counted from. */
  readonly period: string | undefined
  readonly before: string | null
}

/** What every part of the screen of the city's figures is given. */
export function useCity(): CityProps {
  const { stores, actionContext, texts } = usePane()
  const session = useStore(stores.session)
  const period = useStore(stores.context)?.period.id
  const idle = useStore(stores.busy) === null
  const account = session.tag === 'signedIn' ? session.account : null
  const words = texts.language === 'en' ? cityEn : cityZhCN
  const before = useStore(stores.consolidation)?.before ?? null
  return { ...cityOf(actionContext, account?.id, period), texts, words, role: account?.role ?? 'reader', idle, period, before }
}
