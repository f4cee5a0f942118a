"""Why the operating system refused something, whose own words are English; what `jixiao doctor` says."""

import errno

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.EEXIST: "已有同名的文件",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.EFBIG: "文件过大",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.EBUSY: "正被别的程序使用",
    errno.ENAMETOOLONG: "文件名或路径过长",
    errno.EMFILE: "打开的文件过多",
    errno.ELOOP: "链接互相指向",
    errno.ECONNREFUSED: "对方拒绝连接",
    errno.ETIMEDOUT: "连接超时",
}
_KINDS = {FileNotFoundError: errno.ENOENT, PermissionError: errno.EACCES, TimeoutError: errno.ETIMEDOUT}
_UNKNOWN = "系统错误 {number}"
_NO_REASON = "原因不明"


def os_reason(error: OSError) -> str:
    """Return in Chinese why the system refused."""
    number = error.errno or next((code for kind, code in _KINDS.items() if isinstance(error, kind)), 0)
    return _REASONS.get(number) or (_UNKNOWN.format(number=number) if number else _NO_REASON)


FILE_NAMES = (
    "系统的文件名编码是 {encoding}，本程序要用 UTF-8：请在命令前加 PYTHONUTF8=1，"
    "或把语言环境改为 UTF-8（如 LANG=zh_CN.UTF-8）后再运行"
)
REFUSED = "系统不接受这个路径：{reason}；请检查路径"

# What is there
VERSIONS = "版本：jixiao {version}，{pack} {pack_version}；{libraries}"
LIBRARY_NONE = "{name} 未装"
PYTHON = "Python：{found}"
PYTHON_OLD = "Python：{found} 太旧，请换用 3.11 以上的版本"
EXPAT = "Python 自带的 expat：{found}"
EXPAT_OLD = (
    "Python 自带的 expat：{found}，有已公开的漏洞（2.6.4 起修正）；"
    "个别异常文件会读得很慢，到时限即中止，不影响其他部门；"
    "请换用较新的 Python（3.11.11、3.12.8 或以上）"
)
FONTS = "字体：报告用的都已装（{found}）"
FONTS_MISSING = (
    "字体：没有装 {found}；生成的 .docx 不受影响，在这台机器上打开或打印会用别的字体代替，请安装这些字体"
)
FONTS_UNKNOWN = "字体：这个系统不能列出字体，请在 Word 或 WPS 里看看有没有 {fonts}"
OFFICE = "LibreOffice：{found}"
OFFICE_NONE = (
    "LibreOffice：没有找到；没有存下结果的公式不能代为计算，verify 读不了 .doc；"
    "需要时请安装（libreoffice.org）"
)
POPPLER = "poppler：{found}"
POPPLER_NONE = "poppler：没有找到；只在测量版面的测试里用，平时不需要"
ALL_WELL = "都齐备"
