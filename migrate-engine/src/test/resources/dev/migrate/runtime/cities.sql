-- Two statements; one of them with what looks like the end of a statement.
CREATE TABLE cities (name text);
INSERT INTO cities VALUES ('Zürich; or not?'), ('東京');
