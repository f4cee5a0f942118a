"""What is said of a submitted report that is checked."""

from converter.messages.phrases import HERE, Message

# Files
REPORT_UNREADABLE = "{file}：不是 Word 文档（.docx）或已损坏，请用 Word 或 WPS 打开后另存为 .docx"
REPORT_NOT_SEALED = (
    "{file}：这种格式要用 LibreOffice 转换，而本机不能让它断网运行，没有打开，请另存为 .docx 后再核对"
)
REPORT_NOT_CONVERTED = (
    "{file}：这种格式要用本机的 LibreOffice 转换，没有装或转换不成，请另存为 .docx 后再核对"
)
PDF_UNREADABLE = "{file}：PDF 已损坏，或设有打开密码，请用它的 Word 原稿核对"
PDF_IS_WEB_PAGE = "{file}：名为 PDF，内容却是网页，多半没有下载成功，请重新取得原文件"
PDF_WITHOUT_TEXT = "{file}：PDF 里没有文字，像是扫描件，请用它的 Word 原稿核对"
REPORT_OF_OTHER_KIND = "{file}：这种文件不能核对，请另存为 .docx 后再核对"
ONLY_WORD_HERE = "{file}：这个网页里只能核对 .docx 的报告，请另存为 .docx，或用安装在电脑上的版本核对"
REPORTS_NONE = "没有可核对的报告（.docx、.doc、.pdf）：{places}"

# On screen
CHECKED_FILE = "核对一览.xlsx"
CHECKED_WRITTEN = "一览表已写到 {path}"
CHECKED_MARK = "（核对{number}）"  # in the name of a copy with comments
COPY_WRITTEN = "  批注过的副本：{path}"
PAGE_WRITTEN = "  对照页：{path}"
COMMENT = "{severity}［{code}］{printed}{expected}{cause}\n{because}"
COMMENTS_MORE = "问题过多，以后的 {count} 处没有批注，核对结果的表格里全部列出"
CHECKED_SHEETS = ("各报告", "问题", "未能核对")
CHECKED_COLUMNS = {  # and how wide
    "报告": 46, "年度": 8, "错误": 8, "警告": 8, "核对相符": 10,
    "有误": 8, "存疑": 8, "只差尾数": 10, "只作粗核": 10, "无从核对": 10, "没有读的": 40, "对照的资料": 40,
}  # fmt: skip
FINDING_COLUMNS = {
    "报告": 46, "级别": 8, "类别": 12, "位置": 30, "现为": 18, "应为": 18, "依据": 50, "可能的原因": 24,
}  # fmt: skip
FAILED_COLUMNS = {"文件": 46, "原因": 90}
VERIFIED = "{mark} {file}  {numbers}"
NUMBERS = "数字 {total} 个：{counts}"
VERIFIED_RIGHT = "没有发现错误"
VERIFIED_DOUBTFUL = "没有断定的错误，{count} 个数存疑"
VERIFIED_PARTLY = "只核对了 {checked} 个数，其中没有发现错误"  # where less than half could be checked
VERIFIED_NOTHING = "一个数也没能核对"
NOT_READ = "没有读的：{parts}"
NOT_READ_PART = "{what} {count} 处（{where}）"
CHECKED_AGAINST = "对照的资料：{department} {year} 年度"
NOT_CHECKED_AGAINST = "没有用资料核对：{why}"
DATA_OF_NOBODY = "资料文件夹里没有这份报告所写部门的表（有：{departments}）"
ALONE = "没有一起选公开表，只核对了报告自身前后是否一致；和公开表一起选的，再对照公开表逐个核对"
DATA_EMPTY = "资料文件夹里没有读出任何部门的表"
DATA_OF_ANOTHER_YEAR = "报告是 {year} 年度的，{department}的资料是 {data_year} 年度的"
NO_NUMBERS = "{file}：没有可以核对的数字{unread}"
NO_NUMBERS_UNREAD = "（另有没有读的：{parts}）"
UNREAD = {
    "picture": "图片",
    "chart": "图表",
    "object": "嵌入的对象",
    "embedded": "嵌入的网页或文档",
    "header": "页眉页脚里的数",
    "footnote": "脚注里的数",
    "endnote": "尾注里的数",
    "page": "没有文字的页（空白页或扫描页）",
    "sign": "数后面的符号（页面上看得见，文件里没有它的文字，多为百分号）",
    "letters": "认不出文字的页（页面上看得见，文件里的文字却是乱码）",
    "rest": "篇幅过大，此处以后的段落和表",
}
VERIFIED_WRONG = "有 {count} 处错误"
COUNTED = "{status} {count}"
COUNTED_BARE = "（其中日期、编号等 {count}）"  # behind the unchecked ones, the last counted
LEFT_TO_READERS = "文字里没有核对的数：请自己看"
LEFT_UNLISTED = (
    "其余 {count} 个无从核对的是日期、编号、评分标准和表里的数，在“报告里的数”里是灰色的，一般不用看"
)
LEFT = "{where}：{printed}　{why}"
FOUND, FOUND_NOWHERE = "［{code}］{where}：{printed}{expected}{cause}　{because}", "［{code}］{because}"
IN_DRAFT = "{place}：{printed}{expected}{cause}　{because}"
IN_CELLS, IN_REPORT = "{places}（报告{where}）", "报告{where}"
DRAFT_HINT = f"请改补充资料或文字材料里的这段话，改后{HERE.again}"
DRAFT_FIGURES_HINT = f"请核对所列单元格，改正后{HERE.again}"
SHOULD_BE = "，应为 {expected}"
PERHAPS = "（{cause}）"
OTHER_WAY = {True: "增加 {amount}", False: "减少 {amount}"}  # more or less, where the words say the other
VERIFY_SUMMARY = "共 {total} 份报告：{results}。"
VERIFY_RESULTS = {
    "right": "{count} 份没有错误",
    "wrong": "{count} 份有错误",
    "unchecked": "{count} 份一个数也没能核对，不像绩效报告",
    "failed": "{count} 份未能核对",
}

# Where
FRONT = "标题"
IN_PARAGRAPH = "“{heading}”第 {paragraph} 段"
IN_TABLE = "第 {table} 张表{title}第 {row} 行{label}第 {column} 栏"
QUOTED = "“{words}”"  # the title of a table, the label of a row
WHOLE_REPORT = "全文"
BLANK_CELLS = "{said}，这张表共 {count} 格：{cells}"
CELLS_IN_ROW, BETWEEN_ROWS = "第 {row} 行第 {columns} 栏", "；"
ON_PAGE = "第 {page} 页"
PLACE_ON_PAGE = "第 {page} 页，{place}"
BESIDE_TEXT = "正文之外"

# Numbers
WRONG_CODE = "数字有误"
OPEN_CODE = "数字不符"
ROUNDING_CODE = "尾数"
ROUNDED = "与相关的数只差尾数，四舍五入所致，一般不用改"
NO_RATE = "不写百分比"
BASE_IS_ZERO = "{item}的{basis}为零，没有可比的基数"
NAMED = "{name} {printed}"
SOURCE = "见 {place} {name} {amount}"
CONSTRAINTS = {
    "identity": "{because}",
    "relation": "应符合 {because}",
    "change": "增减额、增减率、完成率应与所比的两个数相符",
    "agreement": "同一个数前后应当一致",
    "share": "占比应等于部分除以合计",
    "parts": "各部分之和应等于合计",
    "flow": "收入、结转减去支出应等于结余",
    "score": "得分应等于满分减扣分、各项得分之和",
    "formula": "算式应当算得出等号后面的数",
    "data": "应与资料一致，{because}",
    "tag": "应与程序印出时一致，印出时为 {because}",
}
NUMBERS_USED = "（{numbers}）"
ALSO_AT = "；要一起改的还有：{places}"
REASONS_MORE = "；等 {count} 条"
STATUSES = {
    "confirmed": "核对相符",
    "wrong": "有误",
    "doubtful": "存疑",
    "rounding": "只差尾数",
    "rough": "只作粗核",
    "unchecked": "无从核对",
}
UNCHECKED_KINDS = {
    "count": "日期、编号或数量，没有别处可以核对",
    "explanation": "原因说明中的数，不是某一项的合计",
    "alone": "没有与它相关的数",
    "nameless": "看不出是哪一项",
}

# Words
YEAR_WRONG = Message("年份有误", "报告年度是 {year} 年，这里的年份不符")
SECTION_LACKING = Message("缺少部分", "没有看到“{section}”这一部分的标题；写在别的标题下面的不用改")
REASON_LACKING = Message("缺少原因", "增减幅度为 {percent}，没有写明原因")
WITH_ITSELF = Message("自己比自己", "这里拿{item}的{basis}与同一年的{basis}相比，像是年份写错")
DIRECTION = Message("方向写反", "{item}的{now}与{old}相比，不是这里写的增减方向")
REASON_OF_OTHER = Message("方向写反", "后面写的是“{word}”的原因")
CONTRARY = "写的原因与增减的方向相反"
REASON_OF_NONE = "本年有支出，写的原因却说没有"
UNPAIRED = Message("标点不成对", "“{mark}”没有与它成对的另一半")
OPPOSED = Message("方向写反", "增减额和后面的增减率方向相反")
UNMOVED = Message("原因多余", "写的是没有增减，后面却写了增减的原因")
OVER_CODE = "与预算不符"
GRADE = Message("等次不符", "得分 {score} 分，等次应为{grade}")
POINTS_OVER = Message("得分超过分值", "得分 {earned} 分，分值只有 {full} 分")
OF_GOVERNMENT = Message(
    "政府的报告",
    "这是一级政府的预算或决算报告：各级、各项基金、几个年度的数写在一起，哪几个数该相符难以断定；不符的数只作警告，请逐条看",
)
NOT_ALL_CHECKED = Message("未全部核对", "数字之间的矛盾或关系过多，没有逐一核对完；请把报告分成几份分别核对")
TRAIL_STALE = Message(
    "资料已变", f"报告生成后资料有变动：{{figure}} 现在与报告不同，见 {{place}}，请{HERE.again}"
)
