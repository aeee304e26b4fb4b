import { oncePer } from '../base/oncePer.ts'
import type { Register, Succession } from './register.ts'

/** From whom a unit took over a duty, and since when; undefined where it always had it. */
export const predecessorOf = (register: Register, subject: string, reporter: string): Succession | undefined =>
  bySubjectAndUnit(register).get(`${subject}|${reporter}`)

const bySubjectAndUnit = oncePer(
  ({ succeeds = [] }: Register): ReadonlyMap<string, Succession> => new Map(succeeds.map((one) => [`${one.subject}|${one.reporter}`, one])),
)

/**
 * The units whose rows of a period stand for those of `reporter` where it has none of its own: who had the duty before, the
 * nearest first. What they reported up to the period in which the duty moved, that one included, was reported; what they go
 * on writing afterwards is not.
 */
export function predecessorsOf(register: Register, subject: string, reporter: string, period: string): readonly string[] {
  const units: string[] = []
  let move = predecessorOf(register, subject, reporter)
  while (move !== undefined && period <= move.from && !units.includes(move.predecessor)) {
    units.push(move.predecessor)
    move = predecessorOf(register, subject, move.predecessor)
  }
  return units
}

/** Whose rows a unit's own are read with, of which subjects, and up to which period: what it has to know to go on from them. */
export interface Inherited {
  readonly predecessor: string
  readonly subject: string
  /** The last period of which the predecessor's rows stand for the unit's. */
  readonly until: string
}

/** All that a unit took over, from whom so ever. */
export function inheritedBy(register: Register, reporter: string): readonly Inherited[] {
  return (register.succeeds ?? []).flatMap((move): readonly Inherited[] => {
    if (move.reporter !== reporter) return []
    const chain: Inherited[] = []
    let [next, until]: [Succession | undefined, string] = [move, move.from]
    while (next !== undefined && chain.length < (register.succeeds?.length ?? 0)) {
      until = next.from < until ? next.from : until
      chain.push({ predecessor: next.predecessor, subject: next.subject, until })
      next = predecessorOf(register, next.subject, next.predecessor)
    }
    return chain
  })
}
