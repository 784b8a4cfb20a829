//! An Arabic sample: right to left, with Latin and Chinese names inside. The labels are given here, since the service
//! itself does not speak Arabic yet.

use super::{frame, party};
use crate::documents::markdown::blocks;
use crate::documents::*;

/// A reasoned award.
pub fn award() -> AwardDocument {
    let labels = FrameLabels {
        case: "القضية".into(),
        page_of: "صفحة %page من %pages".into(),
        escaped: String::new(),
    };
    let history = |date: &str, text: &str| HistoryLine {
        date: date.into(),
        text: text.into(),
    };
    let exhibit = |number: &str, title: &str, from: &str, date: &str| Exhibit {
        number: number.into(),
        title: title.into(),
        from: from.into(),
        date: date.into(),
        digest: String::new(),
    };
    let position = |party: &str, text: &str| Position {
        party: party.into(),
        blocks: blocks(text),
    };
    AwardDocument {
        frame: frame("ar", "غرفة Redress للتحكيم التجاري عبر الحدود", "حكم التحكيم النهائي", labels),
        subtitle: "التحكيم المعجل في منازعات الأسواق الإلكترونية".into(),
        claimants: vec![party("المدعي", "شركة النور للإضاءة ش.ذ.م.م.", &["شارع الشيخ زايد، دبي، الإمارات العربية المتحدة"])],
        respondents: vec![party("المدعى عليه", "深圳市千禾照明贸易有限公司 (Shenzhen Qianhe Lighting Trading Co., Ltd.)", &["حي فوتيان، شنجن، الصين"])],
        facts: vec![
            Fact::new("مقر التحكيم", "سنغافورة"),
            Fact::new("القواعد", "قواعد التحكيم المعجل في منازعات الأسواق الإلكترونية، الإصدار 3 (1 مارس 2026)"),
            Fact::new("المحكم", "الأستاذة نادية السيد، محكم فرد، قبلت التعيين في 22 يونيو 2026"),
            Fact::new("اللغة", "العربية"),
        ],
        outcome: "يخالف مصباح Qianhe Arc التصميم المسجل للمدعي. على المدعى عليه وقف البيع ودفع 18,400.00 دولار أمريكي وتحمل ثلثي المصاريف.".into(),
        history: vec![
            history("2 يونيو 2026", "قدم المدعي إشعارًا بموجب إجراءات السوق ضد 14 عرضًا."),
            history("9 يونيو 2026", "اعترض المدعى عليه على الإشعار ووافق على التحكيم، ووافق المدعي في اليوم التالي."),
            history("3 أغسطس 2026", "أقفلت المحكمة باب المرافعة بناءً على المستندات وحدها باتفاق الطرفين."),
        ],
        exhibits: vec![
            exhibit("C-1", "مستخرج من سجل التصاميم DE 40 2023 101 884", "المدعي", "6 يوليو 2026"),
            exhibit("C-2", "شراء تجريبي في 18 مايو 2026 مع صور المصباح", "المدعي", "6 يوليو 2026"),
            exhibit("R-1", "فهرس منتجات 中山市恒达灯饰 لعام 2021", "المدعى عليه", "27 يوليو 2026"),
        ],
        sections: vec![Section { title: "الاختصاص والقانون الواجب التطبيق".into(), blocks: blocks("وافق الطرفان كتابةً على التحكيم **بعد** نشوء النزاع (القيدان 9 و11 من السجل)، واتفقا على أن يكون مقر التحكيم سنغافورة.") }],
        issues: vec![Issue {
            question: "هل يستعمل مصباح Qianhe Arc تصميم المدعي؟".into(),
            positions: vec![
                position("يقول المدعي", "انحناء الذراع ونسبة الذراع إلى الغطاء والمفصل الغائر متطابقة، ولا يختلف سوى قطر القاعدة بمقدار 4 مم (المستندان C-1 وC-2)."),
                position("يقول المدعى عليه", "هذا شكل المصابيح المقوسة منذ عقود، وفهرس عام 2021 يعرض مصباحًا من النوع نفسه (المستند R-1)."),
            ],
            finding: "نعم. يترك المصباح لدى المستعمل المطلع الانطباع العام نفسه.".into(),
            reasons: blocks("يقع الاعتداء على التصميم إذا لم يترك المنتج لدى *المستعمل المطلع* انطباعًا عامًا مختلفًا. ويقوم انطباع التصميم المسجل على ثلاثة عناصر:\n\n1. ذراع تستدق نحو المفصل؛\n2. مفصل غائر داخل الغطاء؛\n3. نسبة 3 : 1 بين الذراع والغطاء.\n\nوتوجد العناصر الثلاثة في المصباح الذي اشتراه المدعي (المستند C-2، الصور 3 إلى 9)."),
        }],
        orders: vec![
            Duty { who: "المدعى عليه".into(), what: "وقف عرض المصباح Qianhe Arc وبيعه، وإزالة العروض الأربعة عشر.".into(), amount: String::new(), due: "21 أغسطس 2026".into() },
            Duty { who: "المدعى عليه".into(), what: "دفع التعويض إلى المدعي مع فائدة سنوية قدرها 5 % من 3 أبريل 2026 حتى السداد.".into(), amount: "USD 18,400.00".into(), due: "13 سبتمبر 2026".into() },
        ],
        closing: blocks("ترفض سائر الطلبات. هذا الحكم نهائي وملزم للطرفين من يوم تبليغه."),
        costs: blocks("مصاريف التحكيم 2,400.00 دولار أمريكي، يتحمل المدعى عليه ثلثيها."),
        place: "سنغافورة".into(),
        date: "14 أغسطس 2026".into(),
        signatures: vec![Signature { name: "أ. نادية السيد".into(), capacity: "محكم فرد".into(), mark: "وُقع إلكترونيًا في 14 أغسطس 2026، 18:00 (UTC+8)".into() }],
        record: Record {
            title: "كيف تتحقق من هذه الوثيقة".into(),
            statement: "تستند هذه الوثيقة إلى سجل القضية IP-2026-003382 الذي يضم 41 قيدًا. الأرقام أدناه هي بصمة آخر قيد (SHA-256).".into(),
            digest: super::DIGEST.into(),
            address: "https://redress.example/verify".into(),
        },
        labels: AwardLabels {
            between: "في القضية بين".into(),
            and_word: "و".into(),
            outcome: "خلاصة الحكم".into(),
            history: "ما جرى في القضية".into(),
            exhibits: "المستندات".into(),
            exhibits_lead: "اطلعت هيئة التحكيم على المستندات الآتية، وأرقامها هي أرقام ملف القضية.".into(),
            exhibit_number: "الرقم".into(),
            exhibit_title: "المستند".into(),
            exhibit_from: "قدمه".into(),
            exhibit_date: "تاريخ التقديم".into(),
            issues: "المسائل والأسباب".into(),
            issue: "المسألة".into(),
            finding: "النتيجة".into(),
            orders: "منطوق الحكم".into(),
            orders_lead: "لهذه الأسباب حكمت هيئة التحكيم بما يأتي:".into(),
            who: "الملزم".into(),
            what: "الالتزام".into(),
            amount: "المبلغ".into(),
            due: "الأجل".into(),
            costs: "المصاريف".into(),
            done: "صدر في".into(),
        },
    }
}
