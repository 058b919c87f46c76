"""What stands right beside the name of somebody held or harmed. Folded; stems where so said."""

from __future__ import annotations

from releases.editorial.lexicon.people import phrase_set

# «la víctima, …»: what a person who was harmed is called.
HARMED_NOUNS = phrase_set(
    r"""
    (?<!segun )(?<!segun el )(?<!segun la )(?<!segun los )testigos?
    (?<!atencion a )(?<!apoyo a )(?<!comision de )victimas?, ofendid[oa]s?, agraviad[oa]s?
    quejos[oa]s?, denunciantes?, querellantes?, usuari[oa]s?, pasajer[oa]s?, afectad[oa]s?
    lesionad[oa]s?, herid[oa]s?, fallecid[oa]s?, occis[oa]s?, finad[oa]s?, difunt[oa]s?
    extint[oa]s?, muert[oa]s?, desaparecid[oa]s?, sobrevivientes?, pasiv[oa]s?(?: del delito)?
    cautiv[oa]s?, secuestrad[oa]s?, plagiad[oa]s?, accidentad[oa]s?, atropellad[oa]s?
    balead[oa]s?, baleados?, ahogad[oa]s?, intoxicad[oa]s?, quemad[oa]s?, extraviad[oa]s?
    ausentes?, damnificad[oa]s?, rescatad[oa]s?, asaltad[oa]s?, golpead[oa]s?, agredid[oa]s?
    amenazad[oa]s?, extorsionad[oa]s?, estafad[oa]s?, defraudad[oa]s?, deudos?, viud[oa]s?
    huerfan[oa]s?, peaton(?:es)?, transeuntes?, cuentahabientes?, client[ea]s?, comensal(?:es)?
    paisanos?, victimad[oa]s?, perecid[oa]s?, sepultad[oa]s?, convaleciente
    inquilin[oa]s?, propietari[oa]s?, dueñ[oa]s?, cuerpo, cadaver, despojad[oa]s?, asesinad[oa]s?
    caid[oa]s? en (?:cumplimiento|servicio|el (?:deber|enfrentamiento|ataque)|accion)
    fenecid[oa]s?, no localizad[oa]s?, hoy occis[oa], derechohabiente, solicitante de auxilio
    """
)

# «el imputado, …»: what a person who is held or accused is called.
HELD_NOUNS = phrase_set(
    r"""
    imputad[oa]s?, acusad[oa]s?, señalad[oa]s?, inculpad[oa]s?, procesad[oa]s?, indiciad[oa]s?
    investigad[oa]s?, detenid[oa]s?, aprehendid[oa]s?, capturad[oa]s?, arrestad[oa]s?
    asegurad[oa]s?, remitid[oa]s?, sujetos?, sospechos[oa]s?, profug[oa]s?, fugitiv[oa]s?
    (?:presunt[oa]s?|probables?|posibles?|supuest[oa]s?) (?!(?:robos?|hurtos?|asaltos?|homicidios?
    |feminicidios?|secuestros?|extorsion\w*|fraudes?|abusos?|lesion\w+|amenazas?|despojos?|delitos?
    |agresion\w*|violencia|daños?|acoso|violacion|comision|relacion|participacion|venta
    |engaños?)\b)\w+
    reos?, intern[oa]s?, reclus[oa]s?
    infractor(?:a|es|as)?, complices?, implicad[oa]s?, involucrad[oa]s?, requerid[oa]s?
    cabecillas?, individuos?, vinculad[oa]s? a proceso, retenid[oa]s?, interceptad[oa]s?
    consignad[oa]s?, objetivo prioritario, agresor(?:a|es|as)?, coimputad[oa]s?, encausad[oa]s?
    enjuiciad[oa]s?, indagad[oa]s?, evadid[oa]s?, sentenciad[oa]s?, condenad[oa]s?, demandad[oa]s?
    denunciad[oa]s?, lider (?:de|del) [\w ]{3;30}, extraditad[oa]s?, aludid[oa]s?, buscad[oa]s?
    """
)

# Stems of what is done to somebody who is harmed.
HARM_STEMS = phrase_set(
    r"""
    mat(?=o\b|aron|an\b|ar\b|ara|ando|ad[oa]), asesin, hir(?=i), hier, herid, lesion, golpe, agred
    atac
    embosc, amenaz, amag, despoj, asalt, rob(?=o\b|aron|an\b|ar\b|ara|aba), extorsion, secuestr
    plagi
    viol(?=o\b|aron|ar\b|an\b|aba|ad[oa]), acos, hostig, atropell, arroll, embist, embest, impact
    priv(?=o|ar|an|ad[oa]s? de la|aba), balea, baleo, apuñal, acuchill, estaf, engañ, defraud
    dispar, abus(?=o\b|aron|aba|ar\b), insult, retuv, retien, intimid, chantaje, exig, acribill
    (?<!se )ejecut, ultim, calcin, quem(?=o|ar|ad), sepult, linch, levant, despach, victim, encañon
    privar, mantenian, sustraj, arrebat, quit(?=o|ar|an|aba), vaci(?=o|ar|an), timar, timo\b, mord
    machete, navaje, estrangul, asfixi, ahorc, tortur, maniat, amordaz, encerr, ultraj, violent
    cobr(?=o|ar|aban?), tirote, rafague
    """
)

# Stems of what is done for somebody who was harmed or was missing.
RESCUE_STEMS = phrase_set(
    r"""
    rescat, liber(?=o|ar|ad[oa]|an\b|en\b), auxili, hall(?=a|o), localiz, encontr, encuentr, busc
    reunier, reintegr, devolv, devuelv, atend, atiend, hospitaliz, protegi, proteg, evacua
    trasladaron al hospital
    """
)

# Stems of what an authority does to somebody held.
HOLD_STEMS = phrase_set(
    """
    deten, detien, detuv, captur, aprehend, aprehen, asegur, arrest, apres, intervin
    interven(?!id[oa]s? quirurgic)
    intercept, sorprend, somet, esposa, remit, recluy, recluir, encarcel, vincul, imput, acus
    proces, investig, consign, inculp, extradit, deport, persig, persegu, señal, denunci, demand
    infraccion, sancion, indag, turn(?=ad|ar|o\b), recaptur, captaron, capto, inmoviliz
    revis, inspeccion, reaprehend, requir, requier, sentenci, conden
    retien, cae, abati, implic, exhib, cit(?=o a|aron a), buscan para, enjuici
    """
)

# Deeds named by a noun: «el homicidio de…».
HARM_EVENTS = phrase_set(
    """
    homicidio, feminicidio, asesinato, secuestro, muerte, violacion, plagio, desaparicion
    fallecimiento, deceso, robo, extorsion, agresion, agresiones, ataque, ataques, lesiones
    amenaza, amenazas, fraude, despojo, abuso, acoso, violencia, atentado, disparo, disparos
    ausencia, extravio, sustraccion, perdida, sepelio, funeral, velorio, necropsia, autopsia
    restos, cuerpo, cadaver, deudos, familiares, familia, agravio, perjuicio, reaparicion
    cautiverio, ejecucion, atropellamiento, victimacion, tortura, hospitalizacion, intoxicacion
    ahogamiento, lesion, golpiza, viuda, viudo, huerfanos, ficha de busqueda, cedula de busqueda
    alerta amber, protocolo alba
    """
)
# These are told of the harmed and of the wanted; what follows the name decides.
SEARCH_EVENTS = phrase_set(
    "rescate, liberacion, localizacion, busqueda, paradero, ubicacion, hallazgo"
)
HOLD_EVENTS = phrase_set(
    """
    detencion, captura, aprehension, arresto, aseguramiento, reaprehension, imputacion
    presentacion, traslado, localizacion y captura, reclusion, encarcelamiento, extradicion
    deportacion, vinculacion a proceso, proceso, procesamiento, remision, consignacion, cateo
    defensa, abogado, abogada, defensor, defensora, reingreso, ingreso, fuga, situacion juridica
    responsabilidad, participacion, intervencion, complicidad, antecedentes, banda, celula
    domicilio cateado, amparo, juicio, audiencia, captura y detencion
    """
)

# What is told of somebody harmed with the verb before or after the name.
SUFFERED = phrase_set(
    r"""
    fallec(?:io|ieron|e|en), murio, murieron, muere, mueren, perd(?:io|ieron|ia) la vida
    perdio (?:sus (?:ahorros|pertenencias)|\d|\w+ mil), pierden? la vida, perec(?:io|ieron)
    desaparec(?:io|ieron), se ahog(?:o|aron), libr(?:o|aron) la muerte, sobreviv(?:io|ieron|e)
    sufri(?:o|eron), padec(?:io|ieron)
    result(?:o|aron) (?!(?:deten|asegur|capt|arrest|imput|responsab|culp|ser
    |reconoc|condecor|galardon|gan|elect|premi|design|benefici|seleccion|acreedor
    |favorec))(?:con (?=\w))?\w+
    sal(?:io|ieron) iles[oa]s?
    qued(?:o|aron) (?:atrapad|herid|lesionad|sepultad|prensad|inconsciente|sin vida|viud|huerfan
    |tendid)\w*
    cay(?:o|eron) (?:de|del|desde|al|a un|a la)\b
    se encuentran? (?:fuera de peligro|hospitaliz|grav|delicad|estable|con vida|desaparecid
    |sana)
    permanec\w+ (?:hospitaliz|internad[oa] en (?:el|un|la) (?:hospital|clinica)|grave|cautiv)
    permanec\w+ (?:desaparecid|en terapia|estable|privad[oa] de), dejo de existir, agoniz(?:a|o)\b
    recib(?:io|ieron|e|ia) (?:un|una|varios|varias|\w+) (?:disparo|impacto|golpe|balazo|herida
    |puñalad|machetazo|amenaza|llamada|mensaje|descarga|cornada|mordida|pedrada)\w*
    (?:ha|han|habia|habian) (?:recibido (?:amenazas|llamadas|mensajes|golpes
    |\w+ (?:disparo|amenaza))
    |sufrido|fallecido|desaparecido|muerto|perdido la vida|padecido|perecido)
    huy(?:o|eron) de sus?
    no se (?:ha )?(?:tiene|tienen|tenido|sabe|supo|sabido)
    recib(?:io|e|ia) (?:llamadas|amenazas|mensajes|disparos|impactos), recuper(?:o|aron) su\b
    reconoc(?:io|ieron) (?:a (?:su|sus|los?|las?) (?:agresor|asaltant|atacante|victimari|captor)
    |(?:el cuerpo|en la camara)|(?:a l[oa]s?|al) [\w ]{2;30} que l[aeo]s? )
    logr(?:o|aron) (?:huir|escapar) de sus, convalec, no (?:ha )?(?:regres|volv|vuelt)\w*
    vist[oa]s? por ultima vez, (?:era|fue) vist[oa], tenia (?:lesiones|heridas|golpes)
    presenta(?:ba)? (?:lesiones|heridas|golpes|quemaduras)
    era (?:amenazad|extorsionad|golpead|acosad|agredid)\w*, son? (?:la|las) victimas?, teme por su
    temia por su, fue privad[oa] de la (?:vida|libertad), dio a luz
    """
)

# What a person does who complains of a deed; somebody in office may do so for others.
COMPLAINED = phrase_set(
    r"""
    denunci(?:o|aron|a), interpuso, interpusieron, narr(?:o|aron), relat(?:o|aron)
    cont(?:o|aron) que, formul(?:o|aron|ara) (?:la |su |una )?(?:denuncia|querella)
    ratific(?:o|aron) (?:la |su )
    present(?:o|aron|ara) (?:la |su |una |formal )*(?:denuncia|querella)
    levant(?:o|aron) (?:la|un) acta, identific(?:o|aron) (?:el cuerpo|a (?:su|sus)|plenamente)
    reconoc(?:io|ieron) (?:sus|su)\b, deposit(?:o|aron|ara), transfiri(?:o|eron|era)
    pag(?:o|aron|ara|aba) (?:el|\d|\w+ mil|un)
    entreg(?:o|aron|ara) (?:dinero|\d|\w+ mil|el efectivo|sus pertenencias), acudio a denunciar
    (?:dijo|conto|narro|explico|relato|comento) a l[ao]s? (?:polic|oficial|agente|element|unif)
    pidi(?:o|eron) (?:ayuda|auxilio), solicit(?:o|aron) (?:ayuda|auxilio|apoyo), llam(?:o|aron) al
    acus(?:o|aron) a, señal(?:o|aron) a, reconocio a su, marco al
    reporto (?:el robo|que|la desap)
    """
)


# What is told of somebody accused with the verb after the name.
ACCUSED_OF = phrase_set(
    r"""
    simul(?:o|aba|aron) (?:su|el|la|un|una), ofrec(?:io|ia) (?:un |una )?(?:empleo|trabajo) fals
    utiliz(?:o|aba) (?:prestanombres|document|identi), se ostent(?:o|aba), se hizo pasar
    se hacia pasar, suplant(?:o|aba)
    se reserv(?:o|aron) (?:el|su) derecho, se acog(?:io|ieron), guardo silencio
    se abstuv(?:o|ieron) de declarar, se declar(?:o|aron) (?:culpable|inocente)
    enfrent(?:e|en|ara|aria|aba|o) (?:su|un|el|los) (?:proceso|juicio|cargos)
    (?:enfrente|permanezca|siga|continue|seguira|continuara) [\w ]{0;20}(?:proceso|prision|reclu)
    (?:esta|estan|estaria|fue|quedo) (?:ligad|relacionad|vinculad)[oa]s?
    continuan? (?:sustraid|profug|evadid)\w*, acelero, se dio a la fuga, se dieron a la fuga
    burlo, quiso (?:huir|escapar), pag(?:o|aron) (?:una |la )?fianza, se ampar(?:o|aron)
    podria (?:alcanzar|recibir|pasar) [\w ]{1;20}años
    jalo (?:el|del) gatillo, accion(?:o|aron) (?:el|un) arma, deton(?:o|aron)
    es considerad[oa] (?:\w+ )?(?:generador|objetivo|lider|jefe|responsable)
    fue (?:llevad|turnad|remitid|presentad)[oa] (?:ante|al|a la|por (?:elementos|policias|agentes))
    resulto positivo, (?:cuenta|contaba) con (?:\w+ )?ingresos
    solto (?:el|la) arma, se entreg(?:o|aron), huy(?:o|eron)(?! de sus?\b), corrio, corrieron
    escap(?:o|aron)
    se fug(?:o|aron), se resist(?!\w+ al? (?:asalto|robo|ser asalt))
    opuso resistencia, no opuso
    portaba, portaban
    llevaba (?:consigo|entre|ocult[oa]s?|droga|un arma), arrojo, avento
    trat(?:o|aron) de (?:huir|escapar|darse|evadir|ocultar|sobornar), intent(?:o|aron)
    pretend(?:io|ia|ieron|ian), enfrent(?:a|o|ara|an|aran), enfrento a, habria, habrian
    presuntamente, probablemente, supuestamente, posiblemente, quien presuntamente, al parecer
    era buscad, es buscad, es investigad, es señalad, es acusad, es requerid, es procesad
    son investigad, son señalad, era requerid, era investigad
    sera (?:presentad|extraditad|remitid|trasladad[oa] al (?:penal|reclusorio|centro)|juzgad
    |procesad|imputad|deportad|investigad)
    seran (?:presentad|remitid|juzgad|procesad), continuara (?:su|el|con su) proceso
    seguira (?:su|el|con su|en|bajo) (?:proceso|prision)
    quedo (?:arrestad|recluid|intern|preso|presa|bajo custodia|en prision|a disposicion|sujet
    |libre|en libertad)\w*
    quedaron (?:arrestad|recluid|intern|presos|presas|bajo|en prision|a disposicion|sujet)\w*
    permanec\w+ (?:en prision|recluid|intern|detenid|en el penal|bajo arresto|arraigad|arrestad
    |preso)
    cuenta con (?:orden|mandamiento|antecedentes|\w+ ingresos|un ingreso|ficha)
    contaba con (?:orden|mandamiento|antecedentes|\w+ ingresos|un ingreso|ficha)
    tiene (?:orden|antecedentes|ingresos|\w+ ingresos|una orden|un mandamiento)
    tenia (?:orden|antecedentes|una orden), reingres
    a quien (?:la fiscalia|el ministerio publico|la autoridad|se) (?:le )?(?:imput|acus|señal
    |atribuy|investig|decomis|asegur|hall|encontr|localiz|mostr|ley|busc|sigu|vincul)
    contra quien, en contra de quien, por quien se ofre
    conducia (?:ebri|en estado|con aliento|a exceso), ofrecio sobornar, dijo desconocer, no supo
    no pudo, no (?:logr\w+ |pud\w+ )?(?:acredit|justific|comprob|demostr|explic), no pudieron
    no supieron, nego (?:haber|los cargos|su), acepto (?:haber|los cargos|su), confeso
    declaro (?:su culp|haber), obtuvo (?:su|la) libertad, recobro (?:su|la) libertad
    amag(?:o|aron), fingi(?:o|eron), vendia, distribuia, operaba, lideraba
    encabezaba (?:una|la|un) (?:banda|celula|grupo), cobraba, ofrecia, ocultaba, transportaba
    manejaba (?:ebri|en estado|con aliento), fue (?:sentenciad|absuelt|exonerad), acumul, purg
    evadi(?:o|a) la justicia, compareci(?:o|eron)(?! (?:en|como|a)\b), fue puesto en libertad
    apel(?:o|aron)
    """
)
