"""Help of the commands, and messages about a mistyped command."""

# The commands
ABOUT = "绩效报告转换器：把部门预决算公开表转换成部门整体支出绩效评价报告"
CONVERT = "为收件文件夹里的每个部门生成 Word 报告和核对清单"
WATCH = "守着收件文件夹：部门的文件放好、不再变动后，随即生成或重新生成"
CHECK = "只核对，不生成报告"
FIGURES = "列出读到和算出的全部数字及其出处"
EXPLAIN = "说明一个数字的来历：经过哪些公式、评分档次，最后落到哪个文件、工作表、单元格"
VERIFY = "核对写好的报告：每个数是否对得上，不论是否由本程序生成"
INSPECT = "看一看文件里认出了哪些表、取了多少数、哪些没有认出"
FORMS = "写出补充资料工作簿：写明收件夹的，每个部门一份，表里已有的数预先填好；不写的，一份空表"
PACKS = "评价办法：列出自带的，新写一个，检查，看它改了什么"
PACK_LIST = "列出自带的评价办法：名称、地区、年度、依据"
PACK_NEW = "新写一个评价办法：写出带说明的样子，照着改"
PACK_CHECK = "检查一个评价办法：每一处错都列出来；没有错的，用示例部门试排一遍，算一遍 cases.yaml"
PACK_DIFF = "列出一个评价办法与它的底本有哪些不同"
DOCTOR = "看一看这台机器：Python、字体、LibreOffice 等是否齐备，缺什么怎么办"

# Their arguments
INBOX = "收件文件夹：每个部门一个子文件夹，或所有文件直接放在里面"
WHERE = "收件文件夹、输出文件夹，或一份由本程序生成的报告（.docx）"
FIGURE = "数字的名称（如 综合评价.得分、得分）或印出的数（如 78.82%、3915.36）"
REPORTS = "报告文件，或放报告的文件夹"
FILES = "要查看的表格文件"
ARGUMENT_INBOX = "收件夹"
ARGUMENT_WHERE = "报告或文件夹"
ARGUMENT_FIGURE = "数字"
ARGUMENT_REPORTS = "报告"
PACK_FOLDER = "评价办法的文件夹，或自带的评价办法的名称"
PACK_NAME = "新评价办法的文件夹"
EXTENDS = "以哪个评价办法为底本"
ARGUMENT_PACK = "评价办法"
ARGUMENT_FILES = "文件"

# Their options
OUTPUT = "报告写到哪个文件夹"
FORMS_INBOX = "收件文件夹：有的话，为其中每个部门写一份预填的补充资料"
FORMS_OUTPUT = "补充资料写到哪个文件夹"
VERIFY_OUTPUT = (
    "一览表写到哪个文件（默认 核对一览.xlsx），或批注过的副本、对照页写到哪个文件夹（默认当前文件夹）"
)
PACK = "评价办法：自带的写名称（jixiao pack list 列出），自己的写文件夹；不写则用 hunan-2020"
PACKS_TO_CHOOSE = (
    "评价办法：自带的写名称（jixiao pack list 列出），自己的写文件夹；可写几次，各部门按地区、年度从中挑选；"
    "不写则从自带的里挑选"
)
VERSION = "显示版本号"
YEAR = "报告年度，不写则取有决算的最近一年"
JOBS = "同时用几个进程，不写则与处理器个数相同"
PASSWORD = "有打开密码的文件用这个密码打开"
TIMEOUT = "一个部门最多处理多少秒，不写则按评价办法"
FORCE = "材料没有变的部门也重新生成"
REVIEW = "另写一份审核版：每条问题批注在所说的数字上，各表、各句注明数字出处；报送版没有批注"
MARK = "另写标注版：有问题的工作簿各一份副本，问题用底色和批注标在单元格上，首页列出全部问题"
SIDE_BY_SIDE = "另写对照页：左边报告、右边原表，点一个数看它取自哪一格、怎样算出"
SCHEDULER = "交给 Dask 集群做：调度器地址，如 tcp://10.0.0.1:8786；收件和输出可用 s3:// 地址"
POLL = "定时查看文件有没有变（网络共享文件夹不通知变动时用）"
DATA = "收件文件夹：有的话，报告里的数同时与决算、预算表核对"
DEPARTMENT = "只看这个部门，写名称的一部分即可"
LIST_FORMAT = "输出格式：text 供人看，json 供程序读，csv、xlsx 列成表"
LIST_OUTPUT = "csv、xlsx 写到哪个文件（csv 不写则打在屏幕上）"
FORMAT = "输出格式：text 供人看，json 供程序读"
VERIFY_FORMAT = (
    "输出格式：text 供人看，json 供程序读，xlsx 写成一览表，docx 把问题批注在报告的副本上，html 写成对照页"
)

# What the library underneath says in English
USAGE = "用法："
USAGE_OPTIONS = "[选项]"
USAGE_COMMAND = "命令 …"
HEADINGS = {"Arguments": "要写明的：", "Options": "选项：", "Commands": "命令："}
WORDS = {
    "Show this message and exit.": "显示这份说明",
    "Install completion for the current shell.": "为所用的命令行装上自动补全",
    "Show completion for the current shell, to copy it or customize the installation.": "显示补全脚本",
    "[required]": "[必填]",
    "default: ": "默认 ",
    "  [x>=0]": "",
}

COMPLETION_INSTALLED = "{shell} 的补全已装到 {path}，重开命令行窗口后起作用"
COMPLETION_UNKNOWN = "没有认出所用的命令行，补全没有装上；可在选项后面写明 bash、zsh、fish 或 powershell"

# A command that was not typed right
MISTYPED = {
    "MissingParameter": "命令没写全：缺少“{name}”",
    "BadParameter": "“{name}”后面写的值不对",
    "NoSuchOption": "没有“{name}”这个选项",
    "BadOptionUsage": "“{name}”这个选项写得不对，多半是少写或多写了值",
}
MISTYPED_OTHERWISE = "没有这个命令，或多写了内容"
MISTYPED_PERHAPS = "，是不是 {names}"
MISTYPED_HINT = "；用 {command} -h 看说明"
