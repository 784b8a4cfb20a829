# 日期如何算出，逐行写明，读者拿着日历即可重新计算。

## 长度与单位

unit-calendar-days = { $n ->
   *[other] { $n } 日
}
unit-business-days = { $n ->
   *[other] { $n } 个工作日
}
unit-hours = { $n ->
   *[other] { $n } 小时
}
unit-months = { $n }个月
unit-years = { $n } 年
unit-window = { $least }至{ $most }

## 各行文字

derivation-line = { $length }，自 { $date }（{ $anchor }）起算
derivation-extended = 延长：{ $length }
derivation-chosen = 此长度由本服务运营方设定；程序允许 { $least }至{ $most }。
derivation-tolled = 不计入：{ $from }至{ $until }，因{ $reason }延误
derivation-tolled-open = 自{ $from }起停止计算：因{ $reason }延误
derivation-cutoff = 最后一日截止于{ $zone } { $time }。
derivation-days = 日期按{ $zone }计算。
derivation-calendar = 工作日依据：{ $calendar }，版本 { $version }
derivation-provisional = 其中部分时间的日历尚未公布，公布后日期可能变动。
derivation-day = { $day }：{ $why }
derivation-run = { $from }至{ $until }：{ $why }

why-excluded-first-day = 事件当日，不计入
why-counted = { $from ->
    [0] 第 { $until } 日
   *[other] 第 { $from } 至 { $until } 日
}
why-extension = { $from ->
    [0] 延长期第 { $until } 日
   *[other] 延长期第 { $from } 至 { $until } 日
}
why-swap-working-day = { $from ->
    [0] 调休工作日，第 { $until } 日
   *[other] 调休工作日，第 { $from } 至 { $until } 日
}
why-weekend = 周末，不计入
why-holiday = { $name }，不计入
why-holiday-observed = { $name }（补假），不计入
why-tolled = 不计入的耽搁（{ $reason }）
why-rolled = { $from }不是工作日，截止日顺延至此
why-capped = 全部时间不得超过 { $length }
why-months-end = { $n }个月后的同一日；该月无此日的，为该月最后一日
why-hours-end = 小时数在这一天届满

toll-notarisation = 公证

## 日历与节假日

calendar-cn = 中国（国务院办公厅公布）
calendar-england-wales = 英格兰和威尔士
calendar-germany = 德国（全国性假日）
calendar-france = 法国
calendar-spain = 西班牙（全国性假日）
calendar-singapore = 新加坡
calendar-hong-kong = 香港
calendar-uae = 阿拉伯联合酋长国（联邦政府）
calendar-eu-institutions = 欧盟机构
calendar-us-federal = 美国联邦假日
calendar-of-party = 当事人所在国家或地区：{ $who }
calendar-of-answer = “{ $field }”中所填国家或地区
calendar-none = 仅周末
