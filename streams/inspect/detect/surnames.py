"""Family names of Europe that no ending tells.

Drawn from the locale data of Faker (MIT licence, copyright 2012 Daniele Faraglia and contributors; see docs/licences.md).
"""

from typing import Final

NAMES: Final = """
Aalto Aalts Aarden Aarts Aas Aasa Aasmäe Abbas Abbott Abdi Abdullah Abel Abramov Acevedo Achleitner Ackerl Acosta Adam Adams Adelaar
Ader Adkins Adler Adolph Adriaensdr Adriaense Adriaenssens Adryaens Aebi Aeije Aerts Aertsz Afanasjev Aguilar Aguirre Ahlin Ahmad
Ahmadi Ahmed Aho Ahokas Ahola Aichholzer Aichinger Aigner Akelis Akhtar Alanko Alas Alatalo Albers Albert Albrecht Aleksandrov
Alekseev Alexander Alexandre Ali Alksne Alksnis Allain Allan Allard Allas Allen Allik Alm Alpaidis Alvarado Alvarez Alves Amalrada
Ambrasas Amon Amrein Anderl Anders Andrade Andre Andreev Andrews Andries Andrén Angerer Anissimov Annus Ansems Anthony Antoine Anton
Antonov Anttila Apine Apinis Appelman Apsīte Apsītis Archer Arellano Arens Arent Arias Ariens Armstrong Arnaud Arnold Aro Arro
Arroyo Artner Arts Aru Arula Aschauer Aschman Ashley Ashton Asp Atkins Atzler Aubert Aubry Auer Auger Augustin Auinger Aun Aune
Auniņa Auniņš Aus Austermühle Austin Autio Auziņa Auziņš Avery Avila Avotiņa Avotiņš Ayala Ayers Bach Bacher Bachinger Bachler
Backer Backman Bader Baele Baert Baeten Baetens Baeyens Baier Bailey Bailly Baird Baker Bakke Bakken Bakker Baldauf Baldwin Ball
Ballard Balode Balodis Baltiņš Banks Barajas Baranov Barbe Barber Barbier Barents Barker Barkholz Barlow Barnett Baron Barr Barre
Barrera Barrett Barron Barry Bartels Barth Barthelemy Bartl Bartlett Barton Bass Bastiaanse Bastiaense Bates Baudry Bauer Baum
Baumgartner Baur Bautista Bauwens Bave Baxter Bayer Bazin Bean Beard Beasley Bech Becht Beck Becker Beckers Beeckman Beekman Beer
Beernaert Beernink Begum Beier Beijring Bekaert Bekbergen Beljajev Bell Belov Belpere Beltran Benard Bender Benitez Benjamin Bennett
Benoit Benthin Bentley Benton Benz Beourgeois Berchtold Berends Berendse Berg Berge Berger Bergman Bergsten Bergstrand Bergvall
Bernaards Bernard Bernasconi Berner Bernhard Bernier Berry Bertels Berthelot Bertho Berthold Bertin Bertrand Bervoets Besnard Best
Betschart Bevan Beyens Beyer Bezemer Bianchi Bibi Bichler Bien Bieri Bierstraten Biggen Bigot Billung Binder Binner Birch Bird
Birkeland Birnbaum Birzniece Birznieks Bishop Bite Bitschnau Bittner Björk Björkman Blaak Black Blackburn Blackwell Blair Blake
Blanc Blanchard Blanchet Blankenship Blaser Blauensteiner Blees Blevins Blewanus Blin Blixt Bloch Bloemendaal Blokland Blom
Blommaert Blomme Blondeel Blondel Blonk Blot Blum Blümel Bock Boddaugh Bodin Bodner Boeckx Boer Boers Boeser Boetet Bogaert Bogaerts
Bogdanov Bogner Bohlander Bohlin Bohman Bohnbach Bolander Bolin Bolkesteijn Bollen Bolliger Bolnbach Bolton Boman Bonbach Bond
Bondarenko Bonilla Bonneau Bonnet Bonnin Bonte Booden Boogaerts Booker Boon Boone Booth Borg Borissov Borman Bos Bosch Bosman
Bosshard Bossuyt Boucher Bouchet Bouckaert Boucsein Boudewijns Bouhuizen Boulanger Boulay Bourdon Bourgeois Bousquet Bouthoorn
Boutin Bouvet Bouvier Bowen Bowers Bowman Boyd Boyer Boyle Bracke Bradford Bradley Bradshaw Brady Braem Branch Brandl Brandner
Brandon Brands Brandstetter Brandstätter Brandt Brandtner Braun Bray Brekke Brennan Brenner Bresse Bresé Breton Breuer Breugelensis
Brewer Briand Bridges Briede Briedis Briemer Briere Brievingh Briggs Bright Brink Brisee Brizee Brock Brodin Broeckx Broeders Broek
Broekhoven Broeshart Brolin Broman Bronder Brookes Brooks Brouwer Brouwers Brown Browne Browning Bruce Bruckner Bruder Bruggeman
Brugger Brugman Brumleve Brun Bruneau Bruneel Brunel Brunet Brunner Bruun Bruyninckx Bruynzeels Bryan Bryant Bräuer Buchanan
Buchberger Buchegger Bucher Buchholz Buchinger Buchner Buck Buckley Bud Budig Buelens Buijs Bull Bullock Burch Burger Burgess
Burgstaller Burke Burman Burnett Burns Burri Burrows Burton Burtscher Bush Butcher Butkus Butler Butselaar Butte Buyse Buysse Byrd
Byrne Bäck Bäckman Bähr Bär Bärer Bättig Bègue Bõstrov Böck Böhler Böhm Bökenkamp Börner Bösch Bøe Bühler Bürger Bērziņa Bērziņš
Cabrera Cadefau Cain Calderon Caldwell Calhoun Callahan Callebaut Callens Callewaert Camacho Cameron Cammel Campbell Campos Camus
Cannon Cant Cantrell Cantu Cardenas Carey Carlier Carney Carnotte Caron Carpenter Carpentier Carr Carre Carrillo Carroll Carsten
Carter Cartwright Case Casey Casier Caspar Castaneda Casteleyn Castillo Castro Caune Celis Celma Celmiņa Celmiņš Celms Cervantes
Ceuppens Chadwick Chamberlain Chambers Chan Chandler Chaney Chang Chapman Charles Charlton Charon Charpentier Charrier Chartier
Chase Chauveau Chauvet Chauvin Chavez Chen Cherry Chevalier Chevallier Choi Chotzen Christen Christiaens Christian Christoph
Chrétien Chung Church Cichorius Cisneros Claes Claesdr Claesner Claessens Claeys Clark Clarke Claus Clay Clayton Clements Clerc
Cline Clément Coates Cobb Cochran Coene Coffey Cohen Colas Cole Coleman Coles Colin Collet Collier Collin Collins Colman Colon
Colpaert Combs Compton Conley Conner Connolly Connor Conrad Conradi Contreras Conway Cook Cooke Coolen Cooley Cools Cooper Copeland
Coppens Cordier Coret Coret-Coredo Cornelis Cornelisse Cornelisz Corstiaens Cortez Cosman Costa Coste Coulon Courtier Courtois
Cousin Couturier Cowan Cox Craig Crane Crawford Crosby Cross Cruz Cuevas Cummings Cunningham Curry Curtis Cuypers Cuyvers Cīrule
Cīrulis D'Hondt D'hondt Dachgelder Dachgeldt Dachgelt Daems Dahl Dahlin Dahlén Dale Dallinger Dalton Daly Dam Dangl Daniel Daniels
Danilov Danner Danninger Daugherty Davenport Davey David Davids Davies Davila Davis Davõdov Day Dean Debruyne Deceuninck Decker
Deckers Declerck Declercq Decock Deconinck Decoster Degroote Degryse Dehmel Dejonghe Dekeyser Dekker Delacruz Delaere Delahaye
Delannoy Delattre Delaunay Deleon Deleu Delgado Delmas Delorme Deman Demeulenaere Demeyere Demmendaal Demuynck Dengg Denis Denissov
Denk Dennis Denys Depoorter Deprez Depuydt Derycke Descamps Deschamps Desmedt Desmet Devaux Devolder Devos Devriendt Dewaele Dewilde
Dewitte Dewulf Dhondt Diallo Dias Diaz Didier Dierckx Dierick Dierickx Diesbergen Dietl Dietrich Dietz Dijkman Dijoux Dillen Dillon
Dippel Dircken Dirnberger Dirven Ditschlerin Dittrich Dixon Dmitriev Dobbelaere Dobes Dobler Dockx Dodd Doe Doesburg Doherty
Dominguez Donnelly Donovan Doornhem Doppler Dorfer Dorn Dorner Dorsey Dorsman Dougherty Douglas Dowerg Downs Doyle Drake Draxler
Drewes Dries Drozdov Drub Drubin Drysdale Duarte Dubois Dudley Duffy Dufour Duhamel Duivenvoorden Duke Dumas Dumont Duncan Dunlap
Dunn Dupont Dupré Dupuis Dupuy Duran Durand Durham Duval Dyer Dzene Dzenis Döhn Döring Dörr Dörschner Dünser Dūmiņa Dūmiņš Eaton
Eberhard Eberhardt Eberharter Eberl Ebert Eberth Ebner Eckbauer Ecker Eckhardt Eder Edin Edlinger Edman Edwards Eeckhout Eelman
Eerden Egger Egli Eglīte Eglītis Egorov Ehlert Eibl Eichberger Eichenberger Eichhorn Eichinger Eide Eigenwillig Eijkelboom Eimer
Eisl Eisner Eklöf Ekman Ekstrand Elberts Elbertse Eller Elliott Ellis Elo Eloranta Elsemulder Elsenaar Emmen Ender Engel Engelen
Engels Engen Engl English Engman Engvall Enzinger Erber Erhart Erhout Erik Erkkilä Erlacher Erler Erm Erni Ernits Ernst Ertl Escobar
Eskola Esparza Espinoza Estes Estey Estrada Etzler Etzold Eugster Evans Everaert Everde Everett Evers Everts Evrard Ewing Fabian
Fabre Faes Faivre Falk Falkner Fankhauser Farah Farkas Farley Farmer Farrell Fasching Faulkner Faure Faust Favre Fechant Fechner
Fedorov Fedotov Fehr Fehringer Feichtenschlager Feichter Feichtinger Feichtner Feigl Felber Felder Fellinger Fellner Feltzer Fercher
Ferm Fernandes Fernandez Ferran Ferrand Ferrari Ferreira Ferrell Ferstl Feys Fichtinger Fiebig Fiedler Field Fields Fiere Fierens
Figueroa Filatov Filippov Finch Fink Finke Finley Fischer Fisher Fitz Fitzgerald Fitzpatrick Fjodorov Flantz Fleck Fleischhacker
Fleming Fletcher Fleury Fliegner Flink Flores Flowers Floyd Flynn Flückiger Foidl Foley Fomin Fontaine Forbes Ford Fors Forsell
Forsman Forster Forstner Fortuyn Foster Foucher Fouquet Fournier Fowler Fox Francis Franco Frank Franke Frankhuizen Franklin Franz
Franzén François Françoise Fraser Frazier Frederick Fredriks Freeman Frei Freitag Fremie French Frerichs Freshour Freudenberger
Freudenthaler Frey Frick Frid Friedl Friedli Friedman Friedrich Friehus Friis Frisch Frisk Fritsch Fritz Frolov Froschauer Frost Fry
Frye Fröhlich Fröschl Frühwirth Fuchs Fuentes Fuller Furda Furrer Förster Füreder Fürst Gabriel Gagys Gahleitner Gailius Gaillard
Gailys Gaičiūnas Galdikas Galenzone Galijn Gallagher Galle Gallegos Galler Gallet Galloway Galvan Gamble Gamsjäger Gangl Garcia
Gardiner Gardner Garner Garnier Garret Garrett Gartner Garza Gashi Gasser Gassner Gates Gattringer Gaudin Gauthier Gautier Gavrilov
Gay Geens Geeraerts Geerling Geerts Gehringer Geier Geiger Geisel Geisler Geißler Geldens Gemen Geneart Genefaas Gentry George
Georges Gerassimov Gerber Gerlach Germain Gerrits Gerritse Gertz Gervais Geudens Geuens Gevaert Geyer Gfeller Ghoerle Gibbons Gibbs
Gielen Gierschner Gieß Giger Gilbert Giles Gill Gilles Gillespie Gillet Gillis Gilmore Gimenez Gindl Gintalas Ginzburgas Girard
Giraud Girschner Glaser Glass Glasses Glatz Glenn Gloor Glover Glück Gmeiner Gnatz Gnodde Godard Goddard Goderts Godfrey Goedhart
Goethals Golden Gollner Golubev Gomes Gomez Goncalves Gontšarov Gonzales Gonzalez Good Goodman Goodwin Goossens Goovaerts Gorbunov
Gordon Goris Gorlitz Gosch Gosselin Gotthard Goudriaan Gough Gould Govaerts Govarts Goyvaerts Grabher Grabner Graf Graham Grahn
Granath Grant Grasser Grassl Gratz Gratzer Gratzl Graves Gray Green Greene Greenwood Greer Gregory Greij Greiner Gren Grenier
Griesser Griffin Griffith Griffiths Grigoriev Grill Grimes Grinius Gritsch Grob Groen Groenendaal Groenestein Gromov Grondel Grondin
Gronskis Groote Gros Gross Groß Gruber Gruijl Grundner Grégoire Grönroos Gröttner Grünberger Grüner Grünwald Gschaider Gschwandtner
Gstrein Gude Guerra Guerrero Guggenberger Guibert Guichard Guilbert Guillaume Guillet Guillon Guillot Guillou Guit Gumprich Gunpf
Gusev Gut Gute Gutierrez Gutknecht Guyon Guyot Guzman Guérin Gärtner Gérard Göschl Götz Günther Haack Haapala Haapaniemi Haas Haase
Haataja Haavisto Haberl Hacker Hackl Haderer Haengreve Haering Hafner Hagen Hagendoorn Hager Hagman Hahn Haid Haiden Haider
Haidinger Haindl Hainzl Hak Hakala Hakker Hale Haley Hall Haller Hallik Hallin Halme Hamel Hamilton Hammar Hammer Hammerer Hammerl
Hammond Hamon Hampton Hancock Hande Handl Handler Hanegraaff Haney Hanna Hannula Hanssens Hardin Harding Hardy Hargreaves Haring
Harju Harloff Harmon Harper Harrell Harrer Harrington Harris Hart Hartl Hartley Hartman Hartung Harvey Hasan Haselaar Haslauer
Hasler Haslinger Hassan Hatfield Hattinger Hauer Hauffer Haug Hauge Haugen Haugland Haumer Hausberger Hauser Hautala Hautamäki
Hawkins Hayden Hayes Hays Hayward Heath Hebenstreit Hebert Hechenberger Hecker Hedin Hedman Heere Heerschop Heger Hehl Heidrich
Heigl Heijman Heijmen Heikkilä Heim Hein Heindl Heino Heinrich Heinrichs Heinsalu Heinsoo Heintze Heinz Heinzl Heiss Heissenberger
Hekker Held Helenius Helin Hell Helland Heller Hellevoort Hellman Hellwig Helm Helmerhorst Hemetsberger Henck Hendricks Hendrickx
Hendriks Hendrikse Hendrix Henk Henry Hens Henschel Hensley Hentschel Herbert Herbst Hering Herman Hernandez Herrera Herring
Hertrampf Hervé Herzog Heser Hess Hesse Hester Hethur Hettner Heuser Hewitt Hexspoor Heydrich Heylen Heyne Heyvaert Heß Hickman
Hicks Hietala Higgins Hill Hiller Hilton Himmelbauer Hinterberger Hinteregger Hinterleitner Hinton Hirsch Hirt Hjelm Hjort Hoarau
Hoareau Hobbs Hochleitner Hochreiter Hodel Hodge Hodges Hoedemakers Hoeks Hoelen Hoes Hofbauer Hofer Hoffman Hofinger Hofman
Hofmeister Hofstetter Hofstätter Hogan Holappa Holden Holder Holl Holland Hollander Hollaus Holler Holloway Holm Holmes Holst
Holsten Holt Holvoet Holzapfel Holzer Holzinger Holzknecht Honing Hood Hoogers Hooper Hoover Hope Hopkins Hoppenbrouwer Horak Horn
Horne Hornich Hornig Horrocks Horton Hosp Hosseini Hoste Hotz Houben Houdijk Houghton House Houston Howard Howarth Howe Howell
Howells Huang Hubbard Huber Hubert Huberts Huel Huemer Huerta Huet Huff Huffman Hufnagl Hug Hughes Huhn Huhtala Huijben Huijbrechts
Huijs Huijzing Huisman Hull Huls Hulshouts Hulskes Hulst Hult Hultman Humbert Humer Hummel Hummer Humphrey Humphreys Humphries Hunt
Hunter Hunziker Huotari Hurley Hurst Hussain Hussein Huter Hutter Hutterer Huurdeman Huybrechts Huyghe Huynh Huys Hyde Häfliger Hägg
Hämmerle Hänel Häring Härm Häusler Hödl Höfer Höfig Höfler Höglinger Höller Hölzenbecher Hölzl Höning Hörl Hörle Hövel Hübel Hübner
Hütter Ibarra Ibrahim Ignatjev Iljin Ilves Imbert Ingram Iqbal Irwin Isler Ismail Issa Iten Ivanov Ivask Jaakkola Jaanus Jaceps
Jacob Jacobi Jacobs Jacques Jacquet Jacquot Jafari Jahn Jakovlev Jalakas James Jandl Janisch Jank Jans Jansdr Janse Jansse Janssens
Jarl Jarvis Jauk Jaunzema Jaunzems Jdotte Jean Jefimov Jeggij Jegorov Jekel Jenewein Jenkins Jenni Jennings Jermakov Jerusalem
Jeršov Jessel Jimenez Jochems Jockel Johann John Johns Johnston Jokela Joly Jonckheere Jonker Jonkman Joos Joosten Jopich Jordan
Joris Jorlink Joseph Jost Joubert Jourdan Jovanovic Joyce Juarez Juen Juhkam Juhlin Julien Junck Juncken Jung Jungfer Jungwirth
Junitz Junk Junken Jurrijens Jussila Jäger Jäggi Jähn Jäkel Jäntsch Jäntti Järv Järve Järvelä Järvenpää Järvi Jõe Jõesaar Jõgi
Jöbstl Jürgens Jüttner Kaasik Kabus Kadak Kade Kager Kahr Kain Kaindl Kainz Kairys Kaiser Kala Kalamees Kalcher Kalda Kalinin
Kaljula Kaljurand Kaljuste Kaljuvee Kallas Kallaste Kallen Kallert Kallio Kalm Kalman Kalmus Kalniņa Kalniņš Kaltenbrunner
Kaltenböck Kaltenegger Kalvelis Kalvėnas Kalēja Kalējs Kambs Kammerer Kamp Kamper Kane Kanerva Kangas Kangro Kangur Kankaanpää
Kantola Kapeller Kapp Kappel Karels Karge Kargl Karhu Kari Karl Karner Karpov Karrer Karro Karu Karz Kas Kasak Kase Kasemaa Kasemets
Kask Kaspar Kasper Kass Kastner Kathagen Kattai Kaufman Kaul Kauliņa Kauliņš Kaupas Kauppila Kaur Kay Kaya Kazakov Kaņepa Kaņeps
Keijser Keijzer Keith Kelder Keller Kelley Kellner Kelly Keltenie Kemp Kenis Kennedy Kensy Kent Keplinger Kerkhofs Kern Kerr
Kerschbaum Kerschbaumer Keskitalo Kesküla Kessler Ketel Ketola Ketting Keudel Key Khalil Khan Kidd Kiik Kiil Kiis Kiisk Kikas Kikkas
Kilk Killer Kim King Kink Kirby Kirchmair Kirchner Kirillov Kirk Kirpenstein Kirs Kirschner Kirsipuu Kirss Kisman Kiss Kisseljov
Kitzler Kiuru Kivelä Kivi Kivilo Kivimäe Kivimäki Kiviniemi Kivistik Kivistö Kiška Kjær Klaas Klammer Klapp Klaus Klausner Kleibrink
Kleijse Klein Klement Klemm Klemt Klerks Kleybrink Klimov Kline Kling Klingelhöfer Klinger Klingler Klocker Kloiber Kloppert Klotz
Klug Knapp Knappe Knaus Knecht Knight Knockaert Knoers Knoll Knowles Knox Knuf Kobelt Kober Koch Kocher Koeman Kof Kofler Koger
Kogler Kohl Kohler Kohv Koit Koitla Koivisto Koivula Kok Kokk Kokko Kolar Kolb Kolen Kolesnik Kolk Koller Kolm Kolster Komarov
Kondratjev Koning Konings Konovalov Konrad Konstantinov Kont Kool Koort Kopf Kopp Koppel Koppensteiner Koret Korol Korpela Korpi
Korsman Korstman Kort Kortman Koskela Kosten Koster Kostin Kostolzin Kotkas Kotov Koval Kozlov Krabbe Kraft Krainer Krainz Kral
Krall Kramer Krammer Krantz Kranz Krastiņa Krastiņš Kratzer Kraus Krause Kraushaar Kraxner Krebs Kreidl Krein Kreiner Kremer Kremser
Krenn Kreusel Kreuzer Kriegl Kriens Krieva Krieviņa Krieviņš Krievs Kriisa Krogh Kroker Kronberger Kronsteiner Kroon Krueger Krug
Kruglov Kruns Kruschwitz Krõlov Kröll Krēsliņa Krēsliņš Krūmiņa Krūmiņš Krūze Kucera Kudrjavtsev Kugler Kuhl Kuhn Kuijpers
Kuilenburg Kuiper Kuipers Kuit Kujala Kulikov Kulmala Kummer Kundziņa Kundziņš Kuningas Kunz Kurg Kurki Kurm Kurvits Kurz Kusch
Kutsar Kuus Kuuse Kuusela Kuusik Kuusisto Kuusk Kuzmin Kuznetsov Kvist Kwaadland Käfer Kägi Kälin Kärki Kärner Käser Käsper Käster
Käär Käärik Kõiv Köberl Köck Köhler Kölbl Köll König Kössler Köster Kühnert Küng Kütt Kārkliņa Kārkliņš Kļaviņa Kļaviņš Laakso Laan
Laane Laanemets Laas Labado Labbé Lackner Lacombe Lacroix Ladeck Ladner Laffray Lafleur Lagarde Lage Lagerweij Lagler Lagzdiņa
Lagzdiņš Laht Lahti Laiho Laimer Laine Laks Lam Lamb Lambers Lambert Lambrecht Lambrechts Lambregt Lammens Lammer Lammi Lamore
Lamotte Lampert Lampl Lamprecht Lamy Landin Landl Landry Lane Lang Lange Langer Langern Langevoort Langlois Lankle Lansink Lantz
Lanz Laporte Lapsa Lara Larcher Laroche Lass Lassila Lassnig Lathrope Latier Latvala Launay Laur Laurent Laureys Lauri Laurila
Lauwers Law Lawrence Leach Lebedev Leber Leblanc Lebon Lebreton Lebrun Lechner Leclerc Leclercq Lecomte Leconte Lecoq Lederer Ledoux
Leduc Lee Leeb Leene Lees Lefebvre Lefort Lefèvre Legendre Legrand Legros Leguit Lehiste Lehner Leht Lehtimäki Lehtla Lehtmets Lehto
Lehtola Leibetseder Leino Leis Leitgeb Leithner Leitner Lejeune Leleu Lelièvre Lemaire Lemaître Lember Lemmens Lemoine Lemonnier
Lenaerts Lengauer Lenoir Lenz Leon Leonard Leonhartsberger Leopold Lepik Lepistö Lepp Leppik Lerch Lercher Leroux Leroy Lesage
Lester Letellier Lether Lettner Leu Leunberger Leutgeb Levesque Levin Levine Levy Lewis Leys Liblik Lichtenegger Lidén Lie Liebelt
Lien Liepa Liepiņa Liepiņš Lieshout Lievens Ligtvoet Liiv Liiva Liivak Liivamägi Lijn Lilja Lill Lillemets Lin Lind Lindau Lindblom
Linde Lindell Linder Lindfors Lindh Lindinger Lindmark Lindner Lindorfer Lindquist Lindroos Lindsey Lindskog Lindvall Lindén Link
Linke Linna Linschoten Lintner Lipp Lippens Lips List Little Liu Livingston Ljung Lloyd Loep Logan Loginov Loibl Loidl Loiseau Lokk
Lombard Lommert Lomp Long Loorits Loos Lopes Lopez Lorch Lord Loreal Lorenz Lorreijn Losekann Louis Louws Love Lowe Lowery Lozano
Luboch Lucas Lucero Ludwig Luger Luht Luik Lukin Lukk Lukstiņa Lukstiņš Lumi Lumiste Luna Lund Lunde Lundell Lundh Lundin Lundmark
Lundquist Luoma Lustenberger Luster Luts Luttenberger Lutz Luyckx Luyten Lynch Lynn Lyons Lähteenmäki Lätt Lääne Lääts Léger Lévy
Lévêque Lõhmus Löchel Löf Löffler Lönn Löwer Lübs Lüscher Lüthi Lāce Lācis Līce Līcis Lūse Lūsis Maas Maasik Maaswinkel Macdonald
Mace Macher Macias Mack Madden Maddox Mader Maertens Maes Mahe Mahieu Mahmood Mahoney Maidla Maier Maierhofer Maillard Maillet
Maillot Mair Mairhofer Makarov Maksimov Maldonado Malfait Mallet Mallien Malm Malone Malõšev Mandel Mandl Mangel Mangold Mann Manne
Manning Mans Mansvelt Marceron Marchal Marchand Margraf Margreiter Marie Marien Marin Maringer Marion Maripuu Maris Mariën Mark
Markl Marks Markus Marques Marquez Marsden Marsh Marshall Marte Martel Martens Marti Martin Martineau Martinez Martins Marttila
Marty Marx Mary Maréchal Maslov Massa Masse Massey Mata Mater Mathews Mathieu Mathis Mathol Mathurin Matthews Matthijs Matthys
Matthäi Mattila Matvejev Maurer Maurice Maury Maxwell May Mayer Mayerhofer Maynard Mayo Mayr Mayrhofer Mays McCarthy McDonald
McKenzie McLean Mcbride Mccall Mccann Mccarthy Mccarty Mcclain Mcclure Mcconnell Mccormick Mccoy Mccullough Mcdaniel Mcdonald
Mcdowell Mcfarland Mcgee Mcgrath Mcguire Mcintosh Mcintyre Mckay Mckee Mckenzie Mckinney Mcknight Mclaughlin Mclean Mcmahon Mcmillan
Mcneil Meadows Medina Medvedev Meeres Meersman Meert Mees Meeus Meier Meijer Meili Meindl Meis Meister Meixner Mejia Melander
Melendez Melet Melin Melis Mellor Melnik Melton Menard Mende Mendez Mendoza Mendès Mens Mentzel Mercado Mercer Mercier Mercks Merckx
Merila Merkx Merle Merritt Mertens Merz Messner Mestdagh Metcalfe Mets Mettler Metz Metzler Meunier Meusburger Meyer Meyers Meza
Miah Michael Michaud Michel Michiels Middelkoop Middleton Mielcarek Mies Mihhailov Mikk Mikkola Miles Miller Millet Mills Miltenburg
Miner Miranda Mironov Misicher Mistry Mitchell Mitschke Mitt Mitter Mitteregger Mitterer Mitterlehner Mittermayr Modig Moe Moen
Moens Moensendijk Moerman Moet Mohamed Mohammad Mohammadi Mohammed Mohamud Mohaupt Mohr Moisio Mol Molegraaf Molen Molenaar Molin
Molina Monnier Monroe Montes Montgomery Montoya Moody Moon Mooney Moons Moor Moore Moors Moosbrugger Mora Morales Moran Moreau
Moreels Morel Moreno Morgan Morin Moritz Morley Moroz Morris Morrow Morse Mortier Morton Morvan Moser Moses Mosley Moss Moulin Moyer
Mudden Mude Mueller Muhr Muijs Mulder Mulders Mullen Muller Mullins Munoz Murillo Murphy Murray Muru Must Mustafa Myers Myhre
Myklebust Myllymäki Mäder Mäe Mäenpää Mäeots Mäesalu Mägi Mäkelä Mäki Mälzer Mänd Mändla Männik Männiste Männistö Mäntylä Määttä
Mõttus Möchlichen Mölder Möller Mörth Møller Mühlbacher Mühlberger Mühlböck Mühle Mülichen Müller Müllner Mürk Müür Müürsepp
Naessens Nagel Nagele Nagl Nagys Narušis Naser Nash Naujokas Naumov Nausėda Navarro Naylor Nazarov Neal Nedermeijer Neirynck Nek
Nemeth Nerger Nette Neubacher Neubauer Neugebauer Neuhauser Neuhold Neulinger Neumayer Neumayr Neumeister Neumüller Neuner Neureiter
Neureuther Neuschäfer Neuteboom Neuwirth Neuzerling Nevala Neven Neveu Newman Newton Neyens Nguyen Nicholls Nichols Nicolas Niederl
Niemelä Niemi Nieuwstraten Nihoe Niit Nijman Nijs Nikiforov Nikitin Nikolaev Nikula Nixon Noack Noble Nolan Nollee Noordijk Nord
Nordin Nordlander Norlin Norling Norman Normand Norris Norrman North Norton Norén Novak Novikov Nowak Noël Nunez Nurk Nurm Nurmi
Nussbaumer Nuut Nuyts Nußbaumer Nylander Nylén Nyman Nys Näf Næss Nõmm Nõmme Nõmmik Nöbauer O'Brien O'Connor O'Donnell O'Neill
O'Sullivan Oberhauser Oberhofer Oberleitner Obermayr Obermüller Oberndorfer Obrien Ochoa Oconnell Oconnor Oda Oderwald Odom Odonnell
Oemencs Oestrovsky Ofner Oja Ojala Ojaste Oks Olander Olesk Oliver Olivier Ollila Ollivier Olykan Omar Oneal Oneill Ooms Oosterhek
Oosterhout Oostveen Oras Orav Org Orlov Orozco Orr Ortega Ortiz Ortner Osborn Osborne Osman Ossipov Osterhoudt Oswald Ots Ott Otte
Otto Ouwel Ouwerkerk Overdijk Overeem Oversteeg Owen Owens Paal Paap Paas Paavola Pace Pacheco Pacher Pachler Padilla Paegle
Paffrath Page Pages Paier Paillet Paju Pajula Palm Palman Palmer Palomäki Palu Pammer Panov Parent Paris Park Parker Parkes Parkin
Parks Parmentier Parrish Parry Parsons Parts Parzer Pascal Pasman Pasquier Passchiers Pastoors Patel Patrick Patton Pattyn Pauer
Paul Paulitsch Pauwels Pavlov Payer Payet Payne Peacock Pearce Pechel Peck Peer Peeters Peham Pekkala Pelletier Peltier Peltola
Peltoniemi Pena Pendl Pennington Pent Penttilä Penz Perck Pereira Perez Pergande Perkins Perner Peron Peronne Perret Perrier Perrin
Perrono Perrot Perry Persijn Pertl Perälä Pesendorfer Peter Peters Peterse Petit Petitjean Petrov Pettai Petty Petz Peukert Pfeffer
Pfeifer Pfeiffer Pfister Pfleger Pham Phelps Philipp Philippe Philips Phillips Picard Pichler Pichon Pickering Pieber Pieper Pierce
Pierre Pieters Pietilä Pihelgas Pihl Pihlak Piho Piir Piirsalu Pikk Pilz Pineau Pineda Pinter Pinto Pircher Pires Pirker Pittman
Pitts Plank Plath Plattner Platzer Ploom Pocius Pock Podniece Podnieks Pohjola Pohl Pointner Poirier Pokorny Pole Polfliet Polis
Poljakov Pollak Pollard Pollet Polzer Ponce Poncelet Ponci Pons Poole Poom Pope Popov Poppe Porter Posch Post Postl Postma Potier
Potter Potters Pottier Potts Poulain Povilonis Powell Power Powers Poška Praet Prager Prantl Pratt Praxmarer Preiß Prem Prenner
Preston Price Priede Priedīte Priedītis Prince Prins Prinz Pritchard Probst Proctor Proost Pruitt Pruschke Pruul Pruvost Prévost
Pröll Pucher Puchner Pugh Puhakka Puig Pukk Pulk Puntigam Punz Puriņa Puriņš Purmale Purmals Put Putz Puusepp Pärn Pärna Pärnpuu
Pärtel Pärtzelt Põder Põdra Põld Põldma Põldmaa Põllu Pölitz Pöll Pölzl Pöschl Pühringer Püvi Pērkona Pērkons Quinn Raab Raadik Raag
Raamat Rabitsch Rabl Rackham Rademaker Radisch Radl Raes Raeymaekers Rahman Raid Raidma Rainer Raja Rajala Ramaekers Ramaker Ramirez
Ramos Ramsauer Ramsey Rand Randall Randmaa Randoja Randolph Rangel Ranta Rantala Rask Rath Rauch Raud Raudsepp Rauhala Rausch
Rauscher Rauter Rautio Ravn Ray Raymond Raynaud Read Rebane Recer Recers Rechberger Redl Reed Rees Reese Reeves Regnier Rehn Rehorst
Reich Reichel Reicher Reichl Reid Reif Reijers Reilly Reimes Reinbacher Reindl Reiner Reinhardt Reinisch Reinprecht Reinsalu
Reinthaler Reischl Reising Reisinger Reisner Reitbauer Reiter Reiterer Reithofer Reitinger Rek Remmel Remmers Renard Renaud Renault
Renders Renner Repo Resch Rettenbacher Reuter Rey Reyes Reynaert Reynaud Reynders Reynolds Rhodes Ribeiro Rice Rich Richard Richards
Richmond Richter Ridder Riddle Rieder Riedl Riedler Rieger Riegler Riehl Riekstiņa Riekstiņš Riem Riener Riepl Rieser Riggs
Riihimäki Rijcken Rijks Rijn Rijntjes Riley Ring Ringhofer Rinne Rinner Rintala Rios Riou Rippey Ritter Rivas Rivera Rivers Rivière
Roach Robbins Robert Roberts Robin Robles Rocha Roche Rocher Rodgers Rodrigues Rodriguez Roelandt Roels Roessink Roger Rogers Rogge
Rogiers Rogner Rohleder Rohrer Rohrmoser Roht Rohtla Rojas Rolland Rollins Roman Romanov Rombaut Rombouts Romero Romijn Roodesteijn
Room Roos Roose Roosenboom Roosileht Roots Rosales Rosario Rose Rosenberger Rosenow Rosin Roskoth Rosner Ross Rosseel Rossi Rosén
Roth Rottensteiner Rotter Rotteveel Rottiers Roukes Rousseau Roussel Rousselet Rousset Rouwenhorst Rouwhorst Roux Rowe Rowland
Rowley Roy Royer Roze Rozīte Rozītis Rubben Rubene Rubenis Rubio Rudolf Rudolph Rudzīte Rudzītis Ruijs Ruiz Rumjantsev Rupp
Ruppersberger Ruppert Rush Russell Russo Rust Rutten Ruud Ruus Ryan Rydén Rädel Rätsep Räty Rémy Röck Röhrdanz Röhricht Römer Rönkkö
Rörricht Rössler Rønning Rüegg Rüütel Saar Saare Saarela Saari Sabbe Saelens Safronov Sager Sagmeister Sahlin Said Sailer Sainio
Saks Salas Salazar Salcher Saleh Salet Salinas Salmela Salmi Salmon Salo Salomaa Salu Salumets Salumäe Salz Salzer Sam Sammer Samyn
Sanchez Sandell Sander Sanders Sandin Sandoval Sanford Santana Santiago Santner Santos Sarap Sarapuu Sarneel Sarv Sas Sattler Sauer
Saul Saulīte Saulītis Saunders Sauvage Savage Saveljev Sawyer Saxo Scardino Schaaf Schachinger Schachner Schacht Schaefer Schaffer
Schagen Schakelaar Schalk Schaller Schandl Schantl Scharf Scharinger Scharroo Schartner Schatteleijn Schatz Schatzl Schaub Schauer
Scheel Scheer Scheffers Scheibe Scheiber Scheidegger Scheidl Schelvis Schenk Schenkel Schepens Schepers Scherer Scherms Scherr
Scherrer Scherz Scherzer Scheucher Schiefer Schiestl Schiffer Schilcher Schiller Schilt Schimpl Schinagl Schindler Schinke Schinnerl
Schipper Schlager Schlatter Schleich Schlosser Schlögl Schmid Schmidinger Schmidl Schmidt Schmidtke Schmied Schmiedecke Schmiedt
Schmitt Schmuck Schmölzer Schnabl Schneeberger Schneider Schnyder Schober Schoch Schofield Schokman Scholl Scholten Scholtz Scholz
Schomber Schoofs Schotte Schottin Schou Schouten Schramm Schrammel Schrant Schranz Schreiber Schreiner Schrempf Schrenk Schrik
Schrittwieser Schroeder Schroeff Schröder Schubert Schuchhardt Schuh Schuler Schuller Schulten Schultz Schulz Schumacher Schuster
Schuylenborch Schwab Schwaiger Schwaighofer Schwartsbach Schwartz Schwarz Schwarzinger Schwarzl Schweiger Schweighofer Schweitzer
Schweizer Schwendinger Schwital Schäfer Schär Schärer Schöberl Schöller Schön Schönauer Schönberger Schönland Schöpf Schüler
Schüller Schürch Schütz Scott Scuylenborchs Seebacher Segebahn Segers Segerszoen Seghers Seguin Seidel Seidl Seifert Seiler Seip
Seiser Seitz Seiwald Selin Sellers Sels Semenov Senn Sepp Seppä Seppälä Sergejev Serra Serrano Sestig Sexton Shaffer Shah Shannon
Sharp Sharpe Shaw Shea Shelton Shepard Shepherd Sheppard Sherman Shields Short Shupe Sibul Sidler Sidorov Sieber Sieberer Siegl
Siegrist Siering Sigl Sigrist Siim Sikk Sild Siliņa Siliņš Sillanpää Sillaots Sillaste Siller Silm Silva Simic Simmons Simoens
Simola Simon Simonis Simons Sims Sinclair Singer Singh Singleton Sipilä Sire Sirel Sirviö Sirén Sisask Sitters Sjöblom Sjödin
Sjölander Sjölin Sjöstedt Sjöstrand Skinner Skog Skoog Skov Skuja Skujiņa Skujiņš Sköld Slaetsdochter Slagmolen Slater Slegers
Slingerland Sloan Small Smart Smeets Smet Smets Smirnov Smit Smith Smits Smolders Snauwaert Snow Snyder Sobolev Soini Sokk Sokolov
Solis Solomon Solovjov Somers Sommer Sonnleitner Sontag Soo Soon Soos Soosaar Soosalu Soots Sorgatz Sorger Sorokin Sosa Soto Spaan
Spanhaak Sparks Spears Speer Speijer Spence Spencer Sperl Spiegl Spier Spies Spieß Spiker Spindler Spitzer Spreeuw Spreitzer
Springer Sprong Sproģe Sproģis Spruit Spruyt Spörri Stadlbauer Stadler Staelens Stafford Stahr Stalder Stamrood Standaert Stange
Stangl Stanley Stanton Stark Stas Staub Staudacher Staude Staudinger Stauffer Stecher Steckel Steele Steen Steenbakkers Steenbeek
Stefan Steffen Steger Steidl Steiger Stein Steinacher Steinbacher Steinbauer Steinberger Steinböck Steindl Steiner Steininger
Steinkellner Steinlechner Steinmeiern Steinwender Stelzer Stelzl Stepanov Stephens Sterckx Sterkman Stern Stettler Stettyn Steuer
Steurer Stevens Stewart Stey Steyaert Stichter Stiebitz Stiegler Stiffel Stifter Stinis Stock Stocker Stockhammer Stockinger Stoffel
Stoffelsz Stoiber Stokes Stoll Stolz Stolze Stone Stook Storey Storm Stout Strand Strasser Strauss Strauß Strazdiņa Strazdiņš
Streicher Strickland Strid Striebitz Strijker Strik Strobl Stroh Strohmayer Strong Stroobants Ström Strøm Stuart Stucki Studer
Stummer Stumpf Sturm Stutz Ståhl Stöckl Stöckli Stöger Stückler Stütz Suarez Suijker Suits Sulg Sullivan Sulzer Summers Sundell
Sundin Suppan Susi Suter Sutt Sutter Sutton Suur Suvi Suvorov Svahn Svärd Sweeney Swift Sykes Symons Syrjälä Säde Säuberlich Sæther
Söderman Söding Sölzer Sööt Süßebier Taal Tack Taferner Taipale Takala Takkelenburg Talbot Tali Talts Tamm Tamme Tammerijn Tammik
Tangen Tanghe Tanguy Tanner Tanzer Tapia Tarassov Tate Tauber Taucher Taylor Techer Teder Teearu Teesalu Teixeira Temmerman Teras
Terrell Terry Tervo Tessier Teufl Texier Textor Thaler Thalhammer Thaller Thanel Thatcher Theunis Theys Thibault Thierry Thies Thijs
Thomas Thommen Thor Thornton Thorpe Thorén Thout Thulin Thurner Thys Tiefenbacher Tihhomirov Tiik Tiits Tikka Tilk Tillmanno
Timmerman Timofejev Tins Tirie Tischler Titov Tlustek Tobler Todd Toft Tomingas Toom Toome Tooming Toomsalu Toots Torfs Torres Toth
Totwiller Toussaint Townsend Tran Traore Trapp Trattner Trauner Travis Traxler Trei Treial Treier Trevino Trimmel Trinkl Troch
Trofimov Trommler Trub Trubin Trujillo Trummer Trupp Truu Tröst Trüb Tschentscher Tsvetkov Tucker Tuisk Tuomi Turiņa Turiņš Turnbull
Turner Turpin Tuul Tuulik Tveit Tyler Täht Täsche Uhl Uibo Uittenbosch Ullrich Ulrich Underwood Unger Unt Unterberger Unterweger
Uotila Uphaus Uphus Urb Urban Urbonas Uus Uusitalo Uustalu Vaes Vaher Vaht Vahter Vahtra Vaillant Vain Vainio Vaino Valdez Valencia
Valentin Valentine Valenzuela Valette Valge Valk Valkama Vallenduuk Vallet Vallin Vallée Vanaga Vanags Vanbrabant Vance Vandaele
Vandamme Vandecasteele Vandekerckhove Vandenbergh Vandenberghe Vandenbroucke Vandenbussche Vandendriessche Vandeputte Vanderheyden
Vanderlinden Vanderstraeten Vandevelde Vandewalle Vang Vanhee Vanhoutte Vanhove Vanneste Vansteenkiste Vares Varga Vargas Varik
Varis Vasiliev Vasquez Vasseur Vastenhouw Vaughan Vaughn Vazquez Veenendaal Vega Vegt Veit Velasquez Velazquez Velderman Velez
Veltman Verbeeck Verbeek Verbeke Verbiest Verbist Verboom Verboven Verbruggen Verbrugghe Vercammen Vercauteren Vercruysse Verda
Verdier Verdonck Vereecke Vereecken Verelst Verfaillie Vergauwen Vergeer Verhaar Verhaegen Verhaeghe Verhagen Verharen Verheij
Verhelst Verheuvel Verheyden Verheyen Verhoeven Verhulst Verkade Verlinden Vermeersch Vermeir Vermeire Vermeiren Vermeulen Vermeylen
Verschuere Verschueren Verschut Versluijs Verstappen Verstraete Verstraeten Vertoor Vertooren Vervaeke Vervaet Vervoort Verwimp
Verwoert Vestin Viaene Vial Vierdag Vignon Viik Viira Viitala Vik Viks Vilciņa Vilciņš Vilks Vill Villa Villanueva Villarreal
Villegas Vincent Vinck Vink Vinogradov Virta Visnapuu Visser Vissers Vlaeminck Vlassov Vleugels Voet Vogel Vogl Vogler Vogt Voisin
Volcke Volkov Vollbrecht Voortman Vorobjov Voronin Vos Vrancken Vranckx Vranken Vuorela Vuori Vähi Väli Välimäki Võsu Vīksna Vītola
Vītoliņa Vītoliņš Vītols Waardeloo Wachter Wade Wagenknecht Wagenvoort Wagner Walch Walcher Walder Waldner Walker Wall Wallace
Waller Wallin Wallis Wallner Walls Wallén Walser Walsh Walsteijn Walter Walters Waltl Walton Wandl Wang Ward Ware Warmer Warner
Warren Washington Waters Watkins Watts Wauters Weaver Webb Weber Webster Wechselberger Weeks Weeldenburg Weerdenburg Wegscheider
Wehrli Weibel Weidinger Weigl Weijland Weijters Weimer Weinberger Weinhage Weinhold Weiser Weiss Weissenböck Weitzel Weiß Welch Welf
Wellens Weller Wells Wende Wendt Wenger Weninger Wenzl Werdes Wernecke Werner Wesack West Wester Westerbeek Westerburg Westin
Westman Weston Wettstein Wever Weyland Weylant Wheeler Whitaker White Whitehead Whitehouse Whitney Whittaker Widhalm Widmer Widén
Wiedner Wiek Wieland Wieloch Wiener Wiesbauer Wieser Wiesinger Wiesner Wiggins Wigman Wijland Wilcken Wilcox Wild Wildschut Wiley
Wilfinger Wilhelm Wilkins Willaert Willems Williams Willis Wilmont Wilms Wimmer Windhager Windisch Winkler Winnrich Winter Winters
Winther Wipstrik Wirth Wirz Wise Wohlgemut Wohlmuth Wolf Wolfe Wolffel Wolfsdr Wolfswinkel Wolters Wolzak Wong Wood Woodard Woods
Woodward Wooning Wouters Woutersz Wright Wulf Wulff Wunderink Wurm Wurzer Wurzinger Wutke Wuyts Wyatt Wynants Wyss Wähner Wögerbauer
Wöhrer Wüthrich Yang Yates Yildirim Yilmaz Ylitalo Yoder York Young Zaal Zach Zahharov Zahn Zaitsev Zamora Zangerl Zariņa Zariņš
Zauner Zavala Zaķe Zaķis Zbinden Zechmeister Zechner Zehetner Zehnder Zeiler Zeilinger Zeiner Zeldenrust Zeller Zeltiņa Zeltiņš Zenz
Zettl Zevenboom Zhang Ziegert Ziegler Ziemele Ziemelis Zimmer Zimmerman Zingg Zirme Zirne Zirnis Zobel Zollinger Zorbach Zotter
Zuidweg Zujev Zuniga Zvaigzne Zvirbule Zvirbulis Zwart Zänker Zöchling Zöhrer Zürcher Zālīte Zālītis Åkerman Étienne Õispuu Õun
Õunapuu Öhman Östling Östman Ābele Ābola Āboliņa Āboliņš Ābols Ševtšenko Štšerbakov Žukov Žuravljov
"""
