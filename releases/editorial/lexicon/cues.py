"""What bulletins say of persons: that they are held or accused, or that they were harmed. Folded.

Each entry is the beginning of a word or a phrase; the rules weigh them by nearness.
"""

from __future__ import annotations

from releases.editorial.lexicon.people import phrase_set

# Held, accused, investigated, wanted.
HELD = phrase_set(
    r"""
    detenid, detuv, detien, detencion, detener, deteniendo, captur, aprehen, aprehend, arrest
    asegurad, asegurar, aseguraron, aseguro a, aseguramiento, imputad, imputacion, inculpad
    indiciad, procesad, acusad, acusacion, investigad, indagad, sospechos, presunt
    probable responsab, probable particip, probable autor, probable comision, posible responsab
    posible particip, posible interven, posible comision, posible autor, probable implicad
    posible implicad, probable interven, posibles? agresor, posible vinculo, posible relacion
    probable relacion, vinculo a proceso, vincularon a proceso, vinculad, vinculacion, auto de
    auto de formal, prision preventiva, orden de aprehension, orden de captura
    orden de reaprehension, orden judicial, mandamiento judicial, mandato judicial
    mandamiento ministerial, orden girada, orden de busqueda y captura, remitid
    puest(?:o|a|os|as) a disposicion, quedo a disposicion, quedaron a disposicion
    presentad[oa]s? ante, presentado en la fiscalia, dijo llamarse, no pudo explicar
    no supo explicar, no explic, dijeron llamarse, dijo responder, responde al nombre
    respondio al nombre, responden a los nombres, alias, \(a\), apodad, se le hall
    se le encontr, se le localiz, se le decomis, se le incaut, se le les, se le inform
    se le asegur, se le imput, se le atribuy, se le acus, se le investig, se le segu, se le sigu
    se le persig, se le proces, se le formul, se le leyer, se les hall, se les encontr
    se les localiz, se les asegur, se les decomis, cartilla de derechos, derechos que asisten
    lectura de (?:sus )?derechos, leyeron sus derechos, recluid
    internad[oa]s? en el (?:penal|centro|reclusorio)
    ingresad[oa]s? al? (?:penal|centro|reclusorio), ingreso al penal
    ingreso al centro penitenciario, centro preventivo, sorprendid, en flagrancia, flagran
    interceptad, intervenid(?![oa]s? quir), sometid, requerid[oa]s? por, buscad[oa]s? por
    profug, fugitiv
    evadid, absolutori, recompensa por
    se busca a(?! (?:la|el|l[oa]s|una?) (?:niñ|adolescente|menor|joven|mujer|señora|adult|persona))
    audiencia de juicio, audiencia inicial, formulo imputacion
    formular imputacion, cargos, señalad[oa]s? (?:como|de|por), el señalado, la señalada
    implicad, complice, involucrad, coparticip, copartic, lider de, cabecilla, presunto lider
    operador de, integrante de (?:una|la) (?:banda|celula), habria, habrian, fue ubicado y
    dio positivo, bajo custodia de, bajo resguardo de, juzgado civico, oficial calificador
    infractor, tras las rejas, esposad, opus\w+ resistencia, intento huir, intento escapar
    intento darse a la fuga, trato de huir, emprendio la huida, huyo, cateo, le fue ejecutad
    cumplimentad, cumplimentaron, ejecutaron la orden, fue llevad[oa] ante, llevad[oa]s? ante
    trasladad[oa]s? ante, trasladad[oa] al centro penitenciario, trasladad[oa] al penal, querell
    portaba, no acredit, no pudo acreditar, no pudieron acreditar, fue infraccionad
    aliento alcoholico, mercancia robada, con reporte de robo, marcaron el alto, marco el alto
    le marcaron, fue denunciad[oa], denunciad[oa] por, cae\b, cayo\b, caen\b, cayeron\b, ficha roja
    extradi, deportad, reaprehen, boletinad, medida cautelar, medidas cautelares
    suspension condicional, defraudador, fue consignad, consignad[oa]s?, inspeccion preventiva
    al revisar, al inspeccion, revision corporal, le hallaron, le encontraron, le localizaron
    bolsitas, polvo blanco, hierba verde, narcotico, dosis, envoltorios, posible droga, condenad
    sentenciad, culpable, acusan a, vinculan a, imputan a, procesan a, investigan a, encarcel
    encerrad, apres, responder por, por (?:un |una |el |la )?(?:posible|probable|presunt[oa]) \w+
    ligad[oa]s? a, sustraid[oa]s? de la (?:accion|justicia), conducid[oa]s? por, tripulad[oa]s? por
    droga, cristal\b, marihuana, cocaina, heroina, fentanilo, metanfetamina, estupefaciente
    enervante, apocrif, la defensa\b, es inocente
    (?:hall|localiz|encontr|tra[ji]|llev|port|ocult|decomis)\w* (?:\w+ ){0;3}(?:arma|pistola)
    armas? (?:\w+ ){0;2}(?:hallad|localizad|encontrad|decomisad), permiso para portar
    bajo caucion, fianza, situacion juridica, años de carcel, clandestin
    (?:vehiculo|camioneta|motocicleta|auto|automovil|unidad|moto) robad
    quien conducia, quien manejaba, grados de alcohol, sentirse descubiert
    (?:notar|ver|percatarse de|advertir) la presencia (?:de los )?(?:polic|de la autoridad)
    generador(?:a|es)? de violencia, recaptur, guardar silencio, se le vincul
    años de prision, juicio oral, interpol, brazalete, centro preventivo, delictiv
    a disposicion de(?:l| un| una| la)? (?:juez|jueza|ministerio|autoridad|fiscal|agente|juzgado)
    arma hechiza, en posesion de, en los videos, casa de seguridad, en su poder, en su contra
    arraig, retenid, sujet[oa] a proceso
    """
)

# Harmed, dead, missing, complaining.
HARMED = phrase_set(
    r"""
    victima, ofendid, agraviad, afectad, denunciante, quejos, lesionad, herid, fallec, murio
    murieron, muert[oa], occis, finad, extint[oa], sin vida, perdio la vida, perdieron la vida
    privad[oa] de la vida, privo de la vida, despojad, despojo, despojar, asaltad, asaltaron
    agredid, agresion (?:a|contra|en contra), atropellad, arrollad, embestid, secuestrad
    secuestro de, plagiad, privad[oa] de la libertad, privacion de la libertad de, extorsionad
    amenazad, golpead, amagad, rescatad, rescataron, liberad, recibio atencion, hospitaliz
    balead, apuñalad, acuchillad, calcinad, quemadur, intoxicad, ahogad, sufrio, sufria, padecio
    resulto con, resulto lesionad, resulto herid, trasladad[oa]s? al? hospital
    trasladad[oa] a un(?:a)? (?:hospital|clinica|nosocomio), en agravio de, en perjuicio de
    homicidio de, feminicidio de, asesinato de, muerte de, robo a, extorsion a
    por telefono exig, exigieron, exigian, exigio, exigia, le quitaron, le robaron, le arrebat
    narro, relato, conto que, formalizar la denuncia, presento la denuncia, presento su denuncia
    presento denuncia, interpuso, interpusieron, denuncio que, denuncio el, denuncio ante
    levantar la denuncia, formular la denuncia, desaparecid, se busca a, localizad[oa] con vida
    localizada? sana, no localizad, extraviad, ultima vez, ficha de busqueda, usuari[oa]
    pasajer[oa], clienta?, comensal, familiares de, deudos de, viuda de, restos de, cuerpo de
    correspondia a, correspondian a, identificaron el cuerpo
    fue identificado por sus familiares, fue auxiliad, fueron auxiliad, le fue devuelt
    les fue devuelt, le devolvieron, devuelto, devuelta, recupero su, recuperar su
    recuperaron su, fue recuperado y, fue restituid, crisis nerviosa
    recibio (?:un )?(?:disparo|impacto|golpe|amenaz|llamada), recibieron amenaz
    recibia (?:amenaz|llamada), depositara, deposito, transfirio, pago del rescate, pagara
    sobrevivi, accidentad, arrojad, convalec, intervenid[oa] quirurgicamente, orfandad, sepeli
    funeral, velori, estado de salud, fuera de peligro, medidas de proteccion a favor
    orden de proteccion, proteccion a favor de, violencia familiar contra, agredia a, golpeaba a
    amenazaba a, lesiono a, hirio a, disparo contra, disparos alcanzaron, dispararon contra
    ataco a, atacaron a, mato a, mataron a, agredio a, golpeo a, agredieron a, alcanzo a
    alcanzaron a, se le desoj, engañad, estafad, defraudad, timad, su identidad fue usurpada
    suplantad, acosad, hostigad, abusad[oa], violentad, atendid[oa] por paramedicos
    lamento la perdida, lesiones que presentaba, con lesiones, presentaba lesiones, con heridas
    presentaba heridas, presentaba golpes
    recib(?:io|ieron) (?:\w+ ){0;2}(?:disparo|impacto|golpe|amenaz|balazo|herida|puñalad|machetazo)
    denuncio (?:violencia|acoso|amenaz|el robo|la|los|una?|haber), llevada a un refugio
    devolvieron, devolver, propietari, legitim[oa] dueñ, acredito la propiedad, su dueñ
    hallad[oa] sin vida, encontrad[oa] sin vida, hallad[oa] muert, sepultad, inhumad, asesinad
    ejecutad[oa] a balazos, ultimad, mutilad, embolsad, ponchad, linchad, levantad[oa] por
    medidas de proteccion, sus ahorros
    su agresor, cautiverio, cautiva, rescate de, salio iles[oa], resulto iles, perdio sus ahorros
    perdio \d
    perdio (?:\w+ ){0;2}mil, vaciaron su cuenta, clonaron su tarjeta, hackearon, cristalazo
    se ignora su paradero
    se desconoce su paradero, amordazad, maniatad, atad[oa] de manos, sobrevivio
    """
)

# Post or speech or honour right beside a name: who speaks or is honoured is no party to the event.
SPEECH = phrase_set(
    r"""
    informo, informa, señalo, explico, explica, dijo, destaco, destaca, indico, indica, afirmo
    aseguro que, aseguro, subrayo, subraya, añadio, agrego, comento, expreso, expresa, preciso
    detallo, puntualizo, recordo, recalco, reitero, sostuvo, sostiene, anuncio, anuncia
    agradecio, felicito, reconocio, llamo a, exhorto, invito, convoco, encabezo, encabeza
    presidio, preside, inauguro, entrego, recibio a, acompaño, impartio, imparte, dirigio
    coordino, coordina, superviso, expuso, refirio, enfatizo, concluyo, celebro, condeno
    lamento, ofrecio, dicto, dicta, asistio, participo en el, clausuro, dio a conocer, reporto
    confirmo que, comunico, manifesto su, respondio, opino, advirtio, sentencio, calificó
    califico, resolvio, fijo, ordeno, concedio, otorgo, giro, libro (?:la |una )?orden, autorizo
    atendio a, certifico, dictamino, estabilizo, asesora, representa, defiende, reanimo
    """
)

HONOUR = phrase_set(
    r"""
    reconocimiento a, homenaje a, en memoria de, en honor (?:a|de), felicito a, condecor
    galardon, premi, medalla, ascendid, egres, gradu, obtuvo, gano, campeon, primer lugar
    segundo lugar, tercer lugar, conferencia de, impartid[oa] por, a cargo de
    encabezad[oa]s? por, presidid[oa]s? por, dirigid[oa]s? por, coordinad[oa]s? por
    acompañad[oa] por, en representacion de, rescato a, auxilio a, atendid[oa] por el
    autoria de, escrit[oa] por, pintad[oa] por, interpretad[oa] por, fundad[oa] por
    donad[oa] por
    """
)

# After these the law lets a name be given.
FINAL_SENTENCE = (
    r"sentencia (?:condenatoria )?(?:firme|ejecutoriad|definitiva|irrevocable)|en definitiva"
    r"|condena (?:firme|definitiva|ejecutoriada)|causo (?:ya )?(?:estado|ejecutoria)|cosa juzgada"
    r"|(?:quedo|queda|quedado|ya es|es ya) firme|sin que proceda (?:ya )?(?:recurso|medio)"
    r"|sin (?:ningun )?(?:medio|recurso)s? (?:de (?:impugnacion|defensa) )?(?:pendientes?"
    r"|por resolver)"
    r"|sin (?:ya )?(?:medios?|recursos?) (?:de (?:impugnacion|defensa) )?(?:que interponer"
    r"|alguno|disponible)"
    r"|agot(?:o|ado|ados|adas|aron) (?:todos )?(?:los |todas las |las )?(?:recursos"
    r"|instancias|medios)"
    r"|purg(?:a|o|aba|ar|ara|ando)\b|compurg|cumpl(?:e|io|ia|iendo|ir) (?:una |su |la "
    r"|con (?:una |su |la )?)?(?:condena|pena|sentencia)"
    r"|ejecutoria\b|ejecutoriad[oa]s?\b"
    r"|confirm\w+ (?:en definitiva )?la (?:condena|sentencia)"
    r"|sin posibilidad de (?:apela|recurso|impugna)|inapelable|amparo (?:le )?fue negado"
    r"|nego el amparo"
)
NOT_FINAL = (
    r"primera instancia|apel(?:o|ar|ara|acion|aron|able)\b"
    r"|recurso (?:de apelacion )?(?:pendiente|en tramite)"
    r"|no (?:es|esta|ha quedado|queda) firme|aun no|todavia no|podra (?:ser )?(?:impugn"
    r"|recurr|apel)|no ha causado|impugnara"
    r"|recurrible|en espera de sentencia"
)
