"""Fictional headlines, one or more for each topic: the vocabulary must know what they are about."""

from __future__ import annotations

import pytest

from releases.linking.catalogue import read_gazetteer
from releases.linking.topics import TopicMatcher
from releases.parsing.bulletin import Certainty, Field, ParsedBulletin
from tests.vocabulary.records import FIXTURES, read

MATCHER = TopicMatcher(read_gazetteer(FIXTURES / "vocabulary"))

HEADLINES = [
    (
        "cooperacion-internacional",
        "RECIBE SSEM A DELEGACIÓN DE LA EMBAJADA DE CANADÁ PARA COMPARTIR BUENAS PRÁCTICAS",
    ),
    (
        "cooperacion-internacional",
        "Participan policías mexiquenses en encuentro internacional con agentes del FBI",
    ),
    (
        "coordinacion-interinstitucional",
        "ENCABEZA SECRETARIO MESA DE COORDINACIÓN METROPOLITANA CON ALCALDES",
    ),
    (
        "coordinacion-interinstitucional",
        "Refuerzan coordinación Edomex e Hidalgo en límites estatales",
    ),
    ("convenios", "SUSCRIBEN SSEM Y COPARMEX CONVENIO EN BENEFICIO DE LAS EMPRESAS"),
    ("convenios", "Signan carta de intención universidad y municipio para servicio social"),
    ("capacitacion-policial", "CONCLUYEN 60 ELEMENTOS CURSO DE PRIMER RESPONDIENTE EN LA ACADEMIA"),
    (
        "capacitacion-policial",
        "Imparte UMS taller de redacción del Informe Policial Homologado a policías municipales",
    ),
    ("tecnologia-c5", "OPERAN DESDE EL C5 NUEVAS CÁMARAS DE VIDEOVIGILANCIA EN ECATEPEC"),
    ("tecnologia-c5", "Presentan drones para vigilancia aérea"),
    (
        "prevencion-social",
        "IMPARTE POLICÍA ESTATAL PLÁTICAS DE PREVENCIÓN DEL DELITO EN SECUNDARIAS",
    ),
    ("prevencion-social", "Llega a Jilotepec la jornada de proximidad con vecinos"),
    (
        "operativos",
        "DESPLIEGA SSEM OPERATIVO DE SEGURIDAD POR FIESTAS PATRIAS CON MÁS DE 3 MIL ELEMENTOS",
    ),
    ("operativos", "Intensifican patrullajes y filtros de revisión en la autopista"),
    ("detenciones", "CAPTURAN EN TULTITLÁN A PRESUNTO GENERADOR DE VIOLENCIA"),
    ("detenciones", "Arrestan a tres por alterar el orden"),
    ("detenciones", "APREHENDE FGJEM A PROBABLE PARTICIPANTE EN DELITO"),
    ("robo-vehiculo", "RECUPERAN POLICÍAS ESTATALES DOS CAMIONETAS CON REPORTE DE ROBO"),
    ("robo-vehiculo", "Localizan motocicleta robada en Chalco"),
    ("robo-transporte", "RECUPERA SSEM TRACTOCAMIÓN CON MERCANCÍA ROBADA EN HUEHUETOCA"),
    ("robo-transporte", "Detienen a asaltantes de combis en Nezahualcóyotl"),
    ("robo", "DETIENEN A TRES POR ROBO A CASA HABITACIÓN EN METEPEC"),
    ("robo", "Frustran policías asalto a cuentahabiente"),
    ("robo", "Aseguran a dos por robo a tienda departamental"),
    ("narcoticos", "ASEGURAN 120 ENVOLTORIOS CON POSIBLE COCAÍNA EN NAUCALPAN"),
    ("narcoticos", "Detienen a hombre en posesión de mariguana y cristal"),
    ("armas", "DECOMISAN ARMAS LARGAS Y CARTUCHOS ÚTILES EN TEJUPILCO"),
    ("armas", "Asegura policía a hombre con pistola calibre 9 milímetros"),
    ("extorsion-secuestro", "RESCATAN A VÍCTIMA DE SECUESTRO VIRTUAL EN TOLUCA"),
    ("extorsion-secuestro", "Emite SSEM recomendaciones para evitar extorsiones telefónicas"),
    ("homicidio-lesiones", "DETIENEN A IMPLICADO EN HOMICIDIO DE COMERCIANTE"),
    (
        "homicidio-lesiones",
        "Investigan muerte violenta de dos hombres; lesionado por arma de fuego",
    ),
    ("personas-desaparecidas", "LOCALIZAN CON VIDA A MUJER REPORTADA COMO DESAPARECIDA"),
    ("personas-desaparecidas", "Realiza COBUPEM jornada de búsqueda en campo"),
    ("violencia-genero", "BRINDA POLICÍA DE GÉNERO ACOMPAÑAMIENTO A MUJERES VÍCTIMAS DE VIOLENCIA"),
    ("violencia-genero", "Detienen a hombre por violencia familiar en Coacalco"),
    ("ninez-adolescencia", "PARTICIPAN NIÑAS Y NIÑOS EN CURSO DE VERANO DE LA POLICÍA"),
    ("ninez-adolescencia", "Rescatan a menor de edad extraviado"),
    ("proteccion-civil", "ATIENDEN INUNDACIONES POR FUERTES LLUVIAS EN NEZAHUALCÓYOTL"),
    ("proteccion-civil", "Participa SSEM en simulacro nacional de sismo"),
    ("proteccion-civil", "Sofocan bomberos incendio en fábrica"),
    ("vialidad", "IMPLEMENTAN OPERATIVO CONDUCE SIN ALCOHOL EN TLALNEPANTLA"),
    ("vialidad", "Cierre a la circulación en Paseo Tollocan por obras"),
    ("reinsercion-social", "IMPULSA SSEM TALLERES PARA PERSONAS PRIVADAS DE LA LIBERTAD"),
    ("reinsercion-social", "Trasladan a internos del penal de Barrientos a Santiaguito"),
    ("ciberseguridad", "ALERTA POLICÍA CIBERNÉTICA SOBRE PÁGINAS FALSAS DE PRÉSTAMOS"),
    ("ciberseguridad", "Recomiendan proteger contraseñas y datos bancarios en redes sociales"),
    ("reconocimientos", "ENTREGA SECRETARIO RECONOCIMIENTOS A POLICÍAS DESTACADOS"),
    ("reconocimientos", "Rinden homenaje a oficial caído en cumplimiento de su deber"),
    ("procesos-judiciales", "SENTENCIAN A 50 AÑOS DE PRISIÓN A SECUESTRADOR"),
    ("procesos-judiciales", "Vinculan a proceso a tres por robo con violencia"),
    ("procesos-judiciales", "CATEAN INMUEBLE EN ECATEPEC Y ASEGURAN VEHÍCULOS"),
    ("asuntos-internos", "SEPARA SSEM DEL CARGO A POLICÍAS INVESTIGADOS POR ASUNTOS INTERNOS"),
    ("asuntos-internos", "Capacitan a policías en derechos humanos y uso de la fuerza"),
    ("medio-ambiente", "RESCATAN EJEMPLARES DE FAUNA SILVESTRE EN TIANGUISTENCO"),
    ("medio-ambiente", "Detienen a taladores clandestinos en el Nevado de Toluca"),
    ("medio-ambiente", "Aseguran a perros en operativo contra maltrato animal"),
]
FALSE_FRIENDS = [
    ("narcoticos", "Recibe SSEM a la Oficina de Asuntos Internacionales de Narcóticos"),
    ("armas", "Hallan a dos jóvenes con una réplica de arma de fuego"),
    ("armas", "Detienen a hombre con un arma blanca"),
    ("robo", "Recuperan automóvil con reporte de robo"),
    ("extorsion-secuestro", "Se reúne SSEM con la Coordinación Nacional Antisecuestro"),
    ("reinsercion-social", "Concluye curso sobre el sistema penal acusatorio"),
    ("reinsercion-social", "Imparten materia de derecho procesal penal"),
    ("violencia-genero", "Sancionan violación al reglamento de tránsito"),
    ("proteccion-civil", "Detienen a dos que pedían rescate económico"),
]


def _topics(headline: str) -> set[str]:
    bulletin = ParsedBulletin(
        folio=Field(None, Certainty.MISSING),
        year=None,
        issued_on=Field(None, Certainty.MISSING),
        issued_in=Field(None, Certainty.MISSING),
        dateline="",
        headline=Field(headline, Certainty.SURE),
        summary_points=Field((), Certainty.SURE),
        body=Field((), Certainty.SURE),
        boilerplate=Field("", Certainty.SURE),
        issuer=Field(None, Certainty.MISSING),
    )
    return {topic.slug for topic in MATCHER.find(bulletin)}


@pytest.mark.parametrize(("topic", "headline"), HEADLINES)
def test_a_headline_leads_to_its_topic(topic: str, headline: str) -> None:
    assert topic in _topics(headline)


@pytest.mark.parametrize(("topic", "headline"), FALSE_FRIENDS)
def test_a_false_friend_does_not(topic: str, headline: str) -> None:
    assert topic not in _topics(headline)


def test_every_topic_has_a_headline_that_leads_to_it() -> None:
    assert {topic for topic, _ in HEADLINES} == {topic["slug"] for topic in read("topics")}
