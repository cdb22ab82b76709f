-- The change as plain DDL, each statement in a transaction of its own.
ALTER TABLE orders ADD COLUMN priority integer DEFAULT 0 NOT NULL;
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE orders ADD CONSTRAINT ck_orders_amount CHECK (amount >= 0);
ALTER TABLE orders ADD CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE INDEX ix_orders_customer ON orders (customer_id);
