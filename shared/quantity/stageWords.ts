import { type WordList, wordList } from '../base/wordList.ts'
import { narrow } from './narrow.ts'
import type { Stage } from './stage.ts'

/**
 * The stage that words name ("基本完工", "已受理", "未开工"), undefined where they name none. The more special words are
 * looked for first: 基本完工 is not 完工, 未开工 is not 开工, 已完成招标 is not 完成.
 */
export function stageOf(words: string): Stage | undefined {
  const text = narrow(words)
  return STAGE_WORDS.find(({ words }) => words.pattern.test(text))?.stage
}

/** Which words name which stage; the first stage that has a word in the text decides. */
export const STAGE_WORDS: readonly { readonly stage: Stage; readonly words: WordList }[] = [
  {
    stage: 'not_started',
    words: wordList(
      [
        { pattern: '{not}开工', example: '3个项目未开工' },
        { pattern: '{not}启动', example: '两所学校未启动' },
        { pattern: '{not}开始', example: '因降雨未能开始' },
        { pattern: '{not}实施', example: '1个小区尚未实施' },
        { pattern: '{not}动工', example: '征迁受阻未动工' },
        { pattern: '{not}开展', example: '暂未开展' },
        { pattern: '{not}开建', example: '还没有开建' },
        { pattern: '{not}进场', example: '施工单位未进场' },
        { pattern: '{not}进行', example: '尚未进行' },
        { pattern: '待(?:开工|启动|实施|开展|开建)', example: '待开工' },
      ],
      { parts: { not: '(?:未能?|没有?)' } },
    ),
  },
  {
    stage: 'basically_completed',
    words: wordList(
      [
        { pattern: '{almost}已?完工', example: '15个（基本完工）' },
        { pattern: '{almost}已?完成', example: '主体已完成' },
        { pattern: '{almost}已?建成', example: '即将建成' },
        { pattern: '{almost}已?竣工', example: '接近竣工' },
        { pattern: '主体工程已?完工', example: '主体工程已完工' },
        { pattern: '主体工程已?完成', example: '主体工程完成' },
        { word: '封顶', example: '2栋楼主体封顶' },
      ],
      { parts: { almost: '基本|主体|即将|接近' } },
    ),
  },
  {
    stage: 'approved',
    words: wordList([
      { word: '批准', example: '可研已批准' },
      { word: '批复', example: '初步设计已批复' },
      { word: '核准', example: '项目已核准' },
      { word: '获批', example: '用地手续获批' },
    ]),
  },
  {
    stage: 'selected',
    words: wordList([
      { word: '选取', example: '已选取12个村' },
      { word: '选定', example: '选定20个点位' },
      { word: '选址', example: '完成选址' },
      { word: '遴选', example: '遴选出30家企业' },
      { word: '选出', example: '评选出10个示范点' },
      { word: '入选', example: '入选5个项目' },
      { word: '择优', example: '择优确定8家' },
    ]),
  },
  { stage: 'accepted', words: wordList([{ word: '受理', example: '已受理案件1432件' }]) },
  {
    stage: 'planned',
    words: wordList([
      { word: '计划', example: '计划改造86个小区' },
      { word: '规划', example: '规划新建3座泵站' },
      { word: '拟', notBefore: '定|订', example: '拟建设5处' },
      { word: '预计', example: '预计10月底完成' },
      { word: '将于', example: '将于年底前投用' },
      { word: '列入', example: '列入改造名单的40户' },
    ]),
  },
  {
    stage: 'in_progress',
    words: wordList([
      { word: '正在', example: '正在铺设管道' },
      { word: '在建', example: '在建7座' },
      { word: '推进', example: '有序推进' },
      { word: '施工中', example: '其余2处施工中' },
      { word: '建设中', example: '4个项目建设中' },
      { word: '进行中', example: '招标进行中' },
      { word: '改造中', example: '12个小区改造中' },
      { pattern: '(?:未能?|没有?)(?:全部)?(?:完成|完工|竣工|建成|办结|投用|验收|交付)', example: '尚未完成' },
    ]),
  },
  {
    stage: 'started',
    words: wordList([
      { word: '开工', example: '已开工30个' },
      { word: '动工', example: '5月动工' },
      { word: '启动', example: '启动建设9处' },
      { word: '开始', example: '开始施工' },
    ]),
  },
  {
    stage: 'completed',
    words: wordList([
      { word: '完工', example: '完工12座' },
      { word: '完成', example: '已完成130场' },
      { word: '建成', example: '建成公厕20座' },
      { word: '办结', example: '办结案件305件' },
      { word: '竣工', example: '竣工3个' },
      { word: '投用', example: '已投用2所' },
      { word: '投入使用', example: '6处投入使用' },
      { word: '验收', example: '通过验收' },
      { word: '交付', example: '交付安置房400套' },
      { word: '举办', example: '举办演出48场' },
      { word: '举行', example: '举行招聘会12场' },
      { word: '开展', example: '开展培训5期' },
      { word: '开通', example: '开通公交线路2条' },
      { word: '结案', example: '结案率达到90%' },
      { word: '整治', example: '整治河道12公里' },
      { word: '改造', example: '改造危桥7座' },
      { word: '救助', example: '救助儿童126名' },
      { word: '发放', example: '发放补贴3055万元' },
      { word: '安装', example: '安装路灯800盏' },
    ]),
  },
]
