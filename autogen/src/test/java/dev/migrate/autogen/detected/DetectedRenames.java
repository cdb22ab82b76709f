package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Renames, as they were asked for; and what is done without being asked. */
final class DetectedRenames {

    private static final Table USERS = table("users")
            .columns(
                    column("id", bigint()).notNull(),
                    column("name", varchar(50)).defaultValue("x").comment("Name"),
                    column("upper_name", text()).generatedStored("upper(name::text)"))
            .primaryKey("users_pkey", "id")
            .unique("users_name_key", "name")
            .check("users_name_check", "length(name::text) > 0")
            .withIndexes(List.of(
                    index("ix_users_name").on("users", "name"),
                    index("ix_users_lower")
                            .on("users", expression("lower(name::text)"))
                            .where("name IS NOT NULL")));

    private static final Table USERS_WITH_FULL_NAME = table("users")
            .columns(
                    column("id", bigint()).notNull(),
                    column("full_name", varchar(50)).defaultValue("x").comment("Name"),
                    column("upper_name", text()).generatedStored("upper(full_name::text)"))
            .primaryKey("users_pkey", "id")
            .unique("users_name_key", "full_name")
            .check("users_name_check", "length(full_name::text) > 0")
            .withIndexes(List.of(
                    index("ix_users_name").on("users", "full_name"),
                    index("ix_users_lower")
                            .on("users", expression("lower(full_name::text)"))
                            .where("full_name IS NOT NULL")));

    private static final Table LETTERS = table("letters")
            .columns(column("to_name", varchar(50)))
            .foreignKey(foreignKey("letters_to_name_fkey", "to_name").references("users", "name"));

    private static final Table LETTERS_TO_FULL_NAME = table("letters")
            .columns(column("to_name", varchar(50)))
            .foreignKey(foreignKey("letters_to_name_fkey", "to_name").references("users", "full_name"));

    static final List<Detected> CASES = List.of(
            detected("a column is renamed, with all that depends on it")
                    .before(USERS, LETTERS)
                    .after(USERS_WITH_FULL_NAME, LETTERS_TO_FULL_NAME)
                    .renaming("users.name:full_name")
                    .upgrade("""
                                    op.renameColumn("users", "name", "full_name");
                            """)
                    .downgrade("""
                                    op.renameColumn("users", "full_name", "name");
                            """),
            detected("a column that looks renamed is dropped and added, and the option is named")
                    .before(table("users").columns(column("id", bigint()), column("name", text())))
                    .after(table("users").columns(column("id", bigint()), column("full_name", text())))
                    .upgrade("""
                                    op.addColumn("users", column("full_name", text()));

                                    // The values of users.name are lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=users.name:full_name and
                                    // nothing is lost.
                                    op.dropColumn("users", "name");
                            """)
                    .downgrade("""
                                    op.addColumn("users", column("name", text()));

                                    // The values of users.full_name are lost.
                                    op.dropColumn("users", "full_name");
                            """),
            detected("a column gets the name of one that isn't mapped any more")
                    .before(table("keys")
                            .columns(column("key_id", bigint()), column("api_key", text()))
                            .withIndexes(List.of(index("ix_api_key").on("keys", "api_key"))))
                    .after(table("keys")
                            .columns(column("api_key", bigint()))
                            .withIndexes(List.of(index("ix_api_key").on("keys", "api_key"))))
                    .renaming("keys.key_id:api_key")
                    .upgrade("""
                                    op.renameColumn("keys", "api_key", "replaced_api_key");
                                    op.renameColumn("keys", "key_id", "api_key");
                                    op.dropIndex("ix_api_key");
                                    op.createIndex(index("ix_api_key").on("keys", "api_key"));

                                    // The values of keys.replaced_api_key are lost.
                                    op.dropColumn("keys", "replaced_api_key");
                            """)
                    .downgrade("""
                                    op.addColumn("keys", column("replaced_api_key", text()));
                                    op.dropIndex("ix_api_key");
                                    op.createIndex(index("ix_api_key").on("keys", "replaced_api_key"));
                                    op.renameColumn("keys", "api_key", "key_id");
                                    op.renameColumn("keys", "replaced_api_key", "api_key");
                            """),
            detected("a column that looks renamed and got longer is named as a candidate")
                    .before(table("users").columns(column("id", bigint()), column("name", varchar(50))))
                    .after(table("users").columns(column("id", bigint()), column("full_name", varchar(200))))
                    .upgrade("""
                                    op.addColumn("users", column("full_name", varchar(200)));

                                    // The values of users.name are lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=users.name:full_name and its
                                    // values stay, as far as they fit character varying(200).
                                    op.dropColumn("users", "name");
                            """)
                    .downgrade("""
                                    op.addColumn("users", column("name", varchar(50)));

                                    // The values of users.full_name are lost.
                                    op.dropColumn("users", "full_name");
                            """),
            detected("a table that looks renamed, with some columns changed, is named as a candidate")
                    .before(table("customer")
                            .columns(
                                    column("id", bigint()),
                                    column("name", varchar(50)),
                                    column("city", text()),
                                    column("fax", text())))
                    .after(table("customers")
                            .columns(
                                    column("id", bigint()),
                                    column("name", varchar(100)),
                                    column("city", text()),
                                    column("email", text())))
                    .upgrade("""
                                    op.createTable(table("customers")
                                            .columns(
                                                    column("id", bigint()),
                                                    column("name", varchar(100)),
                                                    column("city", text()),
                                                    column("email", text())));

                                    // The rows of customer are lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=customer:customers and its rows
                                    // stay, in the columns that both have.
                                    op.dropTable("customer");
                            """)
                    .downgrade("""
                                    op.createTable(table("customer")
                                            .columns(
                                                    column("id", bigint()),
                                                    column("name", varchar(50)),
                                                    column("city", text()),
                                                    column("fax", text())));

                                    // The rows of customers are lost.
                                    op.dropTable("customers");
                            """),
            detected("a table is renamed and its columns change")
                    .before(table("customer")
                            .columns(column("id", bigint()), column("name", varchar(50)), column("fax", text())))
                    .after(table("customers")
                            .columns(
                                    column("id", bigint()),
                                    column("full_name", varchar(100)),
                                    column("age", integer())))
                    .renaming("customer:customers", "customers.name:full_name")
                    .upgrade("""
                                    op.renameTable("customer", "customers");
                                    op.renameColumn("customers", "name", "full_name");
                                    op.alterColumn("customers", alter("full_name").type(varchar(100)));
                                    op.addColumn("customers", column("age", integer()));

                                    // The values of customers.fax are lost.
                                    op.dropColumn("customers", "fax");
                            """)
                    .downgrade("""
                                    op.addColumn("customers", column("fax", text()));

                                    // The values of customers.age are lost.
                                    op.dropColumn("customers", "age");

                                    // Fails where a value of customers.full_name does not fit: character varying(100) becomes character
                                    // varying(50).
                                    op.alterColumn("customers", alter("full_name").type(varchar(50)));

                                    op.renameColumn("customers", "full_name", "name");
                                    op.renameTable("customers", "customer");
                            """),
            detected("a column is renamed and gets another type")
                    .before(table("users").columns(column("age", text())))
                    .after(table("users").columns(column("years", integer()).notNull()))
                    .renaming("users.age:years")
                    .upgrade("""
                                    op.renameColumn("users", "age", "years");

                                    // Fails where a value of users.years does not fit: text becomes integer.
                                    op.alterColumn("users", alter("years").type(integer(), "years::integer").notNull());
                            """)
                    .downgrade("""
                                    op.alterColumn("users", alter("years").nullable().type(text()));
                                    op.renameColumn("users", "years", "age");
                            """),
            detected("a column is renamed, and the function of its name stays what it is")
                    .before(table("parcels")
                            .columns(column("length", integer()), column("code", text()))
                            .check("parcels_check", "length(code) = 3 and length > 0"))
                    .after(table("parcels")
                            .columns(column("length_cm", integer()), column("code", text()))
                            .check("parcels_check", "length(code) = 3 and length_cm > 0"))
                    .renaming("parcels.length:length_cm")
                    .upgrade("""
                                    op.renameColumn("parcels", "length", "length_cm");
                            """)
                    .downgrade("""
                                    op.renameColumn("parcels", "length_cm", "length");
                            """),
            detected("columns are renamed in a chain")
                    .before(table("users").columns(column("a", text()), column("b", integer())))
                    .after(table("users").columns(column("b", text()), column("c", integer())))
                    .renaming("users.b:c", "users.a:b")
                    .upgrade("""
                                    op.renameColumn("users", "b", "c");
                                    op.renameColumn("users", "a", "b");
                            """)
                    .downgrade("""
                                    op.renameColumn("users", "b", "a");
                                    op.renameColumn("users", "c", "b");
                            """),
            detected("columns swap their names")
                    .before(table("users").columns(column("a", text()), column("b", integer())))
                    .after(table("users").columns(column("b", text()), column("a", integer())))
                    .renaming("users.a:b", "users.b:a")
                    .upgrade("""
                                    op.renameColumn("users", "a", "renamed_b");
                                    op.renameColumn("users", "b", "a");
                                    op.renameColumn("users", "renamed_b", "b");
                            """)
                    .downgrade("""
                                    op.renameColumn("users", "b", "renamed_b");
                                    op.renameColumn("users", "a", "b");
                                    op.renameColumn("users", "renamed_b", "a");
                            """),
            detected("a table is renamed, with all that depends on it")
                    .before(Schema.ofTables(
                                    table("users")
                                            .columns(column("id", bigint())
                                                    .notNull()
                                                    .defaultSql("nextval('users_id_seq'::regclass)"))
                                            .primaryKey("users_pkey", "id")
                                            .withIndexes(
                                                    List.of(index("ix_users").on("users", "id"))),
                                    table("letters")
                                            .columns(column("user_id", bigint()))
                                            .foreignKey(foreignKey("letters_user_id_fkey", "user_id")
                                                    .references("users", "id"))
                                            .comment("Of users"))
                            .withSequences(List.of(sequence("users_id_seq").ownedBy("users", "id"))))
                    .after(Schema.ofTables(
                                    table("accounts")
                                            .columns(column("id", bigint())
                                                    .notNull()
                                                    .defaultSql("nextval('users_id_seq'::regclass)"))
                                            .primaryKey("users_pkey", "id")
                                            .withIndexes(
                                                    List.of(index("ix_users").on("accounts", "id"))),
                                    table("letters")
                                            .columns(column("user_id", bigint()))
                                            .foreignKey(foreignKey("letters_user_id_fkey", "user_id")
                                                    .references("accounts", "id"))
                                            .comment("Of users"))
                            .withSequences(List.of(sequence("users_id_seq").ownedBy("accounts", "id"))))
                    .renaming("users:accounts")
                    .upgrade("""
                                    op.renameTable("users", "accounts");
                            """)
                    .downgrade("""
                                    op.renameTable("accounts", "users");
                            """),
            detected("sequences that are called after their table follow it, with where they have counted to")
                    .before(Schema.ofTables(table("users")
                                    .columns(
                                            column("id", bigint()).notNull(),
                                            column("number", bigint())
                                                    .defaultSql("nextval('users_number_seq'::regclass)")))
                            .withSequences(List.of(
                                    sequence("users_seq").increment(50),
                                    sequence("users_number_seq").ownedBy("users", "number"))))
                    .after(Schema.ofTables(table("accounts")
                                    .columns(
                                            column("id", bigint()).notNull(),
                                            column("number", bigint())
                                                    .defaultSql("nextval('accounts_number_seq'::regclass)")))
                            .withSequences(List.of(
                                    sequence("accounts_seq").increment(50),
                                    sequence("accounts_number_seq").ownedBy("accounts", "number"))))
                    .renaming("users:accounts")
                    .upgrade("""
                                    op.renameTable("users", "accounts");
                                    op.renameSequence("users_number_seq", "accounts_number_seq");
                                    op.renameSequence("users_seq", "accounts_seq");
                            """)
                    .downgrade("""
                                    op.renameSequence("accounts_seq", "users_seq");
                                    op.renameSequence("accounts_number_seq", "users_number_seq");
                                    op.renameTable("accounts", "users");
                            """),
            detected("a sequence is renamed, and is created and dropped without the option, which is named")
                    .before(Schema.EMPTY.withSequences(List.of(sequence("person_seq"), sequence("user_seq"))))
                    .after(Schema.EMPTY.withSequences(List.of(sequence("human_seq"), sequence("users_seq"))))
                    .renaming("person_seq:human_seq")
                    .upgrade("""
                                    op.renameSequence("person_seq", "human_seq");
                                    op.createSequence(sequence("users_seq"));

                                    // Where user_seq had counted to is lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=user_seq:users_seq and it goes
                                    // on where it has counted to.
                                    op.dropSequence("user_seq");
                            """)
                    .downgrade("""
                                    op.createSequence(sequence("user_seq"));

                                    // Where users_seq had counted to is lost.
                                    op.dropSequence("users_seq");

                                    op.renameSequence("human_seq", "person_seq");
                            """),
            detected("tables swap their names")
                    .before(table("a").columns(column("x", text())), table("b").columns(column("y", integer())))
                    .after(table("b").columns(column("x", text())), table("a").columns(column("y", integer())))
                    .renaming("a:b", "b:a")
                    .upgrade("""
                                    op.renameTable("a", "renamed_b");
                                    op.renameTable("b", "a");
                                    op.renameTable("renamed_b", "b");
                            """)
                    .downgrade("""
                                    op.renameTable("b", "renamed_b");
                                    op.renameTable("a", "b");
                                    op.renameTable("renamed_b", "a");
                            """),
            detected("a table and a column of it are renamed")
                    .before(table("users").columns(column("name", text())))
                    .after(table("accounts").columns(column("full_name", text())))
                    .renaming("users:accounts", "accounts.name:full_name")
                    .upgrade("""
                                    op.renameTable("users", "accounts");
                                    op.renameColumn("accounts", "name", "full_name");
                            """)
                    .downgrade("""
                                    op.renameColumn("accounts", "full_name", "name");
                                    op.renameTable("accounts", "users");
                            """),
            detected("a table that looks renamed is dropped and added, and the option is named")
                    .before(table("users").columns(column("id", bigint()), column("name", text())))
                    .after(table("accounts").columns(column("id", bigint()), column("name", text())))
                    .upgrade("""
                                    op.createTable(table("accounts").columns(column("id", bigint()), column("name", text())));

                                    // The rows of users are lost.
                                    // If this is a rename, write this revision again with -Dmigrate.rename=users:accounts and nothing is
                                    // lost.
                                    op.dropTable("users");
                            """)
                    .downgrade("""
                                    op.createTable(table("users").columns(column("id", bigint()), column("name", text())));

                                    // The rows of accounts are lost.
                                    op.dropTable("accounts");
                            """));

    private DetectedRenames() {}
}
