import { asScaled, decimalFromScaled, SCALED_LIMIT } from '../quantity/scaled.ts'
import { countyTargetsOf } from './countyTarget.ts'
import type { Register } from './register.ts'
import { flawsOf, type RegisterFlaw } from './registerFlaw.ts'
import { type RegisterTrouble, troublesOf } from './registerTrouble.ts'

/**
 * Where what counties are given does not add up to what the city promised: a remark, since they may be given more, or some of it
 * be nobody's. Of counts alone: rates do not add up.
 */
const countyTargetSums = (register: Register): readonly RegisterFlaw[] =>
  register.indicators.flatMap((indicator) => {
    const given = countyTargetsOf(indicator)
    const whole = indicator.target?.value
    if (given.length === 0 || whole === undefined || indicator.kind !== 'count') return []
    const sum = given.reduce((total, { value }) => total + value, 0)
    if (sum === whole) return []
    const figures = `${Number.isSafeInteger(sum) && Math.abs(sum) < SCALED_LIMIT ? decimalFromScaled(asScaled(sum)) : '—'} / ${decimalFromScaled(whole)}`
    return flawsOf('countyTargetsSum', `indicator ${indicator.id}`, [figures])
  })

/** What a person should look at in a register that is sound, without cells. */
export const registerRemarks = (register: Register): readonly RegisterTrouble[] =>
  troublesOf({ tag: 'flawed', flaws: countyTargetSums(register) })
