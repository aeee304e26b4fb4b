import type { Bench } from '../bench.ts'
import type { Administration } from './administration.ts'
import { createAdministration } from './createAdministration.ts'

const open = new WeakMap<Bench, { readonly account: string; readonly administration: Administration }>()

/** The administration of an account on this bench: the next person on this device meets nothing of the one before. */
export function administrationOf(bench: Bench, account: string): Administration {
  const known = open.get(bench)
  if (known?.account === account) return known.administration
  const administration = createAdministration(bench)
  open.set(bench, { account, administration })
  return administration
}
