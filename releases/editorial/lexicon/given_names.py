"""Given names in use in Mexico, and surnames that are common or also given names. All folded."""

from __future__ import annotations

from releases.language.folding import word_set

GIVEN_NAMES = word_set(
    """
    aaron abdiel abdon abel abelardo abigail abimael abiud abner abraham abril abundio acacio
    adalberto adalid adan adela adelaida adelfo adelina adina adolfa adolfo adrian adriana
    adriel adulfo agapita agapito agueda agustin agustina aida aidee aileen ailin aime aimee
    ainhoa airam aislinn aitana alain alan alana alba albert alberta albertina alberto
    alcibiades aldahir aldair aldo aldonza aleida alejandra alejandrina alejandrino alejandro
    alejo alely alessandra alex alexa alexander alexandra alexey alexia alexis alexsandra
    alfonsa alfonsina alfonso alfreda alfredo alicia alida alina alison alitzel allison alma
    alondra alonso alvaro amada amado amador amairani amairany amalia amancio amanda amando
    amaranta amaya ambar ambrosia ambrosio amelia amelio america amparo ana anabel anacleto
    anahi anahy anakaren analia analy anapaola anastasia anastasio anatolio anayeli anayely
    andrea andrei andreina andres andrik andronico andy angel angela angelberto angeles
    angelica angelina angelino angelly angelo aniceto anny anselma anselmo antelmo antolin
    antonella antonia antonieta antonio anuar apolinar apolonia apolonio araceli aracely
    arantxa arantza aranza arcadio arcelia arcelio arely argelia ari ariadna ariana ariel
    aristeo aristides arlen arlette armando armida arnaldo arnold arnoldo arnulfo aron
    arquimedes arsenia artemia artemio arturo asael asalia ascencion asencion ashley ashly
    astrid asuncion atanasio atenea athena atilano audomaro augusto aura aurea aurelia
    aureliano aurelino aurelio aurora ausencio avelina avelino axel ayde ayelen ayleen aylin
    azael azeneth azucena azul balbina balbino baldemar baldomero baltazar barbara bartola
    bartolo bartolome bartolomeo basilia basilio basilisa bastian baudelio bayron beatriz
    begoña belem belen belinda benancio benedicto benigna benigno benita benito benjamin
    benjamina berenice bernabe bernabela bernal bernarda bernardino bernardo berta bertha
    bertin bertoldo beto betty betzabe bianca bibiana bladimir blanca blandina blas bonfilio
    bonifacio brandon braulio brayan brayden brenda brian briana brianda brigida brigido brisa
    briseida britany bruna bruno bryan byron caleb calixta calixto camelia camila camilo cande
    candela candelaria candelario candida candido carely caridad carina carla carlo carlos
    carlota carmela carmelina carmelo carmen carmina carol carolina carolyn casandra casilda
    casimiro catalina catalino catarina catarino cayetana cayetano cecilia cecilio ceferina
    ceferino celedonia celedonio celerino celeste celestina celestino celia celina celso
    cenaida cenobio cesar cesareo chantal charly chava christian christina christopher chuy
    cindy cinthia cinthya cintia cipriana cipriano cirenia ciriaco cirilo ciro citlali
    citlalic citlalli citlally citlaltonac citlaly clara clarisa claudia claudina claudio
    clemencia clemencio clemente clementina clementino cleofas cleotilde cleto clotilde
    columba concepcion concha conrada conrado consolacion constantino constanza consuelo
    corina cornelia cornelio cosme crescencia crescenciana crescenciano crescencio crisanto
    crisoforo crispin crispina cristal cristeta cristian cristiana cristina cristino cristobal
    cristopher cristy cruz cuauhtemoc cuitlahuac cutberto dafne dagoberto daisy dalia dalila
    damaris damaso damayanti damian dana danae dania daniel daniela danilo danna danny dante
    daria dariana darinka dario david dayan dayana dayanara dayra debanhi deborah deisi deisy
    delfina delfino delia demetria demetrio denilson denis denise denisse dennis dereck derek
    desiderio deyanira diamantina diana diego dilan dilcia dimas dina dionicio dionisia
    dionisio dolores dominga domingo dominica dominick domitila domitilo donaciano donaji
    donata donato donovan dora doris dorotea doroteo duilio dulce dylan eber eberardo edda
    edelberto edelia edelmira edelmiro eder edgar edgardo ediberto edilberto edith edmundo
    edna eduardo eduviges eduvigis eduwiges edwin efigenia efrain efren eimy eitan eladia
    eladio elba elda eleazar elena elenita eleno eleonor eleuterio elfego elia elian elias
    elicerio elida eliel eliezer eligia eligio elina eliodoro elisa elisabet elisabeth eliseo
    eliud eliza elizabeth elliot elodia elodio eloina eloisa eloy elpidia elpidio elsa elsy
    elva elvia elvira elviro elvis emanuel emelia emelina emely emerenciana emerita emeterio
    emigdia emigdio emil emilia emiliana emiliano emilio emily emir emma emmanuel emmanuelle
    encarnacion eneas enedina enedino eneida engracia enoc enoch enrique enriqueta enzo
    epifania epifanio epigmenio erandi erandy erasmo erasto ercilia erendida erendira eric
    erica erick ericka erik erika ermelinda ernesta ernestina ernestino ernesto esau
    escolastica esiquio esli esmeralda esperanza espiridion estanislao esteban estefana
    estefani estefania estefano estefany estela estella ester esther estrella etelvina ethan
    euclides eudocia eudoxia eufemia eufemio eufrasio eufrosina eugenia eugenio eulalia
    eulalio eulogia eulogio eunice eusebia eusebio eustacia eustacio eustaquio eustolia
    eustolio eutimio eutiquio eva evan evangelina evarista evaristo evelia evelin evelio
    evelyn everardo everett everth evodia evodio exiquio ezequias ezequiel ezequiela ezra
    fabian fabiana fabio fabiola fabricio fabrizio facunda facundo fatima fausta faustina
    faustino fausto federica federico feliciana feliciano felicitas felipa felipe felisa felix
    feliza fermin fermina fernan fernanda fernando fiacro fidel fidelia fidelina fidencia
    fidencio filadelfo filemon filemona filiberta filiberto filogonio filomena filomeno flavia
    flaviano flavio flor flora florencia florencio florentin florentina florentino floriana
    floriberto florida florina florinda fortino fortunata fortunato francelia francisca
    francisco franco frank frankie franklin freddy fredy frida froilan froylan froylana
    fulgencia fulgencio gabina gabino gabriel gabriela gaby gadi gadiel gael galdina galdino
    galilea gamaliel gaspar gaudencia gaudencio gelacio gelasio gema gemma genaro genesis
    genoveva georgina geovani geovanni geraldine gerardina gerardo german geronimo gerson
    gertrudis gervasio getsemani giancarlo gianna gibran gilberta gilberto gilda gildarda
    gildardo gina ginger giovana giovanna giovanni giovany gisel gisela gisell giselle gladis
    gladys glafira glenda gloria godeleva godofredo gonzala gonzalo gorgonio grace graciana
    graciano graciela gregoria gregorina gregorio greta gricelda griselda guadalupana
    guadalupe guadencio gudelia guillebaldo guillermina guillermo guiselle gumaro gumercindo
    gumersindo gumesindo gustavo hadassa haide hanna hannah harold harumi hatziry hayde haydee
    hazel heber hector heidi heidy heladia heladio helena heleno heleodoro helga helian helio
    heliodora heliodoro henry heraclia heraclio herculano heriberta heriberto herlinda
    hermelinda hermelindo hermenegilda hermenegildo hermes hermila hermilio hermilo herminia
    herminio hermosinda hernan hernesto hesiquio hidalia higinia higinio hilaria hilario
    hilarion hilda hildeberto hildelisa hipolita hipolito hiram homar homero honorato honoria
    honorio horacio hortencia hortencio hortensia hugo huitzilin humberto ian idalia ifigenia
    ignacia ignacio ikal iker iktan ilario ilce ildefonso ileana iliana ilse imanol imelda
    indalecio indira ines ingrid inmaculada inocencia inocencio inti iracema iraida iran
    irasema irene ireri iridian irineo iris irma irvin irving isaac isabel isabela isabelino
    isabella isadora isai isaias isaura isauro isela iselda isidora isidoro isidra isidro isis
    ismael ismaela israel issac itandehui itati itzae itzamna itzayana itzayani itzel itzia
    ivan ivanka ivanna iveth ivett ivette ivonne ixchel izamar iñaki jaasiel jaciel jacinta
    jacinto jackeline jacob jacobina jacobo jacqueline jade jaden jael jafet jaime jaimito
    jair jairo jamie jana janely janet janeth janette janis jaqueline jared jaretzi jaretzy
    jasibe jasiel jasmin jasmine jason javi javier javiera jazmin jazziel jean jeimy jeison
    jenaro jenifer jenni jennifer jenny jennyfer jeny jeremias jeremy jeronima jeronimo
    jesabel jeshua jesica jessica jesus jesusa jhoana jhonatan jhony jhovany jimena jimmy joan
    joana joanna joaquim joaquin joaquina job jobita jocelyn joel johan johana johnny jonas
    jonatan jonathan jony jordana jorge jorgina josafat josafath jose josefa josefina josefino
    joselin joselito joselyn joseph joshua josias josselyn josue jovani jovita jovito jozef
    juan juana juanita juanito judit judith julia julian juliana julieta julieth julio julissa
    justina justino justo juvenal juvencio juventina juventino kaleb kalid kaory kareli
    karelia karely karen karim karime karina karla karol katherin katherine katheryn katia
    katya keila keily keira kendra kenia kenya keren kevin kevyn kiara kike kimberli kimberly
    kimberlyn kristal kristopher krystel ladislao lalo lambert lamberto landy laura laureano
    laurentino lauro lazara lazaro leandra leandro leidy leila lenin leo leobarda leobardo
    leocadia leocadio leon leonarda leonardo leoncia leoncio leonel leonides leonila leonor
    leonora leopolda leopoldo leovigilda leovigildo leslie lesly leticia lety leydi lia liam
    liany libertad libia libier liborio librada librado lidia ligia ligorio lilia lilian
    liliana liliosa lina linda lindolfo lino lisandro lisbeth liset litzy lizandro lizbeth
    lizet lizeth lizette llovana lluvia lola longina longinos lorena lorenza lorenzo loreto
    lourdes luana lucas lucero lucia luciana luciano lucila lucina lucino lucio lucrecia
    ludivina ludivino luis luisa luisana luisangel lupe lupita luz luzmaria lydia macaria
    macario macedonia macedonio maclovia macrina madai maday madeleine magali magaly magda
    magdalena magdaleno maikol mailen maira maite makenzie malaquias malena maleny malinali
    manola manuel manuela marbella marcela marcelina marcelino marcelo marcia marcial marciana
    marciano marco marcolfa marcos marely margarita margarito mari maria mariam mariana
    mariangel mariano maribel maricarmen maricela maricruz mariela marilu marilyn marina
    marino mario marisa marisela marisol maritza marlen marlene marlon marta martha martin
    martina martiniana martiniano maruca mary matea mateo mathias matias matilda matilde
    matthew maura mauricia mauricio mauro maury maxima maximiliano maximina maximino maximo
    maximus maya mayela mayeli mayerli mayra mayte medardo melania melany melchor melchora
    melecio melesio melida melina melisa melissa meliton melitona melquiades melva melvin memo
    merced mercedario mercedes metztli meztli mia micaela michel michelle miguel miguelina
    mijail mikaela mikel milagros milciades mildred milton minerva mireya miriam mirna misael
    misraim mitzi mitzy mizael modesta modesto moises monica monserrat montserrat mucio myriam
    myrna nabor nacho nadia nadxieli nahomi nahum naidelyn nain nallely nancy naomi napoleon
    narcisa narciso natalia natalio nataly natanael nathaly natividad nayeli nayely nazaret
    nazaria nazario nefi neftali neftaly nehemias nelida nelly nelson nely nemesio nepomuceno
    nereida nereo neri nery nestor nestora neyra nicandro nicanor nicasia nicolas nicolasa
    nicole nicomedes nicte nidia nieves nikte nilda nineth noah noe noel noelia noemi nohely
    nohemi nora norberta norberto norma nubia nuria obdulia obdulio obed octavia octaviano
    octavio odalis odaliz odalys odette odilon odin ofelia ofelio ofir olaf olegario olga
    oliva oliver oliverio olivia ololona omar omero ondina onesimo onofre oralia oralio
    orestes orfelina orfelinda orlanda orlando orlin orquidea osbaldo oscar oseas osiel osiris
    osmar osvaldo oswaldo othon otilia otilio otoniel ovidio oziel pablina pablo paco palemon
    palmira palmiro paloma pamela pancho pancracio panfilo paola pascual pascuala pastor
    pastora patricia patricio patsy paty paul paula paulette paulina paulino paulo paz pedrina
    pedro pepe perfecta perfecto perla petra petronila petronilo piedad pilar pili pioquinto
    placido plinio plutarco policarpo pomposa pomposo ponciano porfiria porfirio potenciano
    pragedis praxedis primitiva primitivo primo prisca prisciliano procopio procoro prospero
    protasio prudencia prudenciana prudencio queta quetzal quetzalli quintin quique quirina
    quirino quiterio rafa rafael rafaela raimundo ramira ramiro ramon ramona ramses randy
    ranulfo raquel raul raymundo raziel rebeca refugia refugio regina regino regulo reina
    reinaldo remedios remigia remigio renan renata renato rene restituto reveriano rey reyes
    reymundo reyna reynalda reynaldo rhoda rhode ricarda ricardo rigoberta rigoberto rita
    ritchie robert roberta robertina roberto rocio rodolfo rodrigo rogaciano rogelia rogelio
    rolando roman romana romelia romeo romina romualda romualdo romulo ronaldo roque rosa
    rosalba rosalia rosalina rosalinda rosalino rosalio rosalva rosamaria rosana rosangela
    rosario rosaura roselia roselyn rosenda rosendo rosina rosita rosy roxana roxanna roy
    rubelia ruben rubi rubicela rubicelia ruby rudencindo rufina rufino rufo ruperta ruperto
    rut ruth rutilio sabas sabina sabino sabrina sagrario sahara saida saira salma salome
    salomon salustia salustio salvador samanta samantha samara samuel sandra sandro sandy
    santa santana santi santiaga santiago santino santos sara sarah sarahi sarai saray satiro
    saturnina saturnino saul saula savanna sayuri sebastian sebastiana secundina secundino
    selena selene serafin serafina serapia serapio sergio servando severiana severiano
    severino severo shantal sharon sheila sherlyn sheyla shirley sidronio sigfrido sigifredo
    sigrid silvana silvano silveria silverio silvestre silvia silviano silvina silvino simeon
    simon simona sinai sindy sinforosa sinforoso siomara sirenia siria sixta sixto socorro
    socrates sofi sofia sofonias sol soledad sonia soraya sostenes sotera sotero stefany
    stephanie steven suleima suri susana susy suzette tabata tabita tadea tadeo talia tamara
    tania tarsicio tatiana tayde tecla telesforo telma telmo teo teodolinda teodora teodoro
    teodosia teodosio teodulo teofila teofilo tere teresa teresita tereso thalia thelma thiago
    thomas tiara tiburcio timoteo tirso tito tobias tomas tomasa tomasina tomy tonantzin
    tonatiuh toribio toño tranquilino trinidad ubalda ubaldo ulisa ulises ulisses urania
    urbana urbano uriel ursula ursulo uziel valdemar valdo valente valentin valentina
    valentino valeria valeriano valerio valery vanesa vanessa vania venancio veneranda
    venustiano veronica vianey vianney vicenta vicente vicky victor victoria victoriano
    victorina victorino vidal vidala vilma vinicio viola violeta virgen virgilio virginia
    virginio viridiana vito vivian viviana vladimir waldo walter wenceslao wendoly wendy
    wilber wilbert wilberth wilfredo wilfrido wili wilibaldo william wilma wilmer wilson
    wulfrano xanat xanath xavier xenia ximena ximeno xiomara xitlali xochilt xochitl yadhira
    yadira yael yahaira yahir yair yajaira yamel yamil yamile yamileth yandel yaneli yanely
    yanet yaneth yanira yareli yarely yareth yaretzi yarisel yaritza yasmin yazid yazmin yeimi
    yeni yeraldi yeray yered yerik yesenia yesica yessenia yessica yezenia yireh yoana yohana
    yolanda yolotl yoltzin yoselin yosgart yoshio youalli yovani yuleidy yuliana yulisa yunuel
    yunuen yuri yuridia yuriria yusbely yvette zacarias zahid zahori zaid zaida zaira zandra
    zayra zeferina zeferino zeltzin zenaida zenobio zenon zita zoe zoila zoraida zulema
    zuleyma zulma zuri zyanya
    """
)

# Written before a given name, or standing for one.
SHORT_GIVEN = word_set("ma j jose fco gpe ma. mª juan ana luis maria")

# Surnames that are given names too, and the commonest others: enough to say that one is shown.
SURNAMES = word_set(
    """
    abarca abascal abrego aburto acevedo aceves acosta adame aguayo aguilar aguilera aguinaga
    aguirre aizpuru alanis alarcon alarid alcala alcantar alcantara alcibar alcocer aldaco
    aldana aldrete alegria aleman alfaro allende almanza almaraz almazan almeida alonso alonzo
    altamira altamirano alvarado alvarez alvear amador amaro amezcua amezquita amparan anaya
    ancira ancona andrade angeles anguiano angulo antunez aparicio apodaca aquino aragon
    arambula arana aranda aranguren araujo arauz arce archundia arciga arciniega arellanes
    arellano arenas arevalo arguelles arias aristegui ariza arizmendi arizpe armendariz
    armenta arrambide arrangoiz arredondo arreguin arreola arriaga arriaza arrieta arriola
    arroniz arroyo arteaga arteche artiaga arvizu arzate ascencio astorga astudillo atilano
    avalos avelar avendaño avila ayala ayon azcona azpeitia azuara baca badillo baeza bahena
    balam balbuena balcazar balderas balderrama ballesteros ballinas baltazar baltierra banda
    banuelos barajas barbabosa barbosa barcelo barcenas barocio barradas barragan barraza
    barrera barreto barrientos barrios barron barrueta basulto basurto batista batres bautista
    bazaldua bazan bañales bañuelos becerra becerril bedolla bejar bejarano bello belmares
    beltran benavides bengoechea benitez berber beristain berlanga bermejo bermudez bernal
    berrelleza berrios berumen betancourt blancas blanco bocanegra bohorquez bojorquez bolaños
    bonilla borja borjas borrego borunda botello bracamontes bravo briceño bringas briones
    brito bucio buendia buenrostro buitimea burgoa burgos bustamante bustillos bustos caamal
    caamaño caballero cabañas cabral cabrales cabrera caceres cahuich calderon callejas
    caltzontzin calvillo calvo camacho camarena camargo camarillo campos campuzano canche
    candia cano canseco cantoral cantu canul capistran caraveo carbajal carballo cardenas
    cardeña cardona cardoso carmona caro carranco carranza carrasco carreon carreto carrillo
    carrizales carvajal casarrubias casas casillas castañeda castañon castelan castellanos
    castellon castelo castillo castorena castrejon castrellon castro catalan catzin cauich
    cavazos cazares cañedo ceballos cebreros cedillo ceja celis cendejas centeno cepeda cerda
    cerecedo cerna ceron cervantes cervera cesar cevallos chable chacon chagoya chan chaparro
    chavarria chavez chi chimal chuc cid cienfuegos cifuentes cirerol cisneros coba
    cobarrubias cobos cocom coello colin collado colunga compean contreras cordero cordova
    coria cornejo corona coronado coronel corral correa cortes cortez corzo cosio cota couoh
    coutiño covarrubias coyotl crespo cruz cuadra cuapio cuatecontzi cuautle cuellar cuenca
    cuesta cueto cuevas culebro curiel dandara davalos davila daza delgadillo delgado diaz
    dominguez dorantes duarte duran durazo duron dzib dzul echavarria echeverri echeverria
    elguera elias elizalde elizondo encinas enciso enriquez erazo escalante escalona escamilla
    escandon escarcega escareño escobar escobedo escobosa escoto escudero escutia esparza
    espejel espejo espindola espino espinosa espinoza esqueda esquivel esteban estevez estrada
    estudillo etchegaray euan fabela fabila fajardo farfan farias favela felix fernandez
    ferreira ferrer fierro figueroa fimbres flandes flores fonseca fraga fragoso franco
    frausto frayre fregoso frias fuentes funes gaitan galarza galaviz galeana galeano galicia
    galindo gallaga gallardo gallegos galvan gamboa gamez gandara gaona garate garay garces
    garcia garcilazo garduño garfias garibay garnica garrido garza gasca gastelum gavito
    gaxiola gayosso gaytan gil giron godinez godoy goicoechea gomez gomora gongora gonzaga
    gonzalez gordillo grajales granada granados grijalva guadarrama guajardo gudiño guemes
    guerra guerrero guevara guido guillen guizar gurrola gutierrez guzman haces haro heredia
    hermida hermosillo hernan hernandez herrejon herrera hidalgo higareda hinojos hinojosa
    hinostroza holguin huante huape huerta huicochea huitron huitzil hurtado ibarguen
    ibarguengoitia ibarra ibarrola ibañes ibañez icaza iglesias illescas inzunza iparraguirre
    iracheta iriarte irigoyen isassi islas islava isunza iturbe iturbide iturriaga izaguirre
    izquierdo iñiguez jacinto jacobo jaimes jaimez jaquez jaramillo jaso jasso jauregui
    jimenes jimenez juanico juarez jurado kantun ku labastida labrada lagunas landa landeros
    landin lara larios larrañaga lascurain lazaro lazcano leal lechuga lecuona ledesma ledezma
    legaspi legorreta leija lemus leon leos leura leyva lezama licea licona limon linares lira
    lizarraga llamas llamosas llanos llerena lobato loera lomeli longoria lopez loredo lovera
    loya loza lozada lozano lozoya lucas lucio luevano lugo luis lujan luna luviano macedo
    machado machuca macias madero madrid madrigal magaña malagon maldonado malpica mancera
    mancilla mandujano manjarrez manrique manriquez manzanares manzano manzo marban marcos
    mares marin mariscal marmolejo marquez marroquin marrufo martin martinez mascareño
    mascorro masso mata matamoros mateos matias matu matus maya mayen mayorga maza mazariegos
    medel medellin medina medrano mejia mejorada melendez melgarejo melgoza melo mena menchaca
    mendez mendieta mendiola mendivil mendizabal mendoza meneses meraz mercader mercado merida
    merino merlo merlos mesa mexia meza mijares millan minor mirafuentes miramontes miranda
    mireles mixcoatl mojica molina molinar monarrez moncada mondragon monreal monroy monsivais
    montalvo montaño montejo montelongo montemayor montenegro montero monterrosa monterrubio
    montes montiel montoya monzon mora morales moran moreira moreno morfin moroyoqui moscoso
    mota moya mujica mukul munguia murguia murillo murrieta muñiz muñoz naal najar najera
    naranjo nava navarijo navarrete navarro negrete negron neri nevarez nicasio nieto nogueda
    noguez noh nolasco noriega novoa noyola nuñez nuño obregon ocadiz ocampo ocaña oceguera
    ochoa ojeda olague olarte olascoaga olea olguin olivares olivarez olivas olivera olivo
    olmedo olmos olvera ontiveros ordaz ordorica ordoñez orduña orea orendain orihuela ormeño
    ornelas oronoz oropeza orozco orrantia orta ortega ortegon ortigoza ortiz osnaya osorio
    osornio osorno osuna otero ovalle oviedo oyarzabal oñate pacheco padierna padilla padron
    paez palacio palacios palafox palazuelos palencia pallares palma palomares palomino
    pantoja panuco pardo paredes parga parra partida pascacio pascual pastrana pat patiño
    pavon payan paz pech pedraza pedroza pelayo pelcastre peniche perales peralta peraza
    perdomo perea peredo perez perezcano perusquia peña peñaloza peñuelas pichardo pimentel
    pinacho pinal pineda pinto pinzon pizano pizarro pizaña piña piñon plascencia plata pliego
    poblano polanco ponce pool poot porcayo porras portillo posada pozos prado preciado preza
    prieto pruneda puc puente puga pulido quesada quezada quijada quijano quintana quintanar
    quintanilla quintero quirarte quiroga quiroz quiñones quiñonez rabago ramirez ramon ramos
    rangel rayas razo rea rebollar rebolledo rebollo recinos rendon renteria requena resendez
    resendis resendiz reséndiz reta retana reveles reyes reyna reynoso reza ricardez rico
    rincon riojas rios riva rivas rivera rivero roa robleda robledo robles rocha rodarte
    rodela rodelo rodriguez rojano rojas roldan roman romero romo roque rosado rosales rosario
    rosas rosete rovirosa ruano rubalcaba rubio rueda ruelas ruiz ruvalcaba saavedra saenz
    sagrero sahagun sainz salas salazar salceda salcedo salcido saldaña saldivar salgado
    salido salinas salmeron salto samaniego samano samayoa sanabria sanchez sandin sandoval
    sansores santamaria santana santiago santillan santin santos santoyo sanz sarabia
    sarmiento sauceda saucedo sedano segovia segura sepulveda serna serrano serrato sesma
    sicairos sierra sifuentes silis silva siordia soberanes sobrevilla solache solano solares
    solis solorio solorzano somera sorcia soria soriano sosa sotelo soto sotomayor suarez
    suaste suastegui taboada tafolla talamantes talavera tamay tamayo tamez tapia taracena
    tavares tavera tec tecla tecuapetla tejada tejeda tejeida tellez tello tenorio tepox teran
    terrazas terrones tijerina tinajero tinoco tirado tiznado tlahuel tlapa tlapale tlatelpa
    toledo tolentino tolosa torales toriz torres toscano tostado tovalin tovar trejo trevizo
    treviña treviño trigueros trinidad tristan trujillo tun tuyub tuz tzec tzintzun tzompantzi
    ucan ugalde ugarte uicab uitz ulloa urban urbina urena ureña uriarte urias uribe urquidi
    urquijo urquiza urrea urrutia urzua valadez valderrama valdes valdespino valdez valdivia
    valdovinos valencia valenzuela valladares vallarino vallarta valle vallecillo vallejo
    valtierra valverde vanegas vara varela vargas vasquez vazques vazquez vega vela velarde
    velasco velasquez velazco velazquez velez veliz veloz velueta vences venegas ventura vera
    verastegui verdejo verdin verdugo verduzco vergara vertiz vicario victoria vidal vidales
    vidaurri vidaña viera viezcas vigil vilchis villa villaescusa villafaña villafuerte
    villagomez villagran villalba villalobos villalpando villalvazo villamil villanueva villar
    villaroel villarreal villaseca villaseñor villaverde villavicencio villeda villegas
    villicaña vital vivanco vivar vizcaino xicale xicotencatl xiu xochihua xolalpa xool yam
    yanez yañes yañez ybarra yepez yerena yocupicio ysunza zabala zacarias zacatenco zaldaña
    zaldivar zaleta zamarripa zamarron zambrano zamora zamudio zapata zaragoza zarate zaraza
    zarco zavala zayas zazueta zendejas zenteno zepeda zermeño zertuche zetina zorrilla
    zorrosa zubieta zuleta zuloaga zumaya zurita zuñiga
    """
)
