import { wordList } from '../../base/wordList.ts'

/** What makes another word of 未 (未成年, 未来). */
export const BEGINS_WITH_NOT = wordList(
  [
    { word: '成年', example: '未成年人' },
    { word: '来', example: '未来' },
    { word: '婚', example: '未婚' },
    { word: '经', example: '未经' },
    { word: '必', example: '未必' },
    { word: '名', example: '未名' },
    { word: '满', example: '未满' },
    { word: '知', example: '未知' },
    { word: '及', example: '未及' },
    { word: '脱贫', example: '未脱贫户' },
    { word: '硬化', example: '未硬化道路' },
    { word: '通', example: '未通公路' },
  ],
  { frame: '(?<=未){words}' },
)

/** The figure is what is not done yet. */
export const REMAINING = wordList(
  [
    { pattern: '(?<!其)余$', example: 'words with 余' },
    { pattern: '剩$', example: '还剩' },
    { pattern: '欠$', example: '尚欠' },
    { word: '受阻', example: '东街1个拆迁受阻' },
    { word: '暂缓', example: '1家因选址问题暂缓' },
    { word: '搁置', example: '搁置项目' },
    { word: '停工', example: '停工项目' },
    { word: '停滞', example: '停滞项目' },
    { word: '尚差', example: '尚差56场' },
    { word: '还差', example: '距离目标还差' },
    { word: '相差', example: '%的目标相差' },
    { pattern: '未结$', example: '未结' },
    { pattern: '未完$', example: '尚未完' },
    { pattern: '未办$', example: '未办' },
    { word: '剩余', example: '剩余6个正在装修' },
    { word: '剩下', example: '剩下的近' },
    { word: '余下', example: '余下5片选址中' },
    { word: '尚余', example: '尚余' },
    { word: '还剩', example: '还剩' },
    { word: '尚有', example: '尚有37名在轮候' },
    { word: '仍有', example: '仍有' },
    { word: '尚未', example: '部分学校尚未开展' },
    { pattern: '(?<!从)未(?!{otherWord}){han}{2}', example: '未进场3个小区' },
    { word: '未通过', example: '未通过验收' },
    { word: '未达', example: '未达到序时进度' },
    { word: '缺口', example: '资金缺口大' },
    { word: '不足', example: '资金不足' },
  ],
  {
    parts: {
      otherWord: BEGINS_WITH_NOT,
      han: '[\\u4e00-\\u9fa5]',
    },
  },
)
