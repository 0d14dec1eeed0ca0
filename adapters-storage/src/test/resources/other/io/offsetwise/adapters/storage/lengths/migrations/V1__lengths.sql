CREATE TABLE of_another_folder (word VARCHAR(10));
