"""Given names in use in Mexico, and surnames that are common or also given names. All folded."""

from __future__ import annotations

from releases.language.folding import word_set

GIVEN_NAMES = word_set(
    """
    aaron abdiel abdon abel abelardo abigail abimael abiud abner abraham abril abundio acacio
    adalberto adalid adan adela adelaida adelfo adelina adina adolfa adolfo adrian adriana
    adriel agapito agueda agustin agustina aida aidee aime aimee ainhoa airam aitana alain alan
    alana alba albert alberta albertina alberto alcibiades aldahir aldair aldo aleida alejandra
    alejandrina alejandrino alejandro alejo alessandra alex alexa alexander alexandra alexia
    alexis alfonsa alfonsina alfonso alfreda alfredo alicia alida alina alison allison alma
    alondra alonso alvaro amada amado amador amairani amalia amanda amando amaranta amaya ambar
    ambrosio amelia america amparo ana anabel anahi anahy analia analy anastasia anastasio
    anatolio anayeli andrea andrei andreina andres andy angel angela angeles angelica angelina
    angelino angelo aniceto anny anselma anselmo antelmo antonella antonia antonieta antonio
    anuar apolinar apolonia apolonio araceli aracely arantxa arantza aranza arcadio arcelia
    arely argelia ari ariadna ariana ariel aristeo aristides arlen arlette armando armida
    arnaldo arnold arnoldo arnulfo aron artemia artemio arturo asael asalia ascencion ashley
    asuncion atanasio atenea athena augusto aura aurelia aureliano aurelino aurelio aurora
    avelina avelino axel ayde aylin azael azucena azul balbina baldemar baldomero baltazar
    barbara bartola bartolo bartolome basilia basilio baudelio beatriz begoña belem belen
    belinda benedicto benigna benigno benita benito benjamin benjamina berenice bernabe bernal
    bernarda bernardino bernardo berta bertha bertin beto betty betzabe bianca bibiana bladimir
    blanca blandina blas bonifacio braulio brayan brenda brian briana brianda brigida brisa
    briseida bruno bryan byron caleb calixto camila camilo cande candela candelaria candelario
    candida candido carely caridad carina carla carlo carlos carlota carmela carmelina carmelo
    carmen carmina carolina carolyn casandra casilda casimiro catalina catarina catarino
    cayetano cecilia cecilio ceferino celedonia celedonio celerino celeste celestina celestino
    celia celina celso cenobio cesar cesareo chantal chava christian christina christopher chuy
    cindy cinthia cinthya cintia cipriano ciriaco cirilo ciro citlali citlalli citlally citlaly
    clara clarisa claudia claudina claudio clemencia clemencio clemente clementina cleofas
    cleotilde cleto clotilde concepcion concha conrado constantino constanza consuelo corina
    cornelia cornelio cosme crescencia crescencio crisanto crispin crispina cristal cristian
    cristiana cristina cristino cristobal cristopher cristy cruz cuauhtemoc cuitlahuac cutberto
    dafne dagoberto daisy dalia damaris damaso damayanti damian dana danae dania daniel daniela
    danilo danna dante daria darinka dario david dayan dayana dayanara debanhi deborah deisy
    delfina delfino delia demetria demetrio denis denise denisse dennis deyanira diana diego
    dilan dilcia dimas dina dionicio dionisia dionisio dolores dominga domingo dominica domitila
    donaciano donaji donato donovan dora doris dorotea doroteo duilio dulce dylan eber edelia
    edelmira edelmiro eder edgar edgardo ediberto edilberto edith edmundo edna eduardo eduviges
    eduwiges efigenia efrain efren eitan eladia eladio elba elda eleazar elena elenita eleno
    eleonor eleuterio elfego elia elian elias elida eliel eliezer eligia eligio elina elisa
    elisabet elisabeth eliseo eliud eliza elizabeth elodia eloina eloisa eloy elpidia elpidio
    elsa elsy elva elvia elvira elviro emanuel emelia emelina emely emeterio emigdio emil emilia
    emiliana emiliano emilio emir emma emmanuel emmanuelle encarnacion eneas enedina eneida enoc
    enoch enrique enriqueta epifania epifanio erandi erasmo erasto ercilia erendira eric erica
    erick ericka erik erika ernestina ernestino ernesto esau esmeralda esperanza estanislao
    esteban estefani estefania estefano estefany estela estella ester esther estrella etelvina
    euclides eudocia eufemia eufemio eufrasio eufrosina eugenia eugenio eulalia eulalio eulogio
    eunice eusebia eusebio eustacio eustaquio eustolia eustolio eutimio eva evangelina evaristo
    evelia evelin evelio evelyn everardo evodia evodio ezequias ezequiel ezra fabian fabiana
    fabio fabiola fabricio facundo fatima faustina faustino fausto federico feliciana feliciano
    felicitas felipa felipe felix feliza fermin fermina fernan fernanda fernando fiacro fidel
    fidencio filadelfo filemon filiberto filogonio filomena filomeno flavia flavio flor flora
    florencia florencio florentina florentino floriberto florida florinda fortino fortunato
    francelia francisca francisco franco frank franklin freddy fredy frida froilan froylan
    fulgencio gabina gabino gabriel gabriela gaby gael galdina galdino galilea gamaliel gaspar
    gaudencio gelacio gema gemma genaro genesis genoveva geovani geovanni gerardina gerardo
    german geronimo gerson gertrudis getsemani gianna gibran gilberta gilberto gilda gildardo
    gina giovana giovanna giovanni giovany gisel gisela gisell giselle gladis gladys glenda
    gloria godofredo gonzalo gorgonio grace graciano graciela gregoria gregorina gregorio greta
    griselda guadalupana guadalupe guillermina guillermo gumaro gumercindo gustavo hadassa haide
    hanna hannah harumi hayde haydee hazel heber hector heidi heladio helena heleno heleodoro
    helga helio heliodora heliodoro henry heraclia heraclio herculano heriberto herlinda
    hermelinda hermenegildo hermes hermila hermilio hermilo herminia herminio hernan hernesto
    hesiquio hidalia higinio hilaria hilario hilarion hilda hildeberto hipolito homar homero
    honorato honorio horacio hortencia hortensia hugo humberto ian ifigenia ignacia ignacio iker
    ilce ildefonso ileana iliana ilse imanol imelda indalecio indira ines ingrid inmaculada
    inocencia inocencio inti iracema iraida iran irene ireri iridian irineo iris irma irvin
    irving isaac isabel isabela isabella isadora isaias isaura isela isidora isidoro isidra
    isidro isis ismael israel issac itandehui itzae itzayana itzel itzia ivan ivanna iveth ivett
    ivette ivonne izamar iñaki jaasiel jaciel jacinta jacinto jackeline jacob jacobo jacqueline
    jade jael jafet jaime jair jairo jana janely janet janeth janette jaqueline jared jaretzi
    jasiel jasmin jason javier jazmin jazziel jean jeimy jenaro jenifer jennifer jenny jennyfer
    jeny jeremias jeronimo jesabel jesica jessica jesus jhoana jhonatan jhony jhovany jimena
    jimmy joan joana joanna joaquin joaquina job jocelyn joel johan johana johnny jonas jonatan
    jonathan jony jorge jorgina josafat jose josefa josefina joselin joselyn joshua josselyn
    josue jovani jovita jovito juan juana juanita judit judith julia julian juliana julieta
    julieth julio julissa justina justino justo juvenal juventino kaleb kalid kareli karely
    karen karim karime karina karla karol katherin katherine katia katya keila kenia kenya kevin
    kike kimberli kimberly krystel ladislao lalo lambert lamberto landy laura laureano
    laurentino lauro lazaro leandra leandro leidy leila lenin leobardo leocadia leocadio leon
    leonarda leonardo leoncio leonel leonides leonila leonor leonora leopolda leopoldo leslie
    lesly leticia lety lia liam libertad libia libier liborio librado lidia ligia ligorio lilia
    lilian liliana lina linda lino lisandro lisbeth liset lizbeth lizeth llovana lluvia lola
    longinos lorena lorenza lorenzo lourdes luana lucas lucero lucia luciana luciano lucila
    lucina lucino lucio lucrecia ludivina luis luisa luisana lupe lupita luz luzmaria lydia
    macario macedonio macrina madai maday magali magaly magdalena magdaleno maira maite malena
    malinali manola manuel manuela marbella marcela marcelina marcelino marcelo marcia marcial
    marciano marco marcos margarita margarito mari maria mariam mariana mariano maribel
    maricarmen maricela maricruz mariela marilu marilyn marina marino mario marisa marisela
    marisol maritza marlen marlene marlon marta martha martin martina martiniana martiniano
    maruca matea mateo matias matilda matilde maura mauricio mauro maxima maximiliano maximina
    maximino maximo maximus maya mayela mayra mayte medardo melania melany melchor melesio
    melina melisa melissa meliton melitona melquiades melva memo merced mercedes metztli meztli
    mia micaela michel michelle miguel miguelina mijail milagros mildred milton minerva mireya
    miriam misael misraim mizael modesta modesto moises monica monserrat montserrat mucio myriam
    myrna nabor nacho nadia nadxieli nahomi nahum nain nallely nancy naomi narciso natalia
    natalio natanael natividad nayeli nayely nazaria nazario nefi neftali nehemias nelida nelly
    nelson nely nemesio nereida nereo neri nestor neyra nicandro nicanor nicolas nicolasa nicole
    nicomedes nidia nieves nikte nilda noe noel noelia noemi nohemi nora norberta norberto norma
    nubia obdulia obdulio obed octavia octaviano octavio odalis odalys odette odilon ofelia
    ofelio ofir olaf olegario olga oliva oliver oliverio olivia omar omero ondina onesimo oralia
    oralio orfelina orlando orquidea osbaldo oscar oseas osiel osiris osmar osvaldo oswaldo
    othon otilia otilio otoniel ovidio pablina pablo paco palemon palmira palmiro paloma pamela
    pancho panfilo paola pascual pascuala pastor pastora patricia patricio paty paul paula
    paulette paulina paulino paulo paz pedrina pedro pepe perfecto perla petra petronila
    petronilo piedad pilar pili placido plutarco policarpo ponciano porfiria porfirio primitiva
    primitivo primo prisca prisciliano procopio prospero prudencia prudencio queta quetzal
    quetzalli quintin quique quirina quirino quiterio rafa rafael rafaela raimundo ramiro ramon
    ramona ramses randy raquel raul raymundo rebeca refugio regina regino regulo reina reinaldo
    remedios remigio renan renata renato rene restituto reveriano rey reyes reyna reynalda
    reynaldo rhode ricarda ricardo rigoberta rigoberto rita robert roberta robertina roberto
    rocio rodolfo rodrigo rogaciano rogelia rogelio rolando roman romana romeo romina romualdo
    romulo ronaldo roque rosa rosalba rosalia rosalina rosalinda rosalino rosalio rosalva
    rosamaria rosana rosario rosaura roselia rosenda rosendo rosina rosita rosy roxana roy ruben
    rubi rubicela rubicelia ruby rufina rufino rufo ruperto rut ruth rutilio sabas sabina sabino
    sabrina sahara saira salma salome salomon salustia salustio salvador samanta samantha samara
    samuel sandra sandro sandy santa santi santiago santino santos sara sarahi sarai saturnina
    saturnino saul savanna sayuri sebastian sebastiana selena selene serafin serafina serapio
    sergio servando severa severiana severiano severino severo sharon sheila sherlyn sheyla
    sidronio sigfrido sigifredo silverio silvestre silvia silviano silvina silvino simeon simon
    simona sinai sindy sinforoso siomara siria sixto socorro socrates sofi sofia sofonias sol
    soledad sonia soraya sotero suri susana susy tabita tadea tadeo tamara tania tarsicio
    tatiana tecla telesforo telma telmo teodora teodoro teodosio teofila teofilo tere teresa
    teresita tereso thalia thelma thiago tiburcio timoteo tirso tito tobias tomas tomasa
    tomasina tonantzin tonatiuh toribio toño tranquilino trinidad ubaldo ulisa ulises ulisses
    urbana urbano uriel ursula uziel valdemar valdo valente valentin valentina valeria valeriano
    valerio vanesa vanessa vania venancio veneranda venustiano veronica vianey vicenta vicente
    vicky victor victoria victoriano victorino vidal vilma vinicio viola violeta virgen virgilio
    virginia virginio viridiana vito vivian viviana vladimir waldo walter wenceslao wendoly
    wendy wilbert wilberth wilfredo wilfrido william wilson wulfrano xanath xavier ximena
    xiomara xitlali xochitl yadira yael yahir yair yajaira yamel yamile yamileth yaneli yanet
    yaneth yanira yareli yaretzi yaritza yasmin yazmin yeimi yeni yered yesenia yesica yessenia
    yessica yezenia yoana yolanda yolotl yoselin yosgart youalli yovani yuliana yulisa yunuen
    yuri yuridia yuriria yusbely yvette zacarias zahid zahori zaid zaida zaira zayra zeferino
    zeltzin zenaida zenon zoe zoila zulema zuleyma zulma zuri zyanya
    """
)

# Written before a given name, or standing for one.
SHORT_GIVEN = word_set("ma j jose fco gpe ma. mª juan ana luis maria")

# Surnames that are given names too, and the commonest others: enough to say that one is shown.
SURNAMES = word_set(
    """
    abarca abrego acevedo aceves acosta adame aguilar aguilera aguirre alanis alarcon alarid
    alcala alcantar alcantara alcibar alcocer aldana aldrete alegria aleman alfaro allende
    almanza almazan almeida alonso alonzo altamira altamirano alvarado alvarez alvear amador
    amaro amezcua anaya ancira andrade angeles anguiano antunez aparicio apodaca aquino aragon
    arana aranda aranguren araujo arauz arce archundia arciniega arellano arenas arevalo arias
    ariza armendariz armenta arredondo arreola arriaga arrieta arriola arroniz arroyo arteaga
    artiaga arvizu arzate astorga atilano avalos avelar avendaño avila ayala ayon azcona azuara
    badillo baeza bahena balam balbuena balderas ballesteros baltazar banda banuelos barajas
    barbosa barcelo barcenas barragan barraza barrera barreto barrientos barrios barron basurto
    batista batres bautista bañuelos becerra becerril bejar bello beltran benavides benitez
    berber berlanga bermudez bernal berrios betancourt blancas blanco bocanegra bolaños bonilla
    borja borjas botello bravo briceño briones brito bucio buendia burgoa burgos bustamante
    bustos caamal caamaño caballero cabañas cabral cabrales cabrera caceres calderon callejas
    calvo camacho camarena camarillo campos campuzano canche cano cantu canul capistran caraveo
    carbajal cardenas cardeña cardona cardoso carmona caro carranza carrasco carreon carreto
    carrillo carrizales carvajal casarrubias casas casillas castañeda castelan castellanos
    castelo castillo castorena castro catalan cauich cazares cañedo cedillo ceja cendejas
    centeno cepeda cerda cerecedo cerna ceron cervantes cervera cesar chable chan chavarria
    chavez chi chimal chuc cid cienfuegos cirerol cisneros cobos coello colin collado contreras
    cordero cordova cornejo corona coronado coronel corral correa cortes cortez corzo cosio cota
    couoh coutiño covarrubias crespo cruz cuellar cuenca cuesta cueto cuevas dandara davila daza
    delgadillo delgado diaz dominguez dorantes duarte duran durazo dzul echavarria echeverria
    elizalde elizondo enriquez erazo escalante escalona escamilla escandon escarcega escobar
    escobedo escobosa escudero escutia espejel espejo espindola espino espinosa espinoza esqueda
    esquivel esteban estevez estrada euan fabela fabila fajardo farfan farias favela felix
    fernandez ferreira ferrer fierro figueroa fimbres flores fonseca fragoso franco frausto
    frias fuentes funes gaitan galarza galaviz galeana galeano galicia galindo gallaga gallardo
    gallegos galvan gamboa gamez gandara gaona garay garces garcia garcilazo garduño garibay
    garnica garrido garza gasca gastelum gaxiola gayosso gil giron godinez godoy gomez gomora
    gonzalez gordillo grajales granada granados grijalva guadarrama guajardo gudiño guemes
    guerra guerrero guevara guido guillen guizar gurrola gutierrez guzman haces haro heredia
    hermida hermosillo hernan hernandez herrejon herrera hidalgo higareda hinojos hinojosa
    holguin huerta huitron hurtado ibarra ibañes ibañez icaza iglesias illescas inzunza irigoyen
    isassi islas islava iturbe iturbide izaguirre izquierdo jacinto jaimes jaimez jaramillo jaso
    jasso jimenes jimenez juarez jurado ku labastida lagunas landa landeros landin lara lazcano
    leal lechuga ledesma ledezma legorreta leija lemus leon leyva lezama licea limon linares
    lira lizarraga llamas llanos loera lomeli lopez loredo loza lozano lucas lucio lugo luis
    lujan luna luviano macedo machado machuca macias madero madrid madrigal magaña maldonado
    malpica mancera mancilla manjarrez manrique manriquez manzanares manzano manzo marban mares
    marin mariscal marmolejo marquez marroquin marrufo martin martinez mascorro mata matamoros
    mateos maya mayorga maza mazariegos medina medrano mejia mejorada melendez melgarejo melo
    mena menchaca mendez mendieta mendiola mendivil mendoza meneses meraz mercader mercado
    merida merino merlo mesa meza mijares millan minor miramontes miranda mireles mojica molina
    molinar moncada mondragon monreal monroy monsivais montalvo montaño montelongo montenegro
    montero monterrosa montes montiel montoya mora morales moran moreira moreno morfin moscoso
    mota moya munguia murillo muñiz muñoz najera naranjo nava navarijo navarrete navarro negrete
    negron neri nicasio nieto nogueda noh nolasco noriega novoa noyola nuñez ocampo ocaña
    oceguera ochoa ojeda olague olguin olivares olivarez olivas olivera olivo olmedo olmos
    olvera ontiveros ordoñez orduña orea oropeza orozco orta ortega ortigoza ortiz osorio
    osornio osuna otero ovalle oviedo pacheco padilla padron palacio palacios palafox palazuelos
    palencia palma palomares palomino pantoja pardo paredes parra partida pascacio pascual
    pastrana patiño pavon paz pech pedraza perales peralta peraza perdomo perea peredo perez
    peña peñaloza pichardo pimentel pinal pineda pinto pinzon pizano pizarro piña piñon plata
    pliego polanco ponce poot porcayo porras portillo posada pozos prado preciado preza prieto
    puc puente puga pulido quesada quezada quijada quijano quintana quintanilla quintero quiroga
    quiroz quiñones quiñonez ramirez ramon ramos rangel rayas razo rebollar rebolledo rebollo
    rendon renteria resendiz reséndiz reyes reyna reynoso reza rico rincon rios rivas rivera roa
    robledo robles rocha rodriguez rojas roldan roman romero romo roque rosado rosales rosario
    rosas rosete ruano rubio rueda ruelas ruiz ruvalcaba saavedra saenz sahagun sainz salas
    salazar salcedo salcido saldaña saldivar salgado salinas salto samaniego samano sanabria
    sanchez sandin sandoval sansores santamaria santana santiago santillan santin santos sanz
    sarabia sarmiento sauceda saucedo sedano segovia segura sepulveda serna serrano serrato
    sierra sifuentes silis silva soberanes solache solano solares solis solorio solorzano sorcia
    soriano sosa sotelo soto suarez suaste suastegui tafolla talamantes talavera tamayo tapia
    tavares tec tejada tejeda tejeida tellez tello tenorio teran terrazas terrones tinajero
    tinoco tirado tlapale toledo tolentino torales torres toscano tostado tovar trejo trevizo
    treviña treviño trinidad trujillo tun ugalde ugarte uicab ulloa urban urbina urena ureña
    urias uribe urquiza urrea urrutia urzua valadez valdes valdespino valdez valdivia valdovinos
    valencia valenzuela valladares vallarta valle vallecillo vallejo valtierra valverde vanegas
    vara varela vargas vazques vazquez vega vela velarde velasco velasquez velazco velazquez
    velez veliz vences venegas ventura vera verdejo verdin verdugo vergara vertiz vicario
    victoria vidal vidaña viera vigil vilchis villa villaescusa villafaña villafuerte villagomez
    villagran villalobos villalpando villamil villanueva villar villaroel villarreal villaseca
    villaseñor villavicencio villegas vital vivanco xicotencatl xolalpa xool yam yañes yañez
    yepez yerena zacarias zacatenco zaldaña zaldivar zamarripa zamarron zambrano zamora zamudio
    zapata zaragoza zarate zavala zazueta zendejas zepeda zermeño zertuche zetina zorrilla
    zubieta zuleta zumaya zurita zuñiga
    """
)
