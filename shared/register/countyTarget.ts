import type { Scaled } from '../quantity/scaled.ts'
import type { AreaCode, Indicator } from './register.ts'

/** The counties that have a target of their own of an indicator, each with it. */
export const countyTargetsOf = ({ countyTargets }: Indicator): readonly { readonly area: AreaCode; readonly value: Scaled }[] =>
  Object.entries(countyTargets ?? {}).map(([area, value]) => ({ area, value }))

/** The registered target of an area: the promise itself for the area that it covers, else what the county was given; null where nothing was. */
export const registeredTarget = (indicator: Indicator, area: AreaCode): Scaled | null =>
  area === indicator.area ? (indicator.target?.value ?? null) : (indicator.countyTargets?.[area] ?? null)
