"""What is wrong with a pack."""

NO_PACK = "这里没有规则包（缺少 pack.yaml），请检查 --pack 的路径"
NO_FILE = "规则包缺少这个文件"
SYNTAX = "格式有误：{problem}"
DOUBLED_KEY = "“{key}”重复出现，请只保留一处"
FAULT = "“{place}”{fault}"
OTHER_FAULT = "内容不合要求（{problem}）"
ENCODING = "不是 UTF-8 编码，请用记事本另存为 UTF-8"
IRREGULAR = "不是普通文件（是文件夹、管道、设备或失效的链接），请放入文件本身"
UNREADABLE = "打不开（{reason}），请检查是否有权限"
TOO_LARGE = "超过 1 MB，请只留下要补充的名称"
TOO_DEEP = "层次过多，请写成“键: [名称, 名称]”的形式"
ALIAS = "用了 *，它在这里代表别处的内容，请直接写出名称（名称本身有 * 的，请加引号）"
KEY_NO_TEXT = "键应为文字；以 {{ 开头的文字请加引号"
ONE_BASE = "extends 只能写一个规则包的名称"
EXTENDS_ITSELF = "extends 写的是这个规则包自己，请写它的底本"
EXTENDS_IN_CIRCLE = "extends 互相引用成了一圈"
NO_BASE = "extends 提到的规则包“{name}”不存在"
UNKNOWN = "提到了不存在的“{name}”"
NEAREST = "，相近的是“{name}”"
EMPTY = "没有内容，底本的内容照旧；要去掉它请写 $remove，要整个换掉请写 $replace: true"
NONE_TO_REMOVE = "底本里没有“{name}”，不必去掉"
REPLACE_TRUE = "$replace 后面只能写 true"
NO_EFFECT = "{word} 在这里不起作用：底本里没有这一项"
NO_WORD = "不认识 {word}；可以写的有 $remove、$replace、$after（放在哪一项之后）、$inherited（底本的各项）"
UNRANKED = "precedence 没有排列这些表：{names}"
CIRCLE = "公式互相引用成了一圈：{names}"
EXPRESSION = "公式“{text}”写法有误，请检查运算符和括号"
TEMPLATE_NESTED = "模板的括号或语句套得太深"
TEMPLATE_ENDLESS = "模板生成的文字超过五百万字，请检查其中的循环"
FAULTS = {
    "missing": "缺少必填内容",
    "extra_forbidden": "不是认识的项目，请检查拼写",
    "int_parsing": "应为整数",
    "decimal_parsing": "应为数字",
    "float_parsing": "应为数字",
    "bool_parsing": "应为 true 或 false",
    "enum": "不在可选值之内",
    "literal_error": "不在可选值之内",
    "tuple_type": "应为列表",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "string_type": "应为文字",
    "greater_than": "应大于零",
    "greater_than_equal": "不能小于零",
    "less_than": "超出允许的范围",
    "less_than_equal": "超出允许的范围",
    "string_pattern_mismatch": "写法不合要求",
    "pattern": "不是正确的正则表达式",
    "file_name": "应为文件名，不能为空，不能有 / 和 \\，不能以 . 开头",
    "slots": "花括号里的名字不认识，或括号不成对",
    "one_kind": "应当有且只有一种：equation、hierarchy、units、lines（两栏）或 agree（连同两张以上的 forms）",
}
