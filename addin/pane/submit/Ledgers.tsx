import type { SheetReading } from '../../../shared/pipeline/sheetReading.ts'
import { lazy } from '../frame/lazy.tsx'

/** Wanted now and then: its code is fetched when it first is. */
const LedgerCards = lazy(async () => (await import('./LedgerCard.tsx')).LedgerCards)

/** The ledgers of a sheet that wait for a person's word; nothing where there are none. */
export const Ledgers = ({ reading }: { reading: SheetReading }) =>
  reading.ledgers.some(({ isAnswered }) => !isAnswered) ? <LedgerCards reading={reading} /> : null
