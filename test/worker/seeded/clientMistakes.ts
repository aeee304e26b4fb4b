import type { Mistake } from './mistake.ts'

export const CLIENT_MISTAKES: readonly Mistake[] = []
