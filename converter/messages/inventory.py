"""What became of every file that was filed: read as what, or not used and why."""

from converter.messages.phrases import HERE, Message

# Not used: by what a file is (read.FileKind)
KINDS = {
    "old-word": "不是 .docx 的文字文档，没有读；如是文字材料，请另存为 .docx 后放入",
    "presentation": "演示文稿，没有用",
    "pdf": "PDF 文件，没有读；其中的数字请用 Excel 表报送",
    "ofd": "OFD 版式文件，没有读；其中的数字请用 Excel 表报送",
    "picture": "图片，没有读",
    "media": "音频或视频，没有用",
    "packed": "压缩包（.rar、.7z 等），没有打开；请解压后放入，或改用 .zip",
    "web-page": "网页，没有读；如有标准表，请另存为 .xlsx 后放入",
    "separated": "文本表格（.csv 等），没有读；如是标准表，请用 Excel 或 WPS 另存为 .xlsx 后放入",
    "text": "纯文本，没有用",
    "shortcut": "快捷方式，不是文件本身；请放入它指向的文件",
    "folder": "是文件夹，不是一个文件；请写其中的文件",
    "irregular": "链接失效，或不是普通文件（管道、设备），没有打开；请放入文件本身",
    "empty": "空文件（0 字节）",
    "program": "程序文件，没有打开",
    "unknown": "其他程序的格式，没有用",
}
NESTED = "压缩包里的压缩包，没有打开；请解压后放入"
LOCKED = "在压缩包里设了密码，没有打开；请解压后放入"
NOT_UNPACKED = "压缩方法少见或已损坏，没有解开；请解压后放入"
EMPTY_ARCHIVE = "压缩包里没有文件"
SAME = "与 {other} 内容相同，只用了一份"
BACKUP = "备份文件，没有用；如要采用，请改成正常的文件名"
COPY = "{original} 的副本，没有用"
WORD = "Word 文档，不是电子表格"
PROSE_UNATTACHED = "Word 文档，旁边没有这个部门的表，没有用"
WHOSE = "分不清是哪个部门的，没有用；请放进各部门自己的文件夹"

# Read
BOOKS = {"final": "决算", "budget": "预算", "supplement": "补充资料"}
TABLES = "{book} {count} 张表"
OF_YEAR = "（{year}年度）"
PARTLY_USED = "（{year}年度，用了其中 {used} 张作上年数）"
OTHER_YEAR = "（{year}年度，本报告不用）"
NEXT_YEAR = "（{year}年度，是下一年度的，本报告不用）"
YEAR_UNSTATED = "（没有写明年度）"
UNUSED_TABLES = "没有用的表：{tables}"
UNKNOWN_SHEETS = "没有认出的工作表：{sheets}"
NO_TABLES = "没有认出标准表"
OF_BUDGET_UNIT = "所属单位 {unit} 的{tables}"
OF_PREDECESSOR = "像是合并以前的 {unit} 的{tables}"
PROSE = "文字材料，取用 {count} 段"
OWN_REPORT = "本程序写的报告；其中手改的已与现在的报告逐句比较"
NO_PROSE = "Word 文档，没有从中取用文字"
AND = "；"

# The list of files
COUNTED = "收到的文件 {count} 个："
ENTRY = "{file}：{account}"
NOTHING_TO_READ = (
    "{name}：收到 {count} 个文件，没有可用的表格；"
    "请放入部门决算、预算公开表和补充资料（.xlsx、.xls、.et、.ods）"
)
STRAY = (
    "{name}里有 {count} 个文件不知是哪个部门的，也没有可用的表格，没有用；"
    "要用的，表格请存成 .xlsx、.xls、.et 或 .ods，文字材料请存成 .docx，放进部门自己的文件夹；用不着的请移走"
)

# Findings about files
UNREADABLE = Message("文件未读", "{reason}", f"改正后{HERE.placed}；用不着这个文件的，请移走")
UNOPENED = Message(
    "文件未打开",
    "{file}：{reason}",
    "其中如有标准表，现在没有算进来；用不着这个文件的，请移走",
)
