"""Messages about watching an inbox, and about running on several machines."""

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
MADE_BY = "程序 {program}（{code}）、规则包 {pack}（{digest}）"
MACHINE_DIFFERS = (
    "{name}：机器 {host} 上装的与这里不同（那里是{there}，这里是{asked}），没有让它处理；"
    "请在各台机器上装同一版本的程序和规则包后重新运行"
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
