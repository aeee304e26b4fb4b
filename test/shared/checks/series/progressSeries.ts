/**
 * Series of cumulative figures as units report them over a year, from March to December: made at random from a seed, in
 * the shapes that real work has. Nothing here knows of a check.
 */
export interface ProgressSeries {
  readonly shape: Shape
  /** Undefined where neither sheet nor register has one for the row. */
  readonly target: number | undefined
  /** By month from March on; undefined where the unit did not report. */
  readonly months: readonly (ReportedMonth | undefined)[]
}

/** What was reported for a month. */
export interface ReportedMonth {
  readonly cumulative: number
  /** Where a figure was taken back and the row says so. */
  readonly remark?: string
}

export const SHAPES = [
  'even',
  'S-curve',
  'rush at the end',
  'begins late',
  'batches',
  'done early',
  'goes past the target',
  'corrected',
  'standstill',
  'one or two in all',
  'from a small beginning',
  'all at once',
  'many times the target',
  'a pilot, then everywhere',
] as const
export type Shape = (typeof SHAPES)[number]

const MONTHS = 10

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One series of a shape. */
export function progressSeries(shape: Shape, random: () => number): ProgressSeries {
  const between = (low: number, high: number) => low + (high - low) * random()
  const size = shape === 'one or two in all' ? between(1, 10) : 10 ** between(1, 4.3)
  const places = size < 400 && random() < 0.3 ? 1 : 0
  const round = (value: number) => Math.round(value * 10 ** places) / 10 ** places
  const target = Math.max(1, size > 200 && random() < 0.6 ? Math.round(size / 50) * 50 : Math.round(size))
  const parts = PARTS[shape](random, between)
  let last = 0
  const months = parts.map((part, month) => {
    const noisy = round(target * part * (part >= 1 ? 1 : between(0.97, 1.03)))
    const falls = shape === 'corrected' && month === 6
    const cumulative = falls ? round(last * between(0.7, 0.95)) : Math.max(last, noisy)
    last = cumulative
    return random() < 0.05 ? undefined : { cumulative, ...(falls && { remark: '经核实，核减重复统计数' }) }
  })
  return { shape, target: random() < 0.15 ? undefined : target, months }
}

type Parts = (random: () => number, between: (low: number, high: number) => number) => readonly number[]

const everyMonth = (part: (at: number) => number): readonly number[] =>
  Array.from({ length: MONTHS }, (_, month) => part((month + 1) / MONTHS))

/** Adds up what is done in each month, as parts of the target. */
function growing(step: (month: number, sum: number) => number): readonly number[] {
  let sum = 0
  return Array.from({ length: MONTHS }, (_, month) => {
    sum += Math.max(0, step(month, sum))
    return sum
  })
}

/** The part of the target that is done by each month. */
const PARTS: Readonly<Record<Shape, Parts>> = {
  even: (_, between) => {
    const end = between(0.85, 1.02)
    return everyMonth((at) => at * end)
  },
  'S-curve': (_, between) => {
    const [middle, steep, end] = [between(0.35, 0.75), between(6, 16), between(0.9, 1.02)]
    return everyMonth((at) => end / (1 + Math.exp(-steep * (at - middle))))
  },
  'rush at the end': (_, between) => {
    const [power, end] = [between(2, 5), between(0.9, 1.01)]
    return everyMonth((at) => end * at ** power)
  },
  'begins late': (_, between) => {
    const begin = Math.floor(between(2, 8))
    return growing((month, sum) => (month < begin ? 0 : Math.min(between(0.05, 0.5), 1 - sum)))
  },
  batches: (random, between) => growing((_, sum) => (random() < 0.4 ? Math.min(between(0.08, 0.4), 1 - sum) : 0)),
  'done early': (_, between) => {
    const by = between(0.2, 0.6)
    return everyMonth((at) => Math.min(1, at / by))
  },
  'goes past the target': (_, between) => {
    const end = between(1.05, 1.6)
    return everyMonth((at) => at * end)
  },
  corrected: (_, between) => {
    const end = between(0.8, 1)
    return everyMonth((at) => at * end)
  },
  standstill: (_, between) => {
    const [stop, end] = [between(0.3, 0.8), between(0.4, 0.9)]
    return everyMonth((at) => Math.min(at, stop) * end)
  },
  'one or two in all': (random, between) => growing((_, sum) => (random() < 0.4 ? Math.min(between(0.1, 0.7), 1 - sum) : 0)),
  'from a small beginning': (random, between) => {
    const first = between(0.002, 0.05)
    return growing((month, sum) => (month === 0 ? first : random() < 0.6 ? Math.min(sum * between(0.3, 4), 1 - sum) : between(0, 0.05)))
  },
  'all at once': (_, between) => {
    const when = Math.floor(between(1, 9))
    const before = between(0, 0.1)
    return Array.from({ length: MONTHS }, (__, month) => (month < when ? before : 1))
  },
  'many times the target': (_, between) => {
    const [end, power] = [between(1.5, 5), between(1, 3)]
    return everyMonth((at) => end * at ** power)
  },
  'a pilot, then everywhere': (_, between) => {
    const [when, pilot] = [Math.floor(between(2, 7)), between(0.01, 0.08)]
    return growing((month, sum) => (month < when ? (month === 0 ? pilot : 0) : Math.min(between(0.1, 0.7), 1 - sum)))
  },
}
