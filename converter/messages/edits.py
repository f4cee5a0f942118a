"""What became of what people wrote into our files: edits of a report, explanations in a checklist."""

from converter.messages.phrases import HERE, Message

FRONT, BELOW_TEXT, DAY_BELOW = "标题", "落款", "落款的日期"
ALTERED = Message(
    "手改数字",
    "人改过的报告的“{place}”中，{figure} 由人改成了 {theirs}，按报送的表应为 {ours}，报告仍写 {ours}",
    "确应为 {theirs} 的，请改报送的表（{at}）；"
    "改错了的，请把新报告和表放在一起再做一次，或在核对清单.xlsx 里说明",
)
ALTERED_GONE = Message(
    "手改数字",
    "人改过的报告的“{place}”中，{figure} 由人改成了 {theirs}，报告现在没有印这个数",
    "请核对原件；不用再写的，请在核对清单.xlsx 里说明",
)
REFUSED = Message(
    "手改未带入",
    "人改过的报告的“{place}”中，手改的“{theirs}”没有带入，报告中是“{ours}”",
    "仍要用手改的，请在新报告里改（程序写的数字要留着），或改补充资料；不用的，请在核对清单.xlsx 里说明",
)
ADDED = Message(
    "手改未带入",
    "人改过的报告的“{place}”中，手加的“{theirs}”没有带入",
    "请改为文字，或填进补充资料；不用的，请在核对清单.xlsx 里说明",
)
DELETED = Message(
    "手改未带入",
    "人改过的报告的“{place}”中，手工删去的“{ours}”仍在报告里",
    "确应删去的，请在新报告里改写成别的话，或改补充资料；不必删的，请在核对清单.xlsx 里说明",
)
MOVED = Message(
    "手改未带入",
    "人改过的报告的“{place}”移到了别处，新报告仍放在评价办法规定的位置",
    "不必再移；已知道的，请在核对清单.xlsx 里说明",
)
KEPT = Message(
    "手改已带入",
    "{file} 中的手工改动已带入新报告：{places}",
    f"要对照的，请看{HERE.original}",
)
RENEWED = "；其中数字已按报送的表更新，请看文字是否仍合适：{places}"
REVISIONS = Message(
    "修订未定",
    "{file} 里还有 {count} 处修订没有接受或拒绝，已按接受处理",
    "请在 Word 里逐处决定",
)
COMMENTS = Message("批注未带入", "{file} 里有 {count} 条批注，新报告没有带", f"请看{HERE.original}")
OF_OLD = Message(
    "手改未带入",
    "{file} 是旧版程序写的报告，分不清哪些字是手改的，只取了补充资料没有填的文字",
    f"请对照{HERE.original}，把要用的文字填进补充资料；核对过的，请在核对清单.xlsx 里说明",
)
UNTRACED = Message(
    "手改未带入",
    "{file} 不是程序写的报告，或数字来源的记录已被别的软件去掉，分不清哪些字是手改的，其中的内容没有带入",
    "请把要用的文字改在新报告里，或填进补充资料；与报告无关的，请移出输出文件夹",
)
BELOW = Message(
    "手改未读",
    "输出文件夹的子文件夹里有 Word 文档没有读：{files}",
    f"要用其中改动的，请移到上一层（与报告放在一起）后{HERE.again}；只是存着备查的，不必理会",
)
BELOW_MORE = " 等 {count} 份"
OF_ANOTHER = Message(
    "他部门的报告",
    "{file} 是 {department} 的报告，其中的文字和改动都没有取用",
    "请放回它自己的文件夹；确是同一部门的，请把名称写一致",
)
TOO_LONG = Message(
    "手改未带入", "{file} 太长，没有逐句比较，其中的手工改动没有带入", "请把要用的文字填进补充资料"
)
UNREADABLE = Message(
    "手改未读",
    "{file} 是有人改过的报告，但打不开、太大或设了密码，其中的改动没有读",
    f"请去掉密码和大图，另存为 .docx 后{HERE.again}",
)
ELSEWHERE, IN_ORDER = "移到别处", "各部分按规定的次序排"
TABLE = "表格（{words}…）"
ROW = "一行（{row}）"
IN_ROW = "{place}”的表中“{row}"
UNREAD = {
    "picture": "图片 {count} 张",
    "chart": "图表 {count} 个",
    "object": "嵌入对象 {count} 个",
    "embedded": "嵌入文件 {count} 个",
    "header": "页眉页脚 {count} 处",
}
PLACE = "“{place}”"
NOTES = "脚注、尾注 {count} 条"

# The checklist as a workbook: people say in it why something is as it is
LIST_TITLE = "{year}年度{department} 核对清单"
LIST_NOTE = (
    f"情况属实、不必改表的，在“处理情况”写“已说明”，写全“说明”和“说明人”，存盘后{HERE.list_again}；数字变了，说明即失效。"
    "没有读的文件、空白、缺的文字、年度有误，不能以说明代替。请勿改“核对码”"
)
LIST_SHEET = "核对清单"
LIST_COLUMNS = {
    "序号": 6, "级别": 10, "编码": 16, "内容": 70, "怎么办": 44,
    "处理情况": 12, "说明": 44, "说明人": 12, "核对码": 14,
}  # fmt: skip
LIST_CHOICES = {"处理情况": ("已说明", "待处理")}
LIST_READ = {
    "key": ("核对码",),
    "code": ("编码",),
    "message": ("内容",),
    "handling": ("处理情况",),
    "words": ("说明",),
    "by": ("说明人",),
}
LIST_PARTS = {"error": "错误", "warning": "警告", "explained": "已说明", "supply": "待补充"}
LIST_PAST = "已不适用"
LIST_NO_KEY = "不能说明"  # in place of a key, of what is to be written
LIST_FILED = "核对清单，其中的说明已对照"
EXPLAINED = "　（已说明：{said}）"
SAID = "{words}——{by}"
LIST_UNREADABLE = Message(
    "说明未读", "{reason}；其中的说明没有采用", "请另存为 .xlsx，保留表头和“核对码”一栏"
)
NO_EXCUSE = Message(
    "说明不适用",
    "核对清单.xlsx 中有 {count} 条说明没有采用：没有读的文件、空白、缺的文字、年度有误，不能以说明代替",
    "请补齐或改正",
)
INCOMPLETE = Message(
    "说明不全",
    "核对清单.xlsx 中有 {count} 条说明没有采用：没有写全“说明”和“说明人”，或“处理情况”还没有处理完",
    "请写全",
)
VOID = Message(
    "说明失效",
    "核对清单.xlsx 中有 {count} 条说明不再适用：数字变了，或问题已经消除；原文留在清单末尾",
    "仍要说明的，请写在新的一行",
)
