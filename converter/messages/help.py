"""Help of the commands."""

HELP_INSPECT = "看一看文件里认出了哪些表、取了多少数、哪些没有认出"
HELP_FILES = "要查看的表格文件"
HELP = "绩效报告转换器：把部门预决算公开表转换成部门整体支出绩效评价报告"
HELP_CONVERT = "为收件文件夹里的每个部门生成 Word 报告和核对清单"
HELP_CHECK = "只核对，不生成报告"
HELP_FIGURES = "列出读到和算出的全部数字及其出处"
HELP_FORMS = "写出空白的补充资料工作簿，供单位填写"
HELP_INBOX = "收件文件夹：每个部门一个子文件夹，或所有文件直接放在里面"
HELP_OUTPUT = "报告写到哪个文件夹"
HELP_FORMS_OUTPUT = "空表写到哪个文件夹"
HELP_PACK = "规则包文件夹，不写则用自带的湖南省2020年规则"
HELP_PASSWORD = "有打开密码的文件用这个密码打开"
HELP_YEAR = "报告年度，不写则取有决算的最近一年"
HELP_JOBS = "同时用几个进程，不写则与处理器个数相同"
USAGE = "用法："
USAGE_OPTIONS = "[选项]"
USAGE_COMMAND = "命令 …"
ARGUMENT_INBOX = "收件夹"
ARGUMENT_WHERE = "报告或文件夹"
ARGUMENT_FIGURE = "数字"
ARGUMENT_REPORTS = "报告"
ARGUMENT_FILES = "文件"
HELP_HEADINGS = {"Arguments": "要写明的：", "Options": "选项：", "Commands": "命令："}
HELP_WORDS = {
    "Show this message and exit.": "显示这份说明",
    "[required]": "[必填]",
    "default: ": "默认 ",
    "  [x>=0]": "",
}
MISTYPED = {
    "MissingParameter": "命令没写全：缺少“{name}”",
    "BadParameter": "“{name}”后面写的值不对",
    "NoSuchOption": "没有“{name}”这个选项",
    "BadOptionUsage": "“{name}”这个选项写得不对，多半是少写或多写了值",
}
MISTYPED_OTHERWISE = "没有这个命令，或多写了内容"
MISTYPED_PERHAPS = "，是不是 {names}"
MISTYPED_HINT = "；用 {command} -h 看说明"
HELP_FORMAT = "输出格式：text 供人看，json 供程序读"
