"""Own words in Spanish: danger is heard, harmless words raise nothing, concerns are suggested."""

import pytest

from directory.triage import read_own_words
from directory.triage.phrases import flags_in

DANGER = {
    "suicide": """
        ya no quiero vivir; quiero morirme; me quiero matar; he pensado en quitarme la vida
        tengo ganas de morir; estaría mejor muerto; mi familia estaría mejor sin mí
        la vida no tiene sentido; quisiera dormirme y no despertar; voy a acabar con todo
        mi hija dice que se quiere morir; Intenté suicidarme el año pasado
        No puedo más, me voy a quitar la vida; mi hermano se quiere suicidar
        mejor estaría muerto; prefiero estar muerta; me gustaría estar muerta; me kiero morir
        ya no puedo más con la vida; quiero que todo acabe; tengo un arma y la voy a usar
        tengo pensamientos suicidas desde hace meses; no le veo sentido a nada, no quiero despertar
    """,
    "partner_violence": """
        mi marido me pega; le tengo miedo a mi novio; mi esposo me golpeó anoche
        sufro violencia doméstica; mi ex me amenaza; mi pareja me maltrata
        mi novio me obliga a tener sexo; mi ex me persigue; mi pareja no me deja salir
    """,
    "psychosis": "escucho voces que me dicen cosas; veo cosas que nadie más ve; me vigilan",
    "mania": "no he dormido en cuatro días y tengo mucha energía",
    "withdrawal": "me tiemblan las manos cuando no bebo; tiemblo cuando dejo de tomar",
    "overdose": """
        tuve una sobredosis hace un mes; me tomé muchas pastillas anoche; me tomé todo el frasco
    """,
    "eating_medical": "me desmayo porque no como; hace días que no como",
    "child_at_risk": """
        mi novio le pega a mi hija; creo que abusaron de mi hijo; le pegan a mi niño
        mi padrastro me toca
    """,
    "postpartum_psychosis": "escucho voces desde que nació mi bebé",
}
HARMLESS = """
    quiero vivir mejor; me muero de risa; estoy muerto de cansancio; quiero matar el tiempo
    mi jefe me va a matar si llego tarde; mi abuelo murió en mayo; murió mi perro
    tengo miedo a volar; mi esposo me ayuda mucho; peleamos mucho con mi esposo
    mi hijo no me hace caso; no quiero seguir en este trabajo; quiero dejar de fumar
    me da pena hablar en público; grupo de duelo; no duermo bien; estoy agotada del trabajo
    quiero aprender a decir que no; mi mamá me llama mucho; tomo mucho café
    prefiero morir de viejo; me gustaría vivir cerca del mar; mi esposo me sigue apoyando
    tomé toda la clase de yoga; quiero que todo salga bien; mi papá me toca la guitarra
    mi pareja me sigue queriendo; mi esposo no me deja sola
"""
CONCERNS = {
    "panic": "me dan ataques de pánico en el metro",
    "grief": "murió mi mamá en enero",
    "depression": "estoy muy deprimida y no tengo ganas de nada",
    "insomnia": "no puedo dormir desde hace meses",
    "anger": "tengo mucha ira y exploto por todo",
    "alcohol": "creo que tomo demasiado",
    "relationship_distress": "problemas de pareja",
    "gad": "me preocupo por todo",
    "ocd": "tengo obsesiones y reviso todo una y otra vez",
    "acculturation": "extraño mi país",
    "loneliness": "me siento muy sola",
    "self_esteem": "tengo baja autoestima",
    "adhd_adult": "creo que tengo TDAH",
    "work_stress": "mucho estrés en el trabajo",
}


def _sentences(block):
    return [part.strip() for line in block.splitlines() for part in line.split(";") if part.strip()]


@pytest.mark.parametrize(
    ("flag", "text"), [(flag, text) for flag, block in DANGER.items() for text in _sentences(block)]
)
def test_danger_in_spanish_is_heard(flag, text):
    assert flag in flags_in(text)


@pytest.mark.parametrize("text", _sentences(HARMLESS))
def test_harmless_spanish_raises_nothing(text):
    assert flags_in(text) == ()


@pytest.mark.parametrize(("concern", "text"), CONCERNS.items())
def test_a_concern_in_spanish_is_among_the_suggestions(concern, text):
    assert concern in [found.code for found in read_own_words(text).suggestions]


def test_danger_in_english_beside_spanish_words_is_heard():
    assert flags_in("estoy triste, I want to die") == ("suicide",)
