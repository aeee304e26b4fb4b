import type { Check, CheckFacts } from '../finding/facts.ts'
import type { Finding } from '../finding/finding.ts'
import { decimalFromScaled, type Scaled } from '../quantity/scaled.ts'
import type { FigureRecord } from '../record/figureRecord.ts'
import type { Indicator } from '../register/register.ts'
import { toSum } from './lookups/judgeSum.ts'
import { placeOf, raise } from './lookups/raise.ts'
import { indicatorOf, registeredTarget } from './lookups/truth.ts'

/**
 * TARGET_MISMATCH: a stated target is not the registered one. The register knows the city's, that of an area that an
 * indicator is promised for, and those of counties where it has them (分解目标); else of the parts that counties are given it knows
 * the sum. Counties may be given more than the city promised (加压目标).
 *
 *     stated                                      registered  finding
 *     the whole city 300                          300         none
 *     the whole city 3000, or 30                  300         warning
 *     the whole city 320                          300         info (more than was promised)
 *     a county 58, whose own is 58                –           none
 *     a county 60, whose own is 58                58          info; 20: warning
 *     a county 58                                 300         none
 *     a county 580                                300         warning (more than the whole city's)
 *     six counties, together 306                  300         none
 *     six counties, together 3060, or 30          300         warning at the first of them
 *     a falling indicator (清零), one batch        any         none
 */
export const targetMismatch: Check = (facts) => {
  if (facts.tables.length === 0) return []
  const parts = new Map<Indicator, Stated[]>()
  const found = facts.records.flatMap((record): readonly Finding[] => {
    const indicator = indicatorOf(facts, record)
    const stated = record.values.target
    if (!indicator || indicator.direction === 'down' || stated == null) return []
    const own = registeredTarget(facts, record)
    if (own !== undefined) return own > 0 ? ofWhole(record, { stated, registered: own }) : []
    const registered = indicator.target?.value
    if (registered === undefined || registered <= 0) return []
    const there = parts.get(indicator)
    if (there) there.push({ record, stated })
    else parts.set(indicator, [{ record, stated }])
    return stated > registered && record.part === '' ? [mismatch(record, indicator.area, { stated, registered })] : []
  })
  return [...found, ...[...parts].flatMap(([indicator, stated]) => ofParts(facts, indicator, stated))]
}

interface Stated {
  readonly record: FigureRecord
  readonly stated: Scaled
}

/** The whole that the register knows: any other figure is told, a higher one below twice the promise as a note. */
function ofWhole(
  record: FigureRecord,
  { stated, registered }: { readonly stated: Scaled; readonly registered: Scaled },
): readonly Finding[] {
  if (stated === registered) return []
  const isRaised = stated > registered && stated < registered * FAR
  return [mismatch(record, record.area, { stated, registered }, isRaised ? 'info' : 'warning')]
}

/** Counties, or batches, of which all are there: their sum is of the size of the whole. */
function ofParts(facts: CheckFacts, indicator: Indicator, parts: readonly Stated[]): readonly Finding[] {
  const registered = indicator.target?.value
  const [first] = parts
  const areas = new Set(parts.map(({ record }) => record.area))
  const counties = facts.register.areas.filter(({ level }) => level === 'county')
  if (!first || registered === undefined || !counties.every(({ code }) => areas.has(code))) return []
  const sum = parts.reduce((total, { stated }) => total + stated, 0)
  if (sum < registered * FAR && sum * FAR > registered) return []
  // a single part above the whole is said already
  if (parts.some(({ stated, record }) => stated > registered && record.part === '')) return []
  return [mismatch(first.record, indicator.area, { sum: toSum(sum), registered })]
}

/** From twice, or half, the figure on it is another one. */
const FAR = 2

function mismatch(
  record: FigureRecord,
  area: string,
  figures: { readonly stated?: Scaled; readonly sum?: Scaled; readonly registered: Scaled },
  severity?: 'info' | 'warning',
): Finding {
  const params = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, decimalFromScaled(value)]))
  return raise(
    'TARGET_MISMATCH',
    placeOf(record, 'target'),
    { ...params, area },
    { field: 'target', ...(severity === undefined ? {} : { severity }) },
  )
}
