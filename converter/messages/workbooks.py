"""What workbooks of ours say besides their values."""

NOTHING = "（无）"
ROWS_BEYOND = "表格行数已满，另有 {count} 行没有列出"
PAGES = "&C&9第 &P 页　共 &N 页&R&9{sheet}"
PAGES_PLAIN = "&C&P / &N"

# The supplement, besides the pack's own labels
UNIT_LINE = "单位：{unit}"
FULL_COLUMN, STANDING_COLUMN, CONFIRM_COLUMN, TIP_COLUMN = "满分", "要求和来源", "核对", "填写说明"
EXAMPLE = "例：{example}"
COMPUTED_CELL = "自动计算"
ASKED_ELSEWHERE = "见“{sheet}”"
NEEDLESS = "不用填"
INPUT_WRONG = "填写有误"
INPUT_RANGE = "请填 {least} 至 {most} 之间的数字"
GREATEST_AMOUNT = "9999999999"

# What becomes of a cell of the supplement
COMPUTED_POINTS = "由程序计算，不用填；只在核对清单说算不出得分时，问清财政部门后填，并写明原因"
NEEDS = {"required": "必填", "optional": "选填", "conditional": "有则必填"}
IS_FILED = "已填"
IS_WRONG = "填得不对，请照核对清单改"
IS_KNOWN = "已有，{source}"
IS_TO_CONFIRM = "请核对，{source}"
IS_COMPUTED = "由表内数计算，表里没有这几项的请填"
IS_UNCHANGED = "没有增减，不用填"
IS_DENIED = "已写明没有，不用填"
OF_COLUMNS = "{columns}：{standing}"
FROM_CELL = "取自 {file}“{sheet}”{cell}"
FROM_FILE = "取自 {file}"
FROM_SHEETS = "由表内数算得"
IN_DOCUMENT = "已写在 {file}"
DOUBTFUL = "，核对有疑问，请查原表"
PROMPT_KNOWN = "{source}。不对的直接改写，改了的才读回。"
PROMPT_CONFIRM = "{source}。改写，或在“核对”栏选“{confirmed}”，才读回。"
CONFIRMED = "已核对"

# Its first sheet
GUIDE_SHEET, GUIDE_TITLE = "填写说明", "补充资料填写说明"
GUIDE_OF = "{year}年度　{department}"
GUIDE = (
    "1、公开表里已有的数不用再填。每件事只问一次，别的表里同样的格写着见哪一张表。",
    "2、数没有的填 0，文字没有的写“无”；不适用的填“不适用”或写明原因，只收数字的格填 0；得分一定要填数。"
    "空着的必填格会列进核对清单，报告不能报送。",
    "3、金额按各表上方写明的单位填，公开表用别的单位的先换算；只填数字，数字格里不写单位和说明文字。",
    "4、填好后把这个文件和决算、预算表放在同一个文件夹，文件名可以改，表名和行名不要改。",
)
GUIDE_COLOURS = ("颜色", "意思", "要做什么")
GUIDE_TO_FILL = ("", "还没有的", "填写；“要求和来源”一栏写着必填、选填")
GUIDE_CONFIRM = (
    "",
    "从上年的补充资料或报告带来的",
    "不对的改写；对的在“核对”栏选“已核对”，不选的不算数",
)
GUIDE_KNOWN = ("", "公开表里已有的", "不用填；不对的先查原表，确要改的直接改写，改了的才读回")
GUIDE_FILED = ("", "您已填好的", "不用管；要改的直接改写")
GUIDE_WRONG = ("", "您填了、核对下来不对的", "照核对清单改")
GUIDE_COUNTS = ("工作表", "要填", "选填", "请核对", "已有")
GUIDE_TOTAL = "合计"

# What the program reads the supplement back by
RECORD_SHEET = "预填记录"
RECORD_HEADS = ("工作表", "单元格", "写出时的内容", "核对栏")

# A filed workbook handed back with remarks
MARKED_BY = "绩效报告转换器"
FRONT_SHEET = "标注"
FRONT_COLUMNS = {
    "序号": 6,
    "类别": 9,
    "工作表": 26,
    "单元格": 10,
    "问题": 48,
    "应为": 14,
    "实为": 14,
    "怎么办": 48,
}
WHOLE_SHEET = "整张表"
MORE_CELLS = "另有 {count} 格"
KIND_ELSEWHERE = "{kind}，在别的文件"
RELATED_CELLS = "有关的格：{cells}"
CELLS_OF_SHEET = "{sheet} {cells}"
ON_CELL = "【{kind}】{text}"
BESIDE_CELL = "【{kind}，与本格有关】{text}"
EXPECTED = "应为 {expected}，实为 {actual}"
NOT_COPIED = {
    "picture": "图片",
    "chart": "图表",
    "shape": "文本框和图形",
    "macro": "宏",
    "object": "嵌入的对象和控件",
    "pivot": "数据透视表",
    "outside": "与其他文件的链接（公式已换成数值）",
    "table": "表格样式和筛选",
    "link": "超链接",
    "header": "页眉页脚",
}
COPY_ALIKE = "这是副本，请在原来的文件里改正后重报"
COPY_LACKS = COPY_ALIKE + "。副本里没有原文件的：{lacks}"
COPY_PLAIN = COPY_ALIKE + "。副本只有各表的数值和合并的单元格，没有原文件的格式、公式、图片、图表和宏"
COPY_CUT = COPY_ALIKE + "。原文件太大，副本只有前面的数值，没有格式、公式、图片、图表和宏"
MARKED_TITLE = "标注版：{file}"
MARKED_NOTE = (
    "{year}年度 {department}：与这个文件有关的问题 {count} 条。"
    "点单元格跳到所说的格，格上有批注；橙色是有错的格，黄色待核实，绿色已说明，灰色是提示，或只是与问题有关"
)
UNMARKED = "。没有问题、不另写标注版的文件：{files}"
