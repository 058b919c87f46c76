"""What says the same in other words: synonyms, abbreviations, acronyms, short names of places.

All folded. A row of `SAME` lists wordings that may stand for each other without a fact changing;
indented lines continue the row before.
"""

from __future__ import annotations

import re

from releases.language.folding import word_set

_SAME = """
a fin de | para | con el fin de | con la finalidad de | con el objetivo de | con el objeto de
    | con el proposito de | a efecto de
de inmediato | inmediatamente | de forma inmediata | de manera inmediata
capacitacion | formacion | adiestramiento | entrenamiento
capacito | formo | adiestro | entreno
asimismo | ademas | tambien | igualmente | de igual forma | de igual manera
    | de la misma manera | del mismo modo | a si mismo | asi mismo
posteriormente | despues | luego | mas tarde | enseguida | en seguida
realizo | efectuo | llevo a cabo
realizaron | efectuaron | llevaron a cabo
tuvo lugar | se llevo a cabo | se realizo | se efectuo | se celebro
tuvieron lugar | se llevaron a cabo | se realizaron | se efectuaron | se celebraron
tendra lugar | se llevara a cabo | se realizara | se efectuara | se celebrara
ocurrio | sucedio | acontecio | se suscito | se registro | se presento | tuvo lugar
ocurrieron | sucedieron | acontecieron | se suscitaron | se registraron | se presentaron
    | tuvieron lugar
masculino | hombre | varon
femenina | mujer
masculinos | hombres | varones
femeninas | mujeres
numero telefonico | telefono | linea telefonica | numero de telefono
arribaron | llegaron
arribo | llego
nosocomio | hospital
motocicleta | moto
automovil | auto | coche
traslado | llevo
trasladaron | llevaron
trasladado | llevado
trasladada | llevada
realizar | efectuar | llevar a cabo
realizara | efectuara | llevara a cabo
realiza | efectua | lleva a cabo
realizan | efectuan | llevan a cabo
informo | dio a conocer | comunico | señalo | indico | expuso | explico | detallo | menciono
    | expreso | refirio | puntualizo | preciso
informaron | dieron a conocer | comunicaron | señalaron | indicaron | expusieron | explicaron
    | detallaron | mencionaron
auxilio | ayudo | apoyo
auxiliaron | ayudaron | apoyaron
auxiliar | ayudar | apoyar
abordo | subio a
abordaron | subieron a
inicio | comenzo | arranco | empezo
iniciaron | comenzaron | arrancaron | empezaron
inicia | comienza | arranca | empieza
iniciara | comenzara | arrancara | empezara
concluyo | termino | finalizo | culmino
concluyeron | terminaron | finalizaron | culminaron
concluir | terminar | finalizar | culminar
usar | utilizar | emplear
uso | utilizacion | empleo
uso | utilizo | empleo
usaron | utilizaron | emplearon
brindo | ofrecio | proporciono | dio | presto
brindaron | ofrecieron | proporcionaron | dieron | prestaron
brindar | ofrecer | proporcionar | dar | prestar
brinda | ofrece | proporciona | da | presta
brindan | ofrecen | proporcionan | dan | prestan
fortalecer | reforzar | robustecer
fortalecimiento | reforzamiento
fortalecio | reforzo
fortalece | refuerza
fortalecen | refuerzan
ciudadania | poblacion
hallaron | encontraron | localizaron | ubicaron
hallo | encontro | localizo | ubico
hallado | encontrado | localizado | ubicado
hallada | encontrada | localizada | ubicada
acudieron | asistieron | se presentaron
acudio | asistio
actualmente | hoy en dia | en la actualidad
aproximadamente | alrededor de | cerca de | unos | unas
laborar | trabajar
labores | trabajos | tareas
lesionado | herido
lesionada | herida
lesionados | heridos
lesionadas | heridas
de acuerdo con | segun | conforme a | con base en
donde | en donde | en el que | en la que | en el cual | en la cual
mismo que | el cual | que
misma que | la cual | que
mismos que | los cuales | que
mismas que | las cuales | que
debido a | a causa de | por
por medio de | mediante | a traves de
gracias a | con apoyo de | con el apoyo de | con ayuda de
durante | a lo largo de
y | e
o | u
elementos policiales | policias | elementos
obtuvo | recibio
mostro | exhibio
mostraron | exhibieron
contribuir | coadyuvar | abonar
regreso | volvio | retorno
pidio | solicito
pidieron | solicitaron
pedir | solicitar
entrego | otorgo
entregaron | otorgaron
logro | consiguio
lograron | consiguieron
con respecto a | respecto a | respecto de | respecto del | en relacion con
sin embargo | no obstante
por lo que | por lo cual | por ello | motivo por el cual | razon por la cual
cuando | al momento en que
alumnos | estudiantes
alumnas | estudiantes
colaboracion | cooperacion
conjunta | coordinada
relevante | importante
relevantes | importantes
rapida | pronta
rapidamente | con rapidez | de forma rapida | de manera rapida
lugar | sitio
mejorar | perfeccionar
difundio | dio a conocer
entidad mexiquense | estado de mexico | territorio mexiquense | edomex
noveno uno uno | 9-1-1 | 911
"""

_LONG_FORMS = """
secretaria de seguridad del estado de mexico = ssem
secretaria de seguridad = ss
secretaria de seguridad ciudadana = ssc
secretaria de seguridad y proteccion ciudadana = sspc
fiscalia general de justicia del estado de mexico = fgjem
fiscalia general de justicia = fgj
fiscalia general de la republica = fgr
guardia nacional = gn
ministerio publico = mp
agente del ministerio publico = amp
universidad mexiquense de seguridad = ums
secretaria de la defensa nacional = sedena
secretaria de marina = semar
estado de mexico = edomex
edo mex = edomex
edo de mex = edomex
ciudad de mexico = cdmx
distrito federal = df
instituto mexicano del seguro social = imss
instituto nacional electoral = ine
comision nacional de los derechos humanos = cndh
comision de derechos humanos del estado de mexico = codhem
comision federal de electricidad = cfe
petroleos mexicanos = pemex
universidad nacional autonoma de mexico = unam
universidad autonoma del estado de mexico = uaem
uaemex = uaem
organizacion de las naciones unidas = onu
naciones unidas = onu
informe policial homologado = iph
desarrollo integral de la familia = dif
centro de control comando comunicacion computo y calidad = c5
registro nacional de detenciones = rnd
estados unidos de america = eua
estados unidos = eua
eeuu = eua
"""

# The full official name and the short one of the same municipality.
_PLACES = """
ecatepec de morelos = ecatepec
tlalnepantla de baz = tlalnepantla
naucalpan de juarez = naucalpan
coacalco de berriozabal = coacalco
acambay de ruiz castañeda = acambay
soyaniquilpan de juarez = soyaniquilpan
valle de chalco solidaridad = valle de chalco
toluca de lerdo = toluca
texcoco de mora = texcoco
chicoloapan de juarez = chicoloapan
tultitlan de mariano escobedo = tultitlan
atlacomulco de fabela = atlacomulco
lerma de villada = lerma
zumpango de ocampo = zumpango
tecamac de felipe villanueva = tecamac
ixtlahuaca de rayon = ixtlahuaca
amecameca de juarez = amecameca
tenancingo de degollado = tenancingo
tejupilco de hidalgo = tejupilco
jilotepec de molina enriquez = jilotepec
huixquilucan de degollado = huixquilucan
villa nicolas romero = nicolas romero
san miguel zinacantepec = zinacantepec
ciudad nezahualcoyotl = nezahualcoyotl
neza = nezahualcoyotl
santiago tianguistenco = tianguistenco
temascalcingo de jose maria velasco = temascalcingo
sultepec de pedro ascencio = sultepec
otumba de gomez farias = otumba
el oro de hidalgo = el oro
san felipe del progreso de = san felipe del progreso
apaxco de ocampo = apaxco
tepetlaoxtoc de hidalgo = tepetlaoxtoc
ozumba de alzate = ozumba
polotitlan de la ilustracion = polotitlan
teoloyucan de = teoloyucan
michoacan de ocampo = michoacan
veracruz de ignacio de la llave = veracruz
coahuila de zaragoza = coahuila
queretaro de arteaga = queretaro
"""

# Said in several words, with one word that means the same.
_PURPOSES = """
con el fin de = para
con la finalidad de = para
con el objetivo de = para
con el objeto de = para
con el proposito de = para
a fin de = para
a efecto de = para
mayor informacion = informes
mas informacion = informes
mayores informes = informes
mas informes = informes
persona de sexo masculino = hombre
persona del sexo masculino = hombre
persona de sexo femenino = mujer
persona del sexo femenino = mujer
personas de sexo masculino = hombres
personas del sexo masculino = hombres
personas de sexo femenino = mujeres
personas del sexo femenino = mujeres
"""

_ABBREVIATIONS = """
kg kgs kilo kilos kilogramo kilogramos = kilogramos
g gr grs gramo gramos = gramos
km kms kilometro kilometros = kilometros
m mts mt metro metros = metros
cm cms centimetro centimetros = centimetros
l lt lts litro litros = litros
ml mililitro mililitros = mililitros
t ton tons tonelada toneladas = toneladas
ha has hectarea hectareas = hectareas
hrs hr h hora horas = horas
min mins minuto minutos = minutos
num no nro numero = numero
lic licenciado licenciada = licenciado
dr doctor = doctor
dra doctora = doctora
ing ingeniero ingeniera = ingeniero
mtro maestro = maestro
mtra maestra = maestra
gral general = general
cmte cmdte cte comandante = comandante
av avda avenida = avenida
blvd boulevard bulevar = bulevar
col colonia = colonia
fracc fraccionamiento = fraccionamiento
art articulo = articulo
depto dpto departamento = departamento
tel telefono = telefono
ext extension = extension
sr señor = señor
sra señora = señora
ud usted = usted
uds ustedes = ustedes
aprox aproximadamente = aproximadamente
facebook fb = facebook
"""


def _phrases(listed: str) -> list[tuple[re.Pattern[str], str]]:
    rows = []
    for line in listed.strip().splitlines():
        long, short = line.split(" = ")
        rows.append((long, short.replace(" ", "_")))
    rows.sort(key=lambda row: -len(row[0]))
    return [(re.compile(rf"(?<![\w@]){re.escape(long)}(?!\w)"), short) for long, short in rows]


LONG_FORMS = _phrases(_LONG_FORMS)
PLACES = _phrases(_PLACES)
PURPOSES = _phrases(_PURPOSES)
UNITS = {
    word: unit
    for line in _ABBREVIATIONS.strip().splitlines()
    for words, unit in [line.split(" = ")]
    for word in words.split()
}
SAME = tuple(
    frozenset(wording.strip() for wording in line.split("|"))
    for line in re.sub(r"\n +", " ", _SAME).strip().splitlines()
)

# Left out when texts are compared; what changes with them alone changes no fact.
EMPTY = word_set(
    """
    el la los las un una uno unos unas de del a al en que su sus este esta esto
    estos estas ese esa esos esas y e dicho dicha dichos dichas asi como
    """
)
# Who is meant by these only the article says.
EPICENE = word_set(
    """
    menor joven policia agente adolescente oficial testigo estudiante conductor comerciante
    titular representante fiscal taxista artista periodista guardia cadete docente dirigente
    bebe victima
    """
)
NEGATIONS = word_set(
    """
    no ni sin nunca jamas tampoco nadie nada ningun ninguna ninguno
    """
)
STATUS = re.compile(
    r"deten|presentad|captur|aprehen|imput|vincul|sentenc|conden|absuel|absolv|libera"
    r"|liber|culpab|inocen|presunt|probab|posibl"
    r"|acus|legal|prision|investig|asegur|arrest|habria|robo|mato"
)
