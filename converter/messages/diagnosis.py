"""How the cause of a wrong number is worded, in the tables filed as in reports."""

OVER_BUDGET = "写的是未超预算，但{item}的{spent}大于{budget}"

_IN_BOTH = {
    "last-year": "与上年数相同，像是没有更新",
    "transposed": "像是两位数字颠倒",
    "digit": "像是一位数字写错",
    "length": "像是多写或漏写一位数字",
}
IN_TABLES = {
    **_IN_BOTH,
    "sign": "正负号相反",
    "unit": "像是单位填错，差一千倍或一万倍",
    "other-unit": "像是按{unit}填的",
    "point": "像是小数点的位置填错",
    "neighbour": "与相邻一行相同，像是错行",
    "left-blank": "像是漏填",
    "counted-twice": "正好多 {part}，像是重复加",
    "left-out": "正好少 {part}，像是漏加",
    "cells": "像是两格填反",
    "columns": "像是两栏填反",
    "rows": "像是两行互换",
    "shifted": "像是从某行起错了行",
    "moved-down": "像是各行的数都下移了",
    "moved-up": "像是各行的数都上移了",
    "moved-right": "像是各栏的数右移了一栏",
    "moved-left": "像是各栏的数左移了一栏",
}
IN_REPORTS = {
    **_IN_BOTH,
    "sign": "增减方向写反",
    "unit": "像是单位写错",
    "point": "像是小数点的位置写错",
    "neighbour": "与另一项的数相同，像是抄串",
    "zero-base": "基数为零",
    "this-year": "像是除以了本年数，应除以上年数",
    "column-unit": "这一栏像是单位写错",
    "column-moved": "这一栏像是从这里起错了行",
    "row-twice": "像是这一行列了两次",
    "scope": "像是用了另一口径的同名数",
    "other-whole": "像是除以了别的合计",
    "amount-as-rate": "像是把金额写成了百分比",
    "truncated": "直接舍去了尾数，没有四舍五入",
}
