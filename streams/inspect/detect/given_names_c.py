"""Given names of the countries that people came from: Turkey, South Asia, Africa, the Balkans, the Caucasus; only with a name behind them.

Drawn from the locale data of Faker (MIT licence, copyright 2012 Daniele Faraglia and contributors; see docs/licences.md).
"""

from typing import Final

NAMES: Final = """
Aaaqil Aaban Aabid Aachal Aadam Aadhya Aadi Aadil Aafiya Aahana Aahil Aalam Aalee Aalim Aamil Aamir Aamirah Aanuoluwapo Aaqil
Aarav Aarif Aarini Aariz Aarna Aarnav Aarush Aaryan Aashi Aashif Aashir Aasif Aasim Aatif Aatiq Aaus Aayan Aayush Aazim Abaan
Abayomi Abdelatif Abdelkader Abderaouf Abderrahmane Abdiş Abdu Abdulbekir Abdulgazi Abdulkadir Abdulmenaf Abdulsemet Abdurrahman
Abdülahat Abdülcemal Abdülhadi Abdülkerim Abdülsamed Abdürreşit Abebi Abeer Abeni Abha Abhimanyu Abhiram Abid Abigaili Abiodun
Abiona Abiye Abosede Abuzar Acar Acarkan Aclan Adaeze Adak Adal Adasal Adebiyi Adebowale Adebukola Adedayo Adedeji Adekitan
Adekola Adekunle Adel Adeleke Adelin Adenike Adeniyi Adeolu Adeoti Adepeju Aderopo Adesewa Adeshina Adesoji Adesua Adetayo Adetoke
Adetoun Adeyi Adhra Adia Adigun Adil Adila Adimu Aditya Adlan Adonis Adrijana Adunni Advaith Advay Advik Advika Adviye Adweta Adya
Adéla Adıgün Afaq Afer Afife Afil Afiq Afolarin Afonso Agastya Aglaia Agnos Agripina Agáta Ahat Ahsen Ahter Aijuka Aishani Ajala
Ajani Ajda Ajoke Akalan Akanmu Akar Akatay Akay Akbaş Akboğa Akcivan Akdora Akdurmuş Akgöl Akgüneş Akif Akinkunmi Akinlabi
Akinwale Akise Akkerman Akmaner Akmaral Akram Aksay Akshay Aksoy Aksöğüt Aktemür Akumu Akver Akyıldız Akçabay Akçasu Aköz Akınal
Alaaddin Alabezek Alade Aladin Alaeddin Alamu Alanalp Alattin Alaz Alberta Albertina Alcan Alenka Aleodor Alexandr Alexandrina
Alexandru Alexe Aleš Algış Aliabbas Aliihsan Alin Alis Aliseydi Alistar Aliyu Alize Alja Aljaž Aljoša Alka Alkor Allahverdi Almasi
Almast Almaz Almus Alojzij Alojzija Alparslan Alpcan Alpin Alpsü Alsoy Altoğan Altuğ Altınbike Altınkaya Altınçiçek Altınışın
Alícia Alışık Alžběta Amaira Amalija Amani Amara Amarachi Amaç Amedeu Amel Aminatu Amine Amoke Amol Amondi Amope Amre Amri Amrita
Amruta Amza Amélia Anaida Anamaria Anamika Anar Anargül Anasa Anastázie Anatolie Anay Anca Anda Andiç Andra Andrada Andreea
Andreja Andrejka Andrian Andrija Andwele Anděla Anej Anemona Anežka Angalia Angavu Anghel Anghelina Anirudh Anis Anissa Anjali
Anjolaoluwa Ankica Anmol Annak Anoni Ansh Antim Antoaneta Antonela Antonija Antoniu Antonín Antun Anusha Anvi Anya Anđa Anđela
Anže Apaydın Apolena Aqil Aradhana Aral Aran Arcan Arezki Argu Arham Arifcan Arike Arin Arina Arinola Aristide Arjun Arkut Armahan
Arnošt Arpağ Arsenie Artemisa Arunima Arusi Arya Aryan Arziye Arıel Arıkol Arıpınar Arısoy Asake Asalet Asali Asani Asanti Asatira
Asif Asiman Aslan Aslanhan Asliye Asma Asmini Asım Atabala Atagün Atalay Atamoğlan Atanur Atasagun Atatöre Atena Atfat Atgun
Atharv Atheel Athumani Atiena Atilhan Atinuke Atiyye Atnan Attaf Atılgan Augustina Auraq Aurelian Aureliana Aurica Aurică Avgust
Avram Avunç Avşin Awadil Awamil Awamiri Awan Awani Awero Awlya Awmar Awrad Axenia Axinte Ayaan Ayamin Ayan Ayasun Ayaydın Aybet
Aybora Aycagül Aydan Aydar Aydinç Ayduru Aydın Aydınbey Aygutalp Aygönenç Aygül Aygün Ayhan Ayinde Ayinke Aykut Aykutalp Aylil
Aymen Aynilhayat Aynımah Ayodeji Ayodele Ayoka Aypar Aysar Aysema Aysevim Aysoy Aysu Aysuna Aytek Aytuna Aytöz Ayush Ayushman
Ayvas Ayyaruk Ayyubi Ayçan Ayülker Ayşan Ayşeana Ayşenur Azaan Azad Azade Azban Azeeb Azettin Azize Azizi Açıkel Açılay Ağahadi
Ağakişi Ağamalı Ağamusa Ağaxan Ağbegim Ağca Ağmur Aşhan Aşir Baahir Baaizeed Baaqee Baaqir Baaree Baashir Baasim Baasit Baba Babar
Babasola Babatunji Babawale Baber Bachittar Badawi Badegül Badr Baghyawati Baha Bahaa Bahaddin Bahadurjit Bahadır Bahari Bahittin
Bahtinur Bairbel Bakhshi Baki Balatekin Balaxanım Balca Bale Baleegh Balendra Balhaar Bali Balinda Baljiwan Ballı Baltaş Balvan
Balveer Bambad Banjeet Banü Baqar Baqir Bara Barak Barbora Barbu Barica Bariş Barkha Barr Barraq Barsen Bartolomeu Barışcan Basaam
Basarab Baseer Basel Basem Bashaar Bashaarat Bashar Basharat Basheer Basheerah Basim Basir Basriye Bassam Basım Batal Batool
Baturay Batırhan Baydu Baykan Bayman Bayruhan Baytal Bayzettin Bazam Bağdat Bağdaş Başay Başhan Başok Bebe Bedi Bediriye Bedri
Bedřich Begim Behiza Behrem Bekbay Bektaşi Belgizar Belkize Bellisan Bello Benedita Benek Bengibay Beniamin Benice Benjamim Benol
Benone Beray Beren Berezat Bergen Beriye Berkal Berki Berksay Berran Berrin Besey Beshte Besin Beste Beyda Beyhatun Beyler Beyzade
Bezek Bhanumati Bhavani Bhavika Bhavini Bhavna Bhavya Bibuwa Bican Bidayet Bilaal Bilay Bilender Bilgen Bilginur Bilgütay Bilkay
Bilkisu Biltaş Bimala Bina Binay Binbaşar Binışık Birben Birgül Birousk Birsan Birsen Biserka Bishakha Bitül Bizhan Bişar
Blahoslav Blanduzia Blaž Blažena Blessing Bogdana Bogomir Bohumil Bohumila Bohumír Bohuslav Bolatito Boleslav Boluwatife Boma
Borahan Borataş Borut Bouchra Boynak Bozbağ Bozerk Boztaş Boğatimur Bořivoj Boštjan Božena Božica Božo Breda Brijesh Brilyant
Brinda Bucur Buhari Bulunç Bunmi Buraid Burakhan Burcuhan Burç Busara Buyrukhan Buşra Börteçin Büget Bünyamün Büreyre Büşranur
Bănel Břetislav Cabbar Cabir Caetana Cahan Cahangir Caius Camelia Camil Canal Canberk Candeniz Canfeza Cangür Cannur Canseven
Cansin Cantemir Cantez Canur Carminho Casian Casiana Catinca Catrina Catrinel Cavad Cavid Cavit Cazimir Cebesoy Cecilija Cedide
Cedrin Celilay Cemalettin Cemiyle Cenan Cerasela Cercis Cevale Cevheri Ceyhun Ceyla Ceyran Cezar Cezara Cezayir Chaaya Chabane
Chaitaly Chaitanya Chakradev Chakradhar Chakrika Chamali Chaman Chameli Champak Chanakya Chanchal Chandani Chandran Chandresh
Chanez Changaz Chaniya Charan Charita Charity Charlesh Charvi Chashida Chasmum Chatresh Chatura Chausiki Chavvi Chawish Cheragh
Cherif Cheusi Chiamaka Chibuzo Chidimma Chigozie Chijioke Chinedu Chinelo Chinyere Chipukizi Chiraz Chizoba Chuki Chukwudi
Chukwuemeka Cihan Cihandide Cindoruk Ciprian Cipriana Ciril Claudiu Cleopatra Cláudio Codin Codrin Codrina Comfort Constantina
Constança Coralia Corneliu Corvin Cosmin Cosmina Costache Costel Costin Coşkun Coşqun Crin Crina Cristea Cristobal Cristofor
Ctibor Ctirad Cuheyna Cuman Cvetka Cvetko Cümşüd Cüneyit Călin Cătălin Cătălina Daamin Daanish Daanyaal Daawood Dabbah Dabir
Dacian Daciana Daghfal Daiana Dainess Daiyaan Dakhil Daksh Daksha Dakshesh Dalaja Dalan Dalbir Dalili Dalkılıç Dameer Damife
Damijan Damini Damjana Damlanur Damurah Damyanti Danjuma Danuše Danış Darain Dariana Darika Darinka Darja Darpan Darsh Dastageer
Daudi Davor Davorin Dawud Dayamai Dayar Dayita Dayyaan Dağistan Decebal Deepa Deha Delil Demetra Demilade Demirbüken Demiriz
Demirok Demiryürek Denisa Denizalp Denkel Derkay Deryanur Despina Devansh Devika Deviner Değer Değmeer Dhriti Dhruv Dida Didina
Diken Dilcan Dilder Dilfeza Dilhuş Dilsitan Dilşad Dilşat Dimitrina Dincer Dinis Dinu Dinçkol Dinçsü Dipta Dirican Dirlik Dita
Divan Divya Diya Djamel Dobroslav Dochia Doina Dolun Domagoj Domen Dominika Domnica Dorel Doriana Dorin Dorinel Dorli Doru
Dorukhan Dounia Doyinsola Doğanalp Doğannur Doğanşah Doğuhan Draga Dragutin Drahomíra Drahoslav Drahoslava Dražen Duarte Ducu Duha
Duje Duma Dumitra Dumitrana Dumitru Dunia Durab Duracan Durdali Durgadin Durmuşali Durna Durodola Dursadiye Duruk Duruöz Duyguhan
Dušan Dušanka Dölensoy Döner Dündaralp Dünya Dünyamalı Dürrüşehvar Ebuakil Ebuka Ecaterina Ecegül Ecemiş Edaviye Edgübay Edhitha
Eduarda Eesaa Eesha Efil Eflâtun Efser Eftimia Eftimie Egenur Ehan Ehsaas Ehsan Eijaz Eiravati Ejaz Ejlaal Ekaja Ekalinga Ekani
Ekansh Ekanta Ekantika Ekapad Ekaraj Ekavir Ekbal Ekber Ekene Ekiya Ekmel Ekta Ekundayo Ekundu Elaf Elamiye Elariz Eldar Elgin
Elgün Elhan Eliakimu Elifnur Elisabeta Elisaveta Elizabeta Eliška Elman Elmidar Elmir Elmira Elnur Elturan Elvan Elxan Elçin Elöve
Elşad Emal Emanoil Emanuil Emeka Emirşan Emiş Emran Emrullah Emília Enfes Enginiz Eniola Ensari Enzi Eral Eraycan Erbay Erbil
Ercihan Erdemer Erdibay Erdursun Erem Eremia Erenalp Erensoy Ergener Erginel Ergönül Ergül Ergün Erinçer Eriş Erkinel Erksoy
Erkılıç Ermutlu Eroğul Ersel Erseç Ertan Erten Ertuncay Ertün Ervaniye Ervin Eryıldız Eröz Erşat Esenbay Esengün Esentürk
Esfandyar Eshan Eshana Eskinalp Esmanperi Esmira Esna Estera Esupofo Etibar Etiqad Etizaaz Eufrosina Eusebiu Evance Evanghelina
Evcimen Evde Evelína Evrim Evrimer Ewatomi Eyyub Eyyüp Ezgin Ezgütekin Eşim Eşref Fadekemi Faderera Fadile Fadıla Fahari Fahmi
Fahrullah Faiq Faisa Faizan Faize Falak Falan Falguni Fami Fanaka Faqid Faraj Faraja Faras Fares Farhan Farhiya Farid Farijika
Fariq Faris Fariz Farouk Fatigül Fatinur Fatmanur Fatteh Fayize Fazil Fazli Fazul Feden Fehim Fehintola Fehmiye Feliks Fella Fenni
Ferahdiba Ferat Feraye Feremez Ferhan Ferhat Feriel Ferihan Ferinaz Fermuta Fersan Feryas Ferzi Fetullah Feyha Feyruz Feyzin Feza
Fibikemi Fidan Fidaye Fidvi Fikayomi Fildan Filit Filofteia Fimar Fiodor Firdevis Firdovsi Firudin Fitan Fitnat Fiyaz Flaviu
Floare Floarea Florea Floriana Florica Fodil Folashade Folu Forum Fouzia Frado Franc Franci Francisc Franciska František Františka
Frančišek Frederico Frusina Fuma Fuzuli Fügen Füzuli Gabel Gagan Galip Gambo Ganga Ganiye Garima Gaurang Gaurangi Gaurav Gauri
Gaurika Gautam Gautami Gayathri Gazel Gbadebo Gbolahan Gbowoade Geanina Geetika Gelengül Gelu Gencaslan Gençay Georgel Georgeta
Georgian Georgiana Geray Geta Gethera Ghaalib Ghaazi Ghaffaar Ghafoor Ghaith Ghalib Ghanee Ghanem Ghannam Ghasaan Ghauth Ghawth
Ghayoor Ghazalan Ghazanfar Ghazanfer Ghazawan Ghazi Ghazzal Ghenadie Gheorghe Gherghina Ghilas Ghiyaath Ghiyath Ghufran Ghulaam
Ghulam Ghunayn Ghusharib Ghusun Ghutayf Gianina Gicu Gică Gilman Ginyas Giorgian Giorgiana Girik Girindra Girish Gohar Goma
Goncafer Gopal Gorazd Grega Gregorian Grigore Guilherme Gulab Gulfaam Gulfam Gulshan Gulzar Gunbir Guneet Guney Gökay Gökbudun
Göken Göknur Gökperi Göksev Gökten Gökçe Gökçebalan Gökçil Göli Gönen Görgünay Görklü Görsev Gözel Gözem Gücal Gülağa Gülbala
Gülbani Gülbeyan Gülbiye Gülcegün Güldam Gülder Güldünya Gülel Gülenay Güler Gülev Güleğen Gülfari Gülfeza Gülgen Gülgüzel
Gülhisar Gülinaz Gülkadın Güllühan Gülmira Gülmisal Gülnar Gülnaz Gülnaziye Gülnur Gülper Gülsalın Gülselin Gülseren Gülsevil
Gülsiye Gülsü Gülsüm Gültac Gülter Gülxar Gülzadiye Gülzar Gülçe Gülçin Gülözge Gülüs Gülüstan Gülüş Gülşa Gülşahin Gülşeref
Gümüştekin Günar Günay Günaydin Günden Gündüz Gündüzalp Günebakan Güneri Güngördü Güngören Günkurt Günsel Günser Günver Günşen
Gürarda Gürcüye Gürelcem Gürsal Gürten Güverçin Güzey Güçal Güçlüer Güçyeter Habiba Habibe Habibu Habil Haciali Hacile Hadithi
Hadiza Hadjer Hadrey Hafiz Hafsat Hafıza Haiba Hakikat Hakim Halenur Halidun Halima Halisi Haliye Haluk Hami Hamis Hamiyet Hamsini
Hanbiken Hanedan Hania Hanim Hanja Hansultan Haralamb Haralambie Harambee Harbinaz Hardik Harinakshi Harini Harish Harita Hariz
Harnail Harrison Harsh Harshil Haruna Hasbek Hasgül Hashiki Hasret Hatem Hatima Hatin Hauwa Havali Havse Hawehindi Hayali Hayat
Hayel Hayret Hayrünnisa Hazeem Hazine Hazrat Hedvika Hekima Hekime Hekmet Hema Hemal Hemang Hemangini Hemani Henife Henrieta
Henrique Heracleea Hermina Heva Heyvetullah Hezniye Hicran Hidaya Hidir Hilal Hilayda Hindal Hinet Hiral Hitesh Hiçsönmez Hocine
Hodari Hope Horea Horia Horymír Houcine Houda Hoşkadem Hredhaan Hritik Hrvoje Huban Hudavent Humaiya Hunalp Hurican Hurşide
Huzaifa Huzuri Hüda Hükümdar Hümeyra Hürdoğan Hürmet Hüryaşar Hürüyet Hüseyn Hüseynqulu Hüsmen Hüsnühâl Hıfzullah Iacob Iancu
Ianis Iara Iasmina Ibaad Ibidapo Ibironke Ibraaheem Ibraheem Idika Idrees Idris Idık Ieremia Iesa Ifeanyi Ifechukwu Ifeoma
Iftikhaar Iftikhar Ifunanya Ignác Ihab Ihsaan Ihsan Ihtesham Ihtiram Ihtishaam Ihtsham Ijaya Ijli Ikbal Ikenna Ikeoluwa Ikhlaas
Ikraam Ikram Ikramah Ikrimah Ikshita Ilan Ilarie Ilarion Ildız Ilgı Ilie Ilinca Ilyes Imany Imara Imaran Imene Indali Indira
Indrajit Inioluwa Ioan Ioana Ioanina Ionel Ionela Ionelia Ionică Iosefina Iosif Iretioluwa Iridenta Irinel Irya Irıs Isaya
Iseoluwa Isha Ishaan Ishani Ishanvi Ishita Ishola Ishwar Ismık Issack Itanya Ituri Iulia Iulian Iuliana Iuliu Iurie Iustin Iustina
Iustinian Ivka Ivona Iyabode Iyadunni Izaaz Izabela Izidor Iztok Işin Işıkay Işıman Işın Jaabir Jaafar Jabbaar Jabir Jabr Jadranka
Jafar Jaffer Jagat Jagdish Jagrati Jagvi Jahangir Jahanzeb Jahdami Jahdari Jahi Jahiz Jahm Jairaj Jaka Jakov Jalaal Jalal Jalees
Jalia Jalil Jalsa Jamaal Jameel Jamila Janaki Janani Janeta Janez Jangwa Janja Jankat Januja Janya Jarmila Jaromír Jaroslava
Jaruthip Jasiri Jasminka Jasmit Jasna Jatin Jeana Jeet Jeevika Jelani Jele Jelka Jenel Jerica Jernej Jerneja Jhalak Jina Jindřich
Jindřiška Jitka Jiřina Jiří Johana Jolana Jonáš Josipa Joso Jozo Joško Jožef Jožefa Jožica Judita Juliet Julija Jumaane Juraj Jure
Justiniani Juwon Jyoti Jéssica Júlia Kaamil Kaashif Kaazim Kabeer Kabir Kabiru Kachela Kada Kadınana Kafeel Kahina Kahir Kaiser
Kajji Kala Kalbi Kaleem Kaleema Kalgay Kalpit Kaluwa Kamal Kamala Kamar Kamran Kamya Kanak Kandef Kanpulat Kaombwe Kapagan
Karaamat Karabaş Karaca Karaer Karakucak Karam Karama Karan Karanbay Karataş Karcan Kardelen Kareem Karlukhan Karmen Karolína
Kasam Kashan Kashangaki Kashif Kashish Kashvi Kasim Kaskazi Kateřina Katica Kauthar Kaver Kavurt Kavya Kawkab Kawthar Kayagün
Kaygusuz Kayrabay Kaysan Kayıt Kazi Kazım Kaşif Kefser Keji Kelechi Kelâmi Kenter Kenyangi Kerime Kerman Kete Keya Keyaan Kezban
Khaalid Khaan Khadidja Khalil Khamani Khamisi Kiaan Kiah Kiapo Kibafupia Kibar Kibibi Kiburi Kifaye Kijana Kijani Kikelomo
Kimbilio Kimya Kinaya Kinubi Kiojah Kipenzi Kipepeo Kiramettin Kisima Kitan Kiume Kiwara Kiyasi Klaudie Klavdija Klemen Klement
Klára Kocabaş Kolawole Koldan Koncagül Kondo Konguralp Konradi Kopan Koray Korede Korkmazalp Korugan Kosisochukwu Kotuz Kovu Koçak
Koçkan Koşukhan Krish Krisha Krishna Kristýna Kritika Kryštof Ksenija Kuchanua Kuddusi Kumral Kurunzi Kusiima Kutay Kutgün Kutun
Květa Květoslava Kweli Kâmil Kâzime Kévim Köker Köktaş Könül Kösemen Kübran Kürşad Kılıçbay Kınel Kırat Kırgız Kısmet Kıvılcım
Kızıl Kızıltunç Laban Labeeb Labib Lada Ladislau Ladislav Ladislava Ladli Laeeq Lahiah Laika Lailati Laini Laiq Laith Lajita
Lajlaj Laksh Lakshit Lakshmi Lamine Laqeet Larisa Lascăr Lateef Latif Laurian Lavanya Layth Laze Lazăr Lazım Laçın Ledün Leela
Leke Lekha Lelia Lenka Leontin Leopoldina Leordean Leoš Lere Lerze Letícia Leyli Lezize Liban Libni Libor Libuše Lică Lila
Lilijana Liljana Limazah Limon Lioara Lipika Liviu Liyaaqat Liyaqat Lohit Loot Lopa Lorelei Lotfi Lourenço Lovre Lovro Luay
Lubomír Luboš Lucian Lucija Lucky Ludvik Ludvík Luděk Luiza Lukáš Lumír Luqmaan Luqman Lutf Lutfi Luísa Lyna Lâle Lúcia Lüfen
Lütfi Lýdie Lăcrămioara Maahir Maajid Maalik Maanas Maanav Maawiya Maaz Maazin Mabad Macide Madaha Madalena Madani Madhav Madhavi
Madini Madiyan Madoa Madyan Mafalda Magdaléna Mahad Mahali Mahaz Mahbeer Mahboob Mahbub Mahdee Mahdy Maheen Maher Mahfooz Mahfuj
Mahfuz Mahigül Mahika Mahir Mahja Mahmood Mahmud Mahnaz Mahsun Mahter Mahulena Maia Maisha Majani Majd Majdi Majdy Majeed Makeen
Makini Maksimiljan Maksur Maksüde Makunga Makuu Malak Maliza Malvina Mamun Manaf Manan Manbir Manca Manda Manel Manole Mansurali
Manthan Manya Maqsud Marcheta Marcu Maricica Marinela Marini Marinka Marioara Marjana Marjanca Marjani Marjeta Markéta Maroof
Martim Maruša Marwa Masar Massinissa Masume Mate Matea Matei Mateja Mateus Matevž Matic Matija Matjaž Matouš Matunda Matyáš Matěj
Maua Mavuno Maynur Mazlum Maşide Maša Mecide Mecit Meera Mefarettin Mefharet Megha Meghana Mehdiqulu Mehdiye Mehin Mehman Mehmed
Mehmetzahir Mehrigül Mekhala Melaha Meleknur Melihcan Melikkan Melûl Memili Menfeat Mengi Mengüç Menişan Merba Merdi Meriem Merim
Mertel Merva Meryeme Merzuk Mestur Mesude Metinkaya Metka Metod Meveddet Mevlüdiye Mevlüt Meyhanim Meyransa Mezide Meşhur Miha
Mihael Mihai Mihail Mihin Mihnea Mihrab Mihriye Mikayıl Mikuláš Milada Milay Miloslav Miloslava Miloš Miluše Minibe Minodora
Mioara Mirabela Miray Mirbadin Mircea Miron Mirona Miroslava Miruna Mishat Mislav Misra Misuli Mitali Mitesh Mitică Miyesser
Mizhir Mkarkara Modupe Mofifoluwa Mohamedi Mohand Mohini Mojca Mojisola Mojisoluwa Mojmír Monalisa Monis Moradeke Morayo Morenike
Morolake Mosinmileoluwa Mosunmola Motunrayo Mouloud Mounir Mourad Mourib Moussa Moyosore Mrihani Muarra Mucahit Mufide Mugdha
Mugur Mugurel Muhallil Muhammet Muhazzim Muhima Muhip Muhiye Muhyettin Mujde Mukbile Muktedir Mulele Murad Muratcan Musafet
Musaffa Musila Mutasım Mutluhan Muvaffak Muvahhide Muxtar Muzdahir Muzhir Mwamini Mwasaa Mwezi Márcio Mária Mário Möhsim Mübariz
Mübetcel Mücellib Mücevher Müferrih Müfit Müjde Mükramin Mükrüme Mülayim Mülâyim Mümtaz Mümtaze Münezzer Münif Müret Mürit Müsemma
Müslum Müslüm Müveddet Müzekker Müğber Müşkünaz Müşüre Mădălin Mădălina Mălina Mărioara Măriuca Naadir Naail Naajy Naasih Naasir
Naathim Naazhim Nabeeh Nabeel Nabhan Nabigh Nabih Nabil Nacer Nachiket Nadeem Nades Nadhir Nadim Nadir Nadr Naděžda Naeem Nafasat
Nafees Nafesa Nafii Nafile Nafis Naiara Naib Naide Nail Nair Najair Najam Najeeb Najuma Naki Nakif Nakip Naksh Nakul Nalân Namiq
Nandini Narcis Narhanim Narimane Narıngül Nashipie Nasiba Nasiru Nasra Nassim Nastja Nasuf Nataša Natella Nathari Natiq Natálie
Naveen Nawal Nayfa Nayil Nazende Nazi Nazim Nazimet Nazir Nazlihan Nazlim Nazlı Nazıdil Nağı Nebih Nebiha Necdat Nechifor Necilal
Necmettin Necva Nedjma Neel Neelima Nefaret Nefiye Neha Nehip Neja Nejc Nejdet Nelah Nelu Neptün Neriban Nerim Nesfe Nesip
Neslinur Nesrine Netra Neval Nevgin Nevise Nevsal Nevsale Neyran Nezengül Nezihi Nezize Neşrin Neža Ngamia Ngeni Ngozi Niara Nicat
Nichifor Nicoară Nicodim Nicolae Nicolaie Nicoleta Nicu Niculina Nidhi Nidra Nigar Nigesa Nihad Nihai Nihal Nihan Niharika Nikol
Nikša Nilcan Nili Nilima Nimrat Ninioluwa Nirgül Nirja Nisha Nitara Nitesh Niyaz Niyazi Niyilolawa Niğmet Njozi Nkiruka Nnamdi
Nneka Noman Nonso Norica Novruz Ntimi Nuhu Nula Nura Nural Nurbanu Nurcan Nurda Nurdeniz Nuretdin Nurey Nurgil Nurhayet Nuriat
Nuriyet Nurkan Nurlan Nurlana Nurmelek Nurseda Nurser Nursim Nurtaç Nuru Nurulla Nurullah Nurveren Nurşan Nuyan Nuša Nwabudike
Nyasi Nyoka Nyoni Nyota Nyuki Nádia Núria Nübar Nüdret Nürice Oana Obaid Obianuju Obinna Octav Octavian Octaviana Octaviu Odika
Odkanlı Oeshi Ofeliya Oganer Ogechi Ogooluwa Oguş Ojas Ojasvi Okanay Okbay Okechukwu Okgüçlü Okseven Oktüremiş Okyalaz Oladare
Oladimeji Olajumoke Olakunle Olanrewaju Olansile Olasunmbo Olca Oldağ Oldřich Olimpian Olimpiu Oliviu Ololade Oluchi Olufunke
Olufunmilayo Olumorotimi Oluwafemi Oluwagbemiga Oluwakemi Oluwamumibori Oluwamuyiwa Oluwasanmi Oluwasegun Oluwole Oluş Omaca Omair
Omaja Omeir Omisha Omkaar Omobobola Omobolanle Omodunni Omolabake Omolara Omosalewa Omotara Omotayo Omotola Omotoun Omowumi Omran
Omya Onat Ondřej Ongay Onkar Onuker Onurcan Onursu Onveer Onyinye Opwonya Oqtay Oranlı Orduxan Oreofe Orgün Orinder Ortak Ortansa
Oruç Orxan Orçin Osama Osha Osogo Ossama Osunleke Otakar Otay Otýlie Ouanes Oussama Ovidiu Oviya Owais Oyenike Oyindasola Oymak
Ozana Ozansü Ozioma Oğulbaş Oğurata Oğuzman Pahal Paker Paksu Pallavi Pambe Pamfil Panagachie Panait Panini Panya Paraschiva Parsa
Parth Parvez Paskalia Patience Patricie Patricija Paulica Pavani Pavao Pavla Pavlína Paye Paşa Peace Pehlil Pekkan Pelaji Pembesin
Peren Perinur Permun Pervaiz Pesent Petre Petrică Petronela Petru Pirahmet Piran Polad Polona Polonca Pompilia Pompiliu Pooja
Popobawa Pranav Praneel Pranit Pratyush Prisha Priya Profira Pumbaa Pushti Pünhan Pürçek Pătru Přemysl Qaadir Qaasim Qabeel Qabil
Qadar Qadeer Qadi Qadim Qadir Qahtan Qaim Qais Qalib Qamar Qani Qanit Qaratel Qareeb Qarin Qaseem Qasid Qasif Qasim Qasım Qatadah
Qawee Qays Qiyas Qoşqar Quadir Qudamah Quddoos Qudoos Quincy Qulam Qulu Qumru Qurban Qusay Qushi Qutaybah Qutb Qutub Raaghib
Raagini Raahil Raakin Raamis Raamiz Raashid Raatib Rabah Rabar Rabb Rabbaanee Rabbani Rabbiye Rabee Rabi Rabiah Rabih Rabit Racha
Rachana Rachit Rachita Rada Radek Radeke Radha Radhee Radhika Radi Radim Radka Rado Radomír Radoslav Radovan Radu Raed Raees Rafan
Rafay Rafee Rafeek Rafeeq Rafi Rafia Rafih Rafila Rafiq Raghav Ragheb Raghib Rahat Raheel Raheem Rahiye Rahmet Raid Rajata
Rajeshri Rajko Rakide Raksha Raluca Ramid Ramil Ramzi Ranbir Ranveer Rashidi Rasim Rasul Rayaan Rayla Razi Razı Rebeka Rebihat
Recepali Refet Refik Rehaan Rehime Relu Remazan Remus Rengül Renáta Reshoni Resulcan Reva Revza Reyansh Reyhan Rezin Rezzak Riad
Rica Rida Ridhi Risalet Risasi Rishi Riya Riyad Rizvan Robertina Rochdi Rodica Rohaan Rohat Rojnu Roko Romulus Ronith Ronke
Rostislav Roxelana Roza Rozalija Rubani Rudra Ruhide Ruhiu Ruhsat Ruhugül Rumeysa Rungo Ruqayya Rushil Ruslan Rusul Ruwaihim
Ruxanda Ruxandra Ruža Ružica Ryma Röya Röyal Rúben Rübeyda Rüknettin Rümeysa Rüşen Răducu Răzvan Rıfkıye Růžena Saabir Saad Saadat
Saadiq Saafir Saahir Saaiq Saajid Saal Saalih Saalim Saanvi Saaqib Saariyah Saba Sabah Sabahat Sabari Sabbir Sabeeh Sabih Sabihe
Sabil Sabin Sabiq Sabir Saboor Sabur Saburah Sabır Sachi Sadaka Sadan Sadao Sadaqat Sadat Sadeed Sadeti Sadiki Sadiq Sadittin
Sadiye Sadıq Safari Safia Safinaz Safiri Safiya Safta Safura Sahil Sahir Saim Sair Sairah Saire Sakip Saksham Salah Salami Salim
Salima Salimet Salkın Salomea Salurbay Samahat Samaksh Samama Samar Samarth Samesh Samo Samurtay Samweli Samy Sanavber Sanaya
Sancak Sanda Sandi Sandu Sani Sanur Sanya Sançar Saood Sarabi Sarafina Sargın Sarpkın Sarthak Sarvan Sarya Sarıcabay Sathvik
Satrettin Satıa Saumya Sauti Sava Savak Saveta Savina Savni Sayalı Saydam Saygın Sayin Sayrak Sayın Saçı Sağcan Sağıt Saša Sašo
Sebastijan Sebastião Sebastjan Sebattin Sebigül Seblâ Seda Sedife Sefer Segilola Seha Sehel Seif Sejda Selaheddin Selatin Selcan
Selcen Seler Selime Selmin Selvi Selâtin Selçuk Semat Semender Semenica Semine Semrin Sencar Seniha Seracettin Serda Serezli
Serfinaz Sergiu Serhatmehmet Serine Serma Sernur Serol Servinaz Sevcan Sevdi Sevdinar Sever Severina Sevgen Sevginur Sevican Sevil
Sevinc Sevindik Sevla Sevsevil Seydo Seye Seyfulla Seyfullah Seyhan Seyithan Seymur Seyran Seyyide Sezal Sezen Sezginbaş Seçgül
Seçme Shamsuddeen Shani Shaurya Shawana Shehu Shekoni Shida Shivani Shivansh Shravya Sidar Siddharth Sidki Sidonia Sifa Sijuade
Siku Silanur Silvian Silviana Silvie Silviu Silvo Sima Simber Simi Similoluwa Simina Simion Simisola Simten Simão Sinică Siniša
Siper Sirac Sirap Siti Sittik Siya Skolastika Slavka Slavomír Slavěna Smaranda Sneha Snježana Sofiane Solma Solmaz Somadina
Somtochukwu Sona Sonad Songurkan Sonnur Soraia Sorana Sorin Sorina Souad Soufiane Souma Soumia Sowande Soydaner Soykan Soykut
Soyselçuk Soňa Srečko Stana Stanca Stancu Stanislava Stanka Stanko Stela Stelian Steliana Stojan Suat Subomi Subutiye Sudi
Sudiksha Suhani Sulhi Sultane Sumayya Sunay Sunel Sungara Suphi Susam Suğra Svatopluk Svatoslav Světlana Swala Sára Sânziana
Sökmen Söyler Sözer Sübhan Sücaettin Süha Süheyda Süleyla Sümerya Sümeyye Süner Süsen Süvari Süzer Sıla Sırriye Sıylıhan Taahaa
Taahir Taaj Taalib Taamir Taanish Taariq Taban Tabassum Tabish Taciddin Tade Tadeen Tadej Tadeja Tadeáš Tafazal Tagangül Taha
Tahawwur Taheem Tahmaseb Tahmeed Tahmid Tahoor Tahseen Taial Taimur Taisir Taja Tajammal Tajammul Tajudinn Takatifu Talal Talayer
Talha Talhah Tali Talib Talibe Talıb Tamam Tamanna Tamaydın Tamaşa Tambika Tamilla Tamu Tanak Tanay Tanbay Tandoğdu Tangül Tanhan
Tanimu Tanish Tanmayi Tanpınar Tanses Tansev Tansığ Tanveer Tanvi Tanyolaç Tanyu Tanır Tarak Tarancı Tarfaan Tariyel Tartış Tasvir
Tatu Tawkeel Tayaydın Taygan Taylak Tayyibe Tayyip Taçnur Taşar Taşkan Teber Tecimer Teea Teerth Teja Tejas Tekbay Tekecan Tekiner
Teknaz Teksoy Telim Telman Temidayo Temime Temirhan Temizkal Temuçin Tenvir Teodosia Teofil Teohari Teona Tercan Tereza Terezija
Terlan Tevs Teybet Teymur Teymuraz Teymurçin Tezcan Tezol Thabiti Thinhinane Tiberia Tiberiu Ticen Tilen Timotei Timotej Timurtaş
Tinca Tirdad Tisa Tishk Titilayo Titus Tiğin Tjaša Todor Tofiq Toker Toki Toktuğ Tokunbo Toköz Tolonbay Tolulope Toluwanimi Toma
Tomaž Tomo Tomori Tomris Tomurcuk Tomáš Tomé Tonguç Topuz Torhan Tovuz Toğan Toğrul Traian Tripti Triveni Triya Tudor Tudora
Tudosia Tuere Tufani Tukufu Tule Tulun Tunahan Tunar Tunguç Tunçboğa Tunçkılıç Turabi Tural Turan Turcein Turgut Turvi Turxan
Tutkucan Tutkun Tutu Tuyuğ Tuğcan Tuğrulhan Tuğtaş Tuğçe Törel Tükelalp Tülin Tümer Tümkurt Türabi Türcan Türkalp Türkmen Türknur
Tüzeer Tüzenur Tınal Ubaadah Ubadah Ubaid Ubaidah Ubay Ubayd Ubaydullah Ubika Ucchal Uche Uchenna Udant Udarsh Udeera Udyati
Ufukay Uhban Ujamaa Ujunwa Ulakbey Ulduz Ulfat Uludağ Uluman Ulutay Uluğbey Umaarah Umair Umande Umang Umar Ummahani Umman Umoja
Umutcan Umuşan Unnati Upadhriti Upasna Upkaar Upma Uraltay Urfan Urhan Urishilla Urmi Uroš Urrab Urvashi Urvi Urša Urška Ushan
Ushindi Usiku Usman Utkarsh Utkucan Uyanser Uygun Uzbay Uzima Uzsoy Uçan Uçbeyi Uğan Uğur Uğurkan Uğurtan Vacibe Vafir Vahar Vahid
Vahittin Vaishnavi Valeh Valentim Valerija Valeriu Vamakshi Vanda Vansha Vanya Varenya Vargın Varlık Varsha Varvara Vasana
Vasatika Vasif Vasile Vasilica Vasilică Vasudha Vasyl Vaysal Vazeh Vecide Veda Vedant Vedat Vedhika Vedika Vedran Veer Vefia Veis
Velitdin Vendula Venera Veniamin Verde Verim Veta Vezat Vezrife Victória Vida Vidadi Vidhi Vihaan Viktorie Vildane Viljem Vilém
Vinaya Vincenc Viorel Viorela Viorica Viraj Visarion Vitória Vivaan Vjekoslav Vlad Vladimír Vladimíra Vladislav Vlaicu Vlasta
Vlastimil Vlădelina Voicu Vojtěch Vratislav Vrinda Vrishti Vritti Vurğun Vyanjana Václav Vâlâ Vítor Vítězslav Vüqar Vüsal Věra
Waahid Waail Waajid Waceera Wadee Wadi Wadood Wafa Wafae Wafeeq Wafi Wafiq Wahab Wahb Wahban Waheed Wahhaab Wahhaaj Waida Wakeeta
Walid Wamwema Warda Warhi Waridi Warinder Warjas Waseme Wassim Watika Wazir Widisha Wilson Wishi Wriddhish Wridesh Wuraola Xalak
Xalid Xaliq Xamis Xankişi Xanlar Xanım Xiti Xobeen Xosrov Xudaverdi Xudayar Xudu Xumar Yaaseen Yachana Yacine Yadavi Yadid Yadigar
Yafi Yafir Yaghnam Yagnesh Yahia Yahvi Yahya Yahyaa Yahşi Yahşikan Yakobo Yalazabay Yalgın Yaltırak Yalçın Yalın Yaman Yamar
Yameen Yamin Yamini Yankı Yaqeen Yaqoot Yaqub Yargı Yasaar Yasan Yaseen Yasemen Yash Yashasvi Yashawini Yashem Yashica Yashoda
Yashodhara Yashvi Yasinta Yasir Yasser Yasti Yatan Yathrib Yatin Yauvani Yavuz Yawar Yawer Yayak Yazan Yazeed Yazganalp Yazgül
Yağın Yağızkurt Yaşar Yaşattin Yejide Yekbun Yekda Yelesen Yeneral Yepelek Yeraz Yergha Yertan Yesoob Yetişal Yetunde Yewande
Yeşil Yigit Yochana Yohana Yohane Yolal Yoruç Yoshita Yosma Youba Youcef Yousra Yunis Yunt Yurdanur Yurdaser Yureed Yurtgüven
Yurtseven Yurttaş Yusif Yutika Yuvraj Yönetmen Yücel Yücelen Yümun Yıldır Yıldız Yılma Zaafir Zaahid Zaahir Zaakir Zabir Zackariya
Zaeem Zafar Zafeer Zafir Zafrul Zahaar Zaharia Zaheer Zahfer Zahi Zahid Zahir Zahnya Zahri Zahrun Zahur Zaib Zaid Zainab Zaitra
Zaituni Zakir Zaliha Zaman Zamfir Zamfira Zamin Zamiq Zamir Zansi Zarar Zaraza Zarna Zashil Zauqi Zaur Zaweel Zayan Zayyan Zayyir
Zbyněk Zdenko Zdeněk Zdeňka Zdislava Zebirce Zehaan Zehranur Zekayi Zelha Zemfira Zemzem Zende Zennun Zenobia Zenovia Zerafet
Zerdad Zeride Zevlüde Zewad Zeynal Zeynelabidin Zeyno Zeynulla Ziba Zihni Zikmund Zilfa Zilmil Zimran Zina Zinal Zineb Zinnure
Ziya Ziyaettin Zofija Zoral Zorka Zuba Zubeyde Zuhri Zumaridi Zuwayhir Zuwena Zvonka Zvonko Zwatie Zöhrehan Züfer Züheyla Zülbiye
Züleyxa Zülfüye Zülgarni Zümre Zümrüd Âdem Âlemşah Ângela Ângelo Çakar Çakırca Çaltı Çalım Çamok Çapkan Çavuldur Çağa Çağdan
Çağlar Çağlasın Çağveren Çelem Çelikkan Çelikyürek Çerçi Çetinsu Çeviköz Çevregül Çilga Çimnaz Çinerk Çingiz Çisem Çokan Çolpan
Çopur Çoğay Çıdal Çıvgın Érica Ëakumbu Íris Ökkaş Öktürk Ömriye Ömür Öncel Önel Öngen Önsal Örfiye Örik Öryürek Över Övün Özakan
Özalpsan Özaslan Özay Özbay Özbilek Özbilge Özdal Özdeş Özdil Özdoğdu Özel Özerdinç Özertem Özge Özger Özgün Özgür Özinal Özkent
Özkutlu Özlü Özokçu Özpetek Özpınar Özsözlü Öztek Öztürk Özyurt Özçam Özüdoğru Öğet Übeydullah Ülfet Ülke Ülküdeş Ülküm Ülvi Ümid
Ümmahan Ümmet Ümmühan Ümray Ünal Ünek Ünlen Ünsever Ünübol Ürfettin Ürper Üsame Üstün Üzer Üzeyir Üçgül Đuro Đurđica Ğanim İbiş
İbrahim İdiris İhsan İkiz İklim İlalmış İlbek İldem İldeş İlgi İlham İlim İlkbahar İlkim İlkin İlklima İlmafer İlper İlqar İlsu
İlteriş İlyas İmam İmge İmran İmren İmrihan İnançlı İncifir İnqilab İnsaf İntihap İntiqam İntizar İrfan İsak İslam İslime İsmayıl
İsmet İsra İsrafil İvecen İxtiyar İyiyürek İzel İzgü İçimbike İşcan Şaban Şabettin Şadıman Şafii Şahat Şahdiye Şahinbey Şahinder
Şahlar Şahmar Şahmettin Şahnaz Şahnuray Şahıgül Şakir Şali Şamiha Şamil Şamxal Şanlı Şavki Şayan Şazime Şefi Şefiye Şehamet
Şehreban Şehza Şekim Şelâle Şemsettin Şemsinisa Şendoğan Şenkal Şennur Şerafeddin Şeref Şerman Şevket Şevketfeza Şeyda Şide Şilan
Şinasi Şirin Şirivan Şirzad Şuayp Şöhret Şükri Şüküfe Şükür Şıxı Šime Šimon Špela Štefan Štefanija Štefica Štefka Štěpán Štěpánka
Šárka Žaneta Željka Željko Žiga Živa Žofie
"""
