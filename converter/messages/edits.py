"""What became of a person's edits in a report of ours."""

from converter.messages.message import Message

FRONT = "标题"
ALTERED = Message(
    "手改数字",
    "{file} 的“{place}”中，{figure} 由人改成了 {theirs}，按报送的表应为 {ours}，报告仍写 {ours}",
    "确应为 {theirs} 的，请改报送的表（{at}）；改错了的，请在核对清单.xlsx 里说明",
)
ALTERED_GONE = Message(
    "手改数字",
    "{file} 的“{place}”中，{figure} 由人改成了 {theirs}，报告现在没有印这个数",
    "请核对原件；不用再写的，请在核对清单.xlsx 里说明",
)
REFUSED = Message(
    "手改未带入",
    "{file} 的“{place}”中，手改的“{theirs}”没有带入，报告中是“{ours}”",
    "仍要用手改的，请在新报告里改（程序写的数字要留着），或改补充资料；不用的，请在核对清单.xlsx 里说明",
)
ADDED = Message(
    "手改未带入",
    "{file} 的“{place}”中，手加的“{theirs}”没有带入",
    "请改为文字，或填进补充资料；不用的，请在核对清单.xlsx 里说明",
)
DELETED = Message(
    "手改未带入",
    "{file} 的“{place}”中，手工删去的“{ours}”仍在报告里",
    "确应删去的，请在新报告里改写成别的话，或改补充资料；不必删的，请在核对清单.xlsx 里说明",
)
KEPT = Message(
    "手改已带入",
    "{file} 中的手工改动已带入新报告：{places}",
    "原件整份留在“历史”里",
)
RENEWED = "；其中数字已按报送的表更新，请看文字是否仍合适：{places}"
REVISIONS = Message(
    "修订未定",
    "{file} 里还有 {count} 处修订没有接受或拒绝，已按接受处理",
    "请在 Word 里逐处决定",
)
COMMENTS = Message("批注未带入", "{file} 里有 {count} 条批注，新报告没有带", "请看历史里的原件")
OF_OLD = Message(
    "手改未带入",
    "{file} 是旧版程序写的报告，分不清哪些字是手改的，只取了补充资料没有填的文字",
    "请对照历史里的原件，把要用的文字填进补充资料；核对过的，请在核对清单.xlsx 里说明",
)
TOO_LONG = Message(
    "手改未带入", "{file} 太长，没有逐句比较，其中的手工改动没有带入", "请把要用的文字填进补充资料"
)
UNREADABLE = Message(
    "手改未读",
    "{file} 是有人改过的报告，但打不开或设了密码，其中的改动没有读",
    "请去掉密码，另存为 .docx 后重新生成",
)
MOVED, IN_ORDER = "移到别处", "各部分按规定的次序排"
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
