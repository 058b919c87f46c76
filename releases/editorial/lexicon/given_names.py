"""Given names in use in Mexico, and surnames that are common or also given names. All folded."""

from __future__ import annotations

from releases.language.folding import word_set

GIVEN_NAMES = word_set(
    """
    paco pepe lupe beto memo nacho chuy lalo quique kike mari lola rosy paty betty juanita
    pancho chava rafa santi sofi pili tere lety gaby vicky aaron abdiel abel abelardo abigail
    abimael abraham abril abundio adalberto adan adela adelaida adelina adolfo adrian adriana
    adriel agapito agueda agustin agustina aida aidee aime aimee ainhoa alan alana alba albert
    alberta albertina alberto aldair aldo alejandra alejandrina alejandro alejo alessandra alex
    alexa alexander alexandra alexia alexis alfonsina alfonso alfreda alfredo alicia alina
    alison allison alma alondra alonso alvaro amada amado amador amalia amanda amaya ambar
    ambrosio amelia america amparo ana anabel anahi analia anastasio anatolio andrea andres andy
    angel angela angeles angelica angelina angelo aniceto anselmo antelmo antonia antonieta
    antonio anuar apolinar apolonia apolonio araceli arantxa arantza arcadio arcelia ari ariadna
    ariana ariel arlette armando arnoldo arnulfo aron artemio arturo asael ascencion ashley
    asuncion atanasio atenea athena augusto aura aurelia aureliano aurelio aurora axel ayde
    aylin azael azucena azul baldomero baltazar barbara bartolo bartolome basilio baudelio
    beatriz belem belen belinda benedicto benigno benita benito benjamin berenice bernabe
    bernarda bernardino bernardo berta bertha bertin bibiana blanca blas bonifacio braulio
    brayan brenda brian brianda brigida briseida brisa bruno bryan byron camila camilo
    candelaria candelario candido caridad carina carla carlos carlota carmela carmelo carmen
    carmina carolina casandra casimiro catalina catarina cayetano cecilia cecilio ceferino
    celedonio celerino celeste celestina celestino celia celina celso cesar cesareo christian
    christopher cinthia cintia cipriano cirilo ciro citlali citlalli clara clarisa claudia
    claudio claudina clemencia clemente clementina cleofas cleotilde clotilde concepcion concha
    conrado constantino constanza consuelo cornelio cosme crescencio crisanto crispin cristal
    cristian cristiana cristina cristino cristobal cristopher cruz cuauhtemoc cutberto dafne
    dagoberto daisy dalia damaris damian damaso dana danae daniel daniela danna dante daria
    dario david dayana deborah deisy delfina delfino delia demetria demetrio denis denise dennis
    denisse diana diego dilan dimas dina dionicio dionisia dionisio dolores domingo domitila
    donaciano donaji donato dora doroteo dulce dylan eber edelmira eder edgar edgardo edilberto
    edith edmundo edna eduardo eduviges eduwiges efrain efren eladio elba elda eleazar elena
    eleonor eleuterio elfego elia elias elida eligio elisa elisabet elisabeth eliseo eliud eliza
    elizabeth eloina eloisa eloy elpidio elsa elva elvia elvira elviro emanuel emelia emeterio
    emigdio emilia emiliana emiliano emilio emma emmanuel encarnacion enedina enoc enrique
    enriqueta epifania epifanio erasmo eric erica erick ericka erik erika ernestina ernesto esau
    esmeralda esperanza esteban estefani estefania estefany estela estella ester esther estrella
    etelvina eugenia eugenio eulalia eulalio eulogio eunice eusebia eusebio eustaquio eustolia
    eutimio eva evangelina evaristo evelia evelin evelyn everardo ezequiel fabian fabiana
    fabiola fabricio facundo fatima faustina faustino fausto federico feliciana feliciano
    felicitas felipa felipe felix fermin fermina fernanda fernando fidel fidencio filemon
    filiberto filomena filomeno flavia flavio flor flora florencia florencio florentina
    florentino florida floriberto fortino fortunato francelia francisca francisco franco frank
    franklin fredy freddy frida froylan fulgencio gabino gabriel gabriela gael galdino galilea
    gamaliel gaspar gaudencio gelacio genaro genesis genoveva gerardo german geronimo gerson
    gertrudis gibran gilberta gilberto gildardo gina giovanna giovanni gisel gisela giselle
    gladis gladys glenda gloria godofredo gonzalo grace graciela gregoria gregorio griselda
    guadalupe guillermina guillermo gumaro gumercindo gustavo hannah hanna hazel heber hector
    heidi heladio helena heliodoro heliodora helio henry heraclio heriberto herlinda hermelinda
    hermenegildo hermilo hermila hermilio herminia herminio hernan hidalia higinio hilaria
    hilario hilda hipolito homero honorio horacio hortencia hortensia hugo humberto ian ignacia
    ignacio iker ileana iliana ilse imelda indalecio ines ingrid inocencio iracema iran irene
    ireri iris irma irvin irving isaac isabel isabela isaias isabella isaura isela isidora
    isidoro isidra isidro ismael israel itzel ivan iveth ivette ivonne izamar jacinta jacinto
    jackeline jacob jacobo jacqueline jael jaime jair jairo janeth janet janette jaqueline jared
    jasmin jason javier jazmin jennifer jenifer jenny jeremias jeronimo jessica jesica jesus
    jhonatan jhovany jimena joan joana joanna joaquin joaquina job jocelyn joel johan johana
    jonas jonathan jorge jose josefa josefina joselyn joshua josue jovani jovita jovito juan
    juana judith julia julian juliana julieta julio julissa justina justino justo juvenal
    juventino karen kareli karely karime karina karla karol katherine katia kenia kenya kevin
    kimberly lambert lamberto landy laura laureano lauro lazaro leandro leidy leobardo leon
    leonardo leonarda leonel leonila leonor leonora leopoldo leonides leslie lesly leticia lia
    liam libia libier libertad librado lidia ligia lilia liliana lilian lina linda lino lisbeth
    liset lizbeth lizeth llovana lluvia lorena lorenza lorenzo lourdes luana lucas lucero lucia
    luciana luciano lucila lucina lucino lucio lucrecia luis luisa lupita luz lydia macario
    macedonio magali magaly magdalena magdaleno maite malena manuel manuela marcela marcelina
    marcelino marcelo marcia marcial marciano marco marcos margarita margarito maria mariam
    mariana mariano maribel maricarmen maricela maricruz mariela marilu marina marino mario
    marisa marisela marisol maritza marlen marlene marta martha martin martina martiniano matea
    mateo matias matilda matilde mauricio maura mauro maxima maximiliano maximino maximo maya
    mayela mayra mayte medardo melania melany melchor melesio melina melisa melissa melitona
    meliton melquiades mercedes meztli micaela michel michelle miguel miguelina mijail milagros
    mildred milton minerva mireya miriam misael modesta modesto moises monica monserrat
    montserrat mucio myriam myrna nadia nahum nain nancy naomi narciso natalia natalio natanael
    natividad nayeli nayely nazario nefi nelida nelly nelson neri nestor nicanor nicandro
    nicolas nicolasa nicole nidia nieves nikte nilda noe noel noelia noemi nohemi nora norberta
    norberto norma nubia octavia octaviano octavio odette odilon ofelia olaf olga oliva oliver
    oliverio olivia omar ondina onesimo ofir oralia oralio orlando oscar osiel osiris osvaldo
    oswaldo othon otilia otilio otoniel ovidio pablo palemon palmira paloma pamela paola pascual
    pascuala pastor pastora patricia patricio paul paula paulina paulino paulo paz pedro
    perfecto perla petra petronila petronilo pilar piedad placido plutarco policarpo ponciano
    porfiria porfirio primitivo primo prisca prisciliano procopio prospero prudencia prudencio
    queta quetzalli quintin quirino rafael rafaela ramiro ramon ramona randy raquel raul
    raymundo rebeca refugio regina regino regulo reina reinaldo reyes reyna reynalda reynaldo
    renata rene renan reveriano rey rhode ricarda ricardo rigoberto rita robert roberta roberto
    robertina rocio rodolfo rodrigo rogaciano rogelia rogelio rolando roman romana romeo romina
    romualdo ronaldo roque rosa rosalba rosalia rosalina rosalinda rosalino rosalva rosalio
    rosamaria rosana rosario rosaura roselia rosendo rosenda rosina rosita roxana roy ruben rubi
    rubicela ruby rufina rufino ruperto rut ruth sabina sabino sabrina sabas salma salome
    salomon salvador samanta samantha samara samuel sandra sandy santa santiago santos sara
    sarai sarahi saturnina saturnino saul savanna sayuri sebastian sebastiana selene selena
    serafin serafina sergio servando severiana severiano severino severo sharon sheila sheyla
    sigifredo silverio silvestre silvia silviano silvino simon simona sindy sinforoso siria
    socorro sofia sol soledad sonia soraya susana tadeo tamara tania tatiana telesforo telma
    teodora teodoro teofila teofilo teresa teresita tereso thalia thelma tiburcio timoteo tirso
    tito tobias tomas tomasa tonantzin toribio tranquilino trinidad ubaldo ulises ulisses uriel
    urbano ursula valente valentin valentina valeria valeriano valerio vanesa vanessa vania
    venancio venustiano veronica vianey vicenta vicente victor victoria victoriano victorino
    vidal vilma violeta virgilio virginia virginio viridiana vivian viviana vladimir waldo
    walter wendy wenceslao wilbert wilfrido william wilson xavier ximena xitlali xochitl yadira
    yael yahir yamile yamileth yaneli yareli yaretzi yaritza yasmin yazmin yesenia yessenia
    yessica yezenia yoana yolanda yolotl yoselin yovani yuliana yulisa yuri yuridia yvette
    zacarias zaida zaira zeferino zenaida zenon zoe zoila zulema zuleyma zulma zuri yeni yamel
    yair yered yosgart erandi itzayana donovan maximus elian eliel nehemias obed obdulia obdulio
    oseas osbaldo eufemia eufemio eufrosina eustacio euclides evodio fabio gemma gilda hilarion
    iñaki begoña toño remigio remedios renato rufo sixto telmo tecla urbana valdemar viola
    wilfredo wulfrano yajaira zeltzin marilyn aracely asalia aleida adelfo alfonsa alcibiades
    aristeo aristides arnaldo benjamina bernal cande candela carlo citlally dominga dominica
    duilio edelia efigenia eneida eneas ernestino estanislao eustolio fernan filadelfo florinda
    haydee helga heleno hermes hildeberto ifigenia ildefonso indira inmaculada irineo isadora
    isis jenaro jeny jimmy johnny jony julieth jonatan lenin leoncio leocadia leocadio ligorio
    ludivina macrina marbella martiniana melva merced nallely nahomi nazaria nereida nereo
    nicomedes odalys ofelio orquidea palmiro paulette quirina ramses romulo saira salustia
    salustio santino serapio sidronio sigfrido simeon tabita tarsicio teodosio tomasina ulisa
    valdo vinicio virgen yanet yaneth yunuen zaid
    """
)

# Written before a given name, or standing for one.
SHORT_GIVEN = word_set("ma j jose fco gpe ma. mª juan ana luis maria")

# Surnames that are given names too, and the commonest others: enough to say that one is shown.
SURNAMES = word_set(
    """
    abarca acevedo acosta aguilar aguilera aguirre alanis alarcon alcantara alegria alfaro
    almanza alonso altamirano alvarado alvarez amador amaro anaya andrade angeles aparicio
    aragon aranda arce archundia arellano arenas arevalo arias armenta arriaga arroyo arzate
    avalos avendaño avila ayala baeza balderas ballesteros banda barajas barragan barrera
    barrientos barrios barron bautista becerra becerril beltran benavides benitez bernal blanco
    bolaños bonilla bravo briones bustamante bustos caballero cabrera calderon calvo camacho
    campos campuzano cano cantu cardenas cardoso carmona carranza carrasco carreon carreto
    carrillo casas castañeda castellanos castillo castro cedillo ceja cerda cervantes cervera
    cesar chavarria chavez cisneros colin contreras cordero cordova corona coronado coronel
    corral correa cortes cortez cosio covarrubias crespo cruz cuellar cuevas davila delgado diaz
    dominguez duarte duran echeverria elizalde enriquez escalante escalona escamilla escobar
    escobedo espejel espindola espino espinosa espinoza esquivel esteban estrada fabila fajardo
    felix fernandez ferrer fierro figueroa flores fonseca franco fuentes galeana galicia galindo
    gallardo gallegos galvan gamboa gamez gaona garces garcia garduño garibay garnica garrido
    garza gil godinez gomez gonzalez gordillo granados guadarrama guerra guerrero guevara
    guillen gutierrez guzman haro heredia hernandez herrera hidalgo hinojosa huerta hurtado
    ibañez ibarra iglesias islas iturbe izquierdo jacinto jaimes jaramillo jasso jimenez juarez
    lagunas lara lazcano leal leon lopez lozano lucas lucio lugo luis luna macedo macias
    madrigal magaña maldonado manjarrez manriquez manzanares manzano marin marquez marroquin
    martin martinez mata mateos maya mayorga medina medrano mejia melendez melgarejo melo mendez
    mendieta mendoza meneses mercado merino mesa meza millan miranda mireles molina monroy
    montalvo montaño montenegro montero montes montiel montoya mora morales moran moreno mota
    moya munguia muñiz muñoz murillo najera naranjo nava navarrete navarro negrete nieto nolasco
    noriega nuñez ocampo ochoa ojeda olguin olivares olivera olmedo olmos olvera ontiveros
    ordoñez orduña orea orozco ortega ortiz osorio osornio pacheco padilla padron palacios palma
    palomares palomino pantoja paredes parra pascual pastrana patiño peña pedraza peralta perea
    perez pichardo pimentel pineda piña pliego plata ponce porras portillo prado preciado prieto
    puente puga pulido quezada quijano quintana quintanilla quintero quiroz rocha ramirez ramon
    ramos rangel rebollar rebolledo reséndiz resendiz rendon reyes reyna reynoso rico rincon
    rios rivas rivera robledo robles rodriguez rojas roldan roman romero romo rosales rosas
    rosario rubio rueda ruiz saavedra salas salazar salcedo saldaña saldivar salgado salinas
    samano sanabria sanchez sandoval santamaria santana santiago santillan santin santos sanz
    segura sepulveda serna serrano serrato sierra silva soberanes solano solis soriano sosa soto
    sotelo suarez tapia tejeda tellez tello tenorio terrazas terrones tinoco toledo torres tovar
    trejo treviño trinidad trujillo urbina uribe urrutia valadez valdes valdez valdivia valencia
    valenzuela valladares valle vallejo valverde vara varela vargas vazquez vega vela velasco
    velazquez velez venegas ventura vera verdugo vergara victoria vidal viera villa villagran
    villalobos villalpando villanueva villar villarreal villaseñor villavicencio villegas yañez
    zacarias zaldivar zambrano zamora zamudio zapata zaragoza zarate zavala zepeda zuñiga
    """
)
