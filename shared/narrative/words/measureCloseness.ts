import { remembering } from '../../base/remembering.ts'

/** How close two measures are. */
export const CLOSENESS = {
  /** 座 and 座. */
  sameWord: 3,
  /** 座 and 个, 名 and 人, 公里 and 千米. */
  sameMeasure: 2,
  /** They may count the same objects: 家 for 个, 人次 for 人. */
  sameObjects: 1,
  /** 公里 and 人, or none is written. */
  different: 0,
} as const

/** How close a figure's measure is to an indicator's. */
export function measureCloseness(figure: string | null, indicator: string): (typeof CLOSENESS)[keyof typeof CLOSENESS] {
  if (figure === null) return CLOSENESS.different
  if (figure === indicator) return CLOSENESS.sameWord
  const [one, other] = [keyOf(figure), keyOf(indicator)]
  if (one === other) return CLOSENESS.sameMeasure
  return FAMILIES.some((family) => family.has(one) && family.has(other)) ? CLOSENESS.sameObjects : CLOSENESS.different
}

/** Both are the same measure, by the same word or another. */
export const isSameMeasure = (figure: string | null, indicator: string): boolean =>
  measureCloseness(figure, indicator) >= CLOSENESS.sameMeasure

/** The words that mean one measure, under its first word. */
const keyOf = remembering((word: string): string => {
  const bare = word.replace(/[（(/].*$/, '')
  return SAME.get(bare) ?? SAME.get(bare.toLowerCase()) ?? bare
})

/** Words of one measure, a line each. */
const SAME: ReadonlyMap<string, string> = new Map(
  [
    '个 座 处',
    '公里 千米 km KM ㎞',
    '人 名',
    '平方米 平米 ㎡ m² m2',
    '亩 亩次',
    '场 场次',
    '批次 批',
    '人次 人份',
    '件 件次',
    '吨 t',
    '米 m',
    '套 台套',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ')
    return [first, ...others].map((word): [string, string] => [word, first])
  }),
)

/** Measures in which different people count the same objects, a family a line. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  '个 家 所 项 条 台 套 栋 幢 间 部 辆 口 眼 块 片 支 村 行政村 自然村 社区 小区 学校 乡镇 中心村 泊位 车位 位 点位 盏 根 桩 杆 具 组 张 床 床位 站 棵 株 只 对 队 支队 班 本 宗 期 道 门',
  '人 例 人次 户 位',
  '份 张 本 件',
  '件 例 起 宗 份 批次 笔 单 条 次',
  '次 场 期 班次 批次 轮 项 课时 学时',
  '公里 米 里 华里',
  '平方米 亩 公顷 平方公里 平方千米',
  '株 棵 亩',
  '户 套 间 家',
].map((line) => new Set(line.split(' ')))

/** Measures that count any thing at all, so that only the words show whose figure it is. */
export const isGeneralMeasure = (word: string | null): boolean => word === null || GENERAL.has(word)
const GENERAL = new Set('个 处 家 项 次 人 名 位 份 张 条 件 人次 起 例 户次 期 批 批次 组 对 台 套 具 万'.split(' '))
