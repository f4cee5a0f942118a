"""What stands in the overview of all departments besides the pack's own labels."""

VERDICTS = {
    "ready": "可报送",
    "to-supply": "待补充",
    "pending": "待核",
    "failed": "未处理",
    "not-filed": "未报送",
}
