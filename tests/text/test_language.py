import pytest

from summitdb.text.language import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two presidents met in the capital on Monday and signed an agreement on trade."),
        ("en", "Presidents sign gas agreement in Baku"),
        ("fr", "Les deux présidents se sont rencontrés dans la capitale pour signer un accord."),
        ("es", "Los dos presidentes se reunieron en la capital para firmar un acuerdo sobre el comercio."),
        ("pt", "Os dois presidentes reuniram-se na capital para assinar um acordo sobre o comércio."),
        ("it", "I due presidenti si sono incontrati nella capitale per firmare un accordo sul commercio."),
        ("de", "Die beiden Präsidenten haben sich in der Hauptstadt getroffen und ein Abkommen unterzeichnet."),
        ("nl", "De twee presidenten hebben elkaar in de hoofdstad ontmoet om een akkoord te tekenen."),
        ("pl", "Prezydenci spotkali się w stolicy i podpisali umowę o handlu, która jest ważna dla obu krajów."),
        ("tr", "İki cumhurbaşkanı başkentte bir araya geldi ve ticaret için bir anlaşma imzaladı."),
        ("az", "İki prezident paytaxtda görüşüb və ticarət üçün bir saziş imzalayıb, bildirib."),
        ("id", "Kedua presiden bertemu di ibu kota untuk menandatangani perjanjian yang penting dengan semua pihak."),
        ("ru", "Президенты двух стран встретились в столице и подписали соглашение о торговле."),
        ("uk", "Президенти двох країн зустрілися у столиці та підписали угоду про торгівлю, що є важливою."),
        ("ar", "التقى الرئيسان في العاصمة يوم الاثنين"),
        ("fa", "رئیس جمهور ایران با همتای روس خود در تهران دیدار کرد و گفت"),
        ("zh", "两国总统星期一在首都会见"),
        ("ja", "両国の大統領は月曜日に首都で会談した"),
        ("ko", "두 대통령은 월요일 수도에서 회담을 가졌다"),
        ("el", "Οι δύο πρόεδροι συναντήθηκαν στην πρωτεύουσα"),
        ("und", "12 3.4"),
        ("und", "Aliyev Macron"),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert detect_language(text) == language


def test_foreign_words_in_an_english_text_do_not_change_it() -> None:
    text = "The president of Le Monde de la Paix met Ihor, Президент of the club, and said that it was good to be there."
    assert detect_language(text) == "en"
