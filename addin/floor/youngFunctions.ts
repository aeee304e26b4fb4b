/**
 * Functions that the pane or a library of it calls and that engines at the floor lack, by the object that has them or whose
 * prototype does. The page looks for them, and `bringFunctions.ts` brings what is missing; a test reads the built pane and names one that is called and missing here.
 */
export const YOUNG_FUNCTIONS: readonly (readonly [owner: string, name: string])[] = [
  ['Array', 'at'],
  ['Array', 'findLast'],
  ['Array', 'findLastIndex'],
  ['Array', 'toReversed'],
  ['Array', 'toSorted'],
  ['Map', 'groupBy'],
  ['Object', 'groupBy'],
  ['Object', 'hasOwn'],
  ['String', 'at'],
]
