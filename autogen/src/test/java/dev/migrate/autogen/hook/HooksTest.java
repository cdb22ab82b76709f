package dev.migrate.autogen.hook;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksTest {

    private static final Table USERS =
            table("users").columns(column("id", bigint()).notNull(), column("email", varchar(100)));

    private static List<String> changes(Schema database, Schema entities, AutogenerateHook... hooks) {
        DiffOptions options = DiffOptions.ENTITIES.dropUnknown(true).hooks(Hooks.of(hooks));
        return DetectedText.of(SchemaDiff.diff(database, entities, options).operations());
    }

    private static Schema with(Table... tables) {
        return Schema.ofTables(tables);
    }

    /** Leaves out what has this name, whatever it is. */
    private record Without(String name) implements AutogenerateHook {
        @Override
        public boolean includesName(ObjectName object) {
            return !object.name().equals(name);
        }
    }

    @Test
    void aTableThatIsLeftOutByItsNameIsNeitherDroppedNorCreated() {
        Table cache = table("cache").columns(column("key", varchar(10)));

        assertThat(changes(with(USERS, cache), with(USERS))).containsExactly("Removed table cache");
        assertThat(changes(with(USERS, cache), with(USERS), new Without("cache")))
                .isEmpty();
        assertThat(changes(with(USERS), with(USERS, cache), new Without("cache")))
                .isEmpty();
    }

    @Test
    void aColumnThatIsLeftOutTakesAlongWhatUsesIt() {
        Table more = USERS.columns(column("score", integer()))
                .constraints(check("users_score_check", "score > 0"))
                .withIndexes(List.of(index("ix_users_score").on("users", "score")));

        assertThat(changes(with(USERS), with(more))).hasSize(3);
        assertThat(changes(with(USERS), with(more), new Without("score"))).isEmpty();
        assertThat(changes(with(more), with(USERS), new Without("score"))).isEmpty();
    }

    /** Leaves out indexes that a database administrator made. */
    private record WithoutIndexesOfTheAdministrator() implements AutogenerateHook {
        @Override
        public boolean includesObject(SchemaObject object, Side side) {
            return !(object instanceof SchemaObject.OfIndex index
                    && side == Side.DATABASE
                    && index.index().name().startsWith("dba_"));
        }
    }

    @Test
    void anIndexThatIsLeftOutOnOneSideIsLeftOutUnderAnotherNameToo() {
        Index made = index("dba_email").on("users", "email");
        Schema database = with(USERS.withIndexes(List.of(made)));
        Schema entities = with(USERS.withIndexes(List.of(made.named("ix_users_email"))));

        assertThat(changes(database, entities)).hasSize(1);
        assertThat(changes(database, entities, new WithoutIndexesOfTheAdministrator()))
                .isEmpty();
        assertThat(changes(database, with(USERS), new WithoutIndexesOfTheAdministrator()))
                .isEmpty();
    }

    /** The administrator's columns are wider, and have other defaults. */
    private record Lenient() implements AutogenerateHook {
        @Override
        public boolean isSameType(ColumnPair columns) {
            return columns.database().type().equals(bigint())
                    && columns.declared().type().equals(integer());
        }

        @Override
        public boolean isSameDefault(ColumnPair columns) {
            return columns.table().equals(QualifiedName.of(null, "orders"));
        }
    }

    @Test
    void typesAndDefaultsAreTheSameIfAHookSaysSo() {
        Schema database =
                with(table("orders").columns(column("amount", bigint()).defaultSql("1")));
        Schema entities =
                with(table("orders").columns(column("amount", integer()).defaultSql("0")));

        assertThat(changes(database, entities)).isNotEmpty();
        assertThat(changes(database, entities, new Lenient())).isEmpty();
        // The other way round it narrows, which the hook doesn't call the same.
        assertThat(changes(with(table("orders").columns(column("amount", integer()))), database, new Lenient()))
                .containsExactly("Changed column orders.amount: type from integer to bigint");
    }

    /** Puts an extension before the first new table. */
    private record WithExtension() implements AutogenerateHook {
        @Override
        public List<Reversible> rewrite(List<Reversible> operations) {
            List<Reversible> more = new ArrayList<>(operations);
            if (operations.stream().anyMatch(CreateTable.class::isInstance)) {
                more.add(0, new CreateExtension(Extension.of("citext")));
            }
            return more;
        }
    }

    @Test
    void operationsAreRewrittenByOneHookAfterTheOther() {
        AutogenerateHook last = new AutogenerateHook() {
            @Override
            public List<Reversible> rewrite(List<Reversible> operations) {
                return operations.subList(0, 1);
            }
        };

        assertThat(changes(Schema.EMPTY, with(USERS), new WithExtension(), last))
                .containsExactly("Added extension citext");
        assertThat(changes(with(USERS), with(USERS), new WithExtension())).isEmpty();
    }

    /** Knows a type, and how a column is added. */
    private record InJava() implements AutogenerateHook {
        @Override
        public Optional<JavaText> java(Type type) {
            return type.sql().equals("geometry(Point,4326)")
                    ? Optional.of(JavaText.of("GeoTypes.point()", "com.example.GeoTypes"))
                    : Optional.empty();
        }

        @Override
        public Optional<JavaText> java(Operation operation) {
            return operation instanceof CreateExtension extension
                    ? Optional.of(JavaText.of(
                            "Extensions.install(op, \"" + extension.extension().name() + "\")",
                            "com.example.Extensions"))
                    : Optional.empty();
        }
    }

    @Test
    void typesAndOperationsAreWrittenAsAHookSays() {
        MigrationFile file = MigrationFile.of("db", "R1_Places", "1", "Places", "2024-12-09T10:00:00Z")
                .doing(
                        List.of(),
                        List.of(
                                Paragraph.of(new CreateExtension(Extension.of("postgis"))),
                                Paragraph.of(new AddColumn(
                                        QualifiedName.of(null, "shops"),
                                        column("place", type("geometry(Point,4326)"))
                                                .notNull()))),
                        List.of());

        assertThat(MigrationWriter.write(file, Hooks.of(new InJava()))).isEqualTo("""
                package db;

                import static dev.migrate.schema.Definitions.column;

                import com.example.Extensions;
                import com.example.GeoTypes;
                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                /**
                 * Places.
                 */
                @Revision(
                        id = "1",
                        message = "Places",
                        created = "2024-12-09T10:00:00Z")
                public class R1_Places implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        Extensions.install(op, "postgis");
                        op.addColumn("shops", column("place", GeoTypes.point()).notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {}
                }
                """);
    }

    /** Fails in each way. */
    public static final class Broken implements AutogenerateHook {
        @Override
        public boolean includesName(ObjectName name) {
            if (name.name().equals("users")) {
                throw new IllegalStateException("no such file: names.txt");
            }
            return true;
        }

        @Override
        public List<Reversible> rewrite(List<Reversible> operations) {
            throw new NoSuchMethodError("'void dev.migrate.Operations.gone()'");
        }
    }

    @Test
    void aHookThatThrowsIsNamedTogetherWithWhatItWasAsked() {
        assertThatThrownBy(() -> changes(with(USERS), with(USERS), new Broken()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The hook " + Broken.class.getName() + " failed in includesName(table users):"
                        + " java.lang.IllegalStateException: no such file: names.txt. Correct it and run again.");
    }

    @Test
    void aHookThatExpectsAnotherVersionOfMigrateIsToldSo() {
        Table orders = table("orders").columns(column("id", bigint()));

        assertThatThrownBy(() -> changes(with(orders), Schema.EMPTY, new Broken()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The hook " + Broken.class.getName() + " cannot run rewrite: java.lang.NoSuchMethodError:"
                        + " 'void dev.migrate.Operations.gone()'. It was compiled against another version of Migrate, or"
                        + " a class that it uses is missing: give its dependency dev.migrate:migrate-autogen the version"
                        + " of the plugin and compile it again.");
    }

    @Test
    void hooksAreFoundAsServicesAndByName(@TempDir Path classPath) throws IOException {
        Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
        Files.writeString(services.resolve(AutogenerateHook.class.getName()), Broken.class.getName() + "\n");
        try (URLClassLoader project = loader(classPath)) {
            assertThat(Hooks.load(project, List.of()).isEmpty()).isFalse();
        }
        assertThat(Hooks.load(getClass().getClassLoader(), List.of(Broken.class.getName()))
                        .isEmpty())
                .isFalse();
        assertThat(Hooks.load(getClass().getClassLoader(), List.of()).isEmpty()).isTrue();
    }

    @Test
    void aServiceThatIsNotThereIsNamed(@TempDir Path classPath) throws IOException {
        Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
        Files.writeString(services.resolve(AutogenerateHook.class.getName()), "com.example.Gone\n");
        try (URLClassLoader project = loader(classPath)) {
            assertThatThrownBy(() -> Hooks.load(project, List.of()))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(
                            "A hook in META-INF/services/dev.migrate.autogen.hook.AutogenerateHook cannot be loaded:"
                                    + " dev.migrate.autogen.hook.AutogenerateHook: Provider com.example.Gone not found."
                                    + " Correct it and run again.");
        }
    }

    @Test
    void aNameThatIsNoHookIsRefused() {
        assertThatThrownBy(() -> Hooks.load(getClass().getClassLoader(), List.of("java.lang.String")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The hook java.lang.String cannot be created: java.lang.ClassCastException: class"
                        + " java.lang.String. It must be a class on the project's class path with a public constructor"
                        + " without parameters that implements dev.migrate.autogen.hook.AutogenerateHook. Correct it and"
                        + " run again.");
    }

    private URLClassLoader loader(Path classPath) throws IOException {
        return new URLClassLoader(
                new URL[] {classPath.toUri().toURL()}, getClass().getClassLoader());
    }
}
