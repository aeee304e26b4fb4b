import type { Indicator } from '../register/register.ts'
import type { IndicatorLight } from '../wire/consolidation.ts'
import type { LIGHTS } from '../wire/lights.ts'

/** The colours, best first; grey is for what was not reported. */
export type Light = (typeof LIGHTS)[number]

/** Whether an indicator promises something that could be judged: a target, or the nodes of a milestone. */
export const hasLight = ({ kind, target }: Indicator): boolean => kind === 'milestone' || (kind !== 'narrative' && target !== null)

/** The light to show and to count: the coordinator's own where there is one, else the judged one. */
export const shownLight = ({ light, override }: IndicatorLight): Light => override?.light ?? light
