"""Word files: `write` makes a report from blocks, `read` reads one back, `mark` comments on a copy of one."""
