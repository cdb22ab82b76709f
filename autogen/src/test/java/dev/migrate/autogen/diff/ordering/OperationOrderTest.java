package dev.migrate.autogen.diff.ordering;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Dependencies;
import dev.migrate.schema.Dependency;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the orders run is shown by the random round trips. This is about the rules themselves. */
class OperationOrderTest {

    private static final AuxiliaryObject LOUD = function("loud", "RETURN upper(name) FROM names");
    private static final AuxiliaryObject NAMES =
            new AuxiliaryObject("view names", "CREATE VIEW names AS SELECT 1 AS name", "DROP VIEW names");
    private static final AuxiliaryObject LOUD_NAMES =
            new AuxiliaryObject("view loud_names", "CREATE VIEW loud_names AS SELECT loud()", "DROP VIEW loud_names");

    static List<Class<?>> kinds() {
        return List.of(Reversible.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindOfOperationHasATurn(Class<?> kind) {
        assertThat(Turn.ofKind(kind)).isPresent();
    }

    @Test
    void aTableThatTakesTheNameOfASequenceComesBehindItsDrop() {
        DropSequence drop = new DropSequence(sequence("numbers"));
        CreateTable create = new CreateTable(table("numbers").columns(column("id", bigint())));

        assertThat(ordered(create, drop)).containsExactly(drop, create);
    }

    @Test
    void aTableGoesBeforeTheTypeOfWhichItHasAColumnAndThatBeforeATableOfItsName() {
        DropEnum type = new DropEnum(enumType("mood", "sad", "ok"));
        DropTable letters = new DropTable(table("letters").columns(column("mood", type("mood"))));
        CreateTable mood = new CreateTable(table("mood").columns(column("id", bigint())));

        assertThat(ordered(mood, type, letters)).containsExactly(letters, type, mood);
    }

    @Test
    void whatNothingNeedsStandsWhereAReaderExpectsIt() {
        DropTable letters = new DropTable(table("letters").columns(column("id", bigint())));
        CreateTable posts = new CreateTable(table("posts").columns(column("id", bigint())));
        CreateSequence numbers = new CreateSequence(sequence("numbers"));
        CreateEnum mood = new CreateEnum(enumType("mood", "sad", "ok"));

        assertThat(ordered(letters, posts, numbers, mood)).containsExactly(mood, numbers, posts, letters);
    }

    @Test
    void aBodyThatIsAStringMayMentionWhatNeedsTheRoutine() {
        AuxiliaryObject loud = function("loud", "SELECT 1 FROM loud_names");

        assertThat(OperationOrder.ordered(creations(LOUD_NAMES, loud), Schema.EMPTY, needing(LOUD_NAMES, loud)))
                .isEqualTo(creations(loud, LOUD_NAMES));
    }

    @Test
    void aBodyThatIsAStringComesBehindWhatItMentions() {
        assertThat(OperationOrder.ordered(creations(LOUD, NAMES), Schema.EMPTY, Schema.EMPTY))
                .isEqualTo(creations(NAMES, LOUD));
    }

    @Test
    void aCircleIsNamedWithAllItsMembers() {
        Schema after = Schema.EMPTY.withDependencies(
                Dependencies.of(List.of(need(NAMES, LOUD_NAMES), need(LOUD_NAMES, LOUD), need(LOUD, NAMES))));

        assertThatThrownBy(() -> OperationOrder.ordered(creations(LOUD_NAMES, LOUD, NAMES), Schema.EMPTY, after))
                .isInstanceOf(MigrateException.class)
                .hasMessage("These changes need each other, so that no order of them runs: Added view loud_names, Added"
                        + " function loud(), Added view names. Make them in two migrations: first take away what one of"
                        + " them needs.");
    }

    private static List<Reversible> ordered(Reversible... operations) {
        return OperationOrder.ordered(List.of(operations), Schema.EMPTY, Schema.EMPTY);
    }

    private static List<Reversible> creations(AuxiliaryObject... objects) {
        return List.of(objects).stream()
                .<Reversible>map(CreateAuxiliaryObject::new)
                .toList();
    }

    private static Schema needing(AuxiliaryObject dependent, AuxiliaryObject needed) {
        return Schema.EMPTY.withDependencies(Dependencies.of(List.of(need(dependent, needed))));
    }

    private static Dependency need(AuxiliaryObject dependent, AuxiliaryObject needed) {
        return new Dependency(
                new OfObject(dependent.identity()), new OfObject(needed.identity()), Dependency.Kind.NORMAL);
    }

    private static AuxiliaryObject function(String name, String body) {
        return new AuxiliaryObject(
                "function " + name + "()",
                "CREATE FUNCTION " + name + "() RETURNS text LANGUAGE plpgsql AS $$ BEGIN " + body + "; END $$",
                "DROP FUNCTION " + name + "()");
    }
}
