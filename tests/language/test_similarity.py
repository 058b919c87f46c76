from __future__ import annotations

from releases.language.similarity import RUN, SKETCH, compare, sketch, word_runs

LEAD = "Policías estatales detuvieron en Toluca a dos personas con un vehículo robado esta mañana."
REST = "El vehículo fue puesto a disposición del Ministerio Público para continuar las diligencias."
CLOSING = "La dependencia recuerda a la población que puede llamar al 9-1-1 o al 089 a toda hora."
OTHER = "Brigadistas forestales apagaron un incendio en el paraje ficticio La Peña, sin heridos."


def test_accents_case_and_signs_do_not_tell_texts_apart() -> None:
    assert word_runs(["POLICÍAS estatales, detuvieron: a dos"]) == word_runs(
        ["policias estatales detuvieron a dos"]
    )


def test_a_text_shorter_than_a_run_has_none() -> None:
    assert word_runs(["uno dos tres"]) == frozenset()
    assert len(word_runs([" ".join("abcdefgh"[:RUN])])) == 1


def test_the_same_text_is_wholly_alike() -> None:
    likeness = compare(
        "TÍTULO DE PRUEBA FICTICIO", [LEAD, REST], "Título de prueba ficticio", [LEAD, REST]
    )

    assert (likeness.whole, likeness.opening) == (1.0, 1.0)


def test_a_shared_end_leaves_the_openings_apart() -> None:
    likeness = compare("Primero", [LEAD, CLOSING, CLOSING], "Segundo", [OTHER, CLOSING, CLOSING])

    assert likeness.whole > 0.2
    assert likeness.opening == 0.0


def test_texts_without_words_are_not_alike() -> None:
    assert compare("", [], "", []).whole == 0.0


def test_texts_that_share_most_runs_share_most_of_their_sketches() -> None:
    words = [f"palabra{number}" for number in range(400)]
    changed = [*words[:200], "otra", *words[201:]]

    shared = set(sketch(word_runs([" ".join(words)]))) & set(sketch(word_runs([" ".join(changed)])))

    assert len(shared) > SKETCH * 0.8
