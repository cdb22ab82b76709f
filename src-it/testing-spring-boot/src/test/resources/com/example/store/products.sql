INSERT INTO product (id, name) VALUES (-1, 'Coffee');
