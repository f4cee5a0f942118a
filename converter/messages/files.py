"""Messages about files that cannot be read, and about results of formulas in those that can."""

from converter.messages.phrases import HERE, Message

FILE_UNREADABLE = "{file}：打不开（{reason}），请检查文件是否存在、是否有权限"
FILE_NOT_SPREADSHEET = "{file}：内容不是电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_IS_TEXT = (
    "{file}：内容是文本（各栏用{separator}隔开），不是电子表格，没有读；"
    "请用 Excel 或 WPS 打开，核对有无乱码、科目编码有没有变，另存为 .xlsx 再放入"
)
SEPARATORS = {"\t": "制表符", ",": "逗号", ";": "分号", "|": "竖线"}
FILE_IS_MHT = "{file}：内容是单个文件的网页（.mht），请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_IS_OLD_EXCEL = "{file}：内容是 Excel {version} 的旧格式，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_PASSWORD = "{file}：密码不对，打不开，请核对给出的密码"
FILE_ENCRYPTED = f"{{file}}：设有打开密码，请去掉密码后再放入{HERE.or_password}"
FILE_LOCKED = "{file}：设有打开密码，这种格式不能代为打开，请去掉密码，或另存为 .xlsx 后再放入"
FILE_IRREGULAR = "{file}：不是普通文件（是管道、设备或失效的链接），未打开，请放入文件本身"
FILE_BROKEN = "{file}：文件损坏，无法读取，请重新导出"
FILE_UNSAFE = "{file}：{reason}，未打开，请重新导出这份文件"
UNSAFE_SIZE = "解压后过大"
UNSAFE_DOCTYPE = "含有不安全的外部实体声明"
UNSAFE_SPREAD = "表格范围异常大（最远的单元格离表格太远）"
UNSAFE_FAR = "工作表“{sheet}”的表格范围异常大（单元格 {cell} 离表格太远）"
UNSAFE_TWICE = "工作表“{sheet}”的单元格 {cell} 出现了两次"
UNSAFE_CELL = "工作表“{sheet}”的单元格 {cell} 内容无法辨认"
UNSAFE_TEXT = "工作表“{sheet}”的单元格 {cell} 文字超过 32767 个（Excel 的上限）"
UNSAFE_SHEET = "工作表“{sheet}”的内容已损坏"
UNSAFE_SHEETS = "工作表过多"
UNSAFE_PARTS = "工作簿的内容已损坏"
UNSAFE_ERRORS = "有出错的单元格（如 #REF!、#DIV/0!），请改正，或另存为 .xlsx"
UNSAFE_ZIP = "文件损坏（用 Office、WPS 还能打开的，请另存一份）"
UNSAFE_MEMBERS = "压缩包里的文件过多"
UNSAFE_DOUBLED = "压缩包里有重名的文件"
UNSAFE_LOCKED = "压缩包内容设有密码"
UNSAFE_CODE_PAGE = "是 Excel 5.0/95 的旧格式，文字编码不是中文（可用 Excel 或 WPS 打开后另存为 .xlsx）"
UNSAFE_LOCKED_95 = "是 Excel 5.0/95 的旧格式，并设有打开密码（可用 Excel 打开后另存为 .xlsx）"
UNSAFE_MERGES = "合并单元格过多"
UNSAFE_PAGE = "内容是网页（HTML），里面没有表格（也许是登录页、出错页）"
UNSAFE_FRAMES = "内容是网页（HTML），各张表在另一个文件夹里（请用 Excel 打开原来的文件，另存为 .xlsx）"
UNSAFE_XML = "内容是“XML 电子表格 2003”，里面没有工作表"
UNSAFE_XML_PLACE = "内容是“XML 电子表格 2003”，里面有无法辨认的单元格位置"
UNSAFE_XML_NAMES = "内容是“XML 电子表格 2003”，里面有工作表重名"
UNSAFE_ENCODING = "文字编码无法辨认（不是 UTF-8、GBK、Big5）"

# Results of formulas that are not saved, or no longer true
COMPUTED = Message(
    "公式重新计算",
    "{file} 有公式没有保存计算结果（{what}），已按公式和表中数字算出后采用",
    "建议用 Excel 或 WPS 打开保存一次，再核对合计数",
)
RECALCULATED = Message(
    "公式重新计算",
    "{file} 有公式没有保存计算结果（{what}），已用本机的 LibreOffice 计算后采用",
    "建议用 Excel 或 WPS 打开保存一次，再核对合计数",
)
CELLS_OF_SHEET = "工作表“{sheet}”{cells}"
UNCOMPUTED = Message(
    "公式未计算",
    "{file} 的工作表“{sheet}”单元格 {cell} 的公式没有计算结果或结果出错，未采用",
    "请用 Excel 或 WPS 打开该文件，保存后再放入",
)
CIRCULAR = Message(
    "公式未计算",
    "{file} 的工作表“{sheet}”单元格 {cell} 的公式直接或间接引用了自身（循环引用），算不出结果，未采用",
    "请改正公式，使合计不再包含自身，保存后再放入",
)
STALE = Message(
    "公式结果过期",
    "{file} 的工作表“{sheet}”单元格 {cell} 保存的结果与它的公式不符（{what}），未采用",
    "请用 Excel 或 WPS 打开该文件，按 F9 重新计算，核对后保存再放入",
)
UNCHECKED = Message(
    "公式未核对",
    "{file} 的工作表“{sheet}”单元格 {cell} 的公式程序算不了（函数少见，或引用了别的工作簿、出错的单元格），"
    "采用的是文件里保存的结果，是否最新没有核对",
    "请用 Excel 或 WPS 打开该文件，按 F9 重新计算，核对后保存再放入",
)
STALE_RESULT = "{cell} 的公式 ={formula}，保存的是 {saved}，按表中数字应为 {computed}"
STALE_BELOW = "{cell} 的公式 ={formula}，保存的是 {saved}，它引用的单元格结果已过期"
