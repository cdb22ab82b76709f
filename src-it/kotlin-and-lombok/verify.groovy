String orders = new File(basedir, 'src/main/java/db/migrations/R0001_Orders.java').text

// A type of Kotlin that can't be null is no NOT NULL to Hibernate, except where it is a primitive.
assert orders[orders.indexOf('    @Override')..<orders.lastIndexOf('\n    @Override')] == '''\
    @Override
    public void upgrade(Operations op) {
        op.createTable(table("customers")
                .columns(
                        column("id", bigint()).identity(),
                        column("active", bool()).notNull(),
                        column("zip", varchar(5)),
                        column("name", varchar(255)).notNull(),
                        column("street", varchar(255)))
                .primaryKey("customers_pkey", "id")
                .unique("customers_name_key", "name"));
        op.createTable(table("customer_tags")
                .columns(column("customer_id", bigint()).notNull(), column("tags", varchar(255)))
                .foreignKey(foreignKey("customer_tags_customer_id_fkey", "customer_id").references("customers", "id")));
        op.createTable(table("orders")
                .columns(
                        column("id", uuid()).notNull(),
                        column("gifts", integer()),
                        column("isurgent", bool()).notNull(),
                        column("pieces", integer()).notNull(),
                        column("total", numeric(10, 2)),
                        column("weight", integer()),
                        column("created", timestamptz(6)),
                        column("customer_id", bigint()).notNull(),
                        column("coupon", varchar(255)),
                        column("remark", varchar(255)),
                        column("status", varchar(255)),
                        column("tracking", varchar(255)),
                        column("notes", varchar(255).array()))
                .primaryKey("orders_pkey", "id")
                .foreignKey(foreignKey("orders_customer_id_fkey", "customer_id").references("customers", "id"))
                .check("orders_status_check", "status in ('NEW','PAID','SENT')"));
    }
'''

// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')
assert log.contains('Tried on a scratch database: up, down and up again; the schema is what the entities declare.')
