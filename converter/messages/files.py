"""What is said of a file that cannot be read."""

FILE_UNREADABLE = "{file}：打不开（{reason}），请检查文件是否存在、是否有权限"
FILE_NOT_SPREADSHEET = "{file}：内容不是电子表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
FILE_IS_MARKUP = (
    "{file}：内容是网页或 XML 表格，只是取了电子表格的名字，请用 Excel 或 WPS 打开后另存为 .xlsx 再放入"
)
FILE_PASSWORD = "{file}：密码不对，打不开，请核对 --password 的密码"
FILE_ENCRYPTED = "{file}：设有打开密码，请去掉密码后再放入，或用 --password 给出密码"
FILE_BROKEN = "{file}：文件损坏，无法读取（{reason}），请重新导出"
NOT_READABLE = "内部结构错乱"
FILE_UNSAFE = "{file}：{reason}，未打开，请重新导出这份文件"
UNSAFE_SIZE = "解压后过大"
UNSAFE_DOCTYPE = "含有不安全的外部实体声明"
UNSAFE_SPREAD = "表格范围异常大（最远的单元格离表格太远）"
UNSAFE_ZIP = "压缩包损坏（{reason}）"
