/** How a run of all scenarios can be: as Excel usually is, at its most difficult, in an engine at the floor. */
export const RUNS = ['ordinary', 'strict', 'floor'] as const

export type RunOfScenarios = (typeof RUNS)[number]

/** This run, by SCENARIO_RUN; `npm run scenarios -- --host strict` sets it. */
export const runOfScenarios = (): RunOfScenarios => RUNS.find((name) => name === process.env.SCENARIO_RUN) ?? 'ordinary'
