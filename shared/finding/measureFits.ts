import { sameMeasure } from '../register/measureOf.ts'
import type { Indicator, Register } from '../register/register.ts'

/**
 * Whether a figure counted in `word` can be one of the indicator's. Words of one kind pass (个 and 座, 人 and 名 …), words
 * of two kinds do not (行政村 or 个 for 场, 户 for 人, 元 for 公里), nor those of another size (500米 are not 500公里). A word of no known kind passes only where
 * it is the registered one or a synonym of it.
 *
 *     registered  word         fits
 *     场          场           yes
 *     场          个（行政村）   no
 *     个          座           yes (synonym)
 *     套          个           yes (both count things)
 *     套          栋           no (a building holds many)
 *     公里        米           no (another size)
 *     户          个           no
 *     人          例           yes
 *     % (count 例) 例          yes
 */
export function measureFits(register: Register, word: string, indicator: Indicator): boolean {
  return remembered(fitting, register, word, indicator, fits)
}

/** Whether a word is the registered measure or a synonym of it: 座 for 个, never 套 for 个. */
export function isSynonym(register: Register, word: string, indicator: Indicator): boolean {
  return remembered(synonyms, register, word, indicator, isSame)
}

type Answers = WeakMap<Register, Map<string, Map<string, boolean>>>
const fitting: Answers = new WeakMap()
const synonyms: Answers = new WeakMap()

/** A sheet asks the same few words ten thousand times. */
function remembered(answers: Answers, register: Register, word: string, indicator: Indicator, ask: typeof fits): boolean {
  let byWord = answers.get(register)
  if (!byWord) {
    byWord = new Map()
    answers.set(register, byWord)
  }
  let byIndicator = byWord.get(word)
  if (!byIndicator) {
    byIndicator = new Map()
    if (byWord.size < MOST_WORDS) byWord.set(word, byIndicator)
  }
  const known = byIndicator.get(indicator.id)
  if (known !== undefined) return known
  const answer = ask(register, word, indicator)
  byIndicator.set(indicator.id, answer)
  return answer
}

/** Words come from sheets: what is remembered must not grow with them. */
const MOST_WORDS = 1000

const isSame = (register: Register, word: string, indicator: Indicator): boolean =>
  indicator.measure != null && sameMeasure(register, word, indicator.measure, indicator.id)

function fits(register: Register, word: string, indicator: Indicator): boolean {
  const registered = [indicator.measure, indicator.countMeasure].filter((name) => name != null)
  if (registered.length === 0) return true
  return registered.some((name) => sameMeasure(register, word, name, indicator.id) || sameKind(word, name))
}

function sameKind(one: string, other: string): boolean {
  if (BUILDINGS.has(one) !== BUILDINGS.has(other) && !WHOLES.has(one) && !WHOLES.has(other)) return false
  const kind = KIND.get(one)
  return kind !== undefined && kind === KIND.get(other)
}

/** Buildings hold flats and rooms; only what may be a building itself is counted in them. */
const BUILDINGS: ReadonlySet<string> = new Set(['栋', '幢'])
const WHOLES: ReadonlySet<string> = new Set(['个', '座', '处', '所'])

/** Words by what they count; those between two bars are of one size. */
const KINDS = {
  length: '公里 千米 km KM ㎞ | 米 m 延米 | 里 华里 | 厘米 cm | 毫米 mm',
  area: '平方米 平米 ㎡ m² m2 | 平方公里 平方千米 km² km2 | 亩 | 公顷',
  volume: '立方米 立方 方 m³ m3 | 升',
  weight: '吨 t | 公斤 千克 kg | 克 | 斤',
  money: '元 | 美元 | 欧元',
  energy: '千瓦时 度 kWh kwh | 兆瓦时',
  power: '千瓦 kW kw | 兆瓦 MW mw | 千伏安',
  people: '人 名 位 例 人次 例次 人份',
  household: '户 户次',
  event: '场 场次 次 期 班 班次 遍 轮',
  thing:
    '个 座 处 所 套 台 件 项 条 家 栋 幢 间 支 张 盏 口 眼 孔 辆 块 片 部 根 对 组 架 艘 台套 点位 桩 站 泊位 车位 床 床位 单 笔 宗 起 面 杆 株 棵',
  document: '份 篇 册 本',
  percentage: '% 个百分点 百分点',
  place: '村 行政村 自然村 社区 小区 乡镇 学校',
} as const

const KIND: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) =>
    words.split(' | ').flatMap((sizes, i) => sizes.split(' ').map((word) => [word, `${kind} ${i}`] as const)),
  ),
)
