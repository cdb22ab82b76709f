// Maven resets the terminal's colours even when it has none.
String log = new File(basedir, 'build.log').text.replaceAll('\u001b\\[[0-9;]*m', '')

String users = '''    "users" {
        bigint id PK
        varchar(320) email
    }
'''
assert new File(basedir, 'target/schema.mmd').text == """erDiagram
    "orders" {
        bigint id PK
        bigint user_id FK "not null"
        numeric total "numeric(10,2)"
    }
${users}    "users" ||--o{ "orders" : "user_id"
"""
assert new File(basedir, 'target/database.mmd').text == "erDiagram\n$users"
assert log.contains('\ndigraph schema {\n')
assert log.contains('\n    "orders":"user_id type":e -> "users" [arrowtail=crowodot, arrowhead=teetee]\n}\n')
assert log.contains("SVG is drawn by Graphviz, and 'no-such-dot' can't be started")
