ALTER TABLE product ADD COLUMN name varchar(255);
