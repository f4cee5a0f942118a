"""What is said of a refusal by the operating system, which speaks no Chinese."""

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
}
_UNKNOWN = "系统错误 {number}"


def os_reason(wrong: OSError) -> str:
    """Return in Chinese why the system refused."""
    return _REASONS.get(wrong.errno or 0) or _UNKNOWN.format(number=wrong.errno)
