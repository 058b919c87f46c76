"""Words that say guilt as a fact, and words of doubt that take it back. All folded."""

from __future__ import annotations

from releases.editorial.lexicon.people import phrase_set

_STEMS = (
    "asesin(?:o|a|os|as)",
    "ladron(?:es|a|as)?",
    "ladronzuel(?:o|a|os|as)",
    "secuestrador(?:a|es|as)?",
    "extorsionador(?:a|es|as)?",
    "violador(?:a|es|as)?",
    "plagiari(?:o|a|os|as)",
    "defraudador(?:a|es|as)?",
    "estafador(?:a|es|as)?",
    "timador(?:a|es|as)?",
    "traficantes?",
    "narcotraficantes?",
    "narcomenudistas?",
    "narcos?",
    "sicari(?:o|a|os|as)",
    "feminicidas?",
    "(?<!arma )(?<!armas )homicidas?",
    "parricidas?",
    "infanticidas?",
    "multihomicidas?",
    "filicidas?",
    "matricidas?",
    "asaltantes?",
    "delincuentes?",
    "(?:(?<=\bel )|(?<=\bun )|(?<=\bal )|(?<=\bla )|(?<=\bdel )|(?<=\buna ))criminal",
    "(?:(?<=\blos )|(?<=\blas )|(?<=\bdos )|(?<=\btres )|(?<=\bestos ))criminales",
    "maleantes?",
    "malhechor(?:a|es|as)?",
    "rater(?:o|a|os|as)",
    "hampon(?:es|a)?",
    "bandid(?:o|a|os|as)",
    "bandoler(?:o|a|os|as)",
    "pandiller(?:o|a|os|as)",
    "gatiller(?:o|a|os|as)",
    "pistoler(?:o|a|os|as)",
    "robacoches",
    "robacarros",
    "robachicos",
    "roba ?autos",
    "cristaler(?:o|a|os|as)",
    "farder(?:o|a|os|as)",
    "carterista(?:s)?",
    "huachicoler(?:o|a|os|as)",
    "talamontes",
    "pederastas?",
    "pedofil(?:o|a|os|as)",
    "depredador(?:a|es)? sexual(?:es)?",
    "abusador(?:a|es|as)?(?: sexual(?:es)?)?",
    "agresor(?:a|es|as)?",
    "golpeador(?:a|es|as)?",
    "acosador(?:a|es|as)?",
    "tratantes? de personas",
    "falsificador(?:a|es|as)?",
    "despojador(?:a|es|as)?",
    "invasor(?:a|es|as)?(?= de)",
    "contrabandistas?",
    "halcones",
    "victimari(?:o|a|os|as)",
    "corrupt(?:o|a|os|as)(?=\\s*(?:,|\\.|;|fue|que|ex|funcionari|polic))",
    "coyotes?(?= (?:fue|detenid|que cobr))",
    "pollero(?=s? (?:fue|detenid|que))",
    "vendedor(?:a|es|as)? de (?:droga|narcoticos?|estupefacientes)",
    "distribuidor(?:a|es|as)? de (?:droga|narcoticos?|estupefacientes)",
    "lider criminal",
    "capo",
    "cabecillas?",
    "chantajistas?",
    "saqueador(?:a|es|as)?",
    "incendiari(?:o|a|os|as)",
    "amante de lo ajeno",
    "amantes de lo ajeno",
    "culpable del? \\w+",
)
VERDICT_NOUNS = frozenset(_STEMS)

# Before any of these, in the same clause, nothing is said as a fact. Beginnings of words.
HEDGES = phrase_set(
    r"""
    presunt, probable, posible, supuest, aparente, al parecer, habria, habrian, podria, podrian
    seria, serian, señalad, acusad, imputad[oa]s? por, señalan, señala a, señalo a, acusan, acusa a
    denunci, se le imputa, se le atribuy, se les atribuy, se les imputa, atribuid
    investigad[oa]s? por, indagad[oa] por, relacionad[oa]s? con, implicad[oa]s? en, sospech
    procesad[oa]s? por, vinculad[oa]s? (?:a proceso )?por, delitos? de, cargos? de, cargos por
    por el delito, quien dijo, quienes dijeron, hipotesis, versiones, se presume, presumen
    investiga si, indaga, determinar si, establecer si, si es, si fue, si son, esclarecer
    tentativa de, intento de, dijo ser, reportad, alert, version, atribuy, querell, acusacion
    apunta, investigacion indica, identific\w+ [^.;]{2;60} como, reconoc\w+ [^.;]{2;60} como
    imput, inocen, vincul\w+ a proceso a \w+ por
    """
)

CRIME_NOUNS = phrase_set(
    r"""
    robos?, hurtos?, asaltos?, homicidios?, feminicidios?, asesinatos?, secuestros?
    extorsion(?:es)?, fraudes?, violacion(?:es)?, abusos?, lesiones, amenazas, despojos?
    delitos?, crimen(?:es)?, agresion(?:es)?, plagios?, ataques?, narcomenudeo, trafico
    venta de (?:droga|narcotic\w+|estupefacient\w+|cristal|marihuana), muertes?, estafas?
    daños?, incendios?, disparos?, allanamientos?, cohechos?, peculados?, trata
    desaparicion(?:es)?, ilicitos?, atracos?, golpiza, balacera, masacre, multihomicidio
    violencia familiar, robo, hechos delictivos, atentados?, cobro de piso, tala, huachicol
    choque, atropellamiento, fuga, saqueos?, contrabando, lavado de dinero, falsificacion
    abigeato, privacion(?:es)? de la (?:libertad|vida), infanticidio, quema, vandalismo, acoso
    privar
    """
)

# Offences told as done: past and imperfect, third person.
CRIME_VERBS = phrase_set(
    r"""
    robo, robaron, robaba, robaban, hurto, hurtaron, asalto, asaltaron, asaltaba, asaltaban
    despojo, despojaron, despojaba, despojaban, mato, mataron, mataba, asesino, asesinaron
    ultimo, ultimaron, ejecuto a, privo de la vida, privaron de la vida, acribillo, apuñalo
    apuñalaron, acuchillo, degollo, estrangulo, asfixio, baleo, balearon, remato, secuestro a
    secuestro al, secuestraron, secuestraba, secuestraban, plagio a, plagiaron, extorsionaba
    extorsionaban, extorsiono, extorsionaron, exigia, exigian, cobraba piso, cobraban piso
    violo, violaron, violaba, abuso de, abusaron de, abusaba de, abusaba, abuso sexualmente
    agredio, agredieron, agredia, agredian, golpeo, golpearon, golpeaba, lesiono, lesionaron
    hirio, hirieron, amenazo, amenazaron, amenazaba, amenazaban, amago, amagaron, amagaba
    amagaban, defraudo, defraudaron, defraudaba, defraudaban, estafo, estafaron, estafaba
    estafaban, engaño, engañaron, engañaba, engañaban, timo, timaba, vendia droga, vendian droga
    vendia (?:\w+ )?(?:narcotic|marihuana|cristal|cocaina|dosis|estupefacient|enervant)\w*
    vendian (?:\w+ )?(?:narcotic|marihuana|cristal|cocaina|dosis|estupefacient)\w*
    vendio (?:droga|cristal|marihuana|cocaina), distribuia, distribuian, traficaba, traficaban
    comercializaba (?:droga|narcotic|cristal|marihuana)\w*, suministraba (?:droga|narcotic)\w*
    sustrajo, sustrajeron, sustraia, se apodero, se apoderaron, desvalijo, desvalijaron
    desvalijaba, desvalijaban, falsifico, falsificaba, falsificaban, suplanto, suplantaba
    incendio, incendiaron, quemo, prendio fuego, disparo, dispararon, ataco, atacaron, acoso
    acosaba, acosaban, hostigaba, hostigo, acecho, saqueo, saquearon, saqueaba, atraco
    atracaron, atracaba, despojo de, arrebato, arrebataron, arrebataba, invadio, invadieron
    exigio (?:\d|\w+ mil|dinero|el pago)
    allano, ordeñaba, ordeñaban, huachicoleaba, talaba, talaban, clono, clonaba, clonaban
    desviaba, desvio, malverso, soborno, sobornaba, planeo, lavaba dinero, reclutaba, reclutaban
    encubrio, encubria, mutilo, descuartizo, torturo, torturaron, sometio y, atropello y
    chantajeaba, chantajeo, perpetro, cometio, cometieron, cometia, cometian
    portaba ilegalmente, dispararon contra, abrio fuego, abrieron fuego
    """
)
