"""Only what is clearly in another language is called so; what is doubtful counts as English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.nlp.language_identification import (
    PIECE,
    describe_languages,
    detect_language,
    foreign_language,
    language_name,
)

FOREIGN = {
    "fr": "Le ministre des Transports a déclaré jeudi que le pont ne serait pas terminé avant le printemps prochain. "
    "« Nous avons besoin de temps », a-t-il ajouté devant les journalistes réunis au port.",
    "de": "Die Regierung will die Brücke erst im kommenden Frühjahr freigeben, sagte der Verkehrsminister. "
    "„Wir brauchen mehr Zeit“, fügte er am Donnerstag vor Journalisten am Hafen hinzu.",
    "es": "El ministro de Transportes dijo el jueves que el puente no estará listo antes de la próxima primavera. "
    "«Necesitamos tiempo», añadió ante los periodistas reunidos en el puerto.",
    "ru": "Министр транспорта заявил в четверг, что мост не будет достроен до следующей весны. "
    "«Нам нужно время», — добавил он журналистам, собравшимся в порту.",
    "uk": "Міністр транспорту заявив у четвер, що міст не буде добудовано до наступної весни. "
    "«Нам потрібен час», — додав він журналістам, які зібралися в порту.",
    "ar": "قال وزير النقل يوم الخميس إن الجسر لن يكتمل قبل الربيع المقبل، وأضاف أمام الصحفيين في الميناء "
    "أن الحكومة تحتاج إلى مزيد من الوقت وأن الأعمال سوف تستمر طوال الشتاء.",
    "zh": "交通部长星期四表示，这座大桥在明年春天之前不会完工。他在港口对记者说，政府需要更多的时间，"
    "工程将在整个冬天继续进行。部长还说，反对党提出的计划太昂贵，议会将在下个月就此进行表决，届时将公布新的预算。",
}
ENGLISH = (
    "The transport minister said on Thursday that the bridge would not be finished before next spring. "
    '"We need time," he told reporters at the harbour, adding that the work would go on through the winter. '
)


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("times", [1, 30])
def test_a_text_in_another_language_is_known(code: str, times: int) -> None:
    assert foreign_language(f"{FOREIGN[code]}\n\n" * times) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH * 100,
        FOREIGN["fr"][:60],
        "Paris",
        "https://example.org/fr/actualites/le-pont-ne-sera-pas-termine?utm_source=lettre 20 000 000 € 12:30 " * 20,
        f"Le pont, a symbol of the harbour, stays shut. {ENGLISH} « Nous avons besoin de temps », he said.",
        "\x00\ud800\u202e" * 300,
    ],
)
def test_what_is_english_short_or_no_language_is_not_foreign(text: str) -> None:
    assert foreign_language(text) == ""


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(sorted(FOREIGN)), min_size=1, max_size=12), st.integers(0, 12))
def test_one_long_english_passage_makes_a_text_mixed(codes: list[str], place: int) -> None:
    english = ENGLISH * (3 * PIECE // len(ENGLISH))
    parts = [FOREIGN[code] for code in codes]
    parts.insert(place, english)
    assert foreign_language("\n\n".join(parts)) == ""


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=3000))
def test_no_text_breaks_it(text: str) -> None:
    assert foreign_language(text) != "en"
    assert detect_language(text) == "" or len(detect_language(text)) == 2


def test_languages_have_names() -> None:
    assert [language_name(code) for code in ("fr", "zh", "arz", "no such")] == [
        "French", "Chinese", "Egyptian Arabic", "no such",
    ]  # fmt: skip
    assert describe_languages({"fr": 1}) == "in French"
    assert describe_languages({"de": 1, "fr": 2}) == "2 in French, 1 in German"
