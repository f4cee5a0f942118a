"""Messages about a sheet that could not be read for certain: (code, message, hint)."""

from converter.messages.phrases import HERE, Message

SHEET_UNKNOWN = Message(
    "工作表未识别",
    "{file} 的工作表“{sheet}”含有数字，但没有认出是哪一张标准表，其中数字未采用",
    "如为标准表，请核对表名是否完整；与本报告无关可不理会",
)
TABLE_UNKNOWN = Message(
    "工作表未识别",
    "{file} 的工作表“{sheet}”上从 {cell} 起另有一张表，没有认出是哪一张标准表，其中数字未采用",
    "如为标准表，请核对表名是否完整，或单独放在一张工作表上；与本报告无关可不理会",
)
KIND_UNKNOWN = Message(
    "决算预算不明",
    "{file} 的工作表“{sheet}”表名（{cell}）、栏名、文件名都没有写明是决算还是预算，其中数字未采用",
    "请在表名或文件名中写明“决算”或“预算”",
)
TABLES_TANGLED = Message(
    "表格并排",
    "{file} 的工作表“{sheet}”上 {cell} 的表与旁边的表左右相连，分不清各占哪几栏，其中数字未采用",
    "请把并排的表分放在不同的工作表上，或在两张表之间空出一栏",
)
TABLE_BELOW = Message(
    "表下另有一表",
    "{file} 的工作表“{sheet}”从 {cell} 起又有一个表头，不像是上面那张表的续页，这以下的数字未采用",
    "如是同一张表的续页，请使表名、表头与首页一致；如是另一张表，请写明表名或单独放在一张工作表上",
)
YEAR_UNKNOWN = Message(
    "年度不明",
    "{file} 的工作表“{sheet}”表头（{cell}）写了不止一个年度（{what}），不能确定是哪一年的，其中数字未采用",
    "请在表头只写决算（预算）所属的年度，或在文件名中写明年度",
)
UNDATED = Message(
    "年度不明",
    "{file} 有 {count} 张表在表头、封面、文件名、文件夹名上都没有写明年度，分不清是哪一年的，其中数字未采用",
    f"请在表头写明年度（如“2020年度”）；确是本次报告年度的，也可在{HERE.year}写明",
)
YEAR_NOWHERE = (
    "{department}：年度不明，各表的表头、封面、文件名、文件夹名、补充资料和一同报送的文字材料都没有写明年度（互相矛盾的、别的部门的不算），"
    f"没有生成报告；请在表头写明年度（如“2020年度”），或在{HERE.year}写明报告年度（没有写年度的表都作为这一年的）"
)
ROWS_DIFFER = Message(
    "编码重复",
    "{file} 的工作表“{sheet}”中 {what} 出现不止一次（{cell}），金额不同，均未采用",
    "同一编码只保留一行；如是不同单位或不同资金的明细，请先汇总",
)
NAMED_TWICE = Message(
    "行名重复",
    "{file} 的工作表“{sheet}”中 {cell} 所在的两行，行名都读作{what}，像是其中一行的行名写错，未采用",
    "请核对这两行的行名，写错的改正",
)
NAMED_AND_LOST = "“{figure}”，却没有“{lost}”一行"
MISNAMED = Message(
    "编码名称不符",
    "{file} 的工作表“{sheet}”中 {cell} 所在的行，编码和名称对不上：{what}",
    "请核对这些行的编码、名称和金额：写错的改正；像是整段错开了的，把名称（或编码、金额）移回原来的行",
)
MISNAMED_ROW = "{code} 是“{own}”，却写成“{name}”（{meant} 的名称）"
MISNAMED_ROWS = "{first}，这样的有 {count} 行"
ROWS_ALIKE = "{name} 等 {count} 个编码"
ROWS_AGAIN = Message(
    "编码重复",
    "{file} 的工作表“{sheet}”中 {what} 出现不止一次（{cell}），金额相同，只采用了一次",
    "请删去多出的一行；如两行都应计入，请先汇总成一行",
)
DETAILS_UNREAD = Message(
    "明细未识别",
    "{file} 的工作表“{sheet}”从 {cell} 起有 {what}，这些行的明细未采用、未核对",
    "请按标准表样填写：科目编码如 2010301，序号如 一、二、三、",
)
CODES_UNREAD = "{count} 行的科目编码没有认出"
ROWS_UNCOUNTED = "{count} 行没有序号，行名也没有认出"
HIDDEN_CELLS = Message(
    "隐藏的行或列",
    "{file} 的工作表“{sheet}”中隐藏的{what}里有数字，未采用，只取看得见的行和列",
    "如需采用，请取消隐藏；如是旧数，请删去",
)
HIDDEN_COLUMN = "第 {name} 列"
HIDDEN_ROW = "第 {name} 行"
HEADER_UNKNOWN = Message(
    "表头未识别",
    "{file} 的工作表“{sheet}”表名已认出（{cell}），但表头或行名对不上，其中数字未采用",
    "请与标准表样核对表头文字",
)
SHEET_HIDDEN = Message(
    "隐藏工作表",
    "{file} 的工作表“{sheet}”是隐藏的，其中数字未采用",
    "如需采用，请取消隐藏后重新放入；如是旧数，请删去这张工作表",
)
NOT_A_NUMBER = Message(
    "不是数字",
    "{file} 的工作表“{sheet}”单元格 {cell} 应填数字，现为文字“{what}”，未采用",
    "请改填数字；没有的填 0",
)
NO_NUMBER_IN_WORDS = Message(
    "不是数字",
    "{file} 的工作表“{sheet}”单元格 {cell} 应填数字，现为文字“{what}”，未采用",
    "请改填实际的数；这里不能写“无”“不适用”",
)
ROUGH_NUMBER = Message(
    "不是准确数",
    "{file} 的工作表“{sheet}”单元格 {cell} 写的是约数“{what}”，未采用",
    "请改填准确的数字",
)
CELLS_IN_UNIT = Message(
    "单位不一",
    "{file} 的工作表“{sheet}”{what}（{cell}），已按格里写的换算",
    "请核对，格里只填数字，单位只写在表头右上方",
)
UNITS_OF_CELLS = "有 {count} 格自己写了单位“{own}”，与表头的“{stated}”不同"
LABEL_AND_NUMBER = Message(
    "名称和数在一格",
    "{file} 的工作表“{sheet}”单元格 {cell} 把名称和数写在一格里，是哪一栏的数不能确定，未采用",
    "请把数填在它那一栏的格里，名称单独一格",
)
UNCONFIRMED = Message(
    "上年内容未核对",
    "{file} 的工作表“{sheet}”单元格 {places} 是从上年带来的，还没有核对，未采用",
    "请看一看：不对的改写，对的在同一行的“{column}”栏选“{confirmed}”",
)
LIST_ROWS_ALIKE = Message(
    "名称重复",
    "{file} 的工作表“{sheet}”中“{what}”填了两行（{cell}），分不清哪一行算数，只采用了前一行",
    "请删去多出的一行；确是两项的，请把名称写得不一样",
)
LIST_ROW_UNNAMED = Message(
    "缺少名称",
    "{file} 的工作表“{sheet}”中 {cell} 所在的行填了内容，但没有填“{what}”，这一行未采用",
    "请补填名称；多余的行请清空",
)
LIST_TOO_LONG = Message(
    "行数过多",
    "{file} 的工作表“{sheet}”从 {cell} 起超过了 {what} 行，这以下的未采用",
    "请把同类的合并填报",
)
LIST_COLUMN_MISSING = Message(
    "缺少一栏",
    "{file} 的工作表“{sheet}”没有找到“{what}”一栏",
    "请照空白表的栏名填报，不要删改表头",
)
LIST_COLUMN_UNREAD = Message(
    "栏名未识别",
    "{file} 的工作表“{sheet}”中 {cell} 的栏填了内容，但不认得栏名，这一栏未采用",
    "请照空白表的栏名填报；与本表无关的内容请清空",
)
LIST_FRACTION = Message(
    "可能是百分数",
    "{file} 的工作表“{sheet}”单元格 {cell} 是小数 {what}，报告照写；表里如显示为百分数，读到的也是这个小数",
    "是百分数的，请改写成文字，如“95%”",
)
FIT_ALIKE = Message(
    "栏行不明",
    "{file} 的工作表“{sheet}”有几处（{cell}）都像是{what}，分不清，未采用",
    "请在表头写清各栏是哪一年、哪一种数（预算数、决算数），同一行名只保留一行",
)
WITH_CARRIED = Message(
    "合计含结转",
    "{file} 的工作表“{sheet}”的合计栏连同上年结转一起合计（{cell}），不是本年的数，未采用为{what}",
    "请加一栏“本年合计”；上年结转本来没有的，请清空那一栏",
)
WITH_OTHER_ITEMS = Message(
    "合计含其他",
    "{file} 的工作表“{sheet}”的合计（{cell}）可能把表里别的项目也加在内，未采用为{what}",
    "请单列一栏（行），写明是哪一项的合计，如“三公”经费小计",
)
HEADING_UNREAD = Message(
    "表块未识别",
    "{file} 的工作表“{sheet}”单元格 {cell} 像是“{what}”一块的标题，但没有认出，这一块的数字未采用",
    "请只写这一块的名称，后面用括号注明计量单位，如（人）、（万元）",
)
NO_TOTAL = Message(
    "没有合计行",
    "{file} 的工作表“{sheet}”有 {what} 行（{cell}），像是各单位的，没有“合计”行，"
    "哪一行是全部门的数不能确定，均未采用",
    "请补一行各单位的“合计”；只报一个单位的，只留那一行",
)
OTHER_UNIT = Message(
    "没有合计行",
    "{file} 的工作表“{sheet}”只有一行（{cell}）有数，写的单位是“{what}”，不是本部门，"
    "是不是全部门的数不能确定，未采用",
    "请补一行全部门的“合计”；就是全部门的数的，请把这一行的单位写成部门名称",
)
TOTAL_UNREAD = Message(
    "合计行未识别",
    "{file} 的工作表“{sheet}”有 {what} 行明细（从 {cell} 起），没有认出“合计”行，合计数未采用",
    "请补上“合计”行，“合计”二字写在科目名称或编码一栏",
)
NO_NUMBER = Message(
    "不是数字",
    "{file} 的工作表“{sheet}”单元格 {cell} 应填数字，现为空白，是零还是漏填不能确定，未采用",
    "请填数字；没有的填 0",
)
FOREIGN_ROWS = Message(
    "行未采用",
    "{file} 的工作表“{sheet}”单元格 {cell} 的“{what}”不是这个评价办法要填的，这一行填的内容没有采用",
    "要用的，请写到要填的行里；评价办法已经去掉的，不用管，下次用新的空白表",
)
NOT_UNDERSTOOD = Message(
    "栏行未识别",
    "{file} 的工作表“{sheet}”单元格 {cell} 的栏名或行名没有认出，其中数字未采用；表中没有找到{what}",
    "如就是同一项，请按标准表样改写栏名、行名，或在名称表中加入这一写法",
)
UNITS_DIFFER = Message(
    "单位不明",
    "{file} 的工作表“{sheet}”写了不止一种金额单位（{what}），其中金额未采用",
    "请只保留实际使用的一种金额单位",
)
UNIT_AT = "{cell} 写的是{unit}"
UNIT_OVERRULED = Message(
    "单位不明",
    "{file} 的工作表“{sheet}”写的单位是“{stated}”，而{figures}规定按“{prescribed}”填写，这里的金额未采用",
    "请按规定的单位填写数字和单位",
)
UNIT_CONTRADICTED = Message(
    "单位不明",
    "{file} 的工作表“{sheet}”{cell} 写的金额单位与表头的不同（{what}），这一块的金额未采用",
    "请只保留实际使用的一种金额单位",
)
UNIT_UNKNOWN = Message(
    "单位不明",
    "{file} 的工作表“{sheet}”没有写明金额单位，其中金额未采用",
    "请在表头右上方填写“单位：元”或“单位：万元”",
)
