import type { ActionContext } from '../actionContext.ts'
import { type City, createCity } from './createCity.ts'

const open = new WeakMap<ActionContext, { readonly of: string; readonly city: City }>()

/** The city's figures in this pane, one for each account and period: the next person or period meets nothing of the one before. */
export function cityOf(actionContext: ActionContext, account: string | undefined, period: string | undefined): City {
  const of = JSON.stringify([account, period])
  const known = open.get(actionContext)
  if (known?.of === of) return known.city
  const city = createCity(actionContext)
  open.set(actionContext, { of, city })
  return city
}
