-- The database before the change: :rows orders of 100,000 customers.
CREATE TABLE customers (
    id bigint NOT NULL,
    name varchar(100) NOT NULL,
    CONSTRAINT customers_pkey PRIMARY KEY (id)
);
CREATE TABLE orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    status varchar(20) NOT NULL,
    amount numeric(12,2) NOT NULL,
    note varchar(200),
    placed_at timestamp(6) with time zone NOT NULL,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);
INSERT INTO customers SELECT i, 'customer ' || i FROM generate_series(1, 100000) i;
INSERT INTO orders
SELECT i, 1 + i % 100000, (ARRAY['new', 'paid', 'sent'])[1 + i % 3], i % 10000, 'a note on order ' || i,
    timestamptz '2026-01-01 00:00Z' + i * interval '1 second'
FROM generate_series(1, :rows) i;
VACUUM (ANALYZE) customers, orders;
CHECKPOINT;
