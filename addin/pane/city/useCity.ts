import type { Role } from '../../../shared/wire/session.ts'
import type { ActionContext } from '../../state/actionContext.ts'
import { type City, createCity } from '../../state/city/createCity.ts'
import { usePane, useStore } from '../frame/usePane.ts'
import { cityEn } from '../text/cityEn.ts'
import type { CityTexts } from '../text/cityTexts.ts'
import { cityZhCN } from '../text/cityZhCN.ts'
import type { Texts } from '../text/texts.ts'

export interface CityProps extends City {
  readonly texts: Texts
  readonly words: CityTexts
  readonly role: Role
  readonly idle: boolean
}

/** One for each person who is signed in and each period: the next meets nothing of the one before. */
const open = new WeakMap<ActionContext, { readonly of: string; readonly city: City }>()

function cityOf(actionContext: ActionContext, of: string): City {
  const known = open.get(actionContext)
  if (known?.of === of) return known.city
  const city = createCity(actionContext)
  open.set(actionContext, { of, city })
  return city
}

/** What every part of the screen of the city's figures is given. */
export function useCity(): CityProps {
  const { stores, actionContext, texts } = usePane()
  const session = useStore(stores.session)
  const period = useStore(stores.context)?.period.id
  const idle = useStore(stores.busy) === null
  const account = session.tag === 'signedIn' ? session.account : null
  const words = texts.language === 'en' ? cityEn : cityZhCN
  return { ...cityOf(actionContext, JSON.stringify([account?.id, period])), texts, words, role: account?.role ?? 'reader', idle }
}
