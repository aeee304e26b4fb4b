import { oncePer } from '../../base/oncePer.ts'
import type { Indicator } from '../../register/register.ts'

/** Acts by which the register says itself when a thing counts (开通5G基站: what is built and not opened does not). */
const VERBS = ['开通', '投用', '上线', '办结', '竣工', '发放', '到岗', '入住', '交付', '开工', '验收', '举办'] as const

/** The acts of an indicator's own name; mostly none. */
export const ownVerbs = (indicator: Pick<Indicator, 'name'> | undefined): readonly string[] =>
  indicator === undefined ? [] : verbsOf(indicator)

/** Every cell of a column asks for the same indicator's. */
const verbsOf = oncePer(({ name }: Pick<Indicator, 'name'>): readonly string[] => VERBS.filter((verb) => name.includes(verb)))
