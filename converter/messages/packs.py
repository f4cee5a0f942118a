"""What is wrong with a pack."""

from converter.messages.phrases import HERE, Message

NO_PACK = f"这里没有评价办法（缺少 pack.yaml），请检查{HERE.pack}给的文件夹"
NO_FILE = "评价办法缺少这个文件"
SYNTAX = "格式有误，{problem}"
SYNTAX_OTHERWISE = "请检查缩进、冒号、括号和引号"
SYNTAX_PROBLEMS = {
    "cannot start any token": "有制表符或不能用的符号，缩进请用空格",
    "mapping values are not allowed": "这里不能有冒号：文字里有冒号的请加引号，或检查缩进",
    "did not find expected ',' or": "括号没有成对，或少写逗号",
    "did not find expected key": "缩进对不齐，或引号、括号没有成对",
    "did not find expected '-' indicator": "列表的各项没有对齐，每项前写“- ”",
    "could not find expected ':'": "键后面少写冒号，冒号后要空一格",
    "unexpected end of stream": "引号没有成对",
    "undefined alias": "* 后面的名称没有用 & 定义过；* 是文字的，请加引号",
    "alphabetic or numeric character": "* 和 & 后面只能写字母、数字；* 是文字的，请加引号",
    "but found another document": "只能写一份，请去掉中间的 ---",
    "control characters": "有看不见的控制字符，请删去",
}
DOUBLED_KEY = "“{key}”重复出现，请只保留一处"
FAULT = "“{place}”{fault}"
OTHER_FAULT = "内容不合要求"
ENCODING = "不是 UTF-8 编码，请用记事本另存为 UTF-8"
IRREGULAR = "不是普通文件（是文件夹、管道、设备或失效的链接），请放入文件本身"
UNREADABLE = "打不开（{reason}），请检查是否有权限"
TOO_LARGE = "文件超过 {most} MB，请只留下要写的内容"
TOO_DEEP = "层次过多，请写成“键: [名称, 名称]”的形式"
ENDLESS = "用 * 引用的内容层层相套，展开后过大或没有尽头，请直接写出"
ALIAS = "用了 *，它在这里代表别处的内容，请直接写出名称（名称本身有 * 的，请加引号）"
KEY_NO_TEXT = "键应为文字；以 {{ 开头的文字请加引号"
ONE_BASE = "extends 只能写一个评价办法的名称"
EXTENDS_ITSELF = "extends 写的是这个评价办法自己，请写它的底本"
EXTENDS_IN_CIRCLE = "extends 互相引用成了一圈"
NO_BASE = "extends 提到的评价办法“{name}”不存在"
UNKNOWN = "提到了不存在的“{name}”"
NO_SETTING = "这里不能写“{name}”，可以写的是 convert 的长选项（不带 --；scheduler 除外）"
SETTING_VALUE = "“{name}”后面写的值不对，写法同命令行；开关写 true 或 false"
NEAREST = "，相近的是“{name}”"
EMPTY = "没有内容，底本的内容照旧；要去掉它请写 $remove，要整个换掉请写 $replace: true"
EMPTY_LIST = "没有内容，底本的各项照旧；要空着请写 []"
NO_NAMES = "这里是列表，底本的各项没有名称，不能按名称改，请写成列表：每项前写“- ”，$inherited 代表底本的各项"
OF_BASE = "（这是底本里的内容，你的评价办法改动后它才不成立：请在自己的 {file} 里改“{place}”{or_remove}）"
OR_REMOVE = "，或写“{stated}”去掉"
OF_BASE_REPORT = "（这是底本里的内容，你的评价办法改动后它才不成立：请在自己的 report.md 里改写{block}）"
ITS_BLOCK = "这一段：{{% block {name} %}}"
ITEM = "第{number}项"
BLOCK_UNKNOWN = "底本的 report.md 里没有 block {name}"
NONE_TO_REMOVE = "底本里没有“{name}”，不必去掉"
REPLACE_TRUE = "$replace 后面只能写 true"
NO_EFFECT = "{word} 在这里不起作用：底本里没有这一项"
NO_WORD = "不认识 {word}；可以写的有 $remove、$replace、$after（放在哪一项之后）、$inherited（底本的各项）"
UNRANKED = "precedence 没有排列这些表：{names}（接在底本后面的，写 precedence: [$inherited, {names}]）"
BLOCK_NESTED = "{{% block {name} %}} 在另一个 block 里面，block 不能套着写"
BLOCK_DOUBLED = "block {name} 写了两次"
BLOCK_WITHOUT_NAME = "block 后面要写名称，如 {% block 部门概况 %}"
BLOCK_NOT_OPEN = "这里的 endblock 前面没有 block"
BLOCK_NOT_CLOSED = "block {name} 没有 endblock"
STRAY_FILE = "评价办法没有这个名称的文件，里面的内容不会起作用"
NO_INDICATORS = "没有指标，而 report.md 里有评分表：请写指标，或去掉那张表"
OF_ITSELF = "group_of 应写另一个列表"
WORDS_NOT_AMOUNTS = "“{name}”是填文字的栏，不能计算、比较"
CARD_SUM = "各指标分值之和是 {total}，应为 {full}（满分不是 {full} 的，在 scorecard.yaml 写明 full）"
ONE_RULE = "计分办法只能写一种：steps、bands、rate、target_rule、earned、levels、method"
METHOD_RULE = "计分办法要写而且只写一种：steps、bands、rate、target_rule、earned、levels、given"
RULE_WITHOUT_FORMULA = "有计分办法，但缺少 formula，不知道按哪个数评分"
FORMULA_WITHOUT_RULE = (
    "有 formula，但没有计分办法（steps、bands、rate、target_rule、earned 或 method），得不出分"
)
TARGET_LACKING = "按指标值计分，但缺少 target（指标值）"
TARGET_UNUSED = "写了 target，但计分办法用不到它"
UNITS_DIFFER = "formula 的单位是{formula}，target 的是{target}，不能相比"
NO_POINTS = "earned 的数应以{points}为单位，formula 的单位是{unit}"
NONE_FROM = "none_from 应大于 1（指标值的几倍起不得分）"
BAND_POINTS = "一档写 points（几分）或 share（满分的几成），写且只写一种"
BAND_SHARE = "methods 里的档用于各种分值的指标，请写 share（满分的几成）"
LEVELS = "“{name}”应从 {bound} 往下接着写：at_most 是 {bound}，at_least 比它小"
LEVELS_WITHOUT_FLOOR = "最后一级的 at_least 应为 0，否则低分不属于哪一级"
SIGN_DOUBLED = "“{sign}”写了两次，不知道用哪种计分办法"
BAND_ABOVE_FULL = "这一档得 {points} 分，超过该指标的分值 {full}"
BANDS_BELOW = "小于 {bound} 的没有归入哪一档，请在最后补一档（不写上下限的一档包括其余各数）"
BANDS_BETWEEN = "{least} 与 {most} 之间的没有归入哪一档，请补一档（不写上下限的一档包括其余各数）"
BANDS_ABOVE = "大于 {bound} 的没有归入哪一档，请在最后补一档（不写上下限的一档包括其余各数）"
GRADES_RISE = "等次应从高到低排列，“{name}”的下限应低于“{above}”"
GRADES_WITHOUT_FLOOR = "最后一个等次的下限应为 0，否则低分没有等次"
TABLE_KIND = "一张表只能有 items（连同 bases）、scores、grid 中的一种"
TABLE_UNIT = "表里的金额按这里写的单位印，应写且只写一个认识的单位（如“单位：元”），现在是 {units}"
WIDTHS = "列宽有 {widths} 个，表有 {columns} 列"
ROW_WIDTH = "这一行占 {filled} 列（连同上面各行伸下来的格），应占满 {columns} 列"
ROW_REACHES_BELOW = "有的格伸到了最后一行以下，请检查 rows"
CIRCLE = "公式互相引用成了一圈：{names}"
EXPRESSION = "公式“{text}”写法有误：{what}"
EXPRESSION_OTHERWISE = (
    "加减乘除写 + - * /，比较写 > >= < <= == !=，括号成对，数不带单位，函数只有 first 和 sum"
)
EXPRESSION_PROBLEMS = {
    "×": "乘号写 *",
    "÷": "除号写 /",
    "%": "百分数写成小数，如 10% 写 0.1",
    "％": "百分数写成小数，如 10% 写 0.1",
    '"': '加引号的文字，只能写在 sum(列表.栏, 栏 == "文字") 的条件里',
    "'": '加引号的文字，只能写在 sum(列表.栏, 栏 == "文字") 的条件里',
}
FULL_WIDTH = "这里有全角的 {sign} ，请改成半角"
# A pack tried out, listed, compared, begun.
NO_PACK_NAMED = f"没有这个评价办法：自带的没有这个名称，也没有这个文件夹{HERE.packs_listed}"
MADE_UP_DEPARTMENT = "示例部门"
MADE_UP_EMPTY = "什么都没有报的部门"
MADE_UP_NIL = "各项都是零的部门"
MADE_UP_FULL = "各项都有数的部门"
MADE_UP_TEXT = "示例文字"
NOT_LAID_OUT = "{department}的报告排不出来：{reason}"
EMPTY_SECTION = "{department}，这一节只有标题：for 一条也没有时，在 {{% else %}} 后面写 missing(…)"
NO_REGION = (
    "没有“{region}”这个地方：写省的简称或全称、市（州、盟）的全称，如“湖南”“岳阳市”；"
    "管到县区的，写所在的市；全国都用的，写“全国”"
)
PLACEHOLDER = "某某"
LEFT_TO_WRITE = "提醒：{keys} 里还有“某某”，用前请改成自己的"
OF_NO_USE = "提醒：{file} 的“{name}”没有用到，请核对"
CONTRADICTED = "各项都是零的部门，报告自相矛盾：{where}的“{printed}”，{because}"
CASE = "“{case}”：{what}"
CASE_OTHERWISE = "{id}应为 {expected}，算得 {came}"
SOUND = "{title}：没有发现问题（试排了 {departments} 个示例部门，算了 {cases} 个例子）"
LISTED = "{name}\t{title}\n  地区 {region}　年度 {years}　依据 {follows}{confidence}"
CONFIDENCE_C = "\n  提纲未经核实：只见到转引，没有见到印发的原文，用前请核对"
CONFIDENCE_B = "\n  提纲见于公开的报告，没有见到印发的原文"
SAME = "与底本没有不同"
ADDED = "＋ {place}：{after}"
REMOVED = "－ {place}：{before}"
CHANGED = "～ {place}：{before} → {after}"
OWN_REPORT = "～ report.md：{blocks}"
OWN_BLOCKS = "改写了 {names}"
WHOLE_REPORT = "整篇另写"
BEGUN = "已写到 {path}。先改 pack.yaml 里的 title、region、years，改完用 jixiao pack check {path} 检查"
EXISTS = "{path} 已经存在，没有改动"

# Of a template: report.md, and the texts with {{ }} in other files.
TEMPLATE_SYNTAX = "模板写法有误，请检查花括号、百分号、引号和圆括号是否成对"
TEMPLATE_TAG = "不认识 {{% {name} %}}，或它前面缺少与它成对的语句"
TEMPLATE_NOT_CLOSED = "有的 if、for 或 macro 没有写 endif、endfor、endmacro"
TEMPLATE_LEFT_OPEN = "这里的 {name} 没有写 end{name}，或写在了别的语句的后面"
TEMPLATE_UNEXPECTED = "写到“{name}”这里读不懂：数字不带单位，文字加半角的引号，几段连起来写 ~"
TEMPLATE_EQUALS = "比较是否相等，写两个等号 =="
TEMPLATE_NESTED = "模板的括号或语句套得太深"
TEMPLATE_NOT_FILLED = "模板在这里填不出来，请检查括号里的内容和比较的写法"
TEMPLATE_ENDLESS = "模板生成的文字超过五百万字，请检查其中的循环"
TEMPLATE_FILTER = "没有“| {name}”这种写法"
TEMPLATE_ARITHMETIC = "模板里不能加减乘除，请在 measures.yaml 里定义一个计算指标，再在这里写它的名称"
TEMPLATE_LOOP = "for 只能用于这些名称：{known}"
TEMPLATE_MACRO_CIRCLE = "macro {name} 又用到它自己，永远写不完"
TEMPLATE_LOOPS_NESTED = "for 最多套两层"
TEMPLATE_STATEMENT = "模板里不能用这种语句，只能用 if、for、set、macro"
NAME_TAKEN = "“{name}”在报告里是程序给的内容或函数（见 pack.yaml 的 variables），项目和列表请另取名称"
NAMED_TWICE = "“{name}”已经有了，请另取名称"
ASKED_TWICE = "“{name}”在补充资料前面的行里已经要单位填了，只留一处"
TABLE_OF = "这张表是列表“{list}”一行一张的，写 table(…, of=行)，放在 {{% for 行 in {list} %}} 里"
UNIT_OTHERWISE = "公式算出来的单位是{found}，这里写的是{unit}"
MEASURE_KEY = "计算指标的键写成“项目.种类”；写了 each 的只写种类，写了 rows 的只写栏名"
TEMPLATE_BARE_ITEM = "“{name}”后面要写种类，如“{example}”"
TEMPLATE_CALL = "“{name}”不是可以这样用的函数，可以用的有 {known}"
TEMPLATE_ARGUMENTS = "{name} 后面的括号里少写或多写了内容"
TEMPLATE_CALL_MISSING = "“{name}”是函数，后面要写圆括号"
TEMPLATE_COVER_OPEN = "封面后面要写 {{ new_page() }}，否则整篇都当作封面，没有页码"
TEMPLATE_BRACES = "这里的花括号会照原样印出来：印数写两个半角的花括号，如 {{ 三公经费.决算 }}"
TEMPLATE_ALONE = "prose(…)、table(…)、annex(…)、missing(…)、cover_line(…) 这样的要独占一段，前后各空一行"
TEMPLATE_LEVEL = "标题最多 {most} 级（words.yaml 的 headings），这里是 {level} 级"
TEMPLATE_HEADING_SPACE = "# 后面要空一格，才是标题"
TEMPLATE_MARKUP = "“{sign}”会照原样印出来：报告里没有列表、粗体，分条请另起一段，表格请写在 tables.yaml"

FAULTS = {
    "missing": "缺少必填内容",
    "extra_forbidden": "不是认识的项目，请检查拼写",
    "int_parsing": "应为整数",
    "decimal_parsing": "应为数字，不带单位；百分数写成小数，如 10% 写 0.1",
    "float_parsing": "应为数字",
    "bool_parsing": "应为 true 或 false",
    "enum": "不在可选值之内，可以写 {name}",
    "literal_error": "不在可选值之内，可以写 {name}",
    "tuple_type": "应为列表，写成 [甲, 乙]",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "string_type": "应为文字",
    "too_long": "最多写 {name} 项",
    "too_short": "最少写 {name} 项",
    "greater_than": "应大于 {name}",
    "greater_than_equal": "不能小于 {name}",
    "less_than": "应小于 {name}",
    "less_than_equal": "不能大于 {name}",
    "string_pattern_mismatch": "写法不合要求",
    "pattern": "不是正确的正则表达式",
    "one_content": "只能写 text、figure、words、column 中的一种",
    "figures_with_choices": "有 unit，填的是数，不能又有 choices",
    "ending": "应以 {name} 结尾",
    "no_place": "counties 里的“{name}”不是 provinces 里的省、市",
    "file_name": "应为文件名，不能为空，不能有 / 和 \\，不能以 . 开头",
    "groups": "缺少命名的组 {name}",
    "slots_lacking": "应含有 {name}",
    "slots": "花括号里的名字不认识，或括号不成对",
    "one_kind": "应当有且只有一种：equation、hierarchy、budget_units、same_rows（两栏）、"
    "within（两栏）或 agree（连同两张以上的 forms）",
}

# Which pack a department gets
NAMED = "评价办法：{pack}"
BY_PACK = "评价办法：{pack}　地区 {region}　年度 {years}"
UNVERIFIED = "（提纲未经核实）"
SPAN = "{least}–{most}"
NO_YEAR = "（没有写明的）"
OTHER_YEAR = Message(
    "规则年度不符",
    "报告是{year}年度的，指定的评价办法“{pack}”只适用于{years}年度，评价指标、报告提纲可能已经不同，不能报送",
    f"请在{HERE.pack}改选{{year}}年度的，或{HERE.pack_left_open}；如是年度写错了，请改正",
)
OTHER_REGION = Message(
    "规则地区不符",
    "{department} 是{place}的，指定的评价办法“{pack}”是{region}的，不能报送",
    f"请在{HERE.pack}改选当地的{HERE.packs_listed}，或{HERE.pack_left_open}",
)
_GET_ONE = f"请{HERE.get_pack}"
_INSTEAD = (
    "没有适用于{place}{year}年度的评价办法，借用“{pack}”（{region}，{years}年度）生成，只供参考，不能报送"
)
NO_PACK_OF_YEAR = Message("规则年度不符", _INSTEAD, _GET_ONE + "；如是年度写错了，请改正")
NO_PACK_OF_REGION = Message("规则地区不符", _INSTEAD, _GET_ONE)
BY_YEAR = Message(
    "评价办法推定",
    "{department} 的名称、文件夹没有写明是哪里的，按年度用了评价办法“{pack}”（{region}，{years}年度）{more}",
    f"请核对；不是这一个的，请在{HERE.pack}改选（各部门不同的，写在名册的“规则”一栏）",
)
ALSO_FITTING = "，年度相符的还有：{packs}"
NATIONAL = Message(
    "评价办法推定",
    "没有{place}自己的{year}年度的评价办法，用了全国的“{pack}”",
    f"请核对；当地另有办法的，请{HERE.get_pack}",
)
UNKNOWN_PACK = Message(
    "评价办法不明",
    "名册里写的规则“{wanted}”不是可用的评价办法{near}，没有采用，不能报送",
    f"请改成评价办法的名称{HERE.packs_listed}；自己另写的，请{HERE.bring_pack}",
)
OUTLINE_UNVERIFIED = Message(
    "提纲未经核实",
    "评价办法“{pack}”的提纲、指标只见到转引，没有见到印发的原文",
    "报送前请对照主管部门印发的格式核对",
)
