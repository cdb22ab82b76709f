// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

String migration = new File(basedir, 'src/main/java/db/migrations/R0001_Customers.java').text
assert migration.contains('import com.example.RowSecurity;\n')
assert migration.contains('import com.example.ShopTypes;\n')
assert migration.contains('column("credit", ShopTypes.money())')
assert migration.contains('op.apply(new RowSecurity("customers", true));\n')
assert migration.contains('op.apply(new RowSecurity("customers", false));\n')
assert !migration.contains('tmp_imported_rows')
assert log.contains('Tried on a scratch database: up, down and up again; the schema is what the entities declare.')
assert log.contains('[INFO] No changes: the schema is what the entities declare.')
assert log.contains('[INFO] Verified 1 revision: up, down and up again; the schema is what the entities declare.')
assert log.contains('The hook com.example.BrokenHook failed in includesName(table customers):'
        + ' java.lang.IllegalStateException: no list of names. Correct it and run again.')
assert !log.contains('\tat ')
