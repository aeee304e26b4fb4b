import type { FileOnBehalf } from '../../../shared/wire/submission.ts'

/** Whether the unit has something of a file that was sent for it to look at: it wrote rows, and nobody took it over. */
export const waitsForUnit = ({ rows, takenOver }: FileOnBehalf): boolean => rows > 0 && takenOver === null
