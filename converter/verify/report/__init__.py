"""What came of checking a report: findings, the account of its numbers, workbook and marked copy."""
