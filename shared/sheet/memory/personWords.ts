import { wordList } from '../../base/wordList.ts'

/** What a heading calls somebody whose name may follow it. */
export const PERSON_LABELS = wordList([
  { word: '责任人', example: '责任人：张三' },
  { word: '负责人', example: '负责人（李四）' },
  { word: '联系人', example: '联系人：王五' },
  { word: '填报人', example: '填报人：张三' },
  { word: '填表人', example: '填表人：张三' },
  { word: '制表人', example: '制表人：张三' },
  { word: '报送人', example: '报送人：张三' },
  { word: '经办人', example: '经办人：张三' },
  { word: '审核人', example: '审核人：张三' },
  { word: '复核人', example: '复核人：张三' },
  { word: '签发人', example: '签发人：张三' },
  { word: '审核', example: '审核：张三' },
  { word: '领导', example: '包联领导：李四' },
  { word: '联络员', example: '联络员：张三' },
  { word: '科长', example: '责任科长：张三' },
])

/** How somebody is addressed, behind the name. */
export const PERSON_TITLES = wordList([
  { word: '同志', example: '张三同志' },
  { word: '书记', example: '李书记包联' },
  { word: '市长', example: '王副市长' },
  { word: '县长', example: '王县长' },
  { word: '区长', example: '王区长' },
  { word: '局长', example: '张局长' },
  { word: '处长', example: '张处长' },
  { word: '科长', example: '张科长' },
  { word: '主任', example: '张主任' },
  { word: '镇长', example: '张镇长' },
  { word: '乡长', example: '张乡长' },
  { word: '院长', example: '张院长' },
  { word: '校长', example: '张校长' },
  { word: '经理', example: '张经理' },
])

/** What somebody does for the part of the work that the heading is about, behind the name. */
export const PERSON_VERBS = wordList([
  { word: '负责', example: '张三负责路段' },
  { word: '包联', example: '张三包联乡镇' },
  { word: '包抓', example: '张三包抓项目' },
  { word: '分管', example: '张三分管' },
  { word: '完成', example: '张三完成数' },
  { word: '承办', example: '张三承办' },
])

/** The surnames that nearly everybody has: one letter each, and the ones of two. */
export const SURNAMES: ReadonlySet<string> = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈卢姜崔钟谭陆汪范廖石',
  ...'贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙黎史陶贺顾毛郝龚邵钱严覃武戴莫孔向汤常温康施文牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷詹',
  ...'申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕裴霍涂苗谷盛曲翁冉骆蓝辛管柴蒙鲍华喻祁蒲滕屈饶牟艾尤阳穆司古吉卓池景党郭高金',
  ...'欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 司徒'.split(' '),
])

/** Last letters of words that headings are made of, and that hardly any given name ends in. */
export const NO_NAME_ENDS: ReadonlySet<string> = new Set(
  '数量率额比值项级型费款户次个处座条件批期段区县镇乡街办局厅院校站馆所类标底末况间表图',
)
