import { wordList } from '../../base/wordList.ts'

/**
 * Headings of what a figure of the work changed by, or of what is planned next: beside a column of completed figures they hold
 * none themselves. Of the lowest heading, its measure left out.
 */
export const CHANGES = wordList(
  [
    { pattern: '[较比]上(?:月|期|周|次|季度?)(?:增减|变化|净增)?', example: '较上月' },
    { pattern: '[环同]比(?:增[长减加幅]|变化)?', example: '环比增长' },
    { pattern: '偏差', example: '偏差' },
    { pattern: '下(?:一?个?月|周|季度|阶段|期)(?:拟|计划)(?:完成|推进|开工)?', example: '下月计划完成' },
  ],
  { frame: '^{words}$', flags: 'u' },
)

/** Headings of how large a work is, or of whom it serves; whether they count nothing of ours, their measure must say. */
export const OTHER_THINGS = wordList(
  [
    { pattern: '(?:建筑|占地|总|使用|用房|场地|室内)?面积', example: '建筑面积' },
    { pattern: '(?:路[面基]|红线|平均)?宽度?', example: '路面宽度' },
    { pattern: '(?:累计|已)?(?:惠及|受益|服务)(?:群众|居民|人口|观众|村民|人数|人次|人员)', example: '惠及群众' },
    { pattern: '(?:现场)?观众(?:人数|人次)?', example: '观众人数' },
  ],
  { frame: '^{words}$', flags: 'u' },
)

/** Headings of how many there are of whom, of which the target is a part. */
export const POPULATIONS = wordList(
  [
    { pattern: '适龄', example: '适龄妇女数' },
    { pattern: '(?:常住|户籍|总|农村|城镇)人口', example: '常住人口' },
    { pattern: '^人口', example: '人口数' },
  ],
  { flags: 'u' },
)

/** Parts of a figure by the kind of work; their sum has to prove that they are. */
export const KIND_PARTS = wordList(
  [
    { word: '新建', example: '新建' },
    { pattern: '改(?:扩)?建', example: '改建' },
    { pattern: '改造(?:提升)?', example: '改造' },
    { word: '扩建', example: '扩建' },
    { word: '修缮', example: '修缮' },
  ],
  { frame: '^{words}$', flags: 'u' },
)
