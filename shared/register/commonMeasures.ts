import type { Measure } from './register.ts'

/** Measures known to every register, with the words that mean the same. A register may add its own. */
export const commonMeasures: readonly Measure[] = [
  { name: '个', synonyms: ['座', '处'] },
  { name: '公里', synonyms: ['千米', 'km', '㎞'] },
  { name: '人', synonyms: ['名'] },
  { name: '例', synonyms: [] },
  { name: '户', synonyms: [] },
  { name: '场', synonyms: [] },
  { name: '件', synonyms: [] },
  { name: '套', synonyms: [] },
  { name: '篇', synonyms: [] },
  { name: '份', synonyms: [] },
  { name: '支', synonyms: [] },
  { name: '所', synonyms: [] },
  { name: '台', synonyms: [] },
  { name: '平方米', synonyms: ['㎡', 'm²', '平米'] },
  { name: '亩', synonyms: [] },
  { name: '吨', synonyms: [] },
  { name: '元', synonyms: [] },
  { name: '%', synonyms: ['％'] },
]
