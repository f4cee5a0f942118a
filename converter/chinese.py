"""Signs of written Chinese that code looks for or counts with: numerals, the year sign, punctuation."""

DIGITS = "一二三四五六七八九"
TEN, HUNDRED = "十", "百"
ZEROS = "零〇"
NOUGHTS = "0０零〇○◯参Oo"  # one of them is in every year of this century
ZERO_LOOKALIKES = "○◯参Oo"  # typed for one of them
YEAR, YEAR_ENDING = "年", "度"  # a fiscal year is written with both
ENDS_OF_A_YEAR = "初末"  # behind the sign: its beginning, its end
MONTH, DAY = "月", "日"
HALF_DAYS = "上午/下午"  # in the code of a time's format
BUILT_IN_DATES = {  # by their numbers, the codes of the formats that Chinese programs know
    **dict.fromkeys(("27", "36", "50", "52", "57"), 'yyyy"年"m"月"'),
    **dict.fromkeys(("28", "29", "51", "53", "54", "58"), 'm"月"d"日"'),
    "31": 'yyyy"年"m"月"d"日"',
    "32": 'h"时"mm"分"',
    "33": 'h"时"mm"分"ss"秒"',
}
DOCUMENT_BRACKETS, DOCUMENT_ENDING = "〔〕", "号"  # round an official document's year, behind its number
ORDINAL = "第"  # before a number
IS = "是"  # behind the number of a point: “firstly, it is”
PARTS_OF_A_TEXT, PART_ENDING = "部章节篇", "分"  # part, chapter, section; a part is written with an ending
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
PAGE_NUMBER_SIGNS = "—－·第共页/-"  # beside the digits of a page number
TO = "至到"  # between the ends of a range

SPACE = "\u3000"  # as wide as a sign
FULL_STOP = "。"
COMPARED_WITH, WITH_OR_AND = "比较", "与同"
COMPARED = "相比|比较|持平|一致|相同|对比"  # behind what something is compared with
"""Signs before what something is compared with."""
FULL_WIDTH_POINT, FULL_WIDTH_MINUS = "．", "－"
COMMA = "，"
ENUMERATION_COMMA = "、"
SEMICOLON = "；"
COLON = "："
QUESTION_MARK = "？"
EXCLAMATION_MARK = "！"
OPENING_BRACKET, CLOSING_BRACKET = "（", "）"
FULL_WIDTH_BRACES = "｛｝"
FULL_WIDTH_SIGNS = "，：“”‘’（）【】｛｝"  # typed for those that data and templates are written with
LABEL_BRACKETS = "【】〔〕〖〗〈〉"  # pairs round a note or a unit behind a label
PERCENT_SIGNS = ("%", "％")
QUOTES = "「」『』"
BOOK_MARKS = "《》"  # around the title of a book or a table
HALF_WIDTH, FULL_WIDTH = ",;:?!()", "，；：？！（）"  # the same marks as typed for Latin and for Chinese
DOUBLE_QUOTES, SINGLE_QUOTES = "“”", "‘’"
ELLIPSIS = "……"
CHINESE_MARKS = "，。、；：？！（）《》〈〉“”‘’〔〕【】…—·％"
CLOSING_MARKS = "）》〉”’〕】％"
OPENING_MARKS = "（《〈“‘〔【"  # never the last of a line
ENDS_OF_SENTENCES = "。；：？！.;:?!"  # behind which a paragraph may end
NOT_FIRST_MARKS = "，。、；：！？）》〉”’〕】％"  # never the first of a line
HANGING_MARKS = "，。、；：！？"  # some programs set them outside the margin at the end of a line
NARROW_OR_WIDE = "“”‘’—…·×÷≤≥±－"  # as wide as a sign in a Chinese font, half of that in a Latin one
# Characters of the block “CJK Radicals Supplement”, which a copy from a PDF leaves for ideographs, and
# the ideographs (Unicode's EquivalentUnifiedIdeograph); NFKC folds the other blocks of this kind.
RADICALS = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱"
    "⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
UNIFIED_RADICALS = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓"
    "罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
# Traditional characters and variants whose simplified ones stand in packs, and those: a sheet that was
# exported in them is the same sheet. None of them belongs to simplified writing as well.
TRADITIONAL = (
    "並亞佈佔併來侖侷係倉個們倫偉側備傢傳債僅僕價儀億優儲兌兒兗內兩冊凈凱別刪則剋剛劃劇劍劑動務勝勸勻匯區"
    "協卻卽厤厲參叢吳呂員問啓啟單噸噹嚮嚴囌國圍園圓圖團垻埰執堯報場塊塗墊墰墾壇壓壘壜壩壯壺壽夠夢夾婁婦孫"
    "學宮寀實寧審寫寬寶將專尋對導層屬岡峯島峽崍崑崗崙嵐嶗嶧嶺嶼嶽巒巖師帶幣幹幾庫廈廕廠廣廬廳張強彆彌彔彙"
    "彥彿徑從復恆愛慄態慮慶慼憑應懞懷懸戰戶捨掛採揚換揮撥撫據擠擬擴敎敘數斷旂旣昇時晉暉暫曆曏會朮東枴柺査"
    "條棗棟棲楊業極榦榮構樂樅樑樓標樣樹樺橋機橫檔檢檯欄權欒欽歷歸殘氣決沒沖況涇涼淥淨淩淶減渦測渾湞湯準溝"
    "溫溮滄滎滙滿漢漣漲漵潁潛潤潯澗澠澤澱濛濟濰濱瀋瀏瀘瀰瀾灘灣灤災為烏無煙煩燈營爐爲爾猶獅獨獲獻現琿瑤瑪"
    "環瓊甌甕產産甦畝畢異當疇疊療發監盤盧眞眾睏矇硯碩碭確碼礄礎礦祿禪禮稅稜種稱穀積穩穫窪竪競箇節範簡簽籤"
    "糧糰約紅納級紮細紹終組結絡給統絳綏經綜綠綫維綱網綵綿緊緑線緣編緩緻縉縣縮總績織繫繳續纍纔罈罎羅義習聖"
    "聞聯聶職肅脩脫膠臘臥臨臺與興舊舘荊莊華菴萊萬葉蒼蓋蓮蔘蔭蕪蕭薊薌薑薩藍藴藺蘄蘆蘇蘊蘭蘿處虛號衆術衕衚"
    "衛衝裏補裝裡製複覈見規視覺覽觀訂計訓託訥設許註証詔評詞話該詳誌認語誤說説誰誼調請論諸諾謀謙講謝謨證譙"
    "譜議護讀變讓讚豎豐貝貞負財貢貨責貴買費賀資賈賓賚賢質賬購賽贊贛趙踰車軍軟較載輛輝輪輸輿轄轉辦農迴這連"
    "週進遊運過達遙遜遠適遷選遺遼邁還邊郟郵鄆鄉鄒鄖鄧鄭鄰鄲鄴醫針釦鈎鈡鉅鉛鉤銀銅銜銷鋒鋼錄錢錦錫錯録錶鍵"
    "鍼鍾鎣鎭鎮鏈鏡鐘鐵鑲長門開間閔閘閣閤閩閬閻闆關陘陝陞陰陳陸陽隊階際隨險隴隻雙雜雞離難雲電霑靈靜鞏韆韓"
    "響頁頂頃項順須預頓頭題額顏顔類顯風颱養餘館饒馬駐騰驊驛體髮鬆鬍鬚鬥鬱魚魯鮁鮮鯉鳩鳳鳴鴨鶴鷄鷹鹹鹼鹽麗"
    "麥麪麫麯麵麼黃點黨齊齣龍衹敍枱衞乗亜仏伝価児両剰剣剤勧呉単厳圏囲円図団増圧塁壌実寛専対巌巣帯広庁従徳"
    "恵応懐戦戸拝掲拠拡収効晩曁暦曽楡栄楽様検権歩歴帰毎気渉浄渓満沢済営畳発皐稲穂穏経縁県総繋続粛舎茘荘蔵"
    "処覚覧観読変譲豊賛輌転辺郷銭鉄関険雑鶏覇霊顕駅髪闘鹸塩麺黒黙斉竜"
)
SIMPLIFIED = (
    "并亚布占并来仑局系仓个们伦伟侧备家传债仅仆价仪亿优储兑儿兖内两册净凯别删则克刚划剧剑剂动务胜劝匀汇区"
    "协却即历厉参丛吴吕员问启启单吨当向严苏国围园圆图团坝采执尧报场块涂垫坛垦坛压垒坛坝壮壶寿够梦夹娄妇孙"
    "学宫采实宁审写宽宝将专寻对导层属冈峰岛峡崃昆岗仑岚崂峄岭屿岳峦岩师带币干几库厦荫厂广庐厅张强别弥录汇"
    "彦佛径从复恒爱栗态虑庆戚凭应蒙怀悬战户舍挂采扬换挥拨抚据挤拟扩教叙数断旗既升时晋晖暂历向会术东拐拐查"
    "条枣栋栖杨业极干荣构乐枞梁楼标样树桦桥机横档检台栏权栾钦历归残气决没冲况泾凉渌净凌涞减涡测浑浈汤准沟"
    "温浉沧荥汇满汉涟涨溆颍潜润浔涧渑泽淀蒙济潍滨沈浏泸弥澜滩湾滦灾为乌无烟烦灯营炉为尔犹狮独获献现珲瑶玛"
    "环琼瓯瓮产产苏亩毕异当畴叠疗发监盘卢真众困蒙砚硕砀确码硚础矿禄禅礼税棱种称谷积稳获洼竖竞个节范简签签"
    "粮团约红纳级扎细绍终组结络给统绛绥经综绿线维纲网彩绵紧绿线缘编缓致缙县缩总绩织系缴续累才坛坛罗义习圣"
    "闻联聂职肃修脱胶腊卧临台与兴旧馆荆庄华庵莱万叶苍盖莲参荫芜萧蓟芗姜萨蓝蕴蔺蕲芦苏蕴兰萝处虚号众术同胡"
    "卫冲里补装里制复核见规视觉览观订计训托讷设许注证诏评词话该详志认语误说说谁谊调请论诸诺谋谦讲谢谟证谯"
    "谱议护读变让赞竖丰贝贞负财贡货责贵买费贺资贾宾赉贤质账购赛赞赣赵逾车军软较载辆辉轮输舆辖转办农回这连"
    "周进游运过达遥逊远适迁选遗辽迈还边郏邮郓乡邹郧邓郑邻郸邺医针扣钩钟巨铅钩银铜衔销锋钢录钱锦锡错录表键"
    "针钟蓥镇镇链镜钟铁镶长门开间闵闸阁合闽阆阎板关陉陕升阴陈陆阳队阶际随险陇只双杂鸡离难云电沾灵静巩千韩"
    "响页顶顷项顺须预顿头题额颜颜类显风台养余馆饶马驻腾骅驿体发松胡须斗郁鱼鲁鲅鲜鲤鸠凤鸣鸭鹤鸡鹰咸碱盐丽"
    "麦面面曲面么黄点党齐出龙只叙台卫乘亚佛传价儿两剩剑剂劝吴单严圈围圆图团增压垒壤实宽专对岩巢带广厅从德"
    "惠应怀战户拜揭据扩收效晚暨历曾榆荣乐样检权步历归每气涉净溪满泽济营叠发皋稻穗稳经缘县总系续肃舍荔庄藏"
    "处觉览观读变让丰赞辆转边乡钱铁关险杂鸡霸灵显驿发斗碱盐面黑默齐龙"
)


def is_ideograph(text: str) -> bool:
    """Whether a text begins with an ideograph. A pattern of all of them would take 2 ms to be compiled."""
    return "一" <= text[:1] <= "鿿"


MEANS = "是?指"  # for patterns: begins what a term means, behind the term and a colon
YUAN = "元"
TABLE = "表"  # ends the title of one
TOTALS = ("合计", "总计")  # in the last row of a table that is whole
CONTINUED = r"[（(]?续表?\d*[)）]?$|^续表?"  # for patterns: beside the title on a table's next page
OF = "的"  # ends words that tell which of several is meant
POINT = "点"  # of a number in numerals
WRITTEN_NUMBER = f"[{DIGITS}{TEN}{HUNDRED}{ZEROS}]{{1,5}}(?:{POINT}[{DIGITS}{ZEROS}]{{1,4}})?"  # for patterns


def written_number(text: str) -> str:
    """Return in digits what a text that `WRITTEN_NUMBER` matches says."""
    whole, _, decimals = text.partition(POINT)
    total = digit = 0
    for sign in whole:
        if sign in (TEN, HUNDRED):
            total += (digit or 1) * (10 if sign == TEN else 100)
            digit = 0
        else:
            digit = DIGITS.find(sign) + 1
    places = "".join(str(DIGITS.find(sign) + 1) for sign in decimals)
    return f"{total + digit}.{places}" if places else f"{total + digit}"


def numeral(number: int) -> str:
    """Return 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = (DIGITS[tens - 1] if tens > 1 else "") + TEN if tens else ""
    return head + (DIGITS[ones - 1] if ones else "")
