"""What people are called in bulletins: posts, kinship, trades, and what happens to them. Folded.

Entries are masculine or feminine singular as listed; rules add plurals where these matter.
"""

from __future__ import annotations

import re

from releases.language.folding import word_set


def phrase_set(listed: str) -> frozenset[str]:
    """One entry a line, or several parted by commas; a line that begins with «|» goes on."""
    listed = re.sub(r"\|?\n\s*\|", "|", listed)
    entries = (entry.strip() for line in listed.split("\n") for entry in line.split(","))
    # A comma parts entries, so repetitions such as {0,2} are written {0;2}.
    return frozenset(entry.replace(";", ",") for entry in entries if entry)


# Holders of public office and people who speak or act for an institution.
POSTS = phrase_set(
    """
    secretario, secretaria, subsecretario, subsecretaria, director, directora, subdirector
    subdirectora, titular, comisionado, comisionada, comisario, comisaria, gobernador
    gobernadora, exgobernador, exgobernadora, presidente, presidenta, alcalde, alcaldesa, edil
    sindico, sindica, regidor, regidora, diputado, diputada, senador, senadora, magistrado
    magistrada, juez, jueza, fiscal, procurador, procuradora, ministro, ministra, rector
    rectora, vicerrector, vicerrectora, delegado, delegada, subdelegado, subdelegada
    coordinador, coordinadora, jefe, jefa, subjefe, comandante, capitan, capitana, general
    coronel, teniente, subteniente, mayor, sargento, cabo, almirante, contralmirante, inspector
    inspectora, subinspector, suboficial, oficial, policia, agente, perito, perita, vocero
    vocera, portavoz, embajador, embajadora, consul, agregado, agregada, defensor, defensora
    abogado, abogada, abogado defensor, litigante, comandanta, actuario, actuaria, notario
    notaria, encargado de despacho
    encargada de despacho, encargado del despacho, encargada del despacho, encargado, encargada
    representante, consejero, consejera, contralor, contralora, tesorero, tesorera
    oficial mayor, secretario tecnico, instructor, instructora, catedratico, docente, academico
    academica, investigador, investigadora, conferencista, ponente, especialista, experto
    experta, psicologo, psicologa, medico, medica, doctor, doctora, paramedico, paramedica, bombero
    bombera, rescatista, brigadista, cadete, obispo, arzobispo, sacerdote, parroco, presbitero
    ombudsman, presidente municipal, presidenta municipal, superintendente
    administrador general, administrador, lider, dirigente, activista, vocal, enlace
    responsable del area, responsable de comunicacion, mando, mando policial
    secretario de seguridad, ministerio publico, agente del ministerio publico, juzgador
    juzgadora, tribunal, piloto, guardia, custodio, custodia penitenciaria, visitador
    visitadora, asesor, asesora, gerente, empresario, vicepresidente, vicepresidenta, moderador
    moderadora, facilitador, facilitadora, tallerista, capacitador, capacitadora
    maestro de ceremonias, atleta, deportista, boxeador, boxeadora, futbolista, cantante, actor
    actriz, autor, autora, escritor, escritora, poeta, pintor, pintora, muralista, artista
    musico, cineasta, periodista, historiador, historiadora, medallista, ganador, ganadora
    fundador, fundadora, profesor, profesora, entrenador, entrenadora, cronista, campeon
    campeona, corredor, corredora, ciclista ganador
    """
)

# Posts whose holder may be anybody: a trade or a calling keeps nobody out of an event.
CALLINGS = phrase_set(
    """
    docente, academico, academica, catedratico, medico, medica, doctor, doctora
    psicologo, psicologa, sacerdote, parroco, presbitero, activista, lider, dirigente, piloto
    guardia, custodio
    gerente, empresario, administrador, encargado, encargada, atleta, deportista, boxeador
    boxeadora, futbolista, cantante, actor, actriz, autor, autora, escritor, escritora, poeta
    pintor, pintora, muralista, artista, musico, cineasta, periodista, historiador, historiadora
    profesor, profesora, entrenador, entrenadora, cronista, corredor, corredora, mayor, general
    especialista, experto, experta, instructor, instructora, notario, notaria
    """
)

# Before a name without saying an office.
TITLES = word_set(
    """
    lic licenciado licenciada licda ing ingeniero ingeniera arq arquitecto arquitecta dr dra
    doctor doctora mtro mtra maestro maestra prof profa profra profesor profesora c sr sra srta
    señor señora señorita don doña joven ciudadano ciudadana cmdte cmte cte cap gral cnel tte
    sgto psic qfb cp
    """
)

# Forms of address that tell no learning and no office.
RESPECT = word_set("c sr sra srta señor señora señorita don doña joven ciudadano ciudadana")

KINSHIP = phrase_set(
    """
    padre, madre, papa, mama, hijo, hija, hermano, hermana, esposo, esposa, conyuge, pareja
    novio, novia, abuelo, abuela, nieto, nieta, bisnieto, bisnieta, tio, tia, sobrino, sobrina
    primo, prima, suegro, suegra, yerno, nuera, cuñado, cuñada, padrastro, madrastra, hijastro
    hijastra, hermanastro, hermanastra, medio hermano, media hermana, padrino, madrina, ahijado
    ahijada, viudo, viuda, concubino, concubina, exesposo, exesposa, expareja, ex pareja
    ex esposo, ex esposa, familiar, tutor, tutora, compadre, comadre, prometido, prometida
    consuegro, consuegra, gemelo, gemela, primogenito, primogenita, huerfano, huerfana
    descendiente, heredero, heredera
    """
)

TRADES = phrase_set(
    """
    abarrotero, abarrotera, abogado, abogada, actuario, administrador, administradora
    agricultor, agricultora, albañil, alfarero, alfarera, artesano, artesana, asistente
    auxiliar, barbero, bibliotecario, bibliotecaria, bombero, bombera, cajero, cajera
    camarografo, campesino, campesina, cantante, cantinero, carnicero, carnicera, carpintero
    cartero, catequista, cerrajero, cerrajera, chef, chofer, choferesa, cocinero, cocinera
    comerciante, conductor, conductora, conserje, contador, contadora, coreografo, costurera
    cronista, cura, curandera, curandero, dentista, odontologo, odontologa, director, directora
    dueño, dueña, ebanista, educadora, ejidatario, ejidataria, electricista, empresario
    empresaria, encargado, encargada, enfermero, enfermera, entrenador, entrenadora, escritor
    escritora, estilista, farmaceutico, farmaceutica, florista, fotografo, fotografa, ganadero
    ganadera, gasolinero, gerente, guardabosques, herrero, hotelero, jardinero, jornalero
    joyero, joyera, lechero, locatario, locataria, locutor, locutora, maestro, maestra
    mayordomo, mayordoma, mecanico, medico, medica, mesero, mesera, molinera, molinero, musico
    niñera, notario, notaria, obrero, obrera, optometrista, organista, panadero, panadera
    paletero, parroco, partera, partero, pastor, pastora, peluquero, peluquera, periodista
    pescador, plomero, profesor, profesora, propietario, propietaria, psicologo, psicologa
    quimico, recepcionista, reportero, reportera, relojero, sacerdote, sacristan, sastre
    secretario, secretaria, taquero, taquera, taxista, talabartero, tendero, tendera, tianguista
    tortillera, tortillero, transportista, vendedor, vendedora, veterinario, veterinaria
    vigilante, vidriero, vulcanizador, zapatero, tesorero, tesorera, regidor, regidora, sindico
    sindica, delegado, delegada, alcalde, alcaldesa, presidente municipal, presidenta municipal
    comisariado, comisariado ejidal, comisario ejidal, diputado, diputada, juez, jueza, fiscal
    rector, rectora, candidato, candidata, lider, dirigente, representante, coordinador
    coordinadora, subdirector, subdirectora, comandante, titular, jefe, jefa, oficial, policia
    presidente, presidenta, supervisor, supervisora, inspector, inspectora, bailarin, bailarina
    cronista municipal, juez conciliador, oficial conciliador, oficial conciliadora, capitan
    capitana, arbitro, torero, charro, reina, organillero, campanero, boticario, boticaria
    fontanero, apicultor, apicultora, piscicultor, floricultor, floricultora, productor
    productora, tablajero, tablajera, paradirectora, prefecto, prefecta, orientador, orientadora
    bibliotecologa, monja, religiosa, religioso, fraile, obispo, vicario, diacono, seminarista
    misionero, misionera, trabajadora social, trabajador social, cuidador, cuidadora, velador
    veladora, portero, repartidor, repartidora, despachador, despachadora, operador, operadora
    maquinista, piloto, instructor, instructora, nutriologo, nutriologa, ginecologo, ginecologa
    pediatra, cirujano, cirujana, anestesiologo, laboratorista, radiologo, fisioterapeuta
    terapeuta, hojalatero, lavandera, planchadora, tejedora, modista, bordadora, ceramista
    luthier, escultor, escultora, dulcero, dulcera, nevero, pulquero, mezcalero, queso, quesero
    tamalera, juguero, frutero, verdulero, pollero, papelero, ferretero
    """
)

PLACE_HEADS = phrase_set(
    """
    calle, calles, avenida, avenidas, av, avda, bulevar, boulevard, blvd, calzada, callejon
    privada, cerrada, andador, circuito, retorno, paseo, prolongacion, camino, carretera
    autopista, libramiento, vialidad, viaducto, eje, periferico, via, glorieta, puente
    distribuidor, paradero, estacion, terminal, ruta, rutas, colonia, colonias, col, barrio
    barrios, fraccionamiento, unidad habitacional, conjunto, conjunto urbano, residencial, ejido
    rancheria, rancho, hacienda, exhacienda, comunidad, comunidades, pueblo, poblado, localidad
    delegacion, municipio, municipios, alcaldia, villa, ciudad, estado, valle, cerro, sierra
    parque, jardin, plaza, plazas, mercado, mercados, tianguis, central, escuela, escuelas
    primaria, secundaria, preparatoria, telesecundaria, jardin de niños, kinder, colegio
    instituto, universidad, tecnologico, plantel, biblioteca, museo, teatro, auditorio
    auditorios, foro, sala, salon, hospital, hospitales, clinica, sanatorio, centro
    centro penitenciario, penal, reclusorio, cereso, carcel, prision, operativo, operativos
    operacion, programa, plan, estrategia, caso, ley, medalla, premio, presea, torneo, copa
    carrera, estadio, deportivo, polideportivo, gimnasio, unidad deportiva, presa, laguna, lago
    rio, canal, barranca, base, cuartel, edificio, torre, corporativo, fundacion, asociacion
    sindicato, empresa, tienda, farmacia, restaurante, hotel, banco, parroquia, iglesia, templo
    capilla, santuario, basilica, catedral, panteon, cementerio, monumento, estatua, aeropuerto
    helipuerto, metro, mexibus, mexicable, suburbano, tren, linea, region, zona, sector
    cuadrante, subestacion, modulo, comandancia, agencia, fiscalia, juzgado, generacion, san
    santa, santo, santos, los, las, el, la, estancia, casa, albergue, refugio, orfanato
    guarderia, cai, casa hogar, beca, catedra, aula, explanada, kiosco, quiosco, velodromo
    alberca, campo, campamento, portal, portales, mina, minas, predio, paraje, bosque, volcan
    isla, lomas, loma, jardines, bosques, granjas, prados, villas, haciendas, ampliacion, unidad
    manzana, lote, motel, salon de fiestas, buque, batallon, grupo, orquesta, banda, batalla
    aniversario, natalicio, busto, obra, cuenca, concurso, certamen, congreso, feria, expo
    festival, simposio, diplomado, protocolo, alerta, fuerza de tarea, fuerza
    base de operaciones, puesto, reten, caseta, garita, entronque, crucero
    cruce, cruces, confluencia, interseccion
    """
)

# Institutions: capitalised words that no person's name holds.
INSTITUTION_WORDS = word_set(
    """
    secretaria subsecretaria direccion subdireccion comision fiscalia procuraduria policia
    guardia nacional estatal municipal federal ministerio publico unidad centro coordinacion
    consejo comite instituto universidad escuela colegio tribunal juzgado poder judicial
    gobierno estado camara congreso ayuntamiento proteccion civil cruz roja bomberos seguridad
    justicia salud educacion desarrollo mexico mexiquense fuerza tarea ejercito marina armada
    defensa sistema programa operativo plan estrategia mesa mesas paz construccion informe ley
    codigo penal constitucion articulo grupo agrupamiento brigada region facebook instagram
    twitter whatsapp youtube tiktok semana dia feria festival torneo copa academia departamento
    hospital clinica reclusorio parque plaza mercado metro mexibus mexicable junta general
    especializada especializado atencion victimas mujeres mujer genero adolescentes derechos
    humanos carpeta investigacion control zona oriente poniente norte sur valle ciudad avenida
    calle colonia barrio carretera autopista circuito boulevard bulevar calzada comunicado
    boletin enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre lunes martes miercoles jueves viernes sabado domingo
    """
)

# Heroes and others whose names are streets, schools and operations far more often than persons.
HEROES = phrase_set(
    """
    benito juarez, miguel hidalgo, jose maria morelos, emiliano zapata, francisco villa
    pancho villa, venustiano carranza, alvaro obregon, lazaro cardenas, francisco i madero
    francisco madero, ignacio allende, ignacio zaragoza, vicente guerrero, josefa ortiz
    josefa ortiz de dominguez, leona vicario, mariano matamoros, mariano abasolo, juan aldama
    guadalupe victoria, adolfo lopez mateos, isidro fabela, sor juana ines de la cruz, sor juana
    jose vasconcelos, justo sierra, melchor ocampo, nicolas romero, nicolas bravo
    valentin gomez farias, ricardo flores magon, felipe angeles, niños heroes, gustavo baz
    gustavo baz prada, andres molina enriquez, heriberto enriquez, ignacio manuel altamirano
    ramon lopez velarde, octavio paz, jaime torres bodet, diego rivera, frida kahlo
    gabriel ramos millan, plutarco elias calles, porfirio diaz, jose maria pino suarez
    pino suarez, belisario dominguez, aquiles serdan, margarita maza de juarez, margarita maza
    santos degollado, leandro valle, jose maria velasco, felipe villanueva, angel maria garibay
    juan fernandez albarran, carlos hank gonzalez, jorge jimenez cantu, alfredo del mazo
    luis donaldo colosio, adolfo ruiz cortines, miguel aleman, lopez portillo
    jose lopez portillo, gustavo diaz ordaz, luis echeverria, manuel avila camacho
    simon bolivar, cristobal colon, martin luther king, luis pasteur, alexander von humboldt
    isaac newton, fernando montes de oca, juan escutia, agustin melgar, vicente suarez
    juan de la barrera, agustin de iturbide, hermenegildo galeana, jose mariano jimenez
    xicotencatl, nezahualcoyotl, cuauhtemoc, moctezuma, gustavo a madero, donato guerra
    pedro moreno, carmen serdan, rosario castellanos, amado nervo, salvador diaz miron
    sebastian lerdo de tejada, lerdo de tejada, mariano escobedo, jose maria pino suarez
    jesus garcia corona, jesus garcia, juan sarabia, francisco sarabia, miguel lerdo de tejada
    guillermo prieto, ignacio ramirez, ponciano arriaga, gabino barreda, manuel doblado
    rafael ramirez, gabriela mistral, narciso mendoza, pipila, juan de dios peza
    jose clemente orozco, david alfaro siqueiros, elena garro, carlos fuentes, cesar chavez
    francisco marquez, fernando montes, servando teresa de mier, fray servando
    manuel acuña, juan rulfo, jose marti, ernesto peralta, constituyentes
    """
)
