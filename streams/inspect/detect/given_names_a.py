"""Given names of Europe, first half of the alphabet.

Drawn from the locale data of Faker (MIT licence, copyright 2012 Daniele Faraglia and contributors; see docs/licences.md).
"""

from typing import Final

NAMES: Final = """
Aada Aage Aaliyah Aapo Aarne Aaro Aaron Aarón Aatos Abbas Abbi Abbie Abby Abdi Abdirahman Abdul Abdullah Abdullahi Abel Abelone
Abigail Abigaíl Abilio Abraham Abram Abril Achiel Achille Achim Ada Adalbert Adalberto Adam Adamo Adela Adelaida Adelardo Adelasia
Adelbert Adele Adelgunde Adelheid Adelia Adelina Adelinde Adeline Adelmo Adem Adina Adis Admir Adnan Adolf Adolfine Adolfo Adomas
Adora Adoración Adriaan Adrian Adriana Adriane Adrianna Adriano Adrien Adrienne Adrija Adrián Adán Adèle Adélaïde Aedan Aenne
Aferdita Afrim Agapito Agata Agatha Agathe Agim Agnar Agne Agnes Agnese Agneta Agnete Agnieszka Agnolo Agnès Agnė Agostino Agris
Agron Agustina Agustín Ahmad Ahmed Ahmet Ahti Aicha Aida Aidan Aideen Aiden Aiga Aigars Aija Aila Aileen Aili Ailis Aimee Aimo Aimé
Aimée Aina Ainara Aine Aino Ainoa Ainārs Airi Aisha Aisling Aislinn Aistis Aitana Aitor Aivar Aivaras Aivars Ajan Ajla Ajna Aki
Aksel Akseli Alain Alan Alana Alanis Alanna Alannah Alara Alastair Alba Alban Albano Alberico Albert Alberte Albertine Alberto
Alberts Albin Albina Albino Albrecht Albulena Alcides Alderano Aldin Aldis Aldo Ale Alea Alec Alejandra Alejandro Alejo Aleks
Aleksandar Aleksander Aleksandr Aleksandra Aleksandras Aleksandrs Aleksanteri Aleksei Aleksej Aleksi Alen Alena Alessandra
Alessandro Alessia Alessio Alex Alexa Alexandar Alexander Alexandra Alexandre Alexandria Alexandrie Alexandros Alexei Alexej Alexia
Alexis Alf Alfio Alfons Alfonso Alfred Alfredo Alfrēds Algirdas Algot Ali Alice Alicia Alicja Alida Alina Aline Alisa Alise Alisha
Alison Alissa Alistair Alister Alix Alla Allan Allegra Allen Allison Alma Almir Almudena Almut Almuth Alois Aloisia Alondra Alonso
Aloys Alphons Alphonse Altin Alva Alvar Alvaro Alve Alvin Alvīne Alwin Alwina Alwine Alyssa Alīda Amada Amadeo Amadeus Amado Amador
Amalia Amalie Amancio Amanda Amandine Amando Amar Amarilis Amaro Amaya Amber Ambrosio Amedeo Amela Amelia Amelie Amelija Amico Amie
Amin Amina Amir Amira Amleto Amor Amparo Amra Amy Amy-Lee Amy-Leigh Amélie América Américo Amílcar Amālija Ana Anabel Anabela
Anabella Anacleto Anas Anastasia Anastasie Anastasio Anastasios Anastazja Anatol Anatoli Anatolij Anaïs Anders Andjela Andjelina
Andre Andrea Andreas Andree Andrei Andreia Andrej Andrejs Andres Andrew Andrey Andrešs Andri Andrin Andrina Andris Andrius Andrus
Andrzej André Andréas Andrée Andrés Andy Ane Anes Aneta Anete Anett Anette Angel Angela Angelica Angelika Angelina Angelino
Angelique Angelita Angelo Angie Angus Angèle Angélica Angélique Ani Anica Aniela Anika Anina Anisa Anita Anja Anka Anke Ann
Ann-Britt Ann-Charlott Ann-Charlotte Ann-Christin Ann-Christine Ann-Kathrin Ann-Kristin Ann-Louise Ann-Mari Ann-Marie Ann-Sofi
Ann-Sofie Anna Anna-Karin Anna-Lena Anna-Liisa Anna-Lisa Anna-Luise Anna-Maria Anna-Marie Annabel Annabell Annabella Annabelle
Annalena Annaliese Annalisa Annalise Annamaria Annamarie Anne Anne-Kathrin Anne-Katrin Anne-Laure Anne-Lise Anne-Marie Anne-Rose
Anne-Sophie Annedore Annegret Annegrete Annekatrin Anneke Anneleen Annelene Anneli Annelie Annelies Anneliese Annelise Annelore
Annemarie Annemette Annemie Annemijn Annerose Annett Annetta Annette Anni Annibale Annica Annick Annie Anniina Annija Annika Annikki
Annina Annita Annukka Annunziata Anny Anouk Ansaldo Anselm Anselma Anselmo Ansgar Ansis Anssi Antanas Ante Antero Anthony Antje Anto
Antoin Antoine Antoinette Anton Antonella Antonello Antoni Antonia Antonie Antonietta Antonina Antonino Antonio Antonios Antonius
Antons Antony Antoon Antoņina Antra Ants Antti António Anu Anunciación Aníbal Aodhan Aoibheann Aoibhin Aoibhinn Aoife Apolinar
Apollonia Apolonia Apostolos April Araceli Arben Arbnor Arcelia Arda Ardian Ardit Ardita Ari Aria Ariadna Arian Ariana Ariane
Arianna Arianne Aribert Arie Ariel Arielė Arif Arijus Arild Aristides Arja Arkadiusz Arlette Arlind Arlinda Armand Armandas Armando
Armands Armas Armend Armida Armin Arminas Arnaldo Arnas Arnaud Arnaude Arnd Arndt Arne Arnfried Arnim Arnis Arno Arnold Arnoldas
Arnolds Arnulf Arnulfo Aroa Aron Aronas Arran Arron Arsenio Arsim Arta Artan Artemio Arthur Artis Arto Arttu Artturi Artur Arturo
Arturs Artūras Artūrs Arve Arvid Arvo Arvydas Arvīds Arzu Aránzazu Arūnas Asbjørn Ascensión Asdrubal Asger Ashlee Ashleigh Ashlene
Ashley Ashling Ashton Asia Asko Aslaug Assar Assunta Asta Aston Astrid Astrit Asunción Atenulf Athanasios Atilio Atte Attila Aud
Aude Audrey Audrius August Augusta Augustas Auguste Augustin Augusto Augusts Aukusti Aulikki Aulis Aune Aura Aurel Aurelia Aureliano
Aurelija Aurelio Aurimas Aurora Aurore Aurélie Aurėja Ausma Austin Austra Autumn Aušra Aušrinė Ava Avni Axel Axelle Aya Ayden Ayesha
Ayla Aylin Ayman Aynur Ayoub Ayse Aysel Ayten Azahar Azahara Azeglio Azeneth Aziz Azra Azucena Babett Babette Baccio Baiba Bailey
Bailie Bajram Baldassare Baldomero Balduino Baldur Baltasar Balthasar Balz Baptist Barbara Barbro Baris Barry Bart Bartek
Bartholomäus Bartolomeo Bartolomé Bas Bashkim Basil Basilio Bastiaan Bastian Baudelio Bautista Bayram Beat Beata Beate Beatrice
Beatrijs Beatrix Beatriz Beau Becky Beda Begoña Bekim Bekir Bela Belen Belinda Bella Belén Ben Benas Benedetto Benedict Benedicte
Benedikt Benedikte Bengt Beni Benigna Benigno Benita Benito Benjamin Benjamín Benn Benno Benny Benoit Benoît Bent Bente Benthe
Benvenuto Beppe Berat Berend Berenice Berit Bernabé Bernadette Bernard Bernarda Bernardino Bernardita Bernardo Bernd Bernd-Dieter
Berndt Bernfried Bernhard Bernhardine Bernt Bernward Berra Bert Berta Bertha Berthe Berthold Bertil Berto Bertold Bertram Bertrand
Besart Besarta Besim Besnik Beth Bethan Bethany Betina Betti Bettina Betty Beverley Beverly Biagio Bianca Bianka Bibi Bibiana Bieke
Bienvenida Bilal Biljana Bill Billie-Jo Billy Birger Birgid Birgit Birgitt Birgitta Birgitte Birte Birthe Biruta Bitten Bjarne Bjorn
Björn Bjørg Bjørn Blaine Blake Blanaid Blanca Blanka Blas Blerim Blerina Blerta Bluette Boaz Bob Boban Bobby Bodil Bodo Boe Boel
Bogdan Bojan Bonifacio Bonnie Borghild Boris Borja Borris Borys Bozena Brad Bradley Brady Brahim Bram Brandi Brandon Brandy
Branislav Branka Branko Breandan Breanna Brecht Brencis Brenda Brendan Brent Brett Brian Briana Brianna Bridget Briek Brigid Brigita
Brigitta Brigitte Brit Brita Britt Britt-Mari Britt-Marie Britta Brittany Brittney Brogan Bronach Bronagh Brooke Brooklyn Bror
Broņislava Bruce Bruna Brunhild Brunhilde Bruni Brunilda Bruno Bryan Bryce Bryony Brígida Buenaventura Bujar Bukurije Burak
Burckhard Burghard Burim Burkard Burkhard Burkhardt Bárbara Bärbel Béatrice Börje Bøje Børge Bērends Bērtulis Błażej Cahal Cahir
Cailin Cailum Caitlin Caitlyn Caitriona Cajsa Cal Calcedonio Caleb Calista Calisto Calixta Calixto Callan Callum Calogero Calum
Calvin Cameron Camila Camilla Camille Camillo Camilo Canan Candace Candela Candelaria Candelario Candelas Candice Caoilfhionn
Caoimhe Caoimhin Caolain Caolan Caomhan Capucine Cara Caragh Caren Caridad Carin Carina Carine Carita Carl Carl-Heinz Carl-Johan
Carla Carlijn Carlito Carlo Carlos Carlota Carlotta Carly Carmel Carmela Carmelita Carmelo Carmen Carmina Carmine Carol Carola
Carole Carolien Carolin Carolina Caroline Carolyn Carrie Carsten Carter Cas Casandra Casemiro Casey Caspar Casper Cassandra Cassidy
Cassie Catalina Catarina Caterina Cathal Catharina Catherine Cathleen Cathrin Cathrine Cathy Catia Cato Catrin Catrine Catriona
Cayetana Cayetano Ceara Cebrián Cecile Cecilia Cecilie Cecilio Cedric Ceferino Celal Celestina Celestino Celia Celina Celine Celso
Cem Cemal Cemil Cengiz Centa Cesar Cesare Cetin Ceylin Cezary Chad Chantal Chantel Chantelle Charis Charlene Charles Charlie
Charline Charlott Charlotta Charlotte Charo Chase Che Chelo Chelsea Chelsey Chema Cherie Cherith Cheryl Cheyenne Chiara Chita Chloe
Chloé Chloë Chris Christa Christa-Maria Christel Christelle Christer Christiaan Christian Christiana Christiane Christianne Christie
Christin Christina Christine Christl Christof Christofer Christoffer Christoph Christophe Christopher Christos Christy Chucho Chus
Chuy Cianan Ciara Ciaran Ciarrai Cilli Cillian Cilly Cindy Cintia Cinzia Cipriano Ciriaco Cirillo Cirino Cirkeline Ciro Ciríaco
Claas Claes Claire Claire-Lise Clara Clare Clarence Clarisa Clarissa Clark Clas Claude Claudia Claudine Claudio Claudius Claus
Claus-Dieter Claus-Peter Clavs Clayton Clelia Clemens Clemente Clementina Cleto Clifford Clinton Cliodhna Cliona Clive Clodagh Cloe
Clotilde Cláudia Cläre Clémence Clímaco Codie Cody Cole Colette Colin Colleen Collette Collin Colm Colton Coluccio Colum Conal
Conall Conan Concepción Concetta Concha Conchur Conn Connie Connor Conny Conor Conrad Conrado Constance Constant Constantin
Constanza Constanze Consuela Consuelo Cora Coral Coralie Cord Cordula Corey Corina Corine Corinna Corinne Coriolano Cormac Cornel
Cornelia Cornelio Cornelis Cornelius Corona Corrado Corrie Corsin Cortney Cory Cosima Cosimo Cosme Costantino Costanzo Courteney
Courtney Craig Crescencia Cristian Cristiana Cristiano Cristina Cristóbal Cruz Crystal Csaba Curdin Curro Curt Curtis Custodia
Custodio Cynthia Cyprian Cyriel Cyril Cyrill Czeslaw Cándida Cándido Cátia Cäcilia Cäcilie Cécile Cédric Célia Célina Céline César
Daan Dace Dafina Dafne Dag Dagmar Dagmara Dagny Dagobert Daiga Daina Dainis Dainius Daire Dairine Daisy Dajana Dakota Dale Dalia
Dalibor Dalila Dalton Damaris Damian Damiano Damien Damir Damián Damjan Damon Dan Dana Dani Danica Daniel Daniela Daniele Danielius
Daniella Danielle Daniels Danijel Danijela Danilo Danique Danièle Daniël Danny Dante Danuta Dany Daphne Dara Darcy Dardan Daria
Darija Darin Dario Darius Dariusz Darko Darlene Darragh Darrell Darren Darryl Daryl Darío Dave David Davide Davy Dawid Dawn Dayna
Deaglan Dean Deane Deanna Dearbhail Dearbhaile Dearbhla Debbie Debby Debora Deborah Debra Declan Deirbhile Deividas Dejan Del
Delfina Delfino Delia Delphine Demetrio Demi Demi-Lee Demi-Leigh Denis Denise Deniz Dennis Denny Derek Dermot Derrick Dervla Derya
Desiderio Desiree Desirée Desmond Destiny Detlef Detlev Devin Devon Dewi Dex Diamond Diana Diane Diar Diarmuid Dick Didier Diederik
Diedrich Diego Dierk Dieter Diethard Diethelm Diether Dietlind Dietlinde Dietmar Dietrich Dijana Dilara Dillon Dimas Dimitri
Dimitrios Dina Dino Diogo Dion Dionigi Dionisia Dionisio Dionne Dirk Ditmar Ditte Dittmar Diāna Dmitri Dogan Dolores Domantas Domas
Domenic Domenica Domenico Domhnall Dominga Domingo Domingos Dominic Dominik Dominique Dominyka Dominykas Domitila Don Donal Donald
Donat Donata Donatas Donatella Donatello Donato Donna Dora Doreen Dorian Dorien Dorina Dorine Doris Dorit Dorita Dorle Dorota
Dorotea Doroteja Dorothe Dorothea Dorothee Dorothy Dorothée Dorte Dorthe Douglas Dovilė Dovydas Dragan Dragana Dragica Drago Drew
Dries Drilon Drita Driton Duane Duilio Dulce Duncan Dunja Durante Dursun Dusan Dustin Duuk Dwayne Dylan Dylano Dzidra Dzintars
Dzintra Débora Déborah Désirée Dörte Dörthe Dārta Dāvis Eadaoin Eamon Eamonn Earl Ebba Ebbe Eberhard Eberhardt Ebony Eckard Eckart
Eckehard Eckhard Eckhardt Eckhart Ecrin Eda Edda Eddie Eddy Edel Edelbert Edelgard Edelmira Edelmiro Edeltraud Edeltraut Edeltrud
Eden Edgar Edgaras Edgard Edgardo Edgars Edin Edina Edit Edita Edith Editha Edmond Edmund Edmundo Edmunds Edoardo Edon Edona Edouard
Edu Eduard Eduardo Eduards Edvard Edvardas Edvin Edvinas Edvīns Edward Edwin Edīte Eelis Eemeli Eemil Eerik Eero Eetu Eeva Efraín
Egbert Eggert Egidijus Egil Egils Eglė Egon Egzon Egzona Ehrenfried Ehrentraud Ehrhard Eidvilė Eija Eila Eileen Eilis Eilish
Eimantas Eimear Eimer Eimhear Einar Einari Einer Eino Eira Eirik Eitel Eivind Eivor Ekaterina Ekkehard Ekkehart Ekrem Ela Eladio
Elaine Elba Elda Elea Eleanor Eleanora Elena Eleni Elenore Eleonor Eleonora Eleonore Eleuterio Elfi Elfie Elfriede Eli Elia Eliana
Eliane Elias Elien Elif Eligia Eligio Eliisa Elijah Elin Elina Eline Elinor Elio Elis Elisa Elisabet Elisabete Elisabeth Elisabetha
Elisabetta Elise Eliseo Elisha Elita Eliza Elizabete Elizabeth Elize Elke Ella Elladio Ellen Elli Ellie Ellinor Elliot Elliott Elly
Elma Elmar Elmer Elmeri Elmo Elmārs Elna Elodia Elodie Elof Eloise Elona Eloy Eloísa Eloïse Elpidio Els Elsa Elsbeth Else Elsebeth
Elsie Elsy Elton Elvin Elvira Elvis Elvy Elvīra Elwira Elyas Elza Elzbieta Eléonore Elías Elīna Elżbieta Ema Emanuel Emanuela
Emanuele Emelie Emelina Emely Emer Emiel Emigdio Emil Emile Emilia Emilian Emiliana Emiliano Emilie Emilija Emilio Emilis Emily Emin
Emina Emine Emir Emma Emma-Louise Emmanuel Emmanuelle Emmerich Emmet Emmett Emmi Emmy Emperatriz Emre Emīlija Emīls Enar Encarna
Encarnacion Encarnación Encarnita Enda Endre Endrit Ene Enea Enes Engelbert Engin Engla Enis Ennio Enno Enrico Enrika Enrique Ensar
Ensio Enver Enya Enzio Enzo Eoghan Eoin Epifanio Eraldo Erasmo Ercan Erdal Erdmute Erdogan Eren Erhard Erhardt Eric Erica Erich Erik
Erika Erikas Erin Erina Erion Erkan Erkki Erland Erling Ermanis Ermanno Ermenegildo Ermes Erna Ernest Ernestas Ernestine Ernesto
Ernests Ernst Ernst-August Ernst-Dieter Ernst-Otto Erol Erwin Eryk Eryn Esa Esben Esila Eskil Esko Esma Esmarelda Esmee Esmeralda
Esmée Espen Esperanza Espiridión Esra Essi Esteban Estefanía Estela Estelle Ester Esteri Esther Estrella Etelvina Ethan Ethel
Etienne Etta Ettore Euan Eufemia Eugen Eugene Eugenia Eugenie Eugenio Eugène Eulalia Eunan Eusebia Eusebio Eustaquio Eutimio
Eutropio Eva Eva-Lena Eva-Maria Eva-Marie Evald Evaldas Evamaria Evan Evangelia Evangelina Evangelista Evangelos Evaristo Eve Evelia
Evelien Eveliina Evelin Evelina Eveline Evelyn Evelyne Evert Evi Evie Evija Evita Evy Ewa Ewald Ewan Ewelina Ezequiel Ezio Faas
Fabia Fabian Fabiana Fabienne Fabio Fabiola Fabián Fabiënne Fabrice Fabricio Fabrizia Fabrizio Fadil Fadime Fainche Faith Falk Falko
Fanny Farah Faruk Fatih Fatiha Fatima Fatime Fatma Fatmir Fatmire Faton Faustas Faustino Fausto Fay Faye Feargal Fearghal Febe Fedde
Fedele Federica Federico Federigo Fedor Felice Felicia Feliciana Feliciano Felicidad Felicitas Feline Felipa Felipe Felisa Felix
Felizitas Fem Femke Fenna Fenne Ferdi Ferdinand Ferdinando Ferenc Fergal Fergus Fermín Fernand Fernanda Fernande Fernando Ferre
Fiamma Fidel Fidela Fien Fiene Filip Filipa Filipe Filippa Filippo Filiz Filomena Finbar Finn Fintan Fiona Fionntan Fionnuala
Fiorenzo Fiorino Fisnik Fitim Fito Fitore Flamur Flavia Flavio Flemming Fleur Floor Floortje Flor Flora Flore Florence Florencia
Florencio Florent Florentin Florentina Florentine Florentino Florian Floriane Florim Florin Florina Florinda Floris Flurin Flurina
Folke Folker Folkert Fortunata Fortunato Fran Franca Frances Francesca Francesco Francine Francis Francisca Francisco Franciscus
Franciszek Franck Franco Francoise Franjo Frank Frank-Michael Frank-Peter Franka Franklin Franky Frans Franz Franz-Josef Franz-Peter
Franz-Xaver Franziska François Françoise Frauke Frazer Fred Freddy Frede Frederic Frederick Frederik Frederike Frederikke Frederique
Fredi Fredo Fredric Fredrik Fredrika Fredy Freia Freja Freya Fricis Frida Fridolin Frieda Friedbert Friedemann Frieder Friedericke
Friederike Friedhelm Friedhilde Friedhold Friedl Friedlinde Friedo Friedrich Friedrich-Karl Friedrich-Wilhelm Frithjof Fritz Frode
Fryderyk Frédéric Frédérique Fulgencio Fulvio Fynn Fábio Fátima Féline Félix Gabi Gabino Gabor Gabriel Gabriela Gabriele Gabrielius
Gabriella Gabrielle Gabriël Gaby Gaetano Gaia Gaida Gail Gaja Gala Galasso Galina Galo Gani Ganimete Gareth Garrett Garry Gary
Gaspar Gaspare Gaston Gastone Gastón Gatis Gavin Gazmend Gaëlle Gebhard Gediminas Geert Geir Gelsomina Gema Gemma Gene Geneviève
Gennaro Genovefa Genoveva Geoffrey Georg George Georges Georgette Georgia Georgina Georgine Georgios Gerald Geraldine Geraldo Gerard
Gerarda Gerardo Gerardus Gerd Gerda Gerdi Gereon Gerfried Gerhard Gerhardt Gerhart Gerhild Gerlind Gerlinde Germaine German Germana
Germán Gernot Gero Gerold Gerolf Geronimo Gerrit Gerry Gert Gerta Gerti Gertraud Gertraude Gertraut Gertrud Gertrude Gertrudis
Gervasio Gerwin Gerónimo Gesa Gesche Gesine Geza Ghislain Ghislaine Giacinto Giacobbe Giacomo Giada Giampaolo Giampiero Gian
Gian-Luca Giancarlo Gianfrancesco Gianfranco Gianluca Gianluigi Gianmarco Gianna Gianni Gianpaolo Gianpietro Giedrius Giedrė Giel
Giesela Gijs Gil Gilbert Gilberte Gilberto Gilda Giles Gilles Gillian Gillis Gina Ginette Gino Gintarė Gioacchino Gioachino Gioele
Gioffre Gioia Gion Gionata Giorgia Giorgio Giosuè Giovanna Giovanni Girolamo Gisa Gisbert Gisela Gislinde Gisèle Gitta Gitte Giulia
Giuliana Giuliano Giulietta Giulio Giuseppa Giuseppe Giuseppina Giustino Gladys Glauco Glen Glenda Glenn Gloria Goda Godelieva
Godelieve Godofredo Goffredo Gonzalo Gonçalo Goran Gordana Gordon Gorm Gottfrid Gottfried Gotthard Gotthilf Gotthold Gottlieb
Gottlob Goyo Grace Gracia Graciana Graciano Graciela Graeme Graham Grainne Grant Grazia Graziano Graziella Grazyna Greca Greco Greet
Greg Greger Gregg Gregor Gregorio Gregory Greta Gretchen Grete Gretel Grethe Gretl Griet Grieta Griselda Grit Gro Grzegorz Grégoire
Grēta Guadalupe Guarino Gudrun Gudula Guenter Guenther Guglielmo Guido Guillaume Guillermo Guiomar Guiseppe Gun Gun-Britt Gunar
Gunborg Gunda Gundel Gundhild Gundi Gundolf Gundula Gunhild Gunilla Gunita Gunn Gunnar Gunnel Gunner Gunta Guntars Gunter Gunther
Guntis Guntram Gunvor Gunārs Gurli Gust Gustaaf Gustaf Gustas Gustav Gustavo Gustaw Gusti Guus Guusje Guy Gwendolyn Gyda Gytis Gytė
Gzim Géraldine Gérard Gökhan Gönül Göran Gösta Göte Götz Gülay Gülsen Gülten Günter Günther Hagen Hailey Hajo Hakan Haley Halil
Halina Halvor Hamid Hamish Hampus Hamza Hana Hanife Hanna Hannah Hannchen Hanne Hanne-Lore Hannele Hannelore Hannes Hanni Hanno
Hanns Hannu Hanny Hans Hans-Adolf Hans-Albert Hans-Bernd Hans-Christian Hans-Detlef Hans-Dieter Hans-Dietrich Hans-Eberhard
Hans-Erich Hans-Friedrich Hans-Georg Hans-Gerd Hans-Gerhard Hans-Günter Hans-Günther Hans-Heinrich Hans-Helmut Hans-Henning
Hans-Herbert Hans-Hermann Hans-Hinrich Hans-Joachim Hans-Jochen Hans-Josef Hans-Jörg Hans-Jürgen Hans-Karl Hans-Ludwig Hans-Martin
Hans-Michael Hans-Otto Hans-Peter Hans-Rainer Hans-Rudolf Hans-Theo Hans-Ulrich Hans-Uwe Hans-Walter Hans-Werner Hans-Wilhelm
Hans-Willi Hans-Wolfgang Hansgeorg Hansjoachim Hansjörg Hansjürg Hansjürgen Hanspeter Hansruedi Hanss Hansueli Harald Hardy Harijs
Haris Harm Harold Haroldo Harri Harriet Harro Harry Hartmut Hartmuth Hartwig Harun Harvey Hasan Hassan Hasso Hatice Hava Hayden
Haydée Hayleigh Hayley Hazel Heather Hector Hedda Hedi Hedvig Hedwig Hedy Hege Heide Heide-Marie Heidelinde Heidelore Heidemarie
Heiderose Heidi Heidrun Heidy Heike Heikki Heiko Heimo Heiner Heinfried Heini Heino Heinrich Heinz Heinz-Dieter Heinz-Georg
Heinz-Gerd Heinz-Günter Heinz-Günther Heinz-Joachim Heinz-Josef Heinz-Jürgen Heinz-Otto Heinz-Peter Heinz-Walter Heinz-Werner
Heinz-Wilhelm Heinz-Willi Heleen Helen Helena Helene Helfried Helga Helge Heli Helinä Heliodoro Hella Helle Hellevi Hellmut Hellmuth
Helma Helmar Helmer Helmi Helmtrud Helmut Helmuth Helvi Helén Heléne Helēna Hendrik Henk Henna Henner Henni Henning Henny Henri
Henric Henricus Henrietta Henriette Henrik Henrike Henrikki Henriks Henry Henryk Heraclio Herbert Herberto Herdis Heribert Heriberto
Herlinde Herma Herman Hermanis Hermann Hermann-Josef Hermanni Hermenegildo Hermine Herminia Herminio Hernando Hernán Herrmann Herta
Hertha Herwig Hidde Hilario Hilary Hilda Hildburg Hilde Hildegard Hildegart Hildegund Hildegunde Hilding Hilkka Hillevi Hilma Hilmar
Hiltraud Hiltrud Hinrich Hipólito Hjalmar Hjalte Hjördis Holger Hollie Holly Holm Honoré Horacio Horst Horst-Dieter Horst-Günter
Horst-Peter Hortense Hortensia Howard Hubert Hubertine Hubertus Hugh Hugo Hugues Huguette Hulda Humberto Hunter Hussein Håkan Håkon
Håvard Héctor Hélène Hülya Hüseyin Iain Ian Iben Ibrahim Ibán Ida Idriz Idun Ieva Ignace Ignacia Ignacio Ignacy Ignas Ignatz Ignaz
Ignazio Ignė Igor Igors Iida Iiris Iisakki Iker Ilari Ilaria Ildefonso Ildiko Ileana Ilenia Ilga Ilhan Ilias Ilija Ilir Ilja Ilka
Ilkka Ilmari Ilmārs Ilona Ilonka Ilse Ilyas Ilze Imane Imants Imelda Imer Imke Immo Imran Imre Ina Inaya India Indra Indrek Indriķis
Indrė Indy Ine Ines Inese Ineta Inez Ing-Britt Ing-Marie Inga Inga-Britt Inga-Lill Ingalill Ingbert Inge Ingeborg Ingeburg Ingegerd
Ingegärd Ingela Ingelise Ingelore Ingemar Inger Ingetraud Ingetraut Ingmar Ingo Ingolf Ingrid Ingrida Ingried Ingrīda Inguna Ingvar
Ingvild Inka Inken Inkeri Inmaculada Inna Inocencio Insa Inta Inès Inés Inês Ināra Ioannis Iolanda Iona Ippazio Ira Irena Irene
Irfan Irina Iris Irja Irma Irmantas Irmela Irmeli Irmengard Irmgard Irmhild Irmi Irmingard Irmtraud Irmtraut Irmtrud Iryna Irène
Iréne Irēna Isa Isaac Isabel Isabela Isabell Isabella Isabelle Isac Isaiah Isak Isaura Isaías Ise Isidor Isidora Isidoro Isidro Isis
Ismael Ismail Ismet Ismo Isolde Istvan István Itziar Iva Ivan Ivana Ivanka Ivano Ivar Ivars Iver Iveta Ivica Ivo Ivonne Ivy Iván
Iwan Iwo Iwona Izabelė Ize Jaak Jaakko Jaan Jaana Jaanus Jacek Jacinta Jacinto Jack Jackie Jackson Jaclyn Jacob Jacobine Jacobo
Jacobus Jacopo Jacqueline Jacques Jade Jadwiga Jael Jafet Jaime Jake Jakob Jakobs Jakub Jalmari Jamal James Jamie Jamie-Lee
Jamie-Leigh Jan Jan-Erik Jan-Olof Jan-Peter Jan-Åke Jana Jane Janet Janett Janette Jani Janic Janice Janick Janik Janin Janina
Janine Janis Janko Jann Janna Janne Janni Jannie Jannik Jannis Jano Janos Janosch Janus Janusz Jaqueline Jara Jared Jari Jarkko Jarl
Jarlath Jarle Jarmo Jarne Jarno Jaron Jaroslav Jaroslaw Jasin Jasmijn Jasmin Jasmina Jasmine Jason Jasper Javi Javier Javiera Jay
Jayda Jayde Jayden Jaylinn Jayne Jayson Jaël Jean Jean-Claude Jean-Luc Jean-Marc Jean-Marie Jean-Paul Jean-Pierre Jeanette Jeanine
Jeanne Jeannette Jeannine Jef Jeff Jeffery Jeffrey Jekaterina Jelena Jelle Jelte Jemma Jena Jenaro Jenna Jenni Jennie Jennifer Jenny
Jens Jens-Peter Jens-Uwe Jente Jeppe Jere Jeremi Jeremiah Jeremias Jeremy Jeremías Jerker Jermaine Jeroen Jerome Jerry Jerzy
Jerónimo Jesper Jesse Jessica Jessie Jessika Jessy Jesus Jesusa Jesús Jet Jetmir Jeton Jevgeni Jezups Jil Jill Jillian Jim Jimena
Jimmie Jimmy Jinthe Jip Jiri Jo Joachim Joacim Joakim Joan Joana Joann Joanna Joanne Joannes Joao Joaquim Joaquina Joaquín Job Jobst
Jocelyn Jocelyne Jochem Jochen Jodi Jodie Jody Joe Joel Joelle Joep Joerg Joeri Joey Johan Johann Johanna Johanne Johannes Johans
John Johnathan Johnnie Johnny Johny Joke Jokūbas Jolanda Jolanta Jolanthe Jolene Jolie Jolien Jolijn Joline Jon Jona Jonah Jonas
Jonatan Jonathan Jonathon Joni Jonna Jonny Joona Joonas Joonatan Joost Joppe Joran Jordan Jordana Jordi Jordon Jordy Jordán Joren
Jorge Joris Jorma Jorn Jort Jorunn Jorūnė Jos Jose Josef Josefa Josefiina Josefin Josefina Josefine Josep Joseph Josepha Josephina
Josephine Josephus Josette Josh Joshua Josiane Josip Josse Jost Jostein Josua Josué José Josée Joséphine Jouko Jouni Jovan Jovana
Jovita Joy Joyce Jozef João Joël Joëlle Juan Juana Juanita Juanito Jude Judith Judy Juergen Juha Juhana Juhani Juho Jukka Jules
Julia Julian Juliana Juliane Julianna Julie Julie-Anne Julien Julienne Julieta Juliette Julijana Julio Julita Julius Juliusz Julián
Juna June Juni Junior Juozas Jurgen Jurgita Juri Jurij Juris Jurre
"""
