import { wordList } from '../../base/wordList.ts'

/** The figure is what exists anyway. */
export const STOCK = wordList([
  { word: '在校', example: '全县七年级在校女生' },
  { word: '在册', example: '在册隐患点1136处' },
  { word: '常住', example: '常住人口' },
  { word: '户籍人', example: '户籍人口' },
  { word: '在训', example: '目前在训312名' },
  { word: '应检', example: '应检6.8万人' },
  { word: '应种', example: '应种人群' },
  { word: '应训', example: '应训人员' },
  { word: '应享', example: '应享未享对象' },
  { word: '应保', example: '应保尽保对象' },
  { word: '应救', example: '流浪乞讨人员应救尽救' },
  { word: '应报', example: '应报数据' },
  { word: '应接', example: '应接种人数' },
  { word: '系统登记', example: '系统登记381户' },
  { word: '现有', example: '现有在训101人' },
  { word: '共有', notBefore: '.{0,10}(?:完成|建成|完工|竣工|开工|投用)', example: '共有1430人报名' },
  { word: '原有', example: '原有泊位' },
  { word: '总数', example: '占总数的48%' },
  { word: '总量', example: 'G基站总量达到' },
  { word: '存量', example: '存量住房' },
  { word: '保有', example: '累计保有' },
  { word: '总人口', example: '总人口' },
  { word: '注册用户', example: '注册用户突破90万' },
  { word: '规模达', example: '全市脱贫劳动力务工规模达' },
])

/** The figure is an average or is per head. */
export const AVERAGE = wordList(
  [
    { word: '日均', example: '10月日均访问6215人' },
    { word: '月均', example: '月均开课180节' },
    { word: '年均', example: '年均增收' },
    { word: '户均', example: '户均供电容量由' },
    { word: '人均', example: '人均 1.2 万元' },
    { word: '次均', example: '次均救助水平1336元' },
    { word: '场均', example: '场均观众' },
    { word: '台均', example: '台均服务' },
    { word: '亩均', example: '亩均补贴' },
    { word: '村均', example: '村均投入' },
    { word: '家均', example: '家均用工' },
    { word: '车均', example: '车均载客' },
    { word: '座均', example: '座均处理' },
    { word: '班均', example: '班均人数' },
    { word: '生均', example: '生均公用经费' },
    { word: '平均', example: '各县城平均88%' },
    { word: '均价', example: '成交均价' },
    { word: '千人口', notAfter: '\\d', example: '每千人口托位数' },
    { word: '万人口', notAfter: '\\d', example: '每万人口' },
    { pattern: '{each}人', example: '每人605元' },
    { pattern: '{each}户', example: '每户补助' },
    { pattern: '{each}家', example: '每家设床位30-50张' },
    { pattern: '{each}个', example: '全部验收后拨付奖补资金每个' },
    { pattern: '{each}所', example: '每所投资' },
    { pattern: '{each}村', example: '每村配备' },
    { pattern: '{each}天', example: '每天安装6—8个' },
    { pattern: '{each}日', example: '每日发班' },
    { pattern: '{each}月', example: '2.每月26日前报送' },
    { pattern: '{each}生', example: '每生每天补助标准5元' },
    { pattern: '{each}车', example: '每车补贴' },
    { pattern: '{each}亩', example: '每亩补贴' },
    { pattern: '{each}次', example: '每次发放' },
    { pattern: '{each}名', example: '每名儿童补助' },
    { pattern: '{each}座', example: '每座投资' },
    { pattern: '{each}套', example: '每套面积' },
    { pattern: '{each}间', example: '每间面积' },
    { pattern: '{each}张', example: '每张床位补贴' },
    { pattern: '{each}平', example: '每平方米造价' },
    { pattern: '{each}公里', example: '每公里造价' },
    { pattern: '{each}万', example: '每万人拥有' },
    { pattern: '{each}千', example: '每千人4批次' },
    { word: '单价', example: '中标单价' },
  ],
  {
    parts: {
      each: '(?<!免费|为|对)每',
    },
  },
)

/** What makes a noun of 服务 (服务中心), which then serves nobody. */
export const SERVICE_NOUNS = wordList(
  [
    { word: '中心', example: '粮食产后服务中心' },
    { word: '站', example: '村级便民服务站' },
    { word: '机构', example: '托养服务机构32家' },
    { word: '点', example: '城乡老年助餐服务点' },
    { word: '队', example: '普法志愿服务队50支' },
    { word: '平台', example: '家政服务平台' },
    { word: '设施', example: '养老服务设施70处' },
    { word: '用房', example: '养老服务用房' },
    { word: '体系', example: '完善农村公共法律服务体系' },
    { word: '活动', example: '开展关爱服务活动' },
    { word: '驿站', example: '建成社区养老服务驿站' },
    { word: '事项', example: '市县两级政务服务事项' },
    { word: '项目', example: '托育服务项目' },
    { word: '的', example: '接受服务的老年人' },
  ],
  { frame: '(?<=服务){words}' },
)

/** Words before 服务 where the service is the work that is counted (提供上门服务300人次). */
export const SERVICE_AS_WORK = wordList(
  [
    { word: '接受', example: '全市接受康复救助服务的' },
    { word: '享受', example: '享受上门服务' },
    { word: '开展', example: '开展志愿服务活动' },
    { word: '提供', example: '为老年人提供助餐服务' },
    { word: '康复', example: '康复救助服务' },
    { word: '救助', example: '救助帮扶服务' },
    { word: '科技', example: '选派111名科技特派员深入农村开展科技服务' },
    { word: '志愿', example: '建设志愿服务站点' },
    { word: '上门', example: '上门服务5280人次' },
    { word: '免费', example: '免费体检服务' },
    { word: '上线', example: '上线主题服务不少于30项' },
  ],
  { frame: '{words}[^，。；]{0,8}服务' },
)

/** What is solved for people; of several in one phrase the last. */
export const DIFFICULTIES = wordList(
  [
    { word: '出行', example: '解决群众出行' },
    { word: '停车', example: '解决居民停车' },
    { word: '用电', example: '解决农户用电' },
    { word: '吃水', example: '解决村民吃水' },
    { word: '难题', example: '解决入托难题' },
  ],
  { frame: '解决.{0,12}{words}' },
)

/** The figure is of those who have the use of the work. */
export const BENEFITING = wordList(
  [
    { word: '惠及', example: '惠及4215户' },
    { word: '受益', example: '受益人口12万人' },
    { word: '覆盖', example: '覆盖率达到96%' },
    { word: '涉及', example: '涉及车主986人' },
    { word: '方便', example: '方便群众出行' },
    { word: '带动', example: '带动就业1020人' },
    { word: '参与', example: '参与群众6万余人次' },
    { word: '参加', example: '参加职工达20万人' },
    { word: '吸引', example: '吸引群众参与' },
    { word: '接待', example: '接待群众来访咨询' },
    { word: '满足', example: '基本满足应用场景需求' },
    { word: '观众', example: '观众达62万人次' },
    { word: '辐射', example: '辐射周边居民' },
    { word: '便利', example: '便利居民就医' },
    { pattern: '解决.{0,12}{difficulty}', example: '解决群众出行' },
    { pattern: '(?<!{asWork}[^，。；]{0,8})(?<!上线)服务(?!{noun})', example: '服务居民21万人' },
  ],
  {
    parts: {
      difficulty: DIFFICULTIES,
      asWork: SERVICE_AS_WORK,
      noun: SERVICE_NOUNS,
    },
  },
)
