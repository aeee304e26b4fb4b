import { remembering } from '../../base/remembering.ts'
import { ACTS } from '../lexicon/actWords.ts'
import { AREA_ENDINGS, LIST_JOINTS, OBJECTS_LIKE_AREAS } from '../lexicon/areaWords.ts'
import { FUNCTION_WORDS, VERBS_WITH_OBJECT } from '../lexicon/objectWords.ts'

/** 已 and the verb that follows it at the end of a phrase: 已注销1126辆. */
const DONE_TO = /(?:已经?|正在?|现已?|陆续|再)[\u4e00-\u9fa5]{1,4}$/
/** 已注销 names no object, 已新增托位 one behind its verb. */
const afterVerb = (words: string): string => {
  const rest = words.replace(/^(?:已经?|正在?|现已?|陆续|再)/, '')
  const object = rest.replace(VERBS_WITH_OBJECT.pattern, '')
  return object === rest ? ' ' : ` ${object}`
}
const AREA = new RegExp(`[\\u4e00-\\u9fa5]{1,5}?(?:${AREA_ENDINGS.source}|旗)`, 'g')
const QUOTES = /[“”"'‘’「」『』\s]/g

/** The chunks of a phrase that may name an object, function words and area names taken out. */
export const objectWords = remembering((phrase: string): readonly string[] =>
  phrase
    .replace(QUOTES, '')
    .replace(AREA, (name) => (OBJECTS_LIKE_AREAS.pattern.test(name) ? name : ' '))
    .replace(DONE_TO, (words) => afterVerb(words))
    .replace(FUNCTION_WORDS.everywhere, ' ')
    .replace(ACTS.everywhere, ' ')
    .replace(/[^\u4e00-\u9fa5A-Za-z]+/g, ' ')
    .split(' ')
    .filter((chunk) => chunk.length >= 2),
)

/** The pairs of characters of a phrase, without all that is not a letter or a Han character; voltages count as one. */
export function pairsOf(phrase: string): string[] {
  const pairs: string[] = []
  const words = phrase.replace(QUOTES, '')
  for (let i = 1; i < words.length; i++) {
    if (isLetter(words.charCodeAt(i - 1)) && isLetter(words.charCodeAt(i))) pairs.push(words.slice(i - 1, i + 1))
  }
  return phrase.includes('千伏') ? [...pairs, ...(phrase.match(/\d{2,}(?=\s?千伏)/g) ?? [])] : pairs
}

/** A Han character or a Latin letter. */
const isLetter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** The same, each once: a phrase is compared with one indicator after the other. */
export const pairSet = remembering((phrase: string): ReadonlySet<string> => new Set(pairsOf(phrase)))

/** Pairs that name an act or a scope, not an object. */
export const GENERAL_PAIRS: ReadonlySet<string> = new Set(
  '新建 建设 完成 改造 全市 工程 项目 年度 全年 新增 开展 不少 少于 以上 不低 低于 达到 组织 提升 改建 扩建 改扩 实施 推进 城市 农村 市区 城区 公共 免费 服务 活动 年底 累计 提高 标准 规范 范化 数量 任务 目标 重点 人数 人员 全部 开工 建成 创建 设施'.split(
    ' ',
  ),
)
/** Characters too common to tie an object by itself. */
export const GENERAL_CHARS: ReadonlySet<string> = new Set([...'新建设改造项目工程个人大小全市县区的和公年成完发展开放中心务员村民业'])

/** Words before a figure that only go on with a list: areas, 其中, 和; what was said before holds for them. */
export const isListed = (pre: string): boolean => pre.replace(QUOTES, '').replace(LIST_JOINTS.everywhere, '').replace(AREA, '') === ''
