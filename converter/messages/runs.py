"""What is said of runs on an outbox: who has it, what stands there, what a resubmission changed; of watching
an inbox, and of running on several machines.
"""

# Files in the outbox
DRAFT = "{stem}（新稿{number}）{suffix}"  # of earlier versions of the program
CHANGES_FILE = "变更.xlsx"
OUTPUT_OPEN = (
    "{file}：写不进去，多半正在 Word 或 Excel 里打开着，也可能没有写权限；请关闭后重新生成，其他部门不受影响"
)
OUTPUT_REFUSED = "{file}：写不进去（{reason}），请检查磁盘空间和输出文件夹后重新生成"
NO_PROCESSES = (
    "系统不让再开进程（限制了内存、打开的文件数或进程数），没有运行；"
    "请放宽限制（ulimit -v、-n、-u），或用 -j 1 少开几个进程"
)
OUTPUT_IS_LINK = "{file}：是链接，会写到输出文件夹之外，没有写；请移走这个链接后重新生成"
OUTPUT_NO_FILE = "{file}：这个位置上是文件夹、链接或管道，不是文件，没有写；请移走后重新生成"
RESULT_REBUILT = "上次存下的处理结果已损坏，已重新生成；重报变更从这次起重新记录"
RESULT_SPOILED = "存下的处理结果已损坏：{file}，其中的数字没有取用；请重新运行 jixiao convert"
OUTBOX_LOCKED = (
    "这个输出文件夹正由 {user} 在 {host} 上运行（进程 {pid}，{since} 开始），没有再次运行，请等它结束；"
    "如确知那里已不在运行，请删去 {file} 后重试"
)
INTERRUPTED = "已停止。做完的部门都已保存，再运行一次同样的命令即从这里继续"

# The screen
UNCHANGED = "未变"
EDITED = "有人改过（或没有存完整）的原件没有覆盖，整份移到了 {file}"
CHANGED = "重报：{count} 个数字有变，见 {file}"
SUMMARY_UNCHANGED = "其中 {count} 个部门材料未变，未重新生成（要全部重做加 --force）。"

# What resubmissions changed
CHANGES_TITLE = "{year}年度{department}重报变更"
CHANGES_HEADING = "{title}　{sheet}"
CHANGES_TIMES = (
    "历次变更",
    {"次": 6, "日期": 18, "有变的文件": 60, "评价办法、程序": 60, "数字": 8, "新增意见": 10, "消除意见": 10},
)
CHANGES_FIGURES = (
    "数字变更",
    {
        "次": 6,
        "日期": 18,
        "数字": 34,
        "单位": 8,
        "原为": 16,
        "现为": 16,
        "增减": 16,
        "原出处": 52,
        "现出处": 52,
    },
)
CHANGES_FINDINGS = (
    "核对意见变更",
    {"次": 6, "日期": 18, "变化": 8, "级别": 8, "编码": 16, "内容": 110},
)
FINDING_NEW, FINDING_GONE = "新增", "消除"
CHANGES_REPLACED = "{what}由 {old} 换为 {new}"
PACK, PROGRAM = "评价办法", "程序"

# Watching
WATCHING = "正在守候 {inbox}，按 Ctrl-C 停止"
WATCHED_AWAY = "收件文件夹 {inbox} 现在打不开（被移走，或网络共享断开了），等它回来，按 Ctrl-C 停止"
WATCH_REFUSED = "{reason}\n这一轮没有做，继续守候"

# Several machines
NEEDS_SCHEDULER = "{path} 不是本机文件夹；要读写网络存储，请加 --scheduler tcp://…"
CLUSTER_MISSING = "没有安装集群组件，请先运行 pip install 'jixiao[cluster]'（缺 {module}）"
SCHEDULER_NONE = "连不上调度器 {address}，请检查地址，并确认 dask scheduler 已启动"
SCHEDULER_LOST = (
    "与调度器 {address} 的连接中断。做完的部门都已保存，调度器恢复后再运行一次同样的命令即从这里继续"
)
WAITING_FOR_STORAGE = "{place} 还没有应答，继续等；长时间没有应答会自行停下，也可以按 Ctrl-C 停止"
WAITING_FOR_SCHEDULER = "调度器 {address} 没有应答，继续等它；按 Ctrl-C 可以停止，做完的部门都已保存"
WAITING_FOR_WORKERS = "调度器 {address} 上没有计算节点（dask worker），等有节点加入；按 Ctrl-C 可以停止"
WAITING_FOR_RESULTS = "{count} 个计算节点正在处理，还没有做完的；按 Ctrl-C 可以停止，做完的部门都已保存"
CHUNK_LOST = "{name}：处理它的机器一再中断，没有做完；请检查内存后重新运行，其他部门不受影响"
CHUNK_UNREACHABLE = "{name}：收件或输出的存储一再读写失败（{reason}），没有做完；请稍后重新运行"
MADE_BY = "程序 {program}（{code}）、评价办法 {pack}（{digest}）"
MACHINE_DIFFERS = (
    "{name}：机器 {host} 上装的与这里不同（那里是{there}，这里是{asked}），没有让它处理；"
    "请在各台机器上装同一版本的程序和评价办法后重新运行"
)
STORAGE_REASONS = {
    "ClientPayloadError": "读到一半断开",
    "ServerDisconnectedError": "存储服务断开了连接",
    "HTTPClientError": "存储服务出错",
    "ReadTimeoutError": "存储服务没有回答",
    "ValueError": "不认识这种地址",
    "ImportError": "没有安装读写这种地址的组件",
    "NoCredentialsError": "没有访问凭证",
    "EndpointConnectionError": "连不上存储服务",
    "ConnectTimeoutError": "连接存储服务超时",
}
STORAGE_UNREACHABLE = "打不开 {place}（{reason}），请检查地址和权限"
