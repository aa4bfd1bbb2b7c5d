"""Family names of the countries that people came from: Turkey, South Asia, Africa, Vietnam, Romania, Slovenia, Portugal.

Drawn from the locale data of Faker (MIT licence, copyright 2012 Daniele Faraglia and contributors; see docs/licences.md).
"""

from typing import Final

NAMES: Final = """
Aaaqil Aabid Aadam Aadil Aalam Aamil Aamir Aamirah Aanei Aarif Aariz Aasif Aasim Aatiq Aazim Abaan Ababei Abada Abbad Abbassi
Abbes Abdelaziz Abdellaoui Abdelli Abdou Abdullahi Abed Abid Abiola Abou Abouda Aboukir Abreu Abubakar Abwao Acharya Achour
Achouri Adamu Adan Adda Adebisi Adegbite Adegoke Adekunle Adelakun Adeleke Adelusi Ademiluyi Aderibigbe Aderogba Adesiyan
Adetokunbo Adeyemi Adeyemo Adisa Afolabi Afolayan Afonja Agarwal Agate Aggarwal Agrawal Ahluwalia Ahuja Aissani Aissaoui Ajao
Ajayi Ajewole Akar Akdeniz Akgündüz Akinrinola Akinwale Akinyi Aksu Akça Akçay Alabi Albu Alemdar Allal Allali Almeida Aloba Amara
Amaral Amari Amble Ameur Ammari Amorim Amrane Amrani Amri Amrouche Anand Andra Anjos Anne Antunes Anyango Anyanwu Apte Arab Araújo
Ardelean Aribi Arora Arslan Arsoy Arya Aryan Aslan Assunção Atieno Attia Atwal Auma Auraq Aurora Awadil Awamil Awani Awj Awmar
Awodiran Awolowo Ayaan Ayad Ayadi Ayamin Ayandokun Ayoola Ayyubi Azban Azevedo Azizi Azzouz Baaqir Baaree Baashir Baasim Baasit
Babar Babtunde Babu Bacha Badal Badami Baghdadi Baharia Bahl Bahloul Bahri Bail Bains Bajaj Bajc Bajwa Bakare Bakhouche Bakhti
Bakshi Bal Bala Balakrishnan Balan Balasubramanian Balay Baleegh Bali Balogun Bambad Bamidele Bamiloye Bandi Banerjee Banik Bansal
Bappa Baptista Barad Baral Barasa Barbosa Barbu Baria Barman Barraq Barros Basaam Basak Baseer Bashaar Bashaarat Basheerah Bassi
Basu Batal Bath Batista Batool Batra Batta Bava Bawa Bedi Behl Belaid Belaidi Belarbi Belbachir Belhadj Belkacem Belkacemi Belkadi
Belkheir Belkhiri Ben Benabdellah Benahmed Benaicha Benaissa Benali Benamar Benamara Benameur Benaouda Bencheikh Benmoussa Bensaid
Bensalah Bensalem Benslimane Benyahia Benyamina Benyoucef Benziane Bera Bergant Berkane Berkani Bettahar Bevc Bey Bezjak Bhagat
Bhakta Bhalla Bhandari Bhardwaj Bhargava Bhasin Bhat Bhatia Bhatnagar Bhatt Bhattacharyya Bhatti Bhavsar Bilaal Bilge Bilgin Bilir
Bir Biswas Bizhan Bizjak Blatnik Boase Bobal Bora Borah Borde Borges Borra Bose Bouabdellah Bouafia Boualem Bouali Bouaziz
Boubekeur Boucetta Bouchama Bouchareb Boudiaf Boudjemaa Boudraa Bouguerra Boukhalfa Boukhari Boukhatem Boumaza Boumediene Bounab
Boussaid Boutaleb Bouziane Bouzid Bouzidi Brahimi Brahmbhatt Brahmi Branco Brar Bregar Breznik Brito Buch Buhari Bukovec Bumb
Buraid Butala Bùi Cardoso Carneiro Carvalho Cerar Chabane Chacko Chad Chada Chadha Chahal Chaib Chakrabarti Chakraborty Chana
Chand Chanda Chander Chandra Chandran Chaoui Charef Chatterjee Chaudhari Chaudhary Chaudhry Chaudhuri Chaudry Chauhan Chawla
Cheema Cheikh Chellaoua Chergui Cherian Cheriet Cherif Cherifi Chhabra Chibani Chikh Chokshi Chopra Choudhary Choudhry Choudhury
Chowdhury Chukwu Coelho Comar Contractor Correia Cristea Cunha Cvetko Daamin Dabir Dada Dahmane Dahmani Dakhil Dalal Damurah Dani
Danjuma Daoud Daoudi Dar Dara Darain Dasgupta Dash Dass Datta Dave Dawud Dayal Debeljak Demir Demirel Demšar Deo Deol Derbal
Derkaoui Derouiche Derradji Desai Deshmukh Deshpande Devan Devi Dewan Dey Dhadho Dhaliwal Dhar Dhawan Dhillon Dhingra Diaconu Diaf
Dib Dif Dima Dinu Divan Dixit Djebbar Djellal Djellouli Djoudi Dobre Dochioiu Dolenc Dolinar Dolinšek Domingues Dora Doshi Dua
Dube Dubey Dugal Dugar Dumanlı Durdu Durmuş Dutt Dutta Dyal Edun Edwin Eftimie Ehsaas Ejlaal Ekwueme Ene Eraslan Erdoğan Ergül
Erjavec Ertaş Eržen Esfandyar Eshan Esteves Eze Ezeugo Fadipe Fagunwa Faizan Fajimi Falabi Faleti Faloye Fares Faria Fasasi Fazli
Fellah Ferhat Fidvi Figueiredo Filali Florea Fonseca Fras Freitas Fuli Furlan Fırat Gaba Gacem Gala Gandhi Ganesan Ganesh Ganguly
Gara Garba Garde Garg Gasmi Gaspar Gera Ghafoor Ghanee Ghannam Gharbi Ghasaan Ghauth Ghayoor Ghazi Ghazzal Gheorghiu Gherbi Ghose
Ghosh Ghunayn Ghutayf Goda Godec Goel Gohar Gokhale Gola Gole Golla Golob Gomboc Gonçalves Gopal Gorenc Gorjup Goswami Gour Goyal
Grewal Grover Guendouz Guerfi Guerreiro Guessoum Guha Gulati Gulfam Gulshan Gupta Gül Gülen Güçlü Hachemi Haddad Haddouche Hadjadj
Hadji Halder Hamadi Hamadouche Hamdani Hamdi Hamidi Hamlaoui Hammadi Hamoudi Hamza Hamzaoui Handa Hans Hançer Hari Hassani Hayer
Hayre Hegde Henni Henriques Hocine Hora Horvat Houari Hozjan Hoàng Hočevar Hribar Hribernik Hrovat Huzaifa Ibikunle Ibraaheem
Idris Iftikhaar Ihab Ihejirika Ihsaan Ihtiram Ijli Ikhlef Ilan Ilori Ilupeju Iroha Isah Issac Iwu Iyanda Iyengar Iyer Jaabir Jabir
Jabr Jad Jaggi Jahdami Jahdari Jain Jaiyeola Jalaal Jalil Jamaal Jameel Jamnik Jani Jarc Javornik Jayaraman Jelen Jenko Jereb
Jerman Jesus Jha Jhaveri Jibril Johal Joshi Jug Juma Kaamil Kabeer Kabir Kachela Kaci Kadakia Kaddour Kaddouri Kadi Kadri Kahinu
Kakar Kalan Kale Kaleem Kaleema Kalita Kalla Kamal Kamau Kamdar Kamel Kamran Kanda Kannan Kant Kapadia Kapoor Kapur Kar Kara
Karaamat Karadeniz Karam Karan Kariuki Karnik Karpe Kasam Kashif Kashyap Kasim Kastelic Kata Kaysan Kebaili Kebir Keer Khaldi
Khaled Khalsa Khanna Khare Khatri Khelif Khelifa Khelifi Khelil Khosla Khurana Kibe Kibet Kimachu Kimani Kimutai Kipkemei Kipkirui
Kipkorir Kiplagat Kiprono Kipruto Kipsang Kiptoo Kitumaini Knez Kobal Kohli Kokalj Kokol Kolade Kolenc Konda Koren Korichi Korošec
Korpal Korutürk Kos Koshy Kosi Kosoko Kota Kothari Kotnik Kouidri Kovač Koya Kočevar Košir Koželj Krajnc Kramar Kramberger Kranjc
Krish Krishna Krishnamurthy Krishnan Krivec Kuhar Kulkarni Kumar Kumer Kunda Kurian Kuruvilla Kısakürek Labeeb Lad Lah Lahiah
Lahmar Laib Lajlaj Lakehal Lakhal Lakhdari Lal Lala Lall Lalla Lamri Lanka Laouar Larbi Laribi Lata Latif Latreche Lawal Layth
Lazar Leal Leban Lebar Leite Lesjak Leskovar Lešnik Likar Lima Limazah Liyaaqat Liyaqat Logar Loke Loucif Lounis Loureiro Lourenço
Loyal Luay Luqmaan Luqman Lut Lutf Luthra Maalik Maawiya Macedo Machado Mad Madan Madani Madhubuti Madi Madiyan Madu Magalhães
Magar Magombo Mahajan Mahal Maharaj Mahbeer Mahbub Maheen Mahfuj Mahfuz Mahi Mahmoud Mahmoudi Maia Maina Majcen Majd Majeed
Majumdar Makhlouf Makhloufi Makinde Makinwa Malek Malhotra Malki Mall Mallick Mammen Mand Manda Mandal Mander Mane Mangal Mangat
Mani Mannan Manole Mansour Mansouri Mansız Manço Maouche Marolt Maroof Mathenge Matias Matos Mazouz Mazouzi Maček Mebarki Mecheri
Meddah Medjahed Medved Meftah Melo Memon Mendes Menon Merabet Merah Merzoug Merzougui Mesbah Messaoudi Meziane Meziani Mihoubi
Miloudi Mimouni Minhas Mishra Misra Mital Mitra Mittal Mlakar Mlinar Mocanu Modi Mody Mohammedi Mohan Mohanty Mokadem Mokhtari
Mokrane Mokrani Monteiro Morais Morar Morawo Moreira Morsli Mostefaoui Mota Moulay Moura Mourib Moussa Moussaoui Mrak Msuya
Mukherjee Mukhopadhyay Mumbi Muni Munshi Murthy Murty Mustapha Mutai Muthoni Mutti Mwangi Naail Nabeel Nabih Nacer Nadeem Nadig
Nadkarni Naeem Nagar Nagarajan Nagi Nagy Naidu Naik Nail Naili Nair Najam Najeeb Nanda Naomi Narain Narang Narasimhan Narayan
Narayanan Narula Nascimento Nasri Natarajan Nath Nayak Nayar Nazareth Nazari Nedjar Nemec Neto Neves Nigam Ninalowo Nistor Njeri
Njoku Njoroge Nnamani Nogueira Nori Nouar Noui Nouri Nunes Nwachukwu Nwosu Oak Obama Obasanjo Obi Ochieng Odetola Odhiambo Odunsi
Ogbuehi Ogindan Oginni Ogulana Ogunbamigbe Ogunbiyi Ogunbo Ogunde Ogunleye Ogunwobi Ogunyeye Ojo Ojua Ojukwu Okafor Okeke Okonkwo
Okoro Olabode Oladipupo Olaiya Olasupo Olawale Oliveira Olowokeere Oloyede Olubode Olugbayila Olujimi Olukotun Olukunga Olusanya
Oluwagbemi Omair Omeir Omidina Omojola Omondi Omotoso Omran Onoh Onwuka Onyango Oommen Oparinde Oprea Oshin Oshodi Ossama
Osuntokun Otieno Otmani Ouali Ouchene Ouma Owais Owokoniran Owolabi Owoyemi Owuor Oyadiran Oyaifo Oyekan Oyeniyi Oyetoro Oyeyemi
Oyinlola Oza Padmanabhan Pai Paimo Paiva Pal Palan Pall Palla Panchal Pandey Pandit Pandya Pant Parekh Parikh Parmar Parmer Parsa
Pathak Patil Patla Pau Pavlin Peri Perko Petek Pečnik Pillai Pillay Pingle Pinheiro Pinho Pintar Pirc Pirnat Pogačnik Popa
Potočnik Prabhakar Prabhu Pradhan Prakash Prasad Prashad Preda Puri Purohit Qaasim Qabeel Qadar Qadeer Qahtan Qaim Qais Qaseem
Qasif Quadir Qusay Qutaybah Raaghib Raakin Raashid Raatib Rabah Rabar Rabb Rabbani Rabee Rabhi Rabia Rabiah Rachedi Radhakrishnan
Radi Raed Rafay Rafeek Rafi Raghavan Rahal Raheel Rahmani Rahmoune Rahmouni Rai Rais Raj Rajagopal Rajagopalan Rajan Rajh Raju Ram
Rama Ramachandran Ramakrishnan Raman Ramanathan Ramaswamy Ramdani Ramesh Ramšak Rana Randhawa Ranganathan Rao Rastogi Ratta Rattan
Ratti Rau Raval Ravel Ravi Reddy Rege Reis Resnik Rezig Rikke Rohaan Rout Rozman Rožman Rupnik Rus Rutar Saabir Saad Saadi Saafir
Saahir Saajid Saal Saalim Saaqib Saariyah Sabah Sabeeh Sabharwal Sabil Sabiq Sabir Saboor Sabri Sabur Saburah Sachar Sachdev
Sachdeva Saci Sadan Sadaqat Sadeed Sagar Saha Sahli Sahni Sahota Sahraoui Saidani Saidi Saini Sair Sakarya Salah Salako Salami
Salem Salhi Salvi Sama Sami Sampath Samra Sandal Sandhu Sane Sangha Sanghvi Sani Sankar Sankaran Sant Saoudi Saraf Saran Sarin
Sarkar Sarma Sarna Sarraf Sastry Sathe Savant Sawhney Saxena Sayah Sayyid Seddiki Sehgal Sekhon Selami Sem Sen Sengupta Senouci
Seshadri Seth Sethi Setty Sever Sezer Sezgin Shan Shankar Shanker Sharaf Sharma Shehu Shekoni Shenoy Shere Sheth Shetty Shroff
Shukla Sibal Sidhu Simba Simões Sinema Singhal Sinha Sitar Skok Slimani Smail Soares Sobowale Sodhi Solanki Soltani Som Soman Soni
Sood Soudani Souma Sousa Soyinka Soylu Sridhar Srinivas Srinivasan Srivastava Stan Stancu Stoica Stopar Subramaniam Subramanian
Suciu Sule Suleiman Sundaram Sunder Sura Suresh Suri Sušnik Swaminathan Swamy Taaj Taanish Tabacu Tabassum Tabet Tadeen Tafazal
Tahawwur Taheem Tahir Tahmaseb Tahraoui Tahri Taibi Tailor Taimur Taj Tajammul Tak Talal Talbi Taleb Talha Talhah Talib Talwar
Tamanna Tandon Taneja Tank Tara Tarhan Tata Tavares Tavčar Tawkeel Tella Thaker Thakkar Thakur Thaman Tiwari Toma Toor Toplak
Touati Touil Toumi Tratnik Tripathi Trivedi Tudor Tukur Turk Türk Ubaadah Ubadah Ubaid Ubaidah Ubay Ubayd Ubaydullah Uche Udeh
Uhban Umaarah Umair Umar Upadhyay Uppal Urrab Vahar Vaidya Vala Valente Varghese Varkey Varma Varty Varughese Vasa Vaz
Venkataraman Venkatesh Verma Vicente Vidic Vidmar Vieira Vig Virk Viswanathan Vodopivec Vohra Voinea Volk Vora Vyas Waahid Waajid
Wable Wadhwa Wadi Wadood Wafa Wafeeq Wafula Wagle Wahhaaj Wali Walia Walla Wambui Wanijiku Wanjala Wario Warrior Wason Waweru
Yadav Yadid Yafir Yaghnam Yahaya Yahi Yahia Yahiaoui Yahyaa Yaman Yar Yasir Yawer Yogi Yohannan Yorulmaz Yousfi Yudas Yusuf Yüksel
Yıldırım Yılmaz Zaafir Zaahid Zaahir Zaakir Zacharia Zachariah Zackariya Zafar Zafir Zafrul Zahaar Zaheer Zahri Zahrun Zahur Zaidi
Zajc Zakrajšek Zalokar Zaoui Zarar Zayyir Zengin Zeroual Zerrouki Ziane Ziani Zidane Zitouni Zorko Zorlu Zorman Zouaoui Zubairu
Zupan Zupanc Zuwayhir Zver Çetin Çorlu Öcalan Ülker Čeh Černe Čuk İnönü Şafak Şama Şener Şensoy Šinkovec Šmid Štrukelj Šuštar
Žagar Železnik Žibert Žižek
"""
