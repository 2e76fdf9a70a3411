"""Eight stories of our own, each in another script, with names, tags, signs that XML and HTML read, and a table."""

STORIES = {
    "fr": {
        "headline": "Le bac revient à Port-Merrow : « enfin », disent les îliens",
        "standfirst": "Quatorze voix contre onze & un quai à refaire avant l’été",
        "body": "<p>Le conseil a voté l’achat du bac <strong>peu après minuit</strong>, par 14 voix contre 11.</p>"
        "<ul><li>Prix : moins de 4 millions d’euros</li><li>Départ : à la fin du mois de mai</li></ul>",
        "tags": ["Traversée", "Île"],
        "writer": "Zoé Lefèvre",
    },
    "el": {
        "headline": "Το πλοίο της γραμμής επιστρέφει στο λιμάνι",
        "standfirst": "Δεκατέσσερις ψήφοι υπέρ, έντεκα κατά",
        "body": "<p>Το συμβούλιο αποφάσισε την Τρίτη να αγοράσει το πλοίο, ύστερα από συνεδρίαση έξι ωρών.</p>",
        "tags": ["Λιμάνι"],
        "writer": "Ελένη Βασιλείου",
    },
    "uk": {
        "headline": "Паром повертається до порту після двох років перерви",
        "standfirst": "За купівлю проголосували чотирнадцять депутатів",
        "body": "<p>Рада ухвалила рішення у вівторок, об’єднавши два проєкти: «причал» і «переправа».</p>",
        "tags": ["Порт", "Рада"],
        "writer": "Ґанна Їжакевич",
    },
    "ar": {
        "headline": "العبّارة تعود إلى الميناء بعد عامين من الغياب",
        "standfirst": "صوّت أربعة عشر عضوًا لصالح الشراء وأحد عشر ضده",
        "body": "<p>قرّر المجلس يوم الثلاثاء شراء العبّارة بمبلغ 3,6 ملايين، وقال الرئيس: «انتهى الانتظار».</p>",
        "tags": ["الميناء"],
        "writer": "ليلى حدّاد",
    },
    "he": {
        "headline": "המעבורת חוזרת לנמל אחרי שנתיים",
        "standfirst": "ארבעה עשר חברי מועצה הצביעו בעד, אחד עשר נגד",
        "body": "<p>המועצה החליטה ביום שלישי לרכוש את המעבורת, ויושב הראש אמר כי „ההמתנה הסתיימה״.</p>",
        "tags": ["נמל"],
        "writer": "נועה ברק",
    },
    "hi": {
        "headline": "दो साल बाद बंदरगाह पर लौटेगी नौका",
        "standfirst": "चौदह सदस्यों ने ख़रीद के पक्ष में मत दिया",
        "body": "<p>परिषद ने मंगलवार को नौका ख़रीदने का निर्णय लिया; पहली यात्रा मई के अंतिम सप्ताह में होगी।</p>",
        "tags": ["बंदरगाह"],
        "writer": "मीरा जोशी",
    },
    "ko": {
        "headline": "두 해 만에 항구로 돌아오는 여객선",
        "standfirst": "찬성 열네 표, 반대 열한 표",
        "body": "<p>의회는 화요일 밤 여객선을 사들이기로 했다. 첫 운항은 오월 마지막 주로 잡혀 있다.</p>",
        "tags": ["항구"],
        "writer": "한서윤",
    },
    "ja": {
        "headline": "島の渡し船、二年ぶりに港へ戻る",
        "standfirst": "議会は十四対十一で購入を決めた",
        "body": "<p>議会は火曜日の深夜、渡し船の購入を可決した。「ようやくだ」と島の人びとは話す。</p>",
        "tags": ["港", "渡し船"],
        "writer": "佐々木 ゆり",
    },
}
