"""Given names that lists of a country's own names leave out: those of people who came to Northern Europe, as they are written there.

Arabic, Somali, Eritrean, Persian, Kurdish, Turkish, South Asian, West African, Chinese and Vietnamese names, put together for this list;
and how Norse names are put together, which no list has all of.
"""

import re
from typing import Final

NAMES: Final = """
Abdelhakim Abdelkarim Abdellah Abdelrahman Abdifatah Abdihakim Abdikadir Abdinasir Abdirahim Abdirizak Abdiwahab Abdulaziz Abdulkadir
Abdulqadir Abdulrahman Abdulwahab Abdurahman Abeba Abebe Abiy Abshir Adeel Adeola Adnan Afrim Agim Ahlam Ahmadreza Aisha Ajmal Akram
Aliyah Alireza Amanuel Amarjit Amir Amirhossein Ammar Aneela Anjali Anwar Apinaya Arash Arben Ardiana Arezoo Arijana Arjun Armin Arshad
Arta Arvind Asad Ashraf Asif Asma Asmaa Asmeret Athar Aurangzeb Awet Ayaan Ayan Ayesha Azadeh Azhar Azra Babak Bahar Bahram Bashir Bayan
Behrouz Behzad Berhane Besa Besnik Bilal Blerim Blessing Bogdan Bushra Chidi Chinedu Chukwuemeka Chukwudi Dalmar Dawit Deepa Deepak Deqa
Dhruv Dilan Diyar Dragan Dragana Dusan Ebrahim Edona Ehsan Elham Emeka Enes Erjon Ermias Esmail Eyob Fadumo Fahad Fahim Faiza Faisal
Farah Farhan Farhiya Farid Farida Farideh Farooq Farzad Farzaneh Fatemeh Fathima Fatoumata Fatuma Fawzia Faysal Fazal Fereshteh Filmon
Fitsum Flutura Fozia Gabriela Ganesh Gebre Ghazal Ghulam Girmay Golnaz Gurpreet Guleed Habiba Habtom Hadi Hafsa Haji Hakim Halima Hamdi
Hameed Hamid Hamza Hana Hanan Hanieh Hanif Haoran Harjit Haroon Harpreet Hashim Hassan Hawa Hawo Haydar Hedayat Helin Hemen Hibo Hira
Hodan Homa Hossam Hossein Huda Humaira Husam Hussam Hussein Ibrahima Idil Idris Iffat Ifrah Ikram Ilham Imad Iman Imran Imtiaz Inaam
Inderjit Iqbal Iqra Irfan Isak Ismael Ismahan Issa Jabir Jafar Jalal Jaleh Jamal Jameel Jamil Jamila Jamshid Jasmina Jaswinder Javed
Jawad Jeyanthi Jiahao Jiawei Junaid Kadija Kamal Kamala Kamran Karim Karwan Kashif Kaveh Kawthar Kayode Khadija Khadra Khalid Khaled
Khalil Khawla Khurram Kidane Kofi Kumar Kwabena Kwame Kwasi Laila Lamin Lanh Leyla Leylo Liban Linh Lubna Luul Mahad Mahamed Mahamoud
Mahbub Mahdi Mahmoud Mahmud Mahnaz Mahsa Maimuna Majid Majida Malik Mamadou Manal Manjit Manoj Mansoor Marwa Marwan Maryam Masood Masoud
Massoud Mebrahtu Meera Mehdi Mehrdad Mehwish Mekonnen Meron Milad Milos Mirwais Mojtaba Mohamad Mohamed Mohammad Mohammed Mohamud Mohan
Mohsen Mohsin Monir Morteza Mostafa Mousa Muhammad Muhammed Muhudin Muna Munir Murtaza Muse Mustafa Nabil Nada Nadeem Nadifa Nadira Naeem
Nahid Naima Najib Najma Nareen Narges Naseem Nasir Nasra Nasrin Nasteho Navid Nawal Nawaz Nazanin Nebiyu Neelam Negar Ngozi Nguyet Nida
Nidal Nikhil Niloofar Nimco Nimo Nisha Noor Noora Noura Nuradin Obinna Olumide Oluwaseun Oluwatobi Omid Osman Parisa Parveen Parvin
Parwana Payam Pedram Pejman Phuong Pooja Pooya Prabhjot Pradeep Prakash Prasad Priya Priyanka Qadir Qasim Quynh Rabia Rachida Rahel
Rahim Rahma Rahul Raja Rajesh Rajinder Rajiv Ramazan Ramesh Rami Ramin Rana Rania Ranjit Rashid Ravi Rawan Reem Rehana Reza Rezan Riaz
Ridwan Rima Rizwan Robel Rohan Rohit Rojda Rojin Roksana Roya Ruben Ruqiya Saad Saadia Saba Sabah Sabir Sadaf Saeed Saeid Safa Safiya
Sagal Sahar Sahra Saif Saima Sajid Sajjad Sakina Salah Saleh Salim Salma Salman Samir Samira Samiya Samuel Sana Sandeep Sanjay Sara Sardar
Saud Sayed Seble Selam Selamawit Semhar Senait Setareh Shabana Shabnam Shadi Shafiq Shagufta Shahid Shahin Shahnaz Shahram Shaima
Shakil Shakira Shamsa Shazia Shilan Shirin Shukri Shweta Sidra Siham Simran Sirwan Snezana Soheila Soran Srdjan Suad Sukhjit Sukhwinder
Suleiman Sulaiman Suleman Sultana Sumaya Sumeet Sunil Suresh Sushma Tahir Tahira Tamara Tanveer Tareq Tariq Tayyab Temesgen Tesfay
Thanh Thierno Thuong Thuy Tigist Tsegay Tuan Ubah Umar Umair Usman Uyen Valon Vasudha Vijay Vikram Vinod Wafa Waheed Waleed Walid Waqas
Warsan Warsame Waseem Wasim Weihua Winta Wondwossen Xiaoling Xiaoyan Xiuying Yacine Yacoub Yahya Yared Yasin Yasir Yasmin Yasser Yemane
Yetunde Yohannes Yonas Yosef Younes Yousef Youssef Yousuf Yubo Yuki Yusra Yussuf Zaheer Zahid Zahra Zahraa Zainab Zakaria Zakariya
Zakia Zamzam Zaynab Zeinab Zekarias Zeynab Ziad Zlatko Zohreh Zoran Zubair Zuhra
Aoife Bronagh Bronwen Caoimhe Cerys Ciara Cillian Clodagh Eilidh Eimear Eoghan Fionnuala Gwen Gwyneth Hamish Iolo Lleucu Mairi Morag
Niamh Oisin Orlaith Padraig Rhiannon Roisin Ruairi Saoirse Sinead Siobhan Tamsin Tegan
Bouke Doutzen Femke Fenna Fokke Froukje Hylke Jelmer Jildou Jorrit Maaike Marije Nynke Rinske Sietske Sjoerd Sjoukje Tjalling Tjeerd
Wietske Wybren Wytze Ybeltje
"""  # fmt: skip
NORSE: Final = re.compile(  # a first and a last part make a name: Sigrunn, Torunn, Thorbjørn, Ragnvald, Ingebjørg, Oddlaug
    r"(?:Al|Arn|As|Asl|Aud|Bergl?j?|Björn|Bjørn|Dag|Ein|Eld|Embr|Eyv|Frid|Frød?|Geir|Gerd|Grim|Gud|Gunn?|Gyd|Half?|Hall|Har|Hege|Her|Hild"
    r"|Håk|Inge?|Jor|Jo|Kjell?|Kol|Leid|Magn|Mari|Odd|Ole|Ragn|Reid|Run|Sig|Sne|Sol|Svan|Svein?|Sven|Sig[ne]|Stein|Sten|Stor|Thor|Tor|Tore|Tjost"
    r"|Tord|Trygg|Ulf|Ve|Vig|Vil|Øy|Åsl?|Åse)"
    r"(?:bjørg|björg|borg|bjørn|björn|brand|dis|dís|finn|frid|fríð|geir|gerd|grim|hild|ild|kjell|kjetil|laug|leif|leik|ljot|mar|mod|mund|ny"
    r"|rid|runn?|stein|sten|trud|ulf|ulv|unn|vald|valde|var|vard|veig|vin|vor|vår)(?:ur)?"
)
