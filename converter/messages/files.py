"""What is said of a file that cannot be read."""

FILE_UNREADABLE = "{file}：打不开（{reason}），请检查文件是否存在、是否有权限"
FILE_NOT_SPREADSHEET = "{file}：内容不是电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_IS_PAGE = (
    "{file}：内容是网页（HTML），只是取了电子表格的名字，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
)
FILE_IS_XML = "{file}：内容是“XML 电子表格 2003”，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_PASSWORD = "{file}：密码不对，打不开，请核对 --password 的密码"
FILE_ENCRYPTED = "{file}：设有打开密码，请去掉密码后再放入，或用 --password 给出密码"
FILE_LOCKED = "{file}：设有打开密码，这种格式不能代为打开，请去掉密码，或另存为 .xlsx 后再放入"
FILE_IRREGULAR = "{file}：不是普通文件（是管道、设备或失效的链接），未打开，请放入文件本身"
OS_REASONS = {"PermissionError": "没有权限", "FileNotFoundError": "文件不存在"}
FILE_BROKEN = "{file}：文件损坏，无法读取，请重新导出"
FILE_UNSAFE = "{file}：{reason}，未打开，请重新导出这份文件"
UNSAFE_SIZE = "解压后过大"
UNSAFE_DOCTYPE = "含有不安全的外部实体声明"
UNSAFE_SPREAD = "表格范围异常大（最远的单元格离表格太远）"
UNSAFE_ERRORS = "有出错的单元格（如 #REF!、#DIV/0!），请改正，或另存为 .xlsx"
UNSAFE_ZIP = "压缩包损坏"
UNSAFE_MEMBERS = "压缩包里的文件过多"
UNSAFE_DOUBLED = "压缩包里有重名的文件"
UNSAFE_LOCKED = "压缩包内容设有密码"
UNSAFE_MERGES = "合并单元格过多"
