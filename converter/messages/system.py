"""Why the operating system refused something: its own words are English."""

import errno

__all__ = ["os_reason"]

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
