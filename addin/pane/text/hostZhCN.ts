// biome-ignore-all lint/style/useFilenamingConvention: named by its language tag
import type { HostTexts } from './hostTexts.ts'

/** What Excel refuses, in Chinese. */
export const hostZhCN: HostTexts = {
  sentence: (why, outcome) => `${why}，${outcome}。`,
  outcomes: {
    read: '没有读成这张表',
    mark: '表格里的标记没有更新，检查结果不受影响',
    select: '没有转到那个单元格',
    write: '工作表没有写成',
    remember: '您的选择没有存进工作簿，只在关闭本窗格前有效',
    set: '这个设置没有存进工作簿',
  },
  late: {
    read: '表格没有改动。请关掉 Excel 弹出的对话框，按回车结束正在编辑的单元格，再试一次。',
    mark: '标记可能过一会儿才出现。请关掉 Excel 弹出的对话框，等一分钟再试。',
    select: 'Excel 过一会儿可能自己转过去；急用请在表格里直接找。',
    write: '内容可能过一会儿才写上。请等一分钟，看清工作簿里有没有，再点一次。',
    remember: '可能过一会儿才存上；下次打开时如果又问起，请再选一次。',
    set: '可能过一会儿才存上；请重新打开本窗格看是否生效。',
  },
  noAnswer: 'Excel 一直没有回应',
  refusals: {
    cellEditing: { why: '有单元格正在编辑', todo: '请按回车结束编辑，再试一次。' },
    protected: { why: '工作表‹“{sheet}”›受保护', todo: '请先撤销保护（审阅 → 撤销工作表保护），再试一次。' },
    structureProtected: { why: '工作簿的结构受保护', todo: '请先撤销保护（审阅 → 保护工作簿），再试一次。' },
    readOnlyBook: { why: '工作簿是以只读方式打开的', todo: '请点“启用编辑”，或另存一份能改的副本，在副本里再试。' },
    notFocused: { why: '本工作簿可能不在最前面', todo: '请回到本工作簿，点一下任意单元格，再试一次。' },
    chartSelected: { why: '现在选中的是图表或图形', todo: '请点一下任意单元格，再试一次。' },
    notASheet: { why: '现在显示的是图表工作表，没有单元格', todo: '请换到要用的表格工作表，再试一次。' },
    sheetGone: { why: '工作表‹“{sheet}”›已经不在这个工作簿里', todo: '请打开现在要报的那张表，重新检查。' },
    cellHidden: {
      why: '所在的行或列被筛选掉或隐藏了',
      todo: '请先清除筛选（数据 → 清除）或取消隐藏，再点一次；检查和报送不受影响，隐藏的行列照样读入。',
    },
    tooLarge: { why: '内容太多，Excel 一次处理不完', todo: '请删去数据区以外多余的行列，或把这张表另存成单独的文件，再试一次。' },
    rowsMoved: { why: '写入时有人在改动工作表‹“{sheet}”›，行列对不上', todo: '请先停下对这张表的改动。' },
    inTheWay: { why: '有合并单元格、筛选、“表格”区域或透视表挡着', todo: '请取消筛选、拆开挡着的合并单元格，再试一次。' },
    disconnected: { why: 'Excel 与它的服务器断开，或正忙', todo: '请检查网络，等 Excel 显示“已保存”后再试。' },
    outOfMemory: { why: 'Excel 的内存不够', todo: '请保存，关闭别的工作簿，再试一次。' },
    unsupported: { why: '这个版本的 Excel 没有要用到的功能', todo: '请更新 Excel，或用 Excel 网页版打开同一份文件。' },
    notAllowed: { why: '这个文件不允许加载项操作', todo: '可能是受保护的视图，或设了权限：请点“启用编辑”，或另存一份再试。' },
    notAsWritten: { why: '写进去的内容读回来不一样', todo: '请看有没有别的人或加载项正在改这个工作簿，再试一次。' },
    nameTaken: { why: '能用的工作表名都被占用了', todo: '请删去不用的同名工作表，或给它们改名，再试一次。' },
    partMissing: { why: '写表的程序没有取到', todo: '请检查网络后再试；仍不行请关闭本窗格重新打开。' },
    notStored: { why: '工作簿没有留住它', todo: '要留住，请把文件另存一份，在新文件里再选一次。' },
    deviceForgets: { why: '这台电脑的浏览器不保存数据', todo: '请在关闭本页前检查并报送；下次打开要再选一次。' },
    noFile: { why: '还没有打开文件', todo: '请先点“打开文件”，或把文件拖到页面上。' },
    host: { why: 'Excel 内部出错', todo: '请保存文件，点一下任意单元格再试；仍不行请关闭 Excel 重新打开。' },
  },
}
