"""Given names of Europe, second half of the alphabet.

Drawn from the locale data of Faker (MIT licence, copyright 2012 Daniele Faraglia and contributors; see docs/licences.md).
"""

from typing import Final

NAMES: Final = """
Jussi Justas Justin Justina Justinas Justine Justus Justyna Jusuf Jutta Juul Juulia Juuso Jyrki Jytte Jérôme Józef Jörg Jörg-Peter
Jörgen Jörn Jørgen Jürg Jürgen Jüri Jānis Jāzeps Jēkabs Jēkaubs Jędrzej Jūla Jūle Jūlija Jūlijs Kaan Kaarina Kaarlo Kaat Kacper
Kadri Kai Kai-Uwe Kaija Kaisa Kaitlin Kaitlyn Kaj Kaja Kajetan Kajsa Kajus Kalervo Kalevi Kalina Kalle Kaltrina Kamiel Kamil Kamila
Kane Kara Karel Karen Kari Karim Karima Karin Karina Karine Karl Karl-August Karl-Dieter Karl-Erik Karl-Ernst Karl-Friedrich
Karl-Georg Karl-Hans Karl-Heinrich Karl-Heinz Karl-Hermann Karl-Josef Karl-Jürgen Karl-Ludwig Karl-Otto Karl-Peter Karl-Werner
Karl-Wilhelm Karla Karley Karlfried Karlheinz Karlijn Karlo Karlīna Karol Karola Karolien Karoliina Karolin Karolina Karoline
Karolis Karsten Kasimir Kaspar Kaspars Kasper Kastriot Kata Katalin Katariina Katarina Katarzyna Katarīna Katcha Kate Katelijne
Katelyn Katerina Katharina Katharine Katherina Katherine Kathi Kathleen Kathrin Kathryn Kathy Kati Katia Katie Katie-Louise Katja
Katleen Kato Katri Katrien Katriina Katrijn Katrin Katrina Katrine Katrīna Katty Katy Kauko Kay Kay-Uwe Kayla Kaylee Kayleigh Kazim
Kazimierz Kealan Keano Keelan Keely Keeva Keijo Keith Keld Kelli Kellie Kelly Kelly-Anne Kelly-Marie Kelsey Kelvin Kemal Ken Kenan
Kendra Kenn Kennet Kenneth Kenny Kent Kenth Keri Kerim Kerri Kerrie Kerry Kerstin Kerttu Kevin Khadija Khaled Khalid Kian Kiara Kick
Kiera Kieran Kike Kiki Kilian Killian Kim Kimberley Kimberly Kimmo Kipras Kira Kirby Kirk Kirsi Kirsten Kirsti Kirstie Kirstin
Kirstine Kirsty Kjeld Kjell Kjersti Kjetil Klaas Klara Klas Klaudia Klaus Klaus-Dieter Klaus-Günter Klaus-Jürgen Klaus-Michael
Klaus-Peter Klaus-Ulrich Klaus-Werner Klavs Klemens Klothilde Kläre Knud Knut Kobe Koen Koenraad Konrad Konradus Konstantin
Konstantinos Konstanty Konstanze Korbinian Kordula Kori Korinna Kornel Kornelia Kornelija Kornelius Kotryna Kreszentia Kreszenz
Kriemhild Kris Krista Kristaps Kristel Kristen Krister Kristers Kristi Kristiaan Kristian Kristiane Kristie Kristien Kristiina
Kristijan Kristin Kristina Kristine Kristiāna Kristjan Kristof Kristofer Kristoffer Kristopher Krists Kristupas Kristy Krišjānis
Krišs Krystal Krystian Krystyna Krzysztof Ksawery Kujtim Kullervo Kumar Kunibert Kunigunda Kunigunde Kuno Kurt Kurtis Kushtrim
Kustaa Kyan Kyano Kyara Kyle Kylie Kyllikki Kyra Käte Käthe Käthi Kåre Kārlis Kęstutis Labinot Lacey Ladina Ladislaus Laetitia Lage
Laila Laimonis Lalo Lambert Lamberto Lana Lance Lander Lando Laoise Lara Lara-Sophie Larissa Larry Lars Lars-Erik Lars-Göran
Lars-Olof Lars-Åke Lasse Lassi Laszlo Latasha Latoya Laura Laure Laureano Laureen Lauren Laurence Laurens Laurent Laurenz Lauretta
Lauri Lauriane Laurie Laurin Lauris Laurita Laurits Laurynas Laus Laust Lavinia Lavīze Lawrence Layla Lazar Lazzaro Lea Lea-Sophie
Leah Lean Leana Leander Leandra Leandro Leanne Leano Leart Ledion Lee Leen Leena Leevi Leia Leif Leigh Leila Leire Lejla Lena Lene
Leni Lenn Lennard Lennart Lennarth Lennert Lenny Leo Leocadia Leocadio Leokadia Leon Leona Leonard Leonardo Leoncio Leone Leonel
Leonhard Leoni Leonid Leonie Leonor Leonora Leonore Leons Leontina Leontīne Leopold Leopoldine Leopoldo Leroy Lesley Leslie Leszek
Leticia Leticija Letizia Levi Levin Lewis Lex Leyla Leyre León Lia Liam Lian Liana Liane Lias Liberto Licia Lidia Lidija Lidwina
Lieke Lien Liene Liepa Lies Liesa Liesbet Liesbeth Lieschen Liesel Lieselot Lieselotte Lieve Lieven Lieze Ligia Ligita Liisa Lili
Lilia Lilian Liliana Liliane Lilija Lilita Lilja Lilla Lillemor Lilli Lilly Lilo Lily Lina Linas Linda Linde Lindita Lindsay Lindsey
Line Linn Linnea Linnéa Lino Linus Lio Lioba Lionel Liridon Liridona Lirim Lisa Lisa-Marie Lisandro Lisanne Lisbet Lisbeth Lise
Lise-Lott Lise-Lotte Liselott Liselotte Lisette Lissi Lissy Liv Liva Live Livia Livio Liwia Liz Liza Lize Lizete Lizz Lizzy Ljiljana
Ljubica Ljubisa Ljubov Ljudmila Lloyd Lo Lode Lodewijk Lodovico Loek Loes Logan Loida Lois Loke Lola Lolita Lona Lone Loni Lonnie
Lope Lora Lorcan Lore Loredana Lorena Lorenz Lorenza Lorenzo Loreto Loretta Lori Lorik Lorin Loris Lorna Lorraine Lot Lothar Lotta
Lotte Lotti Lou Loui Louie Louis Louisa Louise Lourdes Lova Love Lovis Lovisa Lowe Lowie Loïc Loïs Luan Luana Luc Luca Lucas Luce
Lucette Luchino Lucho Lucia Luciana Luciano Lucie Lucien Lucienne Lucila Lucinda Lucio Lucrezia Lucy Lucía Ludger Ludivine Ludmila
Ludmilla Ludo Ludovic Ludovica Ludovico Ludovicus Ludvig Ludwig Ludwina Luigi Luigia Luigina Luis Luisa Luise Luisina Luitgard Luka
Lukas Lukasz Luke Luljeta Lulzim Luna Lupe Lupita Lutgarde Lutgardis Lutgart Lutz Luuk Luz Luzia Luzie Luzius Luís Lya Lydia Lydie
Lykke Lynda Lyndon Lyndsay Lyndsey Lynn Lynne Lynsey László Lázaro Lærke Léa Léane Léna Léon Léonie Lėja Lība Līga Līna Līza Lūcija
Maaike Maaria Maarit Maarten Maartje Macarena Macaria Macario Macauley Maciej Mackenzie Macs Madara Maddalena Made Madeleine
Madelene Madelief Madeline Madison Madlen Mads Mael Maeva Maeve Magali Magarete Magda Magdalena Magdalene Maggie Magne Magnhild
Magnus Magret Magrit Mahdi Mahmoud Mahmut Maida Maie Maija Maik Maike Maiken Maire Mairead Mairtin Maite Maj Maj-Britt Maj-Lis Maja
Majken Majvor Makayla Maks Maksim Maksymilian Malachy Malcolm Malea Malena Malene Malgorzata Malik Malika Malin Malle Mallory Malou
Malte Malthe Malva Malwina Mamen Mandy Manfred Manja Manola Manolo Manon Mantas Mantė Manu Manuel Manuela Manuelita Manus Mar Mara
Marc Marcantonio Marcel Marcela Marcelina Marcelino Marcella Marcelle Marcello Marcelo Marcia Marcial Marciano Marcin Marcio Marco
Marcos Marcus Mare Mareen Mareike Mareile Marek Mareks Maren Marga Margaret Margareta Margarete Margaretha Margarethe Margarida
Margarita Margaritha Margaud Margaux Margherita Margit Margita Margitta Margo Margot Margret Margreth Margrethe Margrieta Margrit
Margrith Marguerite Margus Mari Maria Maria-Luise Maria-Theresia Mariah Mariam Marian Mariana Marianela Mariangela Mariann Marianna
Marianne Mariano Maribel Marica Maricela Maricruz Marie Marie-Christine Marie-Claire Marie-Claude Marie-France Marie-Jeanne
Marie-José Marie-Laure Marie-Louise Marie-Luise Marie-Rose Marie-Sophie Marie-Theres Marie-Therese Marie-Thérèse Mariechen Marieke
Mariele Mariella Marielle Marieluise Marietta Mariette Marija Marijan Marijana Marijke Marijn Marika Marilena Marilyn Marin Marina
Marine Marinette Marino Marinus Mario Mariola Marion Marisa Marisela Marisol Marissa Maristela Marit Marita Maritta Marius Mariusz
Marja Marja-Leena Marja-Liisa Marjaana Marjan Marjatta Marjo Marjorie Marjukka Marjut Mark Markas Marketta Markku Marko Markus
Marleen Marlen Marlene Marlies Marliese Marlis Marlise Marlon Marlyse Marlène Marnix Mart Marta Marte Marten Martha Marthe Martijn
Martin Martina Martine Martino Martirio Martta Martti Martyn Martynas Martín Marvin Mary Maryam Maryline Maryse Marzena María Mason
Massimiliano Massimo Matas Matej Mateo Mateusz Matheo Mathew Mathias Mathieu Mathijs Mathilda Mathilde Mathis Mati Matias Matilda
Matilde Mato Mats Matteo Matthew Matthias Matthieu Matthijs Matthäus Matti Mattia Mattias Matts Matías Matīss Maud Maude Mauno Maura
Maureen Mauri Maurice Mauricio Maurilio Maurin Maurits Mauritz Maurizio Mauro Maurus Maurycy Max Maxi Maxim Maxime Maximiano
Maximilian Maximiliano Maximino Maxwell May Maya Mayte Maël Maëlle Maža Mckenzie Meabh Meagan Meaghan Mechthild Mechthilde Mechtild
Meda Medina Medėja Meelis Mees Meg Megan Meghan Mehdi Mehmet Meibh Meik Meike Meinhard Meinolf Meinrad Meja Melania Melanie Melchior
Melchor Melek Melina Melinda Melisa Melissa Melita Melitta Melker Melle Melody Melvin Melwin Mentor Meral Mercedes Merche Meredith
Merel Meret Merete Merethe Mergim Merijn Merike Merita Merja Merle Merlin Mert Mervi Meryem Mesut Meta Metin Mette Mia Micael
Micaela Micha Michael Michaela Michaele Michail Michal Michala Michaël Michał Micheal Micheala Michel Michela Michelangelo Michele
Micheletto Micheline Michelle Michelotto Michiel Michèle Mick Mie Mieke Miel Mieszko Miglė Miguel Miguela Mihaela Mihajlo Mihels
Mihhail Mihkel Miia Miika Mijo Mik Mika Mikael Mikaela Mikayla Mike Mikels Mikhail Mikkel Mikko Mikołaj Mila Milagros Milan Milana
Milda Mile Milena Milica Milka Milla Mille Milo Milorad Milos Milou Milton Mimi Mimmi Mimoza Mina Mindaugas Mindy Minna Mio Miodrag
Mira Miran Miranda Mirco Mirdza Mireia Mireille Mirela Mirella Miriam Mirja Mirjam Mirjami Mirjana Mirko Mirlinda Miro Miroslav
Miroslaw Miroslawa Mirsad Mirta Mirte Mirthe Mischa Misty Mitchel Mitchell Miķelis Miłosz Mladen Moa Modesta Modesto Modris Mogens
Mohamad Mohamed Mohammad Mohammed Moira Moisés Mollie Molly Mona Monica Monika Monique Monja Montserrat Morena Moreno Morgan Morgane
Moritz Morris Morten Muhamed Muhamet Muhammad Muhammed Muharrem Murat Muriel Murielle Musa Mustafa Mustapha Muzaffer Myles Myriam
Myrta Myrtha Myrthe Máxima Máximo Märta Märtha Måns Mårten Mégane Mélanie Mélissa Mónica Māra Māris Mārtiņš Mārīte Nacho Nacio Nada
Nadeschda Nadeshda Nadežda Nadia Nadin Nadine Nadja Nadège Nael Naglis Naim Naja Nana Nancy Nand Nando Nanna Nanni Naoimh Naoise
Naomh Naomi Napoleone Narcisa Narciso Naser Natacha Natali Natalia Natalie Natalija Natalio Natalja Natan Natanael Nataniel Natasa
Natascha Natasha Natasja Natasza Nath Nathalie Nathan Nathanael Nathaniel Natividad Natālija Naud Nayara Nazaret Nazario Nazmi Nea
Nebojsa Necati Nedas Nedda Neil Nela Nele Nelio Nelli Nellie Nelly Nelson Nemanja Nenad Neo Nerea Nereida Nerijus Neringa Nermin
Nete Nevenka Nevin Nevio Niall Niamh Nicanor Niccolò Nichola Nicholas Nichole Nick Nicklas Nicky Niclas Nico Nicodemo Nicola Nicolai
Nicolaj Nicolas Nicolasa Nicolaus Nicole Nicoletta Nicoline Nicolás Nicolò Nidia Niek Niels Nienke Nieves Nigel Niilo Niina Nik Nika
Nikita Nikki Niklas Niklaus Niko Nikodem Nikola Nikolai Nikolaj Nikolajs Nikolaos Nikolas Nikolaus Nikolina Niks Nilda Nilo Nils
Nina Ninetta Nino Ninthe Nisa Nives Noa Noah Noe Noel Noelia Noemi Noemí Nojus Noor Noora Noortje Nora Norah Norbert Norberto Nore
Norina Norma Norman Normunds Notburga Noud Nour Nout Nova Noé Noémi Noémie Noël Noëlla Noëlle Noëmi Nuala Nuno Nuran Nuray Nurettin
Nuri Nuria Nurten Nydia Nynke Nélida Néstor Obdulia Octavia Octavio Océane Oda Odalis Odalys Odd Oddbjørn Oddvar Odeline Odette
Odhran Odile Ofelia Oisin Oiva Ola Olaf Olalla Olav Olavi Ole Oleg Olegario Olena Olfert Olga Olgierd Olimpia Oliver Olivia Olivie
Olivier Olivija Oliwer Oliwier Olle Olli Olof Olov Omar Omer Onni Onofre Onur Oona Oonagh Ophélie Oran Orazio Orestas Oreste
Orfhlaith Orhan Oriana Orla Orlagh Orlaigh Orlaith Orlando Ornella Ortrud Ortrun Ortwin Orvokki Oscar Oskar Oskari Oskars Osman Osmo
Ossi Ossian Osvald Osvaldo Osvalds Oswald Oswin Otfried Othmar Otilia Otis Otmar Oto Ottavio Ottfried Ottilia Ottilie Ottmar Otto
Ottokar Ottomar Ottone Otīlija Outi Ove Ovidio Owe Owen Oxana Oļģerts Paavo Pablo Paca Paco Pacífica Padraic Padraig Padraigin Paige
Palle Palmira Paloma Pam Pamela Pancho Panfilo Paola Paoletta Paolo Paride Parker Pascal Pascale Pascual Pascuala Pasi Pasqual
Pasquale Pastor Pastora Patric Patrice Patricia Patricio Patrick Patrik Patrizia Patrizio Patryk Patrícia Patty Paul Paul-Gerhard
Paul-Heinz Paula Paulette Pauli Paulien Pauliina Paulina Pauline Paulino Paulius Paulo Pauls Paulīna Pauric Pavel Paw Pawel Paweł
Paz Peadar Pearce Pearse Peder Pedro Peer Peeter Peggy Pekka Pelayo Pelle Pellegrino Penny Pentti Pepe Pepijn Pepita Pepito Per
Per-Erik Per-Olof Perla Perlita Pernilla Pernille Pero Perry Pertti Petar Pete Peter Peter-Michael Petr Petra Petras Petri Petrona
Petros Petrus Petter Petteri Phileine Philip Philipp Philippa Philippe Philippine Phillip Philomena Phoebe Phyllis Pia Piaras Piedad
Pien Pier Pierangelo Pierce Piergiorgio Piergiuseppe Pierina Pierluigi Piermaria Piero Pierpaolo Pierre Pierrette Piersanti Piet
Pieter Pieter-Jan Pietro Piia Pijus Pilar Pili Pim Pina Piotr Pippa Piret Pirjo Pirkko Pirmin Pius Pleun Plinio Plácido Pol Polina
Polly Pompeo Pomponio Poncio Pontus Porfirio Poul Povilas Preben Predrag Preston Priit Primitiva Primitivo Prisca Priscila Priscilla
Priska Prudencia Prudencio Przemysław Puccio Puck Puk Purificación Pánfilo Päivi Päivikki Pär Pål Pénélope Péter Pía Pío Pēteris
Quentin Quinn Quinten Quinty Quique Quirino Rabea Rachael Rachel Rachelle Rachid Radmila Radosław Radvilė Raf Rafa Rafael Rafaela
Rafaël Rafał Raffael Raffaela Raffaele Raffaella Raffaellino Raffaello Ragna Ragnar Ragner Ragnhild Rahel Raija Raik Raili Raimo
Raimondo Raimonds Raimund Raimundo Rainer Raisa Raissa Raivis Raivo Ralf Ralf-Dieter Ralf-Peter Ralph Ramadan Ramazan Raminta Ramiro
Ramiz Ramon Ramona Ramunė Ramón Ramūnas Rana Randall Randi Randolf Randy Rani Rania Ranieri Raoul Raphael Raphaela Raphaël Raquel
Rasa Rasma Rasmus Raul Rauno Raven Ravi Ray Rayan Rayana Raymond Raymonde Raymund Raúl Rebeca Rebecca Rebecka Rebekah Rebekka Recep
Reda Reece Reet Regan Regina Reginald Regine Regitse Regitze Regula Regīna Reidar Reidun Reijo Reimar Reimer Reimund Rein Reina
Reinald Reinaldo Reine Reiner Reingard Reinhard Reinhardt Reinhart Reinhild Reinhilde Reinhold Reinis Reino Rembrandt Remedios Remi
Remigio Remo Remzi Rena Renaat Renata Renate Renato Rene Renee Reni Rens Renske Renzo René Renée Resi Reto Reuben Rexhep Reyes Reyna
Reynaldo Reza Rhian Rhianna Rhianne Rhiannon Rhonda Rhys Ria Rian Ricarda Ricardo Riccardo Ricciotti Richard Richardt Rick Rickard
Rickey Ricky Rico Rigmor Rigo Rihards Riikka Riina Riitta Rik Rikard Rikke Riku Riley Rimantė Rina Rinaldo Rino Rinor Risto Rita
Ritt Ritva Riza Ričardas Ričards Roan Roar Rob Robbe Robbie Robby Robert Roberta Robertas Roberto Roberts Robin Robyn Rocco Rochus
Rocío Roderich Rodney Rodolfo Rodrigo Roel Roeland Rogelio Roger Rohan Roise Roisin Rojus Rokas Roksana Roland Rolandas Rolando
Rolands Roldán Rolf Rolf-Dieter Rolf-Peter Romain Romaine Roman Romana Romane Romano Romeo Romina Romolo Romuald Romualdas Romy
Román Ron Ronald Ronaldo Ronan Ronja Ronni Ronnie Ronny Rony Ronya Roope Roos Roosa Roque Rory Rosa Rosa-Maria Rosalba Rosalia
Rosalie Rosalina Rosalinda Rosalinde Rosalva Rosalía Rosanna Rosaria Rosario Rosaura Rose Rose-Marie Roseanna Rosel Roselinde
Rosemarie Rosemary Rosenda Rosendo Rosetta Rosette Rosi Rosie Rosina Rosita Rosl Rosmarie Ross Rossana Roswita Roswitha Rotraud
Rotraut Rouven Rowan Roxana Roxane Roy Rozalia Ruairi Ruari Ruben Rubén Rudi Rudolf Rudolph Rudy Rudīte Ruedi Rufina Rufino Ruggero
Ruggiero Rugilė Rui Rune Rupert Ruperta Ruperto Rusnė Russell Rut Ruta Rute Ruth Ruthild Ruy Ruzica Ryan Ryszard Rytis Rytė Régulo
Rémy Rómulo Róża Rüdiger Rūdolfs Rūta Saar Saara Saban Sabas Sabatino Sabina Sabine Sabri Sabrina Sacha Sadik Safet Saga Sahin Sahra
Said Sakari Saleh Salih Sally Salma Salome Salomé Salomón Salud Salvador Salvatore Salvi Sam Samanta Samantha Sami Samir Samira
Sammy Samu Samuel Samuele Samuli Sancho Sandalio Sander Sandis Sandor Sandra Sandrine Sandro Sandy Sanela Sanije Sanita Sanja Sanna
Sanne Sanni Santa Sante Santeri Santiago Santino Santos Saoirse Sapa Sara Sarah Sarah-Jane Sarah-Louise Sari Sarina Sarita Sarmīte
Sasa Sascha Sasha Saskia Satu Saturnina Saturnino Saul Saulius Savannah Saverio Scot Scott Seamus Sean Sean-Paul Seana Seanan
Seaneen Seanna Sebastiaan Sebastian Sebastiano Sebastián Sedat Segismundo Seija Selena Selim Selin Selina Seline Selma Sem Semir
Semra Sena Senad Senn Senna Senne Senol Senta Seona Sep Sepp Seppe Seppo Serafina Seraina Sereina Serena Serge Sergei Sergej Sergey
Sergio Sergius Serkan Serpil Seth Seve Severiano Severin Severino Severo Sevim Shaban Shana Shane Shania Shanice Shanna Shannan
Shannen Shannon Shari Sharon Shaun Shauna Shauneen Shawn Shawna Shay Shea Sheena Sheila Shelby Shelia Shelley Shelly Sheree Sheri
Sherri Sherry Sheryl Shirley Shona Shpresa Shqipe Sian Sibel Sibilla Sibille Sibylla Sibylle Siebe Siegbert Siegfried Sieghard
Sieglinde Siegmar Siegmund Siegrid Siegried Siegrun Siegward Siem Sien Siena Sienna Sierra Sigfrid Sigfrido Sigfried Sigge Sigismund
Sigita Siglinde Sigmar Sigmund Signe Sigrid Sigrun Sigurd Sigvard Siim Siiri Sil Silas Silja Silje Silke Sille Silva Silvan Silvana
Silvano Silvester Silvestre Silvestro Silvia Silvija Silvio Simas Simen Simeon Simo Simon Simona Simonas Simone Simonetta Simonne
Simón Sina Sinaida Sinan Sindre Sine Sinead Sini Sinikka Sinisa Sintija Siobhan Siofra Siri Sirje Sirkka Siro Sirpa Sisko Sissel Siv
Sivert Siw Sixten Sjoerd Skaidrīte Skender Sladjana Slavica Slavisa Slavko Slawomir Slobodan Smiltė Snezana Snorre Socorro Sofi
Sofia Sofie Sofija Sofía Sol Solange Sole Soledad Solveig Solvej Solvita Solène Sonata Sondre Songül Sonia Sonja Sonny Sonya Sophia
Sophie Sophie-Louise Sophie-Marie Soraya Sorcha Sosimo Spencer Stacey Stacie Stacy Staffan Stan Stanislaus Stanislav Stanislaw
Stanisław Stanley Stavros Staņislavs Steen Stef Stefaan Stefan Stefani Stefania Stefanie Stefano Steffen Steffi Stein Steinar Stella
Stellan Sten Stephan Stephanie Stephen Sterre Steve Steven Stewart Stian Stien Stig Stijn Stilla Stina Stine Stjepan Stuart Sture
Ståle Stéphane Stéphanie Sue Summer Sune Sunniva Susan Susana Susanita Susann Susanna Susannah Susanne Suse Susi Sussanne Sussie
Suus Suvi Suzana Suzanna Suzanne Suze Suzy Svante Svea Svein Sven Sven-Erik Sven-Olof Svenja Svenning Sverre Svetlana Swantje Swen
Swetlana Sybilla Sybille Sydney Sylke Sylvana Sylvester Sylvia Sylviane Sylvie Sylvio Sylwia Synne Synnøve Sys Szymon Sébastien
Sérgio Séverine Sónia Sönke Sören Søren Sørine Søs Sükrü Süleyman Tabea Tabitha Tadas Tadeo Tadeusz Tage Tahir Taina Taisto Tajus
Tamara Tami Tammie Tammy Tamás Taneli Tania Tanja Tanner Tanya Tapani Tapio Tara Tarik Tarja Tarmo Taru Tasha Tassilo Tatiana
Tatjana Tauno Tautvydas Taylor Tea Tecla Ted Teemu Teija Tejs Tekla Telemaco Tellervo Telmo Telse Temistocle Tenis Tenzin Teo
Teobaldo Teodor Teodora Teodoro Teodors Teodosio Tere Terence Teresa Terese Teresia Teresita Terhi Terje Tero Terrance Terrence
Terri Terry Terttu Tess Tessa Teun Teuta Teuvo Teófila Teófilo Thaddäus Thea Theda Thekla Theo Theobald Theodoor Theodor Theodora
Theodore Theodoros Theophil Theres Theresa Therese Theresia Therése Thi Thiago Thibault Thibaut Thibo Thierry Thies Thijmen Thijn
Thijs Thilo Thom Thomas Thor Thoralf Thorben Thore Thorsten Thure Théodore Théophile Thérèse Tia Tiago Tiarna Tiarnan Tibe Tibo
Tibor Tiburcio Tiegan Tiernan Ties Tiffany Tiia Tiina Tiit Tiiu Tijl Tijmen Tijn Tijs Tilda Tilde Till Tillmann Tilly Tilman Tilmann
Tilo Tim Timea Timm Timmy Timo Timon Timoteo Timothy Timothée Tina Tindra Tine Tineke Tinne Tino Tirza Titas Tito Tiziana Tiziano
Tobias Tobiasz Toby Todd Toivo Tola Tom Tomas Tomasa Tomasz Tomi Tomislav Tommaso Tommi Tommy Toms Tomás Tone Toni Tonia Tonicha
Tonino Tonje Tonny Tony Tonya Toomas Toon Topias Tor Tora Toralf Torben Torbjörn Torbjørn Tord Tore Torgny Tori Toribio Torill
Tormod Torquato Torstein Torsten Tory Tova Tove Toño Tracey Traci Tracie Tracy Traude Traudel Traudl Traugott Traute Travis Trevor
Tricia Triin Trine Trini Trinidad Tristan Tristán Troels Trond Troy Trude Trudel Trudi Trīne Tuana Tuija Tullio Tuomas Tuomo Ture
Turid Tuukka Tuula Tuuli Tuulia Tuulikki Tuur Tuva Twan Tycho Tygo Tyler Tymon Tymoteusz Tyra Tyrone Tânia Tõnu Tülay Türkan Ubaldo
Uberto Udo Ueli Uffe Ugnė Ugo Ugolino Uldis Ulf Uli Ulises Ulla Ulla-Britt Ullrich Ulrica Ulrich Ulrik Ulrika Ulrike Umberto Umut
Una Undine Unni Uno Uolevi Urbain Urban Urbano Urmas Urs Ursel Ursina Ursula Urszula Urte Uschi Uta Ute Utz Uwe Vadim Vagn Vaida
Vaidas Vajèn Vakarė Vakris Valborg Valda Valdemar Valdis Valentijn Valentin Valentina Valentine Valentino Valentín Valentīna Valeri
Valeria Valerie Valerij Valerio Valero Valeska Valija Valon Valter Valtteri Valère Valérie Vanesa Vanessa Vania Vanja Vasarė Vasco
Vassilios Veera Veerle Veeti Vega Vegard Veijo Veikko Veit Veli Vello Velta Venancio Venceslás Vendela Veneranda Venla Vera Verena
Verner Verneri Vernon Veronica Veronika Veronique Verónica Vesa Vesna Vic Vicenta Vicente Vicki Vickie Vicky Victoire Victor
Victoria Victoriano Victorino Vidal Vidar Vide Viesturs Viggo Vigilija Vigo Viivi Vija Viking Viktor Viktoria Viktorija Viktors
Vilde Vilgot Vilhelm Vilhelmiina Vilhelmina Vilho Vilis Vilius Viljami Viljo Villads Ville Vilma Vilmer Vilnis Viltė Vince Vincent
Vincentio Vincenza Vincenzo Vineta Vinicio Vinko Vinzenz Viola Violeta Violetta Violette Virgilio Virginia Virginie Viridiana Virpi
Visar Visitación Visvaldis Vita Vitali Vitalija Vito Vitor Vittoria Vittorio Vitus Viveka Vivian Viviana Viviane Vivianne Vivien
Vivienne Viļums Vjollca Vladimir Vladislavs Vlado Vlora Voldemārs Volkan Volker Volkhard Volkmar Vreneli Vuokko Vytautas Vytė Väinö
Véronique Víctor Vėjūnė Walburga Waldemar Waldtraut Walentina Walfried Walli Wally Walter Walther Waltraud Waltraut Waltrud Wanda
Wannes Ward Warre Warren Wayne Weena Wenche Wencke Wendelin Wendy Wenke Wenzel Wera Werner Wesley Wessel Whitney Wibke Wiebke
Wieland Wieslaw Wigbert Wiktor Wilfredo Wilfried Wilfriede Wilhelm Wilhelmina Wilhelmine Wilhelmus Wille Willem Willfried Willi
William Willibald Willibert Willie Willy Wilma Wilmer Wiltrud Wim Winfried Winni Winnie Witold Wladimir Wojciech Woldemar Wolf
Wolf-Dieter Wolf-Dietrich Wolf-Rüdiger Wolfgang Wolfhard Wolfram Wout Wouter Wulf Wyatt Wálter Xander Xaver Xavi Xavier Xenia Ximena
Xiomara Yael Yago Yaiza Yan Yana Yanick Yanik Yanis Yann Yannic Yannick Yannik Yannis Yara Yasemin Yasin Yasmin Yasmina Yasmine
Yassin Yassine Yda Yesenia Yfke Yilmaz Yinthe Ylenia Ylva Ylvie Yngve Yolanda Yolande Younes Yousef Youssef Yrjö Yrsa Yusuf Yvan
Yves Yvette Yvonne Yésica Yéssica Zac Zacarías Zach Zacharias Zacharie Zachary Zahra Zaida Zaira Zak Zakaria Zane Zara Zbigniew
Zdenka Zdravko Zehnia Zehra Zeki Zeljko Zelma Zenia Zeno Zenon Zenta Zeynep Ziedonis Ziggy Zigrīda Zita Zlatko Zoe Zoey Zofia Zoltan
Zoltán Zora Zoraida Zoran Zorica Zoé Zoë Zsolt Zuzana África Ágata Águeda Álvaro Ámbar Ángel Ángela Ángeles Áurea Änne Åbjørn Åge
Åke Åsa Åse Åshild Åsmund Édgar Édith Édouard Élisabeth Élise Élodie Éléonore Émile Émilie Éric Étienne Íngrid Íñigo Óscar Ömer
Örjan Östen Özlem Øivind Øjvind Ørni Øvli Øystein Øyvind Úrsula Ülle Ādams Ādolfs Ārija Ąžuolas Ērika Ēriks Ēvalds Ģederts Ģirts
Łukasz Šarūnas Žanis Žemyna Živilė Žygimantas
"""
