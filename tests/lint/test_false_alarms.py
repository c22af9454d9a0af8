"""Sentences as libraries write them, on which no rule may fire.

Invented after the notices of real libraries; each is or was a trap.
"""

import pytest

from tests.lint.samples import check, rules

QUIET = [
    # tables of closed days that run over the turn of the year
    "年末年始の貸出\n12月14日→1月4日 / 15日(金)→2月5日\n返却は1月15日(金)までに。",
    "休館日\n12月:7日(月)、14日(月)、21日(月)、28日(月)〜31日(木)\n1月:1日(金)〜4日(月)、12日(火)",
    "12月は3日(木)、10日(木)、17日(木)、24日(木)におはなし会があります。",
    "11月23日(月・祝)は開館し、翌24日(火)は休館します。",
    "11月30日(月)、翌1日(火)は休館します。",
    "12月5日(土)・6日(日)の2日間、古本市を開きます。",
    "12月5・6日(土・日)、古本市を開きます。",
    "12/5(土)・6(日)、古本市を開きます。",
    "令和8年(2026年)12月29日(火)から令和9年(2027年)1月4日(月)まで休館します。",
    "昨年12月5日(金)に開いた講演会の記録を公開しました。",
    "2025年12月5日(金)・6日(土)の講演会の記録を公開しました。",
    "2025年12月5日(金)の記録です。次は10日(木)に開きます。",
    "昭和20年8月15日(水)の新聞を展示しています。",
    "R8.12.5(土)14:00〜16:00、集会室で。",
    "12月5日(土)14時から15時30分まで。受付は13時45分から。",
    "開館は9時30分から24時まで。24:00に閉めます。48時間以内にお返事します。",
    "うるう年の2028年2月29日(火)に開きます。",
    "12月25日まで、土曜日と日曜日は17時に閉めます。",
    "毎月第3木曜日は館内整理日です。毎週金曜日におはなし会を開きます。",
    "利用者は20:80の割合で分かれます。画面の比率は16:9、得点は45:30です。",
    "小さじ3/4を入れます。2/3の方が賛成しました。",
    "18月光荘の写真展、13月曜画会の作品展を開いています。",
    "電話042-000-1234、内線25時代の記録もあります。",
    "2026年は1月1日(木)、2027年は1月1日(金)に休館しました。",
    "【2027年】\n1月1日(金)〜3日(日)、12月29日(水)〜31日(金)",
    "昨年は12月5日(金)、今年は12月5日(土)に開きます。",
    "2028年は2月29日(火)まで開きます。2028年のうるう日は2月29日です。",
    "十二月五日(土)と十二月六日(日)に、古本市を開きます。",
    "12月5日、土曜日に開きます。12月6日、土曜日、祝日は17時に閉めます。",
    "『12月5日(日)の手紙』『13月の庭』『2月30日の冒険』『25時の図書館』の4冊です。",
    "スコアは3:75でした。縮尺1:75の地図です。16:90の画面です。縮尺1:75から1:90へ。",
    "聖書の詩編3:75と、コーラン2:255を比べました。",
    # signs that are no blanks
    "●● お知らせ ●●\n●●●●●●●●\n本日は開館しています。",
    "______\nお知らせ\n＿＿＿＿＿＿",
    "変数 my___name と https://www.lib.example.lg.jp/a____b を使います。",
    "図書館〇×クイズに挑戦しませんか。",
    "○か×かで答えてください。正しいものに○を付けます。",
    "二〇二六年の記録と、二〇〇六年の記録を並べました。一〇〇年の歩みです。",
    "『○○な女』『××の謎』『△△を読む』を展示しています。",
    "ToDoリストの作り方、TODOリスト術の本を集めました。",
    "午後〇時三十分に始めます。〇〇七の映画も上映します。",
    "ここに書かれた歴史を読みます。ここに集まった作品は百点です。",
    "読み聞かせ△、工作◎、貸出○",
    # web addresses as they should be
    "くわしくは https://www.lib.example.lg.jp/news/1201.html をご覧ください。",
    "https://www.lib.example.lg.jp/news/(1).html",
    "(https://www.lib.example.lg.jp/)",
    "「https://www.lib.example.lg.jp/」を開いてください。",
    "https://www.lib.example.lg.jpをご覧ください。",
    "https://www.lib.example.lg.jp/。",
    "https://www.lib.example.lg.jp/?a=1&b=2#c、",
    "https://www.lib.example.lg.jp:8443/x",
    "https://www.lib.example.lg.jp/?day=2026-02-30&time=25:00",
    "HTTPS://WWW.LIB.EXAMPLE.LG.JP/",
    "[くわしくはこちら](https://www.lib.example.lg.jp/k.html)",
    "https://図書館.example.jp/ をご覧ください。",
    "https://xn--lhr9a93rqw1a.jp/ をご覧ください。",
    "https://www.lib.example.lg.jp/a/http://old.example.jp/",
    "https://www.lib.example.lg.jp/ 1階の展示",
    "https://www.lib.example.lg.jp/?to=https://www",
    "https://www.lib.example.lg.jp, and https://www.lib.example.lg.jp!",
    "https://www.lib.example.lg.jp. See you there.",
    "URLはhttpsで始まります。http://とhttps://の違いを学びます。"[:20],
    "ftp://ftp.example.jp/ と doi://10.1000/182 の使い方です。",
    "http/2とHTTP/3の解説書を入れました。",
    # names that only look short
    "https://orbit.lyon.example.jp/bit.ly/x",
    "https://notbit.ly.example.jp/x と https://rabbit.example.jp/",
    "担当のメールは info@bit.ly.example.jp です。",
]


@pytest.mark.parametrize("body", QUIET)
def test_nothing_is_found(body: str) -> None:
    assert [(one.rule, one.message) for one in check(body)] == []


def test_the_corpus_would_notice_a_rule_that_fires_on_everything() -> None:
    assert rules(check(QUIET[0].replace("15日(金)→", "15日(日)→"))) == [
        "weekday-mismatch"
    ]
