"""Words that are right although the dictionary lacks them: of the trade, of the country, new ones.

With their accents; a word without accent stands for itself.
"""

from __future__ import annotations

from releases.language.folding import word_set

RIGHT_WORDS = word_set(
    """
    refaccionaria refaccionarias refacciones autopartes yonke deshuesadero deshuesaderos
    cardiaca cardiacas cardiaco cardiacos charreada charreadas concusión cuatrimoto cuatrimotos
    hackeado hackeada hackear hackeo hackearon hackeadas jaripeo jaripeos oficialía oficialías
    parabús peculado razer tapanco tapancos tetra zodiaco maniaco maniaca paradisiaco
    secrecía externó externaron externar externa externan externado marqueo expediente
    alcoholímetro alcoholímetros alcoholimetría narcomenudeo narcomenudista narcomenudistas
    añito añitos concuño concuños concuña concuñas
    huachicol huachicolero huachicoleros huachicoleo videowall videowalls videovigilancia
    videovigilado ponchallantas sexting sextorsión grooming ciberacoso ciberpatrullaje
    ciberseguridad ciberdelito ciberdelitos ciberdelincuencia georreferenciación
    georreferenciado georreferenciada geolocalización geocerca mexiquense mexiquenses edomex
    feminicidio feminicidios feminicida feminicidas transfeminicidio transfeminicidios
    multihomicidio tianguis tianguista tianguistas motopatrullero motopatrulleros motopatrullera
    motopatrulla motopatrullas autopatrulla autopatrullas excomandante exfuncionario
    exfuncionaria expolicía expolicías expareja exparejas exesposo exesposa victimización
    revictimización revictimizar revictimice criminalística criminalístico criminalísticas
    criminológico criminológica antisecuestro antisecuestros antiextorsión antidrogas antibombas
    antimotines antinarcóticos antipandillas paramédico paramédica paramédicos paramédicas
    rescatista rescatistas brigadista brigadistas combi combis mototaxi mototaxis mototaxista
    mototaxistas bicitaxi bicitaxis vagoneta vagonetas tractocamión tractocamiones tráiler
    tráileres microbús microbuses mexibús mexicable suburbano pick pickup pickups online
    smartphone smartphones tableta tabletas dron drones wifi chat chats app apps hacker hackers
    phishing vishing smishing malware ransomware software hardware bullying ciberbullying
    streaming link links hashtag webinar podcast coach coaching cateo cateos cateado cateada
    oficio oficios sobreseimiento ejecutoriada ejecutoriado imputada imputado imputados
    imputadas indiciado respondiente respondientes primorrespondiente homologado homologada
    cadenero franelero franeleros viene escuadra carjacking fentanilo metanfetamina
    metanfetaminas cannabis cannabidiol mariguana benzodiacepina clonazepam crack piedra
    clembuterol chinampa chinampas milpa milpas pulque mezcal mezcalería tlacoyo tlacoyos
    nixtamal molcajete chinelos chinelo concheros tianguistense toluqueño toluqueña toluqueños
    texcocano texcocana tlalnepantlense ecatepense nezahualcoyense chalquense mazahua mazahuas
    otomí otomíes matlatzinca matlatzincas tlahuica tlahuicas nahua nahuas nahuatlaca
    xoloitzcuintle xoloitzcuintles ajolote ajolotes cempasúchil zócalo alebrije alebrijes huipil
    huipiles rebozo papalotes calaverita calaveritas posadas aguinaldo kermés kermeses rondín
    rondines patrullaje patrullajes sobrevuelo sobrevuelos perimetral interinstitucional
    interinstitucionales intermunicipal intermunicipales multidisciplinario multidisciplinaria
    multidisciplinarios interdisciplinario interdisciplinaria socioemocional socioemocionales
    psicoemocional psicosocial psicosociales resiliencia resiliente empoderamiento empoderar
    sororidad acompañante acompañantes visibilizar visibilización sensibilización
    concientización concientizar concienciar profesionalización bachillerato posgrado posgrados
    maestrías doctorante interoperabilidad interoperable transversalidad transversalizar
    proactivo proactiva proactivos lactario lactarios capacitador capacitadora capacitadoras
    tallerista talleristas conversatorio conversatorios feria ferias canófilo canófila canófilos
    k9 binomio binomios manejador manejadora croquetas guardabosque guardabosques talamontes
    cinturón semiautomática semiautomático subametralladora ametralladora polarizado polarizados
    esquina despachador huachinango gasera gaseras toma tomas cedis narcomanta narcomantas
    levantón halconeo piso sicario sicaria sicarios encapuchado encapuchados cristalazo
    cristalazos conductor farderas farderos carterista carteristas chofer choferes checador
    checadores copiloto copilotos derechohabiente derechohabientes usuaria usuarias elementos
    primodelincuente primodelincuentes excarcelación preliberación prelibertad preliberado
    reinserción reingreso penitenciario penitenciaria externado audiovisual audiovisuales
    antisísmico bullicio tuit tuits tuitear retuit instagram facebook twitter tiktok whatsapp
    telegram youtube messenger uber didi google zoom teams sólo aquél aquélla ésta éste ése ésa
    guión truhan rió libramiento parador paradero paraderos camellón camellones topes tope bache
    baches bacheo alumbrado luminaria luminarias banqueta banquetas semaforización semaforizado
    encharcamiento encharcamientos desazolve desazolvar deslave deslaves socavón socavones
    anegamiento polvorín polvorines pirotecnia pirotécnico pirotécnicos pirotécnica cohetería
    cohetero coheteros ejidal ejidatario ejidatarios ejidataria comunero comuneros delegacional
    vecinal vecinales mesas coplaci senderismo excursionista excursionistas rapel tirolesa
    tirolesas ciclovía ciclovías ciclotón cicloturismo biciestacionamiento motociclista
    motociclistas casco cascos incautado incautada incautados remisión remisiones desaparición
    policiaco policiaca policiacos policíaco exhorto turnado turnada calificador calificadora
    conciliador mediación adicciones alcoholemia etilómetro toxicológico toxicológica antidopaje
    antidoping dopaje balística dactiloscopia odorología genética entomología necropsia
    necrocirugía levantamiento subcoordinador subcoordinadora subdelegado subsecretaría
    subsecretario subcomisario suboficial prerregistro preinscripción homoclave certificación
    recertificación acreditación credencialización emprendimiento emprendedora emprendedores
    """
)

# Words heard and written that are no words, and what is meant.
MEANT = {
    "expertis": "experiencia",
    "haiga": "haya",
    "haigan": "hayan",
    "nadien": "nadie",
    "accesar": "acceder",
    "aperturar": "abrir",
    "aperturó": "abrió",
    "aperturaron": "abrieron",
    "recepcionar": "recibir",
    "recepcionó": "recibió",
    "enmedio": "en medio",
    "osea": "o sea",
    "apartir": "a partir",
    "atravez": "a través",
    "atraves": "a través",
    "enbase": "con base",
    "inrrumpir": "irrumpir",
    "satisfació": "satisfizo",
    "preveer": "prever",
    "conducieron": "condujeron",
    "andó": "anduvo",
    "producieron": "produjeron",
    "deduciron": "dedujeron",
}
