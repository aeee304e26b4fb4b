/** Words that name no object: dropped before the words beside a figure are compared with an indicator's. */
const FUNCTION_WORDS =
  /截[至止]|目前|当前|现在|已经|已|均|全部|全市|全县|全区|全省|我市|我县|我区|各县区|各地|城区|市区|县城|农村地区|共计|一共|合计|总计|累计|小计|共|其中|包括|今年|本年度?|年度|全年|以来|以上|以下|以内|上下|左右|许|上半年|下半年|季度|上旬|中旬|下旬|分别|约|近|超过|超额|超|达到|达|为|是|有|实现|完成|新改建|新建|改建|扩建|改扩建|续建|建设|建成|在建|正在|开工|动工|启动|完工|竣工|投入使用|投入运行|投用|投运|验收|通过|进行|进入|施工|新增|增加|推进|实施|开展|组织|举办|举行|改造完|办结|受理|到位|目标任务|目标|任务|计划|数量|数|总|各类|各|等|另有|另外|另|其余|其他|还|又|再|再次|先后|本月|当月|本周|上月|的|了|和|及|与|或|在|于|从|由|对|将|并|个|剩余|未|尚|情况|方面|进展|工作|项目|工程|点位|地块|一是|二是|三是|四是|五是|首批|部分|第.{1,2}|发放|安装|办理|救助|资助|招聘|录用|安置|帮扶|接种|检测|整治|治理|修复|更换|铺设|敷设|维修|创建|认定|评定|投放|栽植|采集|培训|更新|落实|签约|入住|交付|移交|启用|运营|上线|进场|清淤|达标|运行|出台|争取|已完|先期|现|陆续|逐步|提高[至到]?|提升[至到]?|增[加至到]+|降[低至到]+|减[少至到]+/g
/** 已 and the verb that follows it at the end of a phrase: 已注销1126辆. */
const DONE_TO = /(?:已经?|正在?|现已?|陆续|再)[\u4e00-\u9fa5]{1,4}$/
/** 已注销 names no object, 已新增托位 one behind its verb. */
const afterVerb = (words: string): string => {
  const rest = words.replace(/^(?:已经?|正在?|现已?|陆续|再)/, '')
  const object = rest.replace(KNOWN_VERB, '')
  return object === rest ? ' ' : ` ${object}`
}
const KNOWN_VERB = /^(?:新增|新建|建成|完成|改造|安装|开工|完工|竣工|建设|开通|发放|更换|铺设|整治|筹集|举办|开展|投放|创建)/
/** Verbs that stand before a figure without an object of their own. */
const VERBS =
  /[一二三四五首第][期批]|首个|奠基|到岗|上岗|入职|入驻|开业|完毕|核销|布设|改造|浇筑|立杆|吊装|铺装|布展|验收|基本|主体|基础|土建|土方|内外|规范(?!化)|基坑|地基|桩基|砌筑|抹灰|屋面|外立面|外墙|内墙|墙体|室内外?|室外|收尾|扫尾|路基|路面|基层|面层|补造|分配|注销|打通|调试|装修|封顶|开挖|通水|通气|通电|通车|点亮|到货|上牌|挂牌|颁发|发证|采购|配送|放映|走访|慰问|服务|救治|调解|化解|审结|结案|整改|处置|处理|清理|清零|拆除|回收|淘汰|报废|退出|搬迁|入学|录取|签订|签发|缴费|参保|领取|享受|申领|审批|核发|兑付|兑现|支付|拨付|投入|筹集|募集|归集|开设|开办|开园|开班|开通|开发|开辟|设立|设置|划定|划线|布设|布放|架设|埋设|敷设|喷涂|粉刷|硬化|绿化|亮化|美化|净化|复绿|补植|种植|栽种|养护|管护|巡查|巡检|检查|监测|监管|抽查|随访|签约|建档|评估|鉴定|加固|加装|增设|增配|改建|重建|新开|续建|扩建|推广|普及|发展|培育|引进|引育|孵化|选树|表彰|命名|授牌|评选|推荐|推送|发布|播放|演出|展演|展览|巡演|开放|接诊|诊疗|义诊|体检|问诊|手术|献血|捐赠|资助|帮助|帮教|援助|代办|帮办|网办|对接|撮合|指派|送训|输送|转移|吸纳|促进|稳定|盘活|腾退|收储|供应|供给|保障|销售|交易|流转|托管/g
const AREA = /[\u4e00-\u9fa5]{1,5}?(?:自治县|示范区|开发区|高新区|经开区|新区|街道|办事处|[县市区镇乡旗])/g
const QUOTES = /[“”"'‘’「」『』\s]/g

/** The chunks of a phrase that may name an object, function words and area names taken out. */
export function objectWords(phrase: string): string[] {
  return phrase
    .replace(QUOTES, '')
    .replace(AREA, (name) => (PLACE_NOUN.test(name) ? name : ' '))
    .replace(DONE_TO, (words) => afterVerb(words))
    .replace(FUNCTION_WORDS, ' ')
    .replace(VERBS, ' ')
    .replace(/[^\u4e00-\u9fa5A-Za-z]+/g, ' ')
    .split(' ')
    .filter((chunk) => chunk.length >= 2)
}
/** 小区, 社区, 台区, 城市 end like areas but are objects. */
const PLACE_NOUN = /小区$|社区$|台区$|校区$|院区$|景区$|园区$|灌区$|片区$|市场|超市|城市|乡镇$|病区$|城镇|门市/

/** The pairs of characters of a phrase, what is no letter or Han character left out. */
export function pairsOf(phrase: string): string[] {
  const pairs: string[] = []
  for (const run of phrase.replace(QUOTES, '').split(/[^\u4e00-\u9fa5A-Za-z]+/)) {
    for (let i = 0; i + 1 < run.length; i++) pairs.push(run.slice(i, i + 2))
  }
  return [...pairs, ...(phrase.match(/\d{2,}(?=\s?千伏)/g) ?? [])]
}

/** Pairs that name an act or a scope, not an object. */
export const GENERAL_PAIRS: ReadonlySet<string> = new Set(
  '新建 建设 完成 改造 全市 工程 项目 年度 全年 新增 开展 不少 少于 以上 不低 低于 达到 组织 提升 改建 扩建 改扩 实施 推进 城市 农村 市区 城区 公共 免费 服务 活动 年底 累计 提高 标准 规范 范化 数量 任务 目标 重点 人数 人员 全部 开工 建成 创建 设施'.split(
    ' ',
  ),
)
/** Characters too common to tie an object by itself. */
export const GENERAL_CHARS: ReadonlySet<string> = new Set([...'新建设改造项目工程个人大小全市县区的和公年成完发展开放中心务员村民业'])

/** Words before a figure that only go on with a list: areas, 其中, 和; they take over what was said before. */
export const isListed = (pre: string): boolean =>
  pre
    .replace(QUOTES, '')
    .replace(/其中|分别|包括|含|为|以及|和|及|与|市区|城区|市本级|[、：:·\-—/]/g, '')
    .replace(AREA, '') === ''
