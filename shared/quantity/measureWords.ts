/**
 * Words that count or measure. They are read longest first, so that 人次 is not taken for 人 nor 平方公里 for 平方.
 * `strict` ones follow a Chinese numeral too (一座, 两百户); the others only digits (100村, 12期), since 一村 or 一期 are names.
 */
const STRICT = `
个百分点 百分点 个工作日 个小时 个月 个学时 个课时 个 座 处 户次 户 人次 人份 人天 人 名 例次 例 场次 场 件次 件 套次 套 所 家次 家 条 项次 项
台次 台套 台 辆次 辆 栋 幢 间 支 次 份 篇 张 盏 眼 口 孔 株 棵 只 匹 块 片 颗 枚 册次 册 架 艘 列
单 笔 宗 剂次 剂 针次 课时 学时 小时 分钟 泊位 车位 床位 杆 亩次 亩 公顷 吨 公斤 千克
平方公里 平方千米 平方米 平米 立方米 千瓦时 千瓦 兆瓦时 兆瓦 千伏安 兆伏安 公里 千米 华里 厘米 毫米 米 美元 欧元 元
`
const AFTER_DIGITS = `
行政村 自然村 村民小组 中心村 村 社区 小区 学校 乡镇 期 批次 批 班次 班 里 分 克 队 道 门 宗地 点位 站次 站 桩
位 头 部 本 组 对 根 面 起 遍 轮 秒 天 层 倍 床 席 种 类 段 斤 担 度 升 方 ℃
具 台件 樘 扇 把 箱 袋 桶 穴 梯次 座次 架次 车次 立方 端口 探头 摄像头 楼栋 院落 基 节 学位 标段 班级 羽 尾
km² km2 km m² m2 m³ m3 mm cm m ㎡ ㎞ kg t kwh kw mw MW kW kWh KM
`

/** The measure's word at `at` of a narrowed text, "" where there is none. */
export function measureAt(text: string, at: number, afterDigits: boolean): string {
  for (const word of BY_FIRST.get(text.charCodeAt(at)) ?? []) {
    if (!afterDigits && !word.strict) continue
    if (!text.startsWith(word.text, at)) continue
    if (word.latin && /[A-Za-z0-9]/.test(text.charAt(at + word.text.length))) continue
    return word.text
  }
  return ''
}

/** A measure's word, and where it counts as one. */
interface Word {
  readonly text: string
  readonly strict: boolean
  readonly latin: boolean
}

/** By the code of the first character, the longest first: this is looked up at every figure of every text. */
const BY_FIRST: ReadonlyMap<number, readonly Word[]> = indexed()

function indexed(): Map<number, Word[]> {
  const index = new Map<number, Word[]>()
  const add = (list: string, strict: boolean) => {
    for (const text of list.trim().split(/\s+/)) {
      const words = index.get(text.charCodeAt(0)) ?? []
      words.push({ text, strict, latin: /^[a-z]/i.test(text) })
      index.set(text.charCodeAt(0), words)
    }
  }
  add(STRICT, true)
  add(AFTER_DIGITS, false)
  for (const words of index.values()) words.sort((a, b) => b.text.length - a.text.length)
  return index
}
