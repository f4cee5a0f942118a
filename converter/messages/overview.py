"""What stands in the overview of all departments besides the pack's own labels."""

VERDICTS = {
    "ready": "可报送",
    "to-supply": "待补充",
    "pending": "待核",
    "failed": "未处理",
    "not-filed": "未报送",
}

# The page
PAGE_SCOPE = "{title}；数字取自各部门报送的预决算公开表和补充资料"
PAGE_SEVERITIES = {"error": "错误", "warning": "警告", "note": "提示", "not-evaluable": "未核对"}
