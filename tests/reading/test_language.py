"""The language of a report is told from its text; one in another language is refused with one sentence."""

from pathlib import Path

import pytest

from treatygraph.errors import ReadingError
from treatygraph.reading import read
from treatygraph.reading.page.language import language_name, tell_language

PROSE = {
    "en": (
        "The State party has adopted an Act on the rights of persons with disabilities, which "
        "is in force and sets out that courts and public bodies are to be accessible for all. "
        "It also provides for a fund that pays for aids."
    ),
    "fr": (
        "L’État partie a adopté une loi sur les droits des personnes handicapées qui est en "
        "vigueur et dispose que les tribunaux et les organismes publics doivent être "
        "accessibles pour tous. Elle crée aussi un fonds pour les aides."
    ),
    "es": (
        "El Estado parte ha aprobado una ley sobre los derechos de las personas con "
        "discapacidad que está en vigor y dispone que los tribunales y los organismos públicos "
        "deben ser accesibles para todos. También se crea un fondo."
    ),
    "pt": (
        "O Estado parte aprovou uma lei sobre os direitos das pessoas com deficiência que está "
        "em vigor e dispõe que os tribunais e os órgãos públicos devem ser acessíveis para "
        "todos. Também se cria um fundo com apoio do Estado."
    ),
    "ru": (
        "Государство-участник приняло закон о правах инвалидов, который вступил в силу и "
        "предусматривает, что суды и органы власти должны быть доступны для всех. Также создан "
        "фонд для помощи и поддержки лиц с инвалидностью."
    ),
    "ar": (
        "اعتمدت الدولة الطرف قانونا بشأن حقوق الأشخاص ذوي الإعاقة وهو نافذ في البلد كما ينص على "
        "أن تكون المحاكم والهيئات العامة متاحة إلى الجميع من دون تمييز بين الناس كما أنشأت "
        "صندوقا في هذا المجال مع الوزارة"
    ),
    "zh": (
        "缔约国通过了残疾人权利法，该法已经生效，规定法院和公共机构必须对所有人无障碍。国家还设立了一个基金，为辅助器具提供资金。"
    ),
}


@pytest.mark.parametrize("code", PROSE)
def test_the_language_of_a_text_is_told(code: str) -> None:
    assert tell_language([PROSE[code]] * 3) == code


def test_of_a_few_words_and_of_letters_mixed_up_no_language_is_told() -> None:
    assert tell_language(["The Act is in force."]) is None
    assert tell_language(["mNCj qzx vbk ptr wlk"] * 40) is None


def test_laws_cited_in_their_own_language_do_not_make_a_report_foreign() -> None:
    assert (
        tell_language([PROSE["en"], PROSE["en"], "Loi sur les droits des personnes de la ville et du canton"]) == "en"
    )


@pytest.mark.parametrize("code", [code for code in PROSE if code != "en"])
def test_a_report_in_another_language_is_refused_with_what_to_do(code: str, tmp_path: Path) -> None:
    path = tmp_path / "CRPD-C-KIR-1.txt"
    path.write_text("\n\n".join(f"{n}. {PROSE[code]}" for n in range(1, 7)), encoding="utf-8")
    with pytest.raises(ReadingError) as refusal:
        read(path)
    assert str(refusal.value) == (
        f"{path}: the report is in {language_name(code)}, and only English ones can be read; "
        "get the English edition of CRPD/C/KIR/1 (https://documents.un.org)."
    )
