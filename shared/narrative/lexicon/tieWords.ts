import { wordList } from '../../base/wordList.ts'

/** Where the noun that follows a figure ends (12个小区已开工). */
export const VERBS_BEHIND = wordList([
  { pattern: '^在', example: '在园幼儿8.6万人' },
  { word: '已', example: '已安装调试58套' },
  { word: '均', example: '均已纳入治疗管理' },
  { word: '都', example: '学校都已建成' },
  { word: '全部', example: '年底前全部建成投用' },
  { word: '全面', example: '计划10月份全面铺开' },
  { word: '完成', example: '完成率64.2%' },
  { word: '正在', example: '剩余6个正在装修' },
  { word: '正', example: '社区矫正中心规范化建设' },
  { word: '尚', example: '尚有37名在轮候' },
  { word: '仍', example: '点位仍未确定' },
  { word: '未', example: '未进场3个小区' },
  { word: '开工', example: '开工率95.9%' },
  { word: '动工', example: '其中动工22部' },
  { word: '竣工', example: '竣工1.98万户' },
  { word: '完工', example: '城东区完工18个' },
  { word: '建成', example: '全市共建成20所' },
  { word: '投入', example: '投入资金2860万元' },
  { word: '投用', example: '投用90座' },
  { word: '通过', example: '审核通过322户' },
  { word: '进行', example: '演出进行到第171场' },
  { word: '进入', example: '进入招标程序3家' },
  { word: '进场', example: '拟于7月初进场施工' },
  { word: '在建', example: '在建小区46个' },
  { word: '铺设', example: '铺设供水管网85千米' },
  { word: '发放', example: '发放跨省交通补助' },
  { word: '安装', example: '安装到位138座' },
  { word: '取得', example: '取得施工许可40部' },
  { word: '办理', example: '办理法律援助案件' },
  { word: '挂牌', example: '示范性老年大学挂牌3所' },
  { word: '申报', example: '申报3412户' },
  { word: '上报', example: '各区上报创建名单' },
  { word: '开放', example: '开放充电桩500个' },
  { word: '运营', example: '由通信运营商统计' },
  { word: '运行', example: '预计12月通水试运行' },
  { word: '上线', example: '上线事项月使用率' },
  { word: '通车', example: '预计10月20日前通车' },
  { word: '交付', example: '安置房建设交付' },
  { word: '封顶', example: '主体封顶48套' },
  { word: '施工', example: '施工完成403户' },
  { word: '使用', example: '分厅事项月使用率' },
  { word: '做', example: '2个在做方案深化' },
  { word: '目前', example: '目前共建成36个' },
  { word: '处于', example: '17个村处于设计阶段' },
  { word: '纳入', example: '纳入计划350户' },
  { word: '列入', example: '今年列入治理20处' },
  { word: '因', example: '卢氏县因水毁严重' },
  { word: '具备', example: '具备接入条件208个' },
  { word: '中标', example: '中标单位正在备料' },
  { word: '批复', example: '项目可行性报告批复' },
  { word: '实现', example: '年底前可实现通暖' },
  { word: '用于', example: '资金用于改造' },
  { word: '超额', example: '超额完成年度目标' },
  { word: '，', example: '方案编制，概算中' },
  { pattern: '(?<=[\\u4e00-\\u9fa5]{2})[（(]', example: '小区（含楼院）' },
])

/** A number without a measure counts behind these. */
export const COUNTING_VERBS = wordList(
  [
    { word: '完成', example: '目前公厕新建完成' },
    { word: '建成', example: '社区健身中心建成' },
    { word: '开工', example: '产后服务中心开工' },
    { word: '改造', example: '老旧电梯更新改造' },
    { word: '实现', example: '全市实现' },
    { word: '新增', example: '老年教育学位新增' },
    { word: '完工', example: '社区老年学校完工' },
    { word: '竣工', example: '湖滨区6个全部竣工' },
    { word: '投用', example: '加装电梯累计投用' },
    { word: '封顶', example: '小型消防站主体封顶' },
    { word: '在建', example: '公里、在建' },
    { word: '数', example: '平均跑动次数' },
    { word: '计', example: '正在开展规划设计' },
    { word: '办理', example: '货车入市通行证网上办理' },
    { word: '受理', example: '已受理' },
    { word: '发放', example: '租赁补贴发放' },
  ],
  { frame: '{words}(?:了|约|达|为|[:：])?\\s*$' },
)

/** A number without a measure is a figure behind these. */
export const COUNTS_BEHIND = wordList(
  [
    { word: '完成', example: '目前装修布展完成' },
    { word: '建成', example: '多功能运动场建成' },
    { word: '开工', example: '棚户区改造新开工' },
    { word: '改造', example: '已完成窨井盖改造' },
    { word: '新增', example: '较上月新增' },
    { word: '完工', example: '全市加装电梯已完工' },
    { word: '竣工', example: '主体竣工' },
    { word: '投用', example: '智慧安防小区建成投用' },
    { word: '实现', example: '实现' },
    { word: '办理', example: '正在办理' },
    { word: '数', example: '移交改造户数' },
    { word: '量', example: '线上直播浏览量' },
    { word: '计', example: '剩余户数预计' },
    { word: '共', example: '养老护理员培训共' },
    { word: '达', example: '资源化利用率达' },
    { word: '为', example: '查处占用消防通道行为' },
    { word: '在建', example: '另有17台在建' },
    { pattern: '[：:\\s|]', example: '达到省定目标的 ' },
  ],
  { frame: '{words}(?:了|约)?\\s*$' },
)

/** A number without a measure is a figure directly behind these states. */
export const STATES_BEFORE = wordList(
  [
    { word: '未开工', example: '渑池县15套尚未开工' },
    { word: '未启动', example: '尚有87个未启动' },
    { word: '施工中', example: '各标段施工中' },
    { word: '设计中', example: '、设计中' },
    { word: '装修中', example: '2个装修中' },
    { word: '办理中', example: '手续办理中' },
    { word: '招标中', example: '设备采购挂网招标中' },
    { word: '主体完工', example: '其中主体完工' },
    { word: '封顶', example: '实验二小主体封顶' },
    { word: '前期', example: '前期' },
  ],
  { frame: '{words}$' },
)

/** What may come between the object and its figure. */
export const OPEN_LEADS = wordList(
  [
    { word: '约', example: 'G基站配套设施约' },
    { pattern: '共计?', example: '新建成保障性住房共' },
    { word: '累计', example: '上月累计' },
    { word: '合计', example: '建筑面积合计' },
    { word: '总计', example: '总计' },
    { word: '已', example: '危桥已' },
    { pattern: '达到?', example: '全市托育机构达到' },
    { word: '有', example: '每万人拥有' },
    { word: '为', example: '完成率分别为' },
    { word: '近', example: '剩下的近' },
    { pattern: '超过?', example: '已开展各类活动超过' },
    { word: '是', example: '是' },
    { word: '各', example: '任务各' },
    { pattern: '[:：\\s]', example: ' 千伏及以上工程 ' },
  ],
  { frame: '{words}+$' },
)

/** Verbs that follow their object like a noun: 危桥改造7座. */
export const ACTS_LIKE_NOUNS = wordList(
  [
    { word: '改造', example: '完成农村厕所改造' },
    { word: '建设', example: '完成高标准农田建设' },
    { word: '治理', example: '完成坑塘治理' },
    { word: '整治', example: '窨井设施整治' },
    { word: '维修', example: '校舍维修' },
    { word: '修缮', example: '进场修缮' },
    { word: '加固', example: '实施水库除险加固' },
    { word: '改建', example: '公厕改建' },
    { word: '更新', example: '路灯更新' },
    { word: '安装', example: '防冲撞设施安装' },
    { word: '更换', example: '智能水表更换' },
    { word: '铺设', example: '文昌路完成沥青铺设' },
    { word: '绿化', example: '全市新增造林绿化' },
    { word: '亮化', example: '过街天桥亮化' },
    { word: '硬化', example: '公里、村道硬化' },
  ],
  { frame: '(?<=[\\u4e00-\\u9fa5]{2}){words}+$' },
)

/** Who acts, or when, and not what is counted. */
export const REPORTING_BODIES = wordList(
  [
    { word: '局', example: '市文化广电旅游局' },
    { word: '委', example: '市妇联、市卫健委' },
    { word: '办', example: '主办 and 协办' },
    { word: '厅', example: '豫事办三门峡分厅' },
    { word: '部门', example: '教育局等四部门' },
    { word: '单位', example: '修缮加固文物保护单位' },
    { word: '公司', example: '三门峡供电公司' },
    { word: '政府', example: '灵宝市人民政府' },
    { pattern: '[^小社台校]区', example: '已编制完成《市区' },
    { word: '县', example: '万亩、西林县' },
    { word: '市', example: '出台了《三门峡市' },
    { word: '镇', example: '创建省级卫生乡镇' },
    { word: '乡', example: '截至目前送戏下乡' },
    { word: '街道', example: '选定试点街道' },
    { word: '学期', example: '春季学期' },
    { word: '期间', example: '暑假期间' },
    { word: '方面', example: '街头游园建设方面' },
  ],
  { frame: '{words}$' },
)

/** Things that go with the object are not it: 5G基站配套设施1100个. */
export const SUPPLEMENTS = wordList(
  [
    { word: '配套', example: '万元、县级配套' },
    { word: '附属', example: '附属设施' },
    { word: '辅助', example: '辅助用房' },
  ],
  {
    frame: '{words}{thing}?{about}?\\s*$',
    parts: {
      thing: '设施|设备|工程|用房|项目|建筑|管线',
      about: '约|共|累计|近',
    },
  },
)

/** Measures that name the thing itself. */
export const THING_MEASURES = wordList([
  { word: '村', example: '农村地区购置校车' },
  { word: '社区', example: '新建社区健身中心' },
  { word: '小区', example: '整治小区150个' },
  { word: '学校', example: '建立近视干预学校' },
  { word: '乡镇', example: '改扩建乡镇敬老院' },
  { word: '点位', example: '点位勘察已完成' },
  { word: '床位', example: '新增公办养老床位' },
  { word: '泊位', example: '新增公共停车泊位' },
  { word: '车位', example: '新增城市停车位' },
  { word: '份', example: '建档1.26万份' },
  { word: '本', example: '本月新增88根' },
  { word: '张', example: '核销3.1万张' },
])

/** Acts that follow the object in an indicator's name. */
export const ACTS_IN_NAMES = wordList(
  [
    { word: '新建', example: '千伏变电站新建' },
    { word: '改造', example: '农村清洁取暖改造' },
    { word: '建设', example: '学校标准化建设' },
    { word: '整治', example: '汛前完成易涝点整治' },
    { word: '提升', example: '高速公路出入口绿化提升' },
    { word: '治理', example: '今年列入治理' },
    { word: '更新', example: '2.路灯更新' },
    { word: '改建', example: '全市已完成农村公路新改建' },
    { word: '创建', example: '卫生乡镇创建' },
    { word: '培育', example: '筛选培育' },
    { word: '救助', example: '残疾儿童康复救助' },
    { word: '发放', example: '服药补助已发放' },
    { word: '办理', example: '本月办理' },
    { word: '安装', example: '健身路径器材已安装' },
    { word: '人数', example: '观影人数' },
    { word: '数量', example: '已完成数量' },
    { word: '数', example: '每千人口托位数' },
    { word: '率', example: '粪污资源化利用率' },
    { word: '工程', example: '生命安全防护工程' },
    { word: '任务', example: '智慧安防小区任务' },
    { word: '活动', example: '开展关爱服务活动' },
    { word: '项目', example: '在建安置房项目' },
    { word: '完成', example: '比去年同期多完成' },
    { word: '推广', example: '适宜技术推广' },
    { word: '配备', example: '乡镇卫生院DR设备配备' },
    { word: '规范化', example: '村卫生室规范化' },
  ],
  { frame: '{words}+$' },
)

/** Verbs of the stages that a text lists one after the other: 开工5座，完工2座. */
export const STAGE_VERBS = wordList([
  { word: '开工', example: '已开工2460套' },
  { word: '完工', example: '累计完工103条' },
  { word: '竣工', example: '竣工率68.6%' },
  { word: '建成', example: '基本建成960套' },
  { word: '在建', example: '正在建设58个' },
  { word: '投用', example: '陕州区2个均已投用' },
  { word: '完成', example: '完成64.03%' },
])

/** 2.95亿 and 897万 next to these are 元. */
export const MONEY_WORDS = wordList([
  { word: '投资', example: '新建项目完成投资' },
  { word: '资金', example: '争取资金支持' },
  { word: '贷款', example: '贷款贴息1.5亿元' },
  { word: '补贴', example: '补贴性职业技能培训' },
  { word: '补助', example: '精神病患者服药补助' },
  { word: '金额', example: '合同金额2.03亿元' },
  { word: '投入', example: '投入运营校车95辆' },
  { word: '经费', example: '拨付经费' },
  { word: '拨付', example: '拨付资金5934万元' },
  { word: '发放', example: '发放住房租赁补贴' },
  { word: '概算', example: '占概算的46%' },
  { word: '预算', example: '列入预算' },
  { word: '债券', example: '争取专项债券资金' },
  { word: '产值', example: '实现产值' },
  { word: '收入', example: '实现低收入人口动态监测' },
  { word: '费用', example: '减免费用' },
  { word: '工资', example: '为农民工追回拖欠工资' },
  { pattern: '款项?', example: '发放创业担保贷款' },
  { pattern: '共计$', example: '共计' },
])

/** What follows a number that only qualifies a name (20户以上自然村, 10千伏). */
export const QUALIFYING_MEASURES = wordList(
  [
    { word: '户', example: '户外劳动者免费体检' },
    { word: '人', example: '人民调解员500名' },
    { word: '平', example: '平安小区建设方面' },
    { word: '千', example: '千伏变电站、十座' },
    { word: '岁', example: '岁以下婴幼儿托位' },
    { word: '伏', example: '伏线路' },
    { word: 'k', example: 'km for 千米' },
  ],
  { frame: '^{words}' },
)

/** What a numeral in Chinese characters makes a word of, not a figure (一事一议, 一站式). */
export const NUMERAL_NOUNS = wordList(
  [
    { word: '事', example: '事一议' },
    { word: '揽子', example: '揽子政策' },
    { word: '系列', example: '系列活动' },
    { word: '体化', example: '体化养老' },
    { word: '站式', example: '站式服务' },
    { word: '刻钟', example: '刻钟便民圈' },
  ],
  { frame: '^{words}' },
)
