"""Short words that sentences of all topics are put together from."""

FIGURE = "{item}（{basis}）"
BLANK = "空白"
QUOTED = "“{words}”"

# Between the entries of a list, and behind one that was cut short
AND = "、"
OR = "或"
THEN = "；"
AND_MORE = "等 {count} 项"
