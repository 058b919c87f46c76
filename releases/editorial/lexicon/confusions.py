r"""Real words that stand where another one is meant: a pattern, and what to write. All folded.

Each line of `CONFUSIONS` holds the pattern and, after `=>`, the right words; the part of the
pattern in (?P<wrong>…) is what is marked, or the whole pattern where there is none. Indented lines
continue the one before.
"""

from __future__ import annotations

import re

_LISTED = r"""
entorno (?:a|al)\b(?! (?:la escuela|lo)) => en torno a
\b(?:vamos|vas|vaya|voy|van|iremos|quiero|pasar|vuelvan|volvamos|dispuest\w+
    |ir) (?:a )?(?P<wrong>haber)\b(?! (?:\w+[aei]do|\w+cho|\w+sto|mas|menos|much|algun|vigil
    |patrull|un|una|oper)) => a ver
\b(?P<wrong>haber) (?:si|que|cuando|quien|como)\b(?! (?:record|señal)) => a ver
\b(?:debe|debio|puede|pudo|podria|deberia|tras|por|sin|de|al|afirm\w+|neg\w+|asegur\w+|dijo
    |despues de) (?P<wrong>a ver) (?:\w+[aei]do|\w+cho|\w+sto)\b => haber
\b(?P<wrong>a ver) (?:sido|estado|tenido|hecho|visto|particip\w+|comet\w+|rob\w+) => haber
\bse (?P<wrong>hayan?) (?:ubicad|situad|localizad|instalad|en (?:el|la|las|los|un|una|calle
    |avenida|prision|custodia|proceso)|dentro|cerca|frente|junto|a (?:un|dos|tres
    |\d+))\w* => halla
\b(?:no|nadie|que|quien|cuando|aunque|donde|quienes|ojala|se
    |ya) (?P<wrong>hallan?) (?:\w+[aei]do|\w+cho|\w+sto|\w+ierto|una? emergencia|personas
    |algun)\b => haya
\b(?P<wrong>halla|hallan|haiga|haigan|alla) (?:sido|estado|tenido|hecho|visto|sufrido
    |presenciado|ocurrido|cometido|recibido|regresado|terminado|concluido) => haya
\b(?:ha|han|he|hemos|habia|habian|haber|fue|fueron|esta|estaba|siendo|trabajo|bien
    |mal) (?P<wrong>echos?|echas?)\b(?! (?:a|en|mano|de menos|raices|para|por|la|el|al
    |abajo)) => hecho
\b(?P<wrong>echos)\b => hechos
\b(?:el|un|del|este|dicho|ante el|por el) (?P<wrong>echo)\b => hecho
\b(?<!se )(?<!lo )(?<!la )(?<!los )(?<!las )(?P<wrong>halla|hallan) (?:\w+[aei]do|\w+cho|\w+sto
    |\w+ierto)\b(?! (?:en|de)\b) => haya
\b(?:es|esta|fue|resulto|muy|tan|mas|sigue|continua|reporta|permanece|encuentra
    |condicion) (?P<wrong>grabes?)\b => grave
\b(?P<wrong>hech(?:o|a)s?) (?:a andar|a perder|mano de|raices|de menos|a correr|llave
    |marcha atras) => echo
\b(?P<wrong>hech(?:aron|ar|ando|aban?)) => echar
\b(?:que|nadie|no|se|quien|para que|ojala|quiera que|usted|como
    |donde) (?P<wrong>vallan?)\b(?! (?:de|perimetral|metalica|publicitaria)) => vaya
\b(?:la|una|las|unas) (?P<wrong>vayas?)\b (?:perimetral|metalica|de (?:contencion|proteccion
    |seguridad)|publicitaria) => valla
\b(?P<wrong>vayas?) (?:perimetral|metalica|publicitari|de contencion|de proteccion) => valla
\b(?:el|al|del|su|un|los) (?P<wrong>causes?) (?:del?|natural|seco|principal|legal
    |institucional)\b(?! (?:baja|efecto)) => cauce
\b(?P<wrong>causes?) del? (?:rio|arroyo|canal|agua|barranca) => cauce
\b(?:que|no|se|le|les|puede) (?P<wrong>cauce)n? (?:daño|molestia|lesion|la |afectacion) => cause
\b(?:fue|fueron|ser|sera|herida|frente|piel|puntos|medico|quirurgicamente
    |quedo) (?:\w+mente )?(?P<wrong>cocid[oa]s?)\b => cosido
\b(?P<wrong>cocid[oa]s?|cocer|cocieron|cocio) (?:de|la|con|en|el) (?:la )?(?:frente|cabeza
    |herida|brazo|mano|pierna|\w+ puntos|ceja|piel|uniforme|ropa|hilo|banderas?) => cosido
\b(?:alimentos?|carne|verduras?|barro|ladrillos?|maiz
    |frijol\w*) (?P<wrong>cosid[oa]s?)\b => cocido
\b(?P<wrong>rebel(?:o|aron|a|an|ar|ado|ando|aba)) (?:que|la identidad|los (?:datos|resultados
    |nombres|detalles)|las? (?:cifras?|pruebas?|imagen\w*|investig\w+)|el (?:nombre|paradero
    |resultado|contenido|informe|hallazgo)|detalles|datos|informacion|su|como|como
    |un) => revelar
\b(?:investigaciones|camaras|peritajes?|estudios?|autoridades|imagenes|indagatorias|videos?
    |datos|cifras|analisis|testigos?|informe|dictamen) (?:lo )?(?P<wrong>rebel(?:o|aron|an
    |aban))\b(?! contra) => revelar
\bse (?P<wrong>revel(?:o|aron)) (?:contra|ante) => rebelar
\b(?P<wrong>relev(?:o|aron)) que\b => revelo
\b(?P<wrong>proveer|proveen|provee|proveyo|provea) (?:riesgos?|accidentes?|delitos?|incidentes?
    |contingencias?|emergencias?|inundaciones|situaciones|posibles|cualquier (?:riesgo
    |emergencia|contingencia|eventualidad)|escenarios|afectaciones|tragedias
    |percances) => prever
\b(?P<wrong>preveer|preveen|preveyo|preveyeron|preveia) => prever
\bceder (?:el|les el) (?P<wrong>pasto|vaso|caso|peso|piso|poso|paseo|paro) => paso
\b(?:cerr|cortar|abr|dar|impid|impedir|obstru|bloque)\w* el (?P<wrong>pasto|vaso|peso|pas[ai]
    |poso)\b => paso
\b(?P<wrong>sobretodo)\b(?! (?:de|negro|gris|azul|cafe|largo)) => sobre todo
\b(?P<wrong>enserio|osea|apartir|atraves|envase a|encuanto|enbase|alomejor|aveces|porsupuesto
    |amenudo|derrepente|talves|entorno del) => (separe las palabras)
\b(?P<wrong>en vase|en base|envase) a\b => con base en
\b(?P<wrong>a fin) al\b => afin al
\b(?P<wrong>afin) de (?:que|\w+[aei]r)\b => a fin
\b(?:llev\w+|llevaron|lleva|llevara|llevado|llevar) (?:\w+ )?(?P<wrong>acabo)\b => a cabo
\b(?P<wrong>tan bien) (?:se|el|la|los|las|hubo|fueron|fue|particip\w+|asisti\w+|acudi\w+
    |podra\w*|estuvi\w+|recibi\w+)\b => tambien
\b(?:usted|ud|ustedes) (?P<wrong>has)\b => ha
\b(?P<wrong>haz) (?:sido|visto|recibido|tenido|estado|hecho|detectado|perdido|presenciado) => has
\b(?:que|se|lo|la|le|quien|quienes|no|y|donde|gobierno|evento|ceremonia|reunion|encuentro|acto
    |curso|taller|\w+cion) (?P<wrong>tubo|tubieron|tubiera|tuvo de metal) (?:que|lugar|como|una?
    |la|el|los|dos|tres|\d+|conocimiento|acceso|efecto|verificativo|por|oportunidad
    |participacion|presencia|sede|inicio|contacto) => tuvo
\b(?P<wrong>tubieron|tubiera|tubo) (?:lugar|verificativo|conocimiento|como (?:objetivo|sede|fin
    |finalidad|resultado)|que ser|la oportunidad|a bien|una duracion) => tuvo
\b(?:un|el|los|del?) (?P<wrong>tuvos?) (?:de|metalic|galvanizad|pvc) => tubo
\b(?P<wrong>bot(?:ar|aron|aran|antes?|acion(?:es)?|o)) (?:por|a favor|en contra|en las urnas
    |electoral|popular|secret[oa]) => votar
\b(?:estado|heridas?|herido|lesion\w*|salud|situacion|mas|muy|tan|forma|manera|delitos?|faltas?
    |accidente|incidente|pacientes?) (?P<wrong>grab[ei]s?)\b => grave
\b(?:video|camara\w*|telefono|celular|audio|imagen\w*|hechos|escena|cancion|disco|voz
    |llamada\w*) (?:\w+ ){0,3}(?P<wrong>grav(?:o|ar|aron|ado|ada|ados|adas|acion(?:es)?|aban?
    |ando))\b => grabar
\b(?P<wrong>grav(?:o|aron|acion(?:es)?|ando|aba|aban)) (?:el video|los hechos|la escena|con su
    |con el|de (?:video|las? camaras?|audio)|en video|todo|la conversacion|la llamada|las placas
    |el momento) => grabar
\b(?P<wrong>abrian?|havian?|avian?) (?:\w+[aei]do|sido|\w+cho|\w+sto|participado
    |sustraido) => habria
\b(?P<wrong>habrian?) (?:la puerta|las puertas|el cajon|fuego|la cajuela|la ventana
    |el vehiculo con) => abria
\b(?P<wrong>asia) (?:el|la|los|las|donde|un|una|abajo|arriba|atras|adelante|su|sus
    |\w+ del)\b => hacia
\b(?P<wrong>ay) (?:que|un|una|mas|personas|quien|vehiculos|elementos|riesgo|muchos
    |algun\w*) => hay
\b(?P<wrong>hay) (?:mismo|donde|fue|se|estaba|encontraron|localizaron) => ahi
\b(?:por|de|desde|hasta) (?P<wrong>hay)\b(?! que) => ahi
\b(?P<wrong>ahi) (?:que (?:tener|tomar|denunciar|evitar|hacer|estar|reportar)|personas|vehiculos
    |muchas|\d+) => hay
\b(?P<wrong>seccion|cesion) (?:solemne|ordinaria|extraordinaria|de cabildo|del consejo
    |de trabajo|plenaria|del comite|informativa|fotografica) => sesion
\b(?P<wrong>sesion|seccion) de (?:derechos|bienes|terreno|la propiedad|posesion) => cesion
\b(?P<wrong>sesion(?:es)?|cesion(?:es)?) (?:amarilla|transversal|electoral|policial
    |de motociclistas|del periodico) => seccion
\b(?P<wrong>asensos?) (?:de grado|al grado|policial|jerarquic|a (?:policia|comandante|oficial
    |suboficial)|escalafonari|por merito)\w* => ascenso
\b(?:entrega|entregan|otorgan?|ceremonia|reciben?|obtuv\w+|reconocen|concurso) (?:de )?(?:\d+ 
    |los |el |un |sus )?(?P<wrong>asensos?)\b => ascenso
\b(?P<wrong>inflig(?:ir|io|en|e|ieron)|infligiendo) (?:la ley|el reglamento|las? normas?
    |la norma\w*|las leyes|el codigo|las disposiciones|el bando) => infringir
\b(?P<wrong>infring(?:ir|io|en|ia|ieron)|infringido|infringida|infringidas) (?:daño|dolor
    |lesiones|heridas|golpes|maltrato|sufrimiento|castigo|temor|miedo) => infligir
\b(?:lesiones|heridas|golpes) (?P<wrong>infringid[oa]s?)\b => infligidas
\b(?:sin|en) (?P<wrong>prejuicio) (?:de|del|patrimonial|economico)\b => perjuicio
\b(?P<wrong>prejuicios?) (?:economic|patrimonial|a terceros|ocasionad|causad)\w* => perjuicio
\b(?:estereotipos|discriminacion|tabues|sin|libres? de|romper|racismo) (?:y|ni
    |o)? ?(?P<wrong>perjuicios)\b(?! (?:de|a|econom|patrim|ocas)) => prejuicios
\b(?:orden(?:es)? de|mandamientos? de|mandatos? de) (?P<wrong>aprension(?:es)?
    |aprehencion(?:es)?|aprension|prension|comprension|apreciacion) => aprehension
\b(?P<wrong>aprend(?:ieron|io|idos?|ida|idas)) (?:a (?:un|una|dos|tres|el|la|los|las)|al
    |en flagrancia|por (?:el|la|su) (?:probable|presunt|posible|delito)|y puest|por elementos
    |por policias|por agentes)\b(?! (?:leer|usar|manej|identific|bail|nadar|reconoc|detect
    |trabaj|prevenir|el uso)) => aprehendieron
\b(?P<wrong>callo) (?:al|a la|en la|en el|en un|en una|desde|por|de su|de la|de una|dentro|sobre
    |herid\w+|abatid\w+)\b => cayo
\b(?P<wrong>calleron|callera) (?:al|a|en|de|sobre|desde|varios|arboles|ramas|postes) => cayeron
\b(?:el|al|del|un|agua del|aguas del|margen del|cauce del|cruz\w+ (?:el
    |un)) (?P<wrong>arrollos?)\b => arroyo
\b(?P<wrong>arroy(?:o|ada|ado|aron|ados)) (?:a (?:un|una|dos|la|el)|al|por (?:un|una|el
    |la))\b(?! (?:donde|que|los)) => arrollo
\b(?:la|una|su|las|de) (?P<wrong>tazas?) (?:de (?:incidencia|homicidio\w*|interes|criminalidad
    |natalidad|robos?|denuncia|victimizacion|desempleo|delito\w*|mortalidad|reincidencia)
    |delictiva|anual|por cada|nacional) => tasa
\b(?P<wrong>basta|bastas) (?:experiencia|trayectoria|zona|region|extension|red|cantidad|gama
    |carrera|superficie|cultura) => vasta
\b(?P<wrong>vasta) (?:con|de|una|un|que|marcar)\b(?! experiencia) => basta
\b(?:un|el|del|al|dos|los) (?P<wrong>baron(?:es)?) (?:de|adulto|lesionad|herid|que|sin vida
    |y una|y dos|mayor|con)\w* => varon
\b(?P<wrong>consientes?) (?:de|que|del)\b|\b(?:esta|estar|estaba|estan|sean|somos|poblacion
    |ciudadania|persona|paciente) (?P<wrong2>consientes?)\b => consciente
\b(?P<wrong>perpetuaron|perpetuo|perpetuado|perpetuar|perpetuada) (?:el|un|los|la|dos|varios
    |diversos|por (?:los|dos|tres|sujetos)) ?(?:robo|asalto|delito|ataque|atraco|homicidio
    |crimen|ilicito|agresion|secuestro)\w* => perpetraron
\b(?:el|los|robo|delito|ataque|homicidio|ilicito) (?P<wrong>perpetuado)s? (?:por|en
    |contra) => perpetrado
\b(?:la|su|como|nueva|una|sin|es|fue|sera) (?P<wrong>cedes?) (?:del?|en|estatal|alterna|regional
    |permanente|principal|central|y|fue|que|sera) => sede
\b(?:las|sus|distintas|diversas|en|diferentes|\d+|dos|tres) (?P<wrong>cedes)\b => sedes
\b(?P<wrong>encaus(?:ar|ado|ada|o|aron|en|e)) (?:las? aguas?|el agua|el cauce|los? esfuerzos?
    |la energia|el dialogo|a la juventud|a los jovenes|las? demandas?|la inquietud
    |el rio) => encauzar
\b(?:mala|buena|con|la|su|sin|de|tenia|tiene) (?P<wrong>intensiones|intension)\b => intencion
\b(?P<wrong>resient(?:e|es|emente)) (?:creacion|ingreso|apertura|hechos|reporte|operativo
    |captura|detencion|modificacion|reforma)\w* => reciente
\b(?:mas|hechos|casos|datos) (?P<wrong>resientes?)\b => reciente
\b(?P<wrong>reusar|reusan|reuso|reusaron) (?:a|someterse|entregar|firmar|declarar) => rehusar
\b(?:se) (?P<wrong>reus(?:o|aron|a|an)) (?:a)\b => rehuso
\b(?:tal|una|a su|cada|otra|rara|alguna|esta|por primera|primera|de una|toda|en
    |a la) (?P<wrong>ves)\b => vez
\b(?P<wrong>vez) (?:que te|como|si)\b(?<!que) => ves
\b(?:informacion|fuente|datos?|noticias?|dato|testimonio) (?P<wrong>veras|veraces?s) => veraz
\b(?P<wrong>acerca) de (?:la|el|su) (?:casa|domicilio|mercado|escuela) (?:fue|fueron|se localiz
    |se encontr) => cerca
\b(?P<wrong>combin(?:o|ieron)) (?:en que|reunirse|firmar|realizar|que) => convino
\b(?P<wrong>deshechos?) (?:toxic|peligros|hospitalari|solid|organic|urban|electronic|biologic
    |de (?:construccion|basura|pvc))\w* => desechos
\b(?:los|de|tirar|arrojar|recolect\w+|manejo de|tiradero de
    |contenedor de) (?P<wrong>deshechos)\b => desechos
\b(?P<wrong>uso) horario\b => huso
\b(?:en|grandes?|fuertes?) (?P<wrong>ondas) (?:sobre|y profundas|heridas) => hondas
\b(?:profunda|mas|barranca|muy|parte) (?P<wrong>onda)\b(?! (?:expansiva|corta|larga|de
    |sonora)) => honda
\b(?P<wrong>ondas?) (?:profund|herid|cicatri)\w* => honda
\b(?<!la )(?<!una )(?<!de )(?<!esa )(?<!esta )(?P<wrong>vallan?) (?:armad[oa]s?|a|acompañad[oa]
    |sol[oa]|caminando|rumbo|hacia|herid[oa]|sin|en aumento|mejorando) => vaya
\b(?P<wrong>honda) (?:expansiva|sonora|corta|larga|de calor|de choque) => onda
\b(?:oficial|documento|plan|proyecto|propuesta|decision) (?P<wrong>abala|abalad[oa]s?|abalan)\b
    |\b(?P<wrong2>abal(?:ar|o|aron|ad[oa]s?|a|an)) (?:por|el|la|los|las) => avalar
\b(?P<wrong>casa|casas) (?:furtiva|de patos|de venado|ilegal de (?:animales|especies)) => caza
\b(?P<wrong>casador(?:es)?)\b (?:furtiv|de)\w* => cazador
\b(?:los|sus|de|dos|robo de) (?P<wrong>vienes) (?:inmuebles|muebles|raices|asegurados
    |patrimoniales|publicos|materiales|de la) => bienes
\b(?P<wrong>iva|ivan) (?:a|en|con|por)\b => iba
\b(?:el|del|al|un) (?P<wrong>vello) (?:recinto|municipio|pueblo|paraje|edificio) => bello
\b(?P<wrong>adaptar|adaptaron|adapto|adaptado) (?:medidas|una posicion|una postura|un perro
    |una mascota|un acuerdo) => adoptar
\b(?:fue|sea|quedo|resulto|juez|lo|la) (?P<wrong>absorbid[oa]|absorbio) (?:del? (?:los 
    |las )?(?:cargos|delitos?|acusaci\w+)) => absuelto
\b(?P<wrong>actitud(?:es)?) (?:fisica|para el puesto|policial requerida
    |psicologica y fisica) => aptitud
\b(?P<wrong>haci) (?:como|mismo|lo|se) => asi
\b(?P<wrong>a si mismo),? (?:se|el|la|los|las|hizo|informo|señalo|destaco|indico|dijo|exhorto
    |recordo|agradecio|participaron|entrego) => asimismo
\b(?P<wrong>si no) (?:tambien|que tambien|ademas)\b => sino
\bno (?:solo|unicamente|solamente) [^.;,]{3,60},? (?P<wrong>si no)\b => sino
\b(?P<wrong>sino) (?:se|hay|cuenta|tiene|denuncia|llega|acude|presenta|existe|es posible|puede
    |cumple|paga\w*|acredita)\b(?! que) => si no
\b(?P<wrong>porque) (?:motivo|razon|medio)\b => por que
\b(?:el|un|del|su) (?P<wrong>por que) (?:de|del)\b => porque
\b(?P<wrong>conque) (?:objeto|motivo|fin)\b => con que
\b(?P<wrong>demas) (?:esta decir|de)\b(?<!las demas de)(?<!los demas de)(?! (?:la|las|los
    |el)) => de mas
\b(?P<wrong>medios? ambientes?al)\b => medioambiental
\b(?:robo|asalto|ataque) con (?P<wrong>violen(?:te|to)) => violencia
\bsaldo (?P<wrong>blando|blanca|banco|blandos) => blanco
\barmas? de (?P<wrong>juego|fuegos|fueho|luego|ruego) => fuego
\b(?P<wrong>almas?|harma) de fuego\b => arma
\ba (?P<wrong>borda|bardo|bordos|abordo) de\b|\b(?P<wrong2>abordo) de (?:un|una|la|el|su|sus
    |unidades|patrullas|motocicletas?|vehiculos?|dos)\b => bordo
\bcarpetas? de (?P<wrong>investidura|investigador|investigado|instigacion
    |inversion) => investigacion
\bprision (?P<wrong>previsora|prevenida|privativa|preventivo|presuntiva) => preventiva
\b(?P<wrong>presion|precision) preventiva\b => prision
\bcadena de (?P<wrong>costumbre|custodio|custodias) => custodia
\bprimeros (?P<wrong>auxiliares|auxilio|axilas) => auxilios
\b(?:señal|marcar\w*|marcaron) (?:de|el) (?P<wrong>alta|arto|salto|auto)\b(?! (?:incidencia|de
    |en)) => alto
\b(?:rindi\w+|rendir|toma de|tom\w+) (?P<wrong>propuesta|proteste|protestas)\b(?! de) => protesta
\bmesa de (?P<wrong>trabado|trabaja|rebajo|tramo) => trabajo
\btransporte (?P<wrong>publica|pública|publicado) => publico
\bv(?:i|í)a (?P<wrong>publico|publicas) => publica
\bderechos (?P<wrong>humanas|humano) => humanos
\bproteccion (?P<wrong>civic[oa]|sivil|civiles) => civil
\bministerio (?P<wrong>publica|publicos) => publico
\b(?P<wrong>ministro|misterio) publico\b => ministerio
\bseguridad (?P<wrong>publico|publicas|civica ciudadana) => publica
\bequipo (?P<wrong>tactil|tactica|teatico) => tactico
\bflagrante (?P<wrong>delicto|delicado) => delito
\ben (?P<wrong>fragancia|flagrante delicto|fragrancia|vagancia)\b => flagrancia
\breporte de (?P<wrong>robot|rabo|lobo|ropa|rubro|roba) => robo
\b(?P<wrong>reparte|soporte|resorte) de robo\b => reporte
\bllamadas? de (?P<wrong>exportacion|extradicion|extension) => extorsion
\bcentro de (?P<wrong>manda|manso|mano|mundo|marco) y\b => mando
\bviolencia (?P<wrong>familiares|familia) => familiar
\blesiones (?P<wrong>levas|lives|nueves|nieves) => leves
\bcamaras de (?P<wrong>videovigilante|vigilante|vigencia) => videovigilancia
\bestado de (?P<wrong>hebriedad|variedad|sobriedad excesiva|seriedad) => ebriedad
\bpersonas? (?P<wrong>desaparecido|desaparecidos|detenido|detenidos|lesionado|lesionados|adulto
    |mayore)\b => (revise la concordancia)
\b(?P<wrong>acecinato|acesinato) => asesinato
\b(?P<wrong>espectativas?) => expectativa
\bcon el (?P<wrong>fina|fon) de\b => fin
\b(?P<wrong>cometido|cometida|cometidos) a (?:proceso|revision|prueba|control) => sometido
\b(?P<wrong>aptos) (?:de (?:violencia|corrupcion|inauguracion|vandalismo)|civicos) => actos
\b(?P<wrong>actos) (?:para (?:el servicio|ingresar|portar|desempeñar)) => aptos
\b(?P<wrong>espian|expiar) (?:a sus victimas|conversaciones|las redes) => espian
\b(?P<wrong>espiar) (?:su culpa|sus culpas|su pena|la pena) => expiar
\b(?P<wrong>yerro) (?:forjado|de construccion|galvanizado) => hierro
\b(?P<wrong>rallad[oa]s?|rallar|rallaron) (?:de|la|las|el|con|paredes|por) (?:pintura|paredes
    |fachada|vehiculo|aerosol|grafiti|bardas?|automovil|la patrulla) => rayar
\b(?P<wrong>cien) (?:derecha|izquierda)\b => sien
\b(?P<wrong>sien) (?:policias|elementos|mil|pesos|personas|por ciento|metros|kilo\w+) => cien
\b(?P<wrong>sirio) (?:pascual|encendido) => cirio
\b(?P<wrong>ojas?) (?:de (?:papel|registro|datos|servicio|vida)|informativ) => hoja
\b(?P<wrong>holas?) de (?:robos?|violencia|asaltos?|inseguridad|calor|frio)\b => ola
\b(?P<wrong>oras?) (?:de la (?:mañana|tarde|noche)|del dia|habiles|despues|pico)\b => horas
\b(?:las|a las|\d+|varias|dos|tres|24) (?P<wrong>oras)\b => horas
\b(?P<wrong>rebis(?:ar|ion|aron|o)) => revisar
\b(?P<wrong>ha) (?:la|el|los|las|un|una|partir|traves|bordo|disposicion|cargo|cabo
    |fin)\b(?! (?:sido|hecho)) => a
\b(?:se|nos|le|les|no|que|ya|tambien|secretaria|corporacion|gobierno|dependencia|policia
    |fiscalia) (?P<wrong>a) (?:sido|logrado|recuperado|detenido|asegurado|realizado|implementado
    |puesto|hecho|dado|capacitado|instalado|trabajado|permitido|fortalecido|informado|presentado
    |reducido|disminuido|atendido|registrado|cumplido|participado|intensificado
    |reforzado)\b => ha
\b(?P<wrong>a) (?!(?:pedido|lado|partido|sonido|sentido|contenido|estado|mercado|juzgado|cuidado
    |grado|ganado|abogado|diputado|soldado|empleado|detenido|imputado|herido|lesionado|acusado
    |jurado|senado|delegado|comisionado|encargado|poblado|fluido|ruido|vestido|tejido|sabado
    |condado|nado|prado|hado)\b)\w{2,}[ai]do (?:a|al|el|la|los|las|un|una|que|por|con|en|mas|su|sus
    |dos|tres|varios|varias|apoyo|denuncias|\d+)\b => ha
\b(?P<wrong>e) (?:sido|logrado|recibido)\b => he
\b(?P<wrong>as) (?:sido|logrado|recibido|visto)\b => has
"""


def _compiled() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = []
    for line in re.sub(r"\n +", "", _LISTED).strip().splitlines():
        pattern, right = line.rsplit(" => ", 1)
        rows.append(
            (re.compile(pattern if pattern.startswith((r"\b", "(")) else rf"\b{pattern}"), right)
        )
    return tuple(rows)


CONFUSIONS = _compiled()
