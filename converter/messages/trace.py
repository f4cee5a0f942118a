"""How a figure is led back, and how a rule of the scorecard was applied to it."""

# How points were reckoned
ALL_FULL = "各项满分之和"
ALL_POINTS = "各项得分之和"
POINTS_IN_FULL = "符合“{condition}”，不作计算，得满分"
BAND_ABOVE = "大于{bound}"
BAND_BELOW = "小于{bound}"
BAND_UP_TO = "不大于{bound}"
BAND_FROM = "不小于{bound}"
BAND = "{value}{range}，计{points}分"
BAND_NONE = "{value}不在任何一档，不计分"
WITHIN_LIMIT = {False: "{value}不超过{limit}，不扣分", True: "{value}不低于{limit}，不扣分"}
STEPS = {
    False: "{value}比{limit}高{beyond}，每{step}扣{deduct}分，{rounding}，计{count}步，扣{lost}分",
    True: "{value}比{limit}低{beyond}，每{step}扣{deduct}分，{rounding}，计{count}步，扣{lost}分",
}
STEP_ROUNDING = {"floor": "不足一步不计", "ceiling": "不足一步按一步计", "pro-rata": "不足一步按比例计"}
