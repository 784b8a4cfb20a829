//! Chinese samples.

use super::{DIGEST, frame, party, record, words};
use crate::documents::markdown::blocks;
use crate::documents::*;
use crate::i18n::{Locale, Words};

fn chinese_frame(words: &Words, title: &str) -> Frame {
    frame(
        "zh-Hans",
        "Redress 跨境商事仲裁中心",
        title,
        FrameLabels::in_words(words),
    )
}

/// A reasoned award.
pub fn award() -> AwardDocument {
    let words = words(Locale::ZhHans);
    let history = |date: &str, text: &str| HistoryLine {
        date: date.into(),
        text: text.into(),
    };
    let exhibit = |number: &str, title: &str, from: &str| Exhibit {
        number: number.into(),
        title: title.into(),
        from: from.into(),
        date: "2026年7月6日".into(),
        digest: String::new(),
    };
    let position = |party: &str, text: &str| Position {
        party: party.into(),
        blocks: blocks(text),
    };
    AwardDocument {
        frame: Frame { banner: Some("草稿。未签署，不具效力。".into()), ..chinese_frame(&words, "裁决书") },
        subtitle: "平台交易争议快速仲裁程序".into(),
        claimants: vec![party("申请人", "Lumen & Oak Leuchten GmbH", &["德国柏林托尔大街 140 号，邮编 10119", "代理人：Dr. Ayşe Kılıç"])],
        respondents: vec![party("被申请人", "深圳市千禾照明贸易有限公司", &["中国广东省深圳市福田区", "法定代表人：赟琳；港湾集市店铺“QH-Light”"])],
        facts: vec![
            Fact::new("仲裁地", "新加坡"),
            Fact::new("适用规则", "《平台交易争议快速仲裁规则》第三版（2026年3月1日）"),
            Fact::new("仲裁员", "陳美玲（独任仲裁员，2026年6月22日接受指定）"),
            Fact::new("语言", "中文"),
            Fact::new("日期", "2026年8月14日"),
        ],
        outcome: "“千禾弧光”台灯抄袭申请人的注册外观设计。被申请人应当停止销售，支付 18,400.00 美元，并承担三分之二的仲裁费用。2026年4月3日之前的利息请求予以驳回。".into(),
        history: vec![
            history("2026年6月2日", "申请人依平台程序就 14 个商品链接提交侵权通知。"),
            history("2026年6月9日", "被申请人对全部链接提出异议，并同意仲裁。申请人于次日同意仲裁。"),
            history("2026年6月22日", "独任仲裁员接受指定并签署独立性声明。双方在十五日内均未提出回避请求。"),
            history("2026年8月3日", "经双方同意，仲裁员决定书面审理，并宣布审理终结。"),
        ],
        exhibits: vec![
            exhibit("C-1", "外观设计 DE 40 2023 101 884 登记簿摘录", "申请人"),
            exhibit("C-2", "2026年5月18日公证购买记录及台灯照片", "申请人"),
            exhibit("R-1", "中山市恒达灯饰 2021 年产品目录", "被申请人"),
        ],
        sections: vec![Section { title: "管辖权与适用法律".into(), blocks: blocks("双方在争议发生**之后**书面同意依本规则仲裁（记录第 9 条、第 11 条），并约定仲裁地为新加坡。本案属商事争议，不涉及消费者。\n\n申请人的请求以在德国登记的外观设计及面向德国买家的销售为依据。双方同意侵权及其后果适用德国法。") }],
        issues: vec![
            Issue {
                question: "“千禾弧光”台灯是否使用了申请人的外观设计？".into(),
                positions: vec![
                    position("申请人的意见", "灯臂的弧线、灯臂与灯罩的比例以及内凹的连接处完全相同，仅底座直径相差 4 毫米（证据 C-1、C-2）。"),
                    position("被申请人的意见", "弧形台灯几十年来均为此样式。2021 年的产品目录已载有同类台灯（证据 R-1），且底座与开关不同。"),
                ],
                finding: "是。该台灯给知情用户留下相同的整体印象。".into(),
                reasons: blocks("产品如未给*知情用户*留下不同的整体印象，即构成对外观设计的侵害。阅读灯的知情用户知道灯臂必须支撑灯罩，因而会注意其支撑方式。\n\n注册外观设计的整体印象由以下三项特征构成：\n\n1. 向连接处逐渐变细的灯臂；\n2. 凹入灯罩的连接处；\n3. 灯臂与灯罩 3 : 1 的比例。\n\n三项特征均见于申请人购得的台灯（证据 C-2，照片 3 至 9）。2021 年目录中的台灯（证据 R-1，第 14 页）灯臂粗细一致，连接处位于灯罩下方，既未破坏该外观设计的独特性，也未缩小其保护范围。"),
            },
            Issue {
                question: "应付金额是多少？".into(),
                positions: vec![position("申请人的意见", "共售出 1,150 盏。每盏许可费为 16.00 美元，合计 18,400.00 美元。"), position("被申请人的意见", "销往德国的仅 890 盏。")],
                finding: "18,400.00 美元，利息自通知之日起算。".into(),
                reasons: blocks("出口报关单载明，以德国港口为目的地的台灯为 1,150 盏。被申请人主张的 890 盏未计入 2026年2月11日的一批货物，且未说明理由。"),
            },
        ],
        orders: vec![
            Duty { who: "被申请人".into(), what: "停止向德国买家许诺销售和销售“千禾弧光”台灯，并下架证据 C-3 所列 14 个链接。".into(), amount: String::new(), due: "2026年8月21日".into() },
            Duty { who: "被申请人".into(), what: "向申请人支付赔偿金，并自 2026年4月3日起按年利率 5% 支付利息至付清之日。".into(), amount: "USD 18,400.00".into(), due: "2026年9月13日".into() },
        ],
        closing: blocks("驳回其他请求。本裁决为终局裁决，自送达之日起对双方具有约束力。"),
        costs: blocks("仲裁费用为 2,400.00 美元，由申请人预交。被申请人承担三分之二，即 1,600.00 美元。双方各自承担代理费用。"),
        place: "新加坡".into(),
        date: "2026年8月14日".into(),
        signatures: vec![Signature { name: "陳美玲".into(), capacity: "独任仲裁员".into(), mark: String::new() }],
        record: record(&words, "本文件以案件 IP-2026-003382 的记录为依据，该记录共有 41 个条目。下方字符是最后一个条目的哈希值（SHA-256）。请与案件记录核对，或向案件经办人查询。"),
        labels: AwardLabels::in_words(&words),
    }
}

/// A short docket.
pub fn docket() -> DocketDocument {
    let words = words(Locale::ZhHans);
    let entry = |number: &str, when: &str, who: &str, what: &str, rule: &str| DocketEntry {
        number: number.into(),
        when: when.into(),
        who: who.into(),
        what: what.into(),
        detail: String::new(),
        attached: Vec::new(),
        rule: rule.into(),
        digest: DIGEST.into(),
    };
    DocketDocument {
        frame: chinese_frame(&words, "案件记录"),
        subtitle: "Lumen & Oak Leuchten GmbH 诉 深圳市千禾照明贸易有限公司".into(),
        facts: vec![
            Fact::new("状态", "等待被申请人答复"),
            Fact::new("时间所用时区", "中国时间（UTC+8）"),
        ],
        entries: vec![
            entry(
                "1",
                "2026年6月2日\n17:04",
                "Dr. Ayşe Kılıç（代表申请人）",
                "提交侵权通知，涉及 14 个链接",
                "《电子商务法》第四十二条",
            ),
            entry(
                "2",
                "2026年6月2日\n17:04",
                "系统",
                "通知已送达卖家，答复期限至 2026年6月17日",
                "《电子商务法》第四十三条",
            ),
        ],
        exhibits: Vec::new(),
        record: record(
            &words,
            "下方字符是最后一个条目的哈希值（SHA-256），涵盖此前全部条目。",
        ),
        labels: DocketLabels::in_words(&words),
    }
}
