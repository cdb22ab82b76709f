package dev.migrate.autogen.java;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Dependencies;
import dev.migrate.schema.Dependency;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfIndex;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before, after, and the two methods that lead from the one to the other and back. */
class MigrationContentTest {

    @TempDir
    static Path classes;

    private static final DiffOptions OPTIONS = DiffOptions.ENTITIES.dropUnknown(true);

    private static final Table USERS =
            table("users").columns(column("id", bigint()).notNull()).primaryKey("users_pkey", "id");

    private static String methods(Schema from, Schema to, DiffOptions options, Map<String, String> backfills) {
        MigrationFile file = MigrationFile.of("", "R1", "1", "Change", "2026-01-01T00:00:00Z");
        String source = MigrationWriter.write(OnlineRewrite.of(
                        SchemaDiff.diff(from, to, options), new OnlineOptions(true, new TreeMap<>(backfills), Set.of()))
                .applyTo(file));
        compiled(source);
        String body = source.substring(source.indexOf("    @Override"), source.lastIndexOf('}'));
        return body.replaceAll("(?m)^ {4}", "")
                        .replace("@Override\npublic void ", "")
                        .stripTrailing() + "\n";
    }

    private static void compiled(String source) {
        try {
            CompiledSource.compile("R1", source, classes);
        } catch (Exception e) {
            throw new AssertionError(source, e);
        }
    }

    private static String methods(Schema from, Schema to) {
        return methods(from, to, OPTIONS, Map.of());
    }

    private static String methods(Table from, Table to) {
        return methods(Schema.ofTables(from), Schema.ofTables(to));
    }

    @Test
    void tablesComeInTheOrderOfTheirForeignKeysAndTheKeyThatClosesACycleComesLast() {
        Table orders = table("orders")
                .columns(column("id", bigint()).notNull(), column("user_id", bigint()))
                .primaryKey("orders_pkey", "id")
                .foreignKey(foreignKey("orders_user_id_fkey", "user_id").references("users", "id"));
        Table users = USERS.columns(column("last_order_id", bigint()))
                .foreignKey(
                        foreignKey("users_last_order_id_fkey", "last_order_id").references("orders", "id"));

        assertThat(methods(Schema.EMPTY, Schema.ofTables(orders, users))).isEqualTo("""
                upgrade(Operations op) {
                    op.createTable(table("orders")
                            .columns(column("id", bigint()).notNull(), column("user_id", bigint()))
                            .primaryKey("orders_pkey", "id"));
                    op.createTable(table("users")
                            .columns(column("id", bigint()).notNull(), column("last_order_id", bigint()))
                            .primaryKey("users_pkey", "id")
                            .foreignKey(foreignKey("users_last_order_id_fkey", "last_order_id").references("orders", "id")));
                    op.addForeignKey("orders", foreignKey("orders_user_id_fkey", "user_id").references("users", "id"));
                }

                downgrade(Operations op) {
                    op.dropConstraint("orders", "orders_user_id_fkey");

                    // The rows of users are lost.
                    op.dropTable("users");

                    // The rows of orders are lost.
                    op.dropTable("orders");
                }
                """);
    }

    @Test
    void anIdentityColumnSaysHowItCountsWhereThatIsUnusual() {
        Table orders = table("orders")
                .columns(column("id", bigint())
                        .identity(Identity.always().start(1000).increment(50))
                        .notNull());

        assertThat(methods(Schema.EMPTY, Schema.ofTables(orders))).isEqualTo("""
                upgrade(Operations op) {
                    op.createTable(table("orders")
                            .columns(column("id", bigint()).identity(always().start(1000).increment(50)).notNull()));
                }

                downgrade(Operations op) {
                    // The rows of orders are lost.
                    op.dropTable("orders");
                }
                """);
    }

    @Test
    void theWayBackFromAnAddedEnumValueRebuildsWhatDependsOnTheType() {
        AuxiliaryObject cast = new AuxiliaryObject(
                "cast (mood as character varying)",
                "CREATE CAST (mood AS character varying) WITH INOUT AS IMPLICIT",
                "DROP CAST (mood AS character varying)");
        Table users = USERS.columns(column("mood", type("mood")))
                .withIndexes(List.of(index("ix_sad").on("users", "id").where("mood = 'sad'::mood")));
        ObjectId mood = new OfType(QualifiedName.parse("mood"));
        Schema before = Schema.ofTables(users)
                .withEnums(List.of(enumType("mood", "sad", "ok")))
                .withAuxiliaryObjects(List.of(cast))
                .withDependencies(Dependencies.of(List.of(
                        new Dependency(new OfIndex(QualifiedName.parse("ix_sad")), mood, Dependency.Kind.NORMAL),
                        new Dependency(new OfObject(cast.identity()), mood, Dependency.Kind.NORMAL))));

        assertThat(methods(before, before.withEnums(List.of(enumType("mood", "sad", "ok", "happy")))))
                .isEqualTo("""
                        upgrade(Operations op) {
                            op.addEnumValue("mood", "happy");
                        }

                        downgrade(Operations op) {
                            // Checked before anything is done: if rows break a rule, nothing is changed.
                            op.require("users.mood is none of 'happy'", "SELECT id, mood FROM users WHERE mood::text IN ('happy')");

                            // Replacing mood rewrites users: reads and writes wait until it is done (ACCESS EXCLUSIVE). Running
                            // instances have to reconnect then: what they have prepared knows the old type.
                            op.execute("DROP CAST (mood AS character varying)");
                            op.dropIndex("ix_sad");
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "happy"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("users", "mood"));
                            op.createIndex(index("ix_sad").on("users", "id").where("mood = 'sad'::mood"));
                            op.execute("CREATE CAST (mood AS character varying) WITH INOUT AS IMPLICIT");
                        }
                        """);
    }

    @Test
    void aChangedColumnNamesOnlyWhatChanges() {
        assertThat(methods(
                        USERS.columns(column("age", varchar(50)).defaultValue("1")),
                        USERS.columns(column("age", integer()).defaultValue(1).comment("In years"))))
                .isEqualTo("""
                        upgrade(Operations op) {
                            // Fails where a value of users.age does not fit: varchar(50) becomes integer.
                            // Turning users.age from varchar(50) into integer rewrites users: reads and writes wait until it is
                            // done (ACCESS EXCLUSIVE).
                            op.alterColumn("users", alter("age")
                                    .dropDefault()
                                    .type(integer(), "age::integer")
                                    .defaultValue(1)
                                    .comment("In years"));
                        }

                        downgrade(Operations op) {
                            // Turning users.age from integer into varchar(50) rewrites users: reads and writes wait until it is
                            // done (ACCESS EXCLUSIVE).
                            op.alterColumn("users", alter("age").dropDefault().type(varchar(50)).defaultValue("1").comment(null));
                        }
                        """);
    }

    @Test
    void onATableThatExistsNothingBlocksWrites() {
        Table before = USERS.columns(column("name", text()), column("tenant_id", bigint()));
        Table after = USERS.columns(column("name", text()).notNull(), column("tenant_id", bigint()))
                .foreignKey(foreignKey("users_tenant_id_fkey", "tenant_id").references("users", "id"))
                .withIndexes(List.of(index("ix_users_name").on("users", "name")));

        assertThat(methods(before, after)).isEqualTo("""
                upgrade(Operations op) {
                    // Checked before anything is done: if rows break a rule, nothing is changed.
                    op.require("users.name has a value", "SELECT id FROM users WHERE name IS NULL");
                    op.require(
                            "users.tenant_id refers to rows of users (users_tenant_id_fkey)",
                            "SELECT id, tenant_id FROM users WHERE tenant_id IS NOT NULL AND NOT EXISTS (SELECT FROM users "
                                    + "AS target WHERE target.id = users.tenant_id)");

                    // Not valid yet: added without reading a row. Existing rows are checked below.
                    op.addForeignKey("users", foreignKey("users_tenant_id_fkey", "tenant_id").references("users", "id").notValid());

                    // op.require refuses to begin while a row of users has no value for users.name. To fill such rows
                    // here, replace it by this (import static dev.migrate.operation.DataChanges.backfill), or generate
                    // again with '-Dmigrate.backfill=users.name=<SQL>':
                    // op.backfill(backfill("users").setSql("name", "<SQL>").where("name IS NULL"));
                    // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                    // of reading the table under a lock.
                    op.addCheck("users", check("users_name_not_null_check", "name IS NOT NULL").notValid());
                    op.outsideTransaction(() -> op.validateConstraint("users", "users_name_not_null_check"));
                    op.alterColumn("users", alter("name").notNull());
                    op.dropConstraint("users", "users_name_not_null_check");

                    // Checks existing rows while reads and writes go on,
                    // outside a transaction that would keep the locks of what it did before.
                    op.outsideTransaction(() -> op.validateConstraint("users", "users_tenant_id_fkey"));

                    // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                    op.createIndex(index("ix_users_name").on("users", "name").concurrently());
                }

                downgrade(Operations op) {
                    op.dropConstraint("users", "users_tenant_id_fkey");
                    op.dropIndex("ix_users_name");
                    op.alterColumn("users", alter("name").nullable());
                }
                """);
    }

    @Test
    void aNewColumnThatNeedsAValueComesInThreeSteps() {
        assertThat(methods(
                        Schema.ofTables(USERS),
                        Schema.ofTables(USERS.columns(column("role", text()).notNull())),
                        OPTIONS,
                        Map.of("users.role", "'user'")))
                .isEqualTo("""
                        upgrade(Operations op) {
                            // NULL at first, so that existing rows can get a value below.
                            op.addColumn("users", column("role", text()));

                            // Filled twice: once the check is there, no row without a value comes in any more.
                            // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                            // of reading the table under a lock.
                            op.backfill(backfill("users").setSql("role", "'user'").where("role IS NULL"));
                            op.addCheck("users", check("users_role_not_null_check", "role IS NOT NULL").notValid());
                            op.backfill(backfill("users").setSql("role", "'user'").where("role IS NULL"));
                            op.outsideTransaction(() -> op.validateConstraint("users", "users_role_not_null_check"));
                            op.alterColumn("users", alter("role").notNull());
                            op.dropConstraint("users", "users_role_not_null_check");
                        }

                        downgrade(Operations op) {
                            // The values of users.role are lost.
                            op.dropColumn("users", "role");
                        }
                        """);
    }

    @Test
    void whatMayBeARenameIsSaidAndARenameIsDoneWhenAskedFor() {
        Schema before = Schema.ofTables(USERS.columns(column("name", text()))
                .check("users_name_check", "length(name) > 0")
                .withIndexes(List.of(index("ix_users_name").on("users", "name"))));
        Schema after = Schema.ofTables(USERS.columns(column("full_name", text()))
                .check("users_name_check", "length(full_name) > 0")
                .withIndexes(List.of(index("ix_users_name").on("users", "full_name"))));

        assertThat(SchemaDiff.diff(before, after, OPTIONS).candidates())
                .extracting(candidate -> candidate.option())
                .containsExactly("users.name:full_name");
        assertThat(methods(before, after)).contains("""
                    // The values of users.name are lost.
                    // If this is a rename, write this revision again with -Dmigrate.rename=users.name:full_name and
                    // nothing is lost.
                    op.dropColumn("users", "name");
                """);
        assertThat(methods(before, after, OPTIONS.renames(List.of("users.name:full_name")), Map.of()))
                .isEqualTo("""
                        upgrade(Operations op) {
                            op.renameColumn("users", "name", "full_name");
                        }

                        downgrade(Operations op) {
                            op.renameColumn("users", "full_name", "name");
                        }
                        """);
    }

    @Test
    void enumValuesThatOnlyComeAreAddedAndOthersReplaceTheType() {
        Table people = USERS.columns(column("mood", type("mood")));
        Schema two = Schema.ofTables(people).withEnums(List.of(enumType("mood", "sad", "happy")));
        Schema three = Schema.ofTables(people).withEnums(List.of(enumType("mood", "sad", "ok", "happy")));

        assertThat(methods(two, three)).isEqualTo("""
                upgrade(Operations op) {
                    op.addEnumValueAfter("mood", "ok", "sad");
                }

                downgrade(Operations op) {
                    // Checked before anything is done: if rows break a rule, nothing is changed.
                    op.require("users.mood is none of 'ok'", "SELECT id, mood FROM users WHERE mood::text IN ('ok')");

                    // Replacing mood rewrites users: reads and writes wait until it is done (ACCESS EXCLUSIVE). Running
                    // instances have to reconnect then: what they have prepared knows the old type.
                    op.replaceEnum(
                            enumType("mood", "sad", "ok", "happy"),
                            enumType("mood", "sad", "happy"),
                            Map.of(),
                            use("users", "mood"));
                }
                """);
    }

    @Test
    void aSequenceGetsItsOwnerAfterTheTableAndGoesAwayWithIt() {
        Schema after = Schema.ofTables(
                        table("t").columns(column("n", integer()).defaultSql("nextval('n_seq'::regclass)")))
                .withSequences(List.of(sequence("n_seq").increment(50).ownedBy("t", "n")));

        assertThat(methods(Schema.EMPTY, after)).isEqualTo("""
                upgrade(Operations op) {
                    op.createSequence(sequence("n_seq").increment(50));
                    op.createTable(table("t").columns(column("n", integer()).defaultSql("nextval('n_seq'::regclass)")));
                    op.alterSequence("n_seq", sequence -> sequence.ownedBy("t", "n"));
                }

                downgrade(Operations op) {
                    // The rows of t are lost.
                    op.dropTable("t");
                }
                """);
    }

    @Test
    void namesThatNobodyChoseAndWhatEntitiesCannotSayAreNoDifference() {
        Table live = USERS.named(USERS.name())
                .columns(
                        column("email", text()).compression("lz4").storage("EXTERNAL"),
                        column("n", integer()).notNull().defaultSql("nextval('users_n_seq'::regclass)"),
                        column("five", bigint()).defaultSql("'5'::bigint"),
                        column("at", type("timestamp with time zone")).defaultSql("CURRENT_TIMESTAMP"))
                .unique("UKq7c5ndm4rfl1v0aabbccddee1", "email")
                .constraints(check("users_five_check", "five > 0").noInherit())
                .with("fillfactor", "70")
                .unlogged();
        Table declared = USERS.columns(
                        column("at", type("timestamp with time zone")).defaultSql("now()"),
                        column("five", bigint()).defaultSql("5"),
                        column("email", text()),
                        column("n", integer()).identity())
                .unique("users_email_key", "email")
                .constraints(check("CKq7c5ndm4rfl1v0aabbccddee2", "five > 0"));
        Schema catalog = Schema.ofTables(live)
                .withSequences(List.of(sequence("users_n_seq").ownedBy("public.users", "n")));

        assertThat(SchemaDiff.diff(catalog, Schema.ofTables(declared), OPTIONS).operations())
                .isEmpty();
    }

    @Test
    void aConstraintIsRenamedOnlyToANameThatSomebodyChose() {
        assertThat(methods(
                        USERS.columns(column("email", text())).unique("users_email_key", "email"),
                        USERS.columns(column("email", text())).unique("one_account_per_address", "email")))
                .isEqualTo("""
                        upgrade(Operations op) {
                            op.renameConstraint("users", "users_email_key", "one_account_per_address");
                        }

                        downgrade(Operations op) {
                            op.renameConstraint("users", "one_account_per_address", "users_email_key");
                        }
                        """);
    }

    @Test
    void tablesAndEnumValuesAreRenamedWithWhatHangsOnThem() {
        Table posts = table("posts")
                .columns(
                        column("author", bigint()), column("mood", type("mood")).defaultSql("'sad'::mood"))
                .foreignKey(foreignKey("posts_author_fkey", "author").references("users", "id"));
        Schema before = Schema.ofTables(USERS, posts).withEnums(List.of(enumType("mood", "sad", "happy")));
        Table after = table("posts")
                .columns(
                        column("author", bigint()), column("mood", type("mood")).defaultSql("'unhappy'::mood"))
                .foreignKey(foreignKey("posts_author_fkey", "author").references("accounts", "id"));
        Table accounts =
                table("accounts").columns(column("id", bigint()).notNull()).primaryKey("accounts_pkey", "id");

        assertThat(methods(
                        before,
                        Schema.ofTables(accounts, after).withEnums(List.of(enumType("mood", "unhappy", "happy"))),
                        OPTIONS.renames(List.of("public.users:accounts", "mood.sad:unhappy")),
                        Map.of()))
                .isEqualTo("""
                        upgrade(Operations op) {
                            op.renameTable("users", "accounts");
                            op.renameEnumValue("mood", "sad", "unhappy");
                        }

                        downgrade(Operations op) {
                            op.renameEnumValue("mood", "unhappy", "sad");
                            op.renameTable("accounts", "users");
                        }
                        """);
    }
}
