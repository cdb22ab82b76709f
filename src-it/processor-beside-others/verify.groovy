String entry(String name, String id, String message, String revises) {
    "class db.migrations.$name\nsource ${name}.java\ncreated 2026-01-11T10:00:00Z\nid $id\nmessage $message\n" +
            (revises.isEmpty() ? '' : "revises $revises\n")
}

String heads(boolean invoices) {
    "classes db.migrations.R0001_Users db.migrations.R0002_Orders" +
            (invoices ? ' db.migrations.R0003_Invoices\nheads 0003\n' : '\nheads 0002\n')
}

String index(String orders, boolean invoices) {
    [heads(invoices), entry('R0001_Users', '0001', 'users', ''), entry('R0002_Orders', '0002', orders, '0001')]
            .plus(invoices ? [entry('R0003_Invoices', '0003', 'invoices', '0002')] : []).join('\n')
}

File target = new File(basedir, 'target')
assert new File(target, 'first.index').text == index('orders', true)
assert new File(target, 'second.index').text == index('all orders', true)
assert new File(target, 'classes/META-INF/migrate/revisions.index').text == index('all orders', false)

// The other processors did their work: MapStruct's mapper calls what Lombok made.
assert new File(target, 'classes/com/example/CustomerMapperImpl.class').exists()
