"""What is wrong behind the checks that do not hold."""
