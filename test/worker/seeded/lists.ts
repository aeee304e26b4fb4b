import { ACCESS_MISTAKES } from './accessMistakes.ts'
import { CITY_MISTAKES } from './cityMistakes.ts'
import { CLIENT_MISTAKES } from './clientMistakes.ts'
import { HOST_MISTAKES } from './hostMistakes.ts'
import type { Mistake } from './mistake.ts'
import { SIGN_OFF_MISTAKES } from './signOffMistakes.ts'
import { SYNC_MISTAKES } from './syncMistakes.ts'

/** Every list of mistakes, by the name under which `seededFaults.ts` takes it as an argument. */
export const LISTS: Readonly<Record<string, readonly Mistake[]>> = {
  sync: SYNC_MISTAKES,
  access: ACCESS_MISTAKES,
  city: CITY_MISTAKES,
  client: CLIENT_MISTAKES,
  signOff: SIGN_OFF_MISTAKES,
  host: HOST_MISTAKES,
}
