package dev.migrate.operation;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamp;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.ColumnChange.AddIdentity;
import dev.migrate.operation.ColumnChange.SetColumnComment;
import dev.migrate.operation.ColumnChange.SetDefault;
import dev.migrate.operation.ColumnChange.SetNullable;
import dev.migrate.operation.ColumnChange.SetType;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnDifferenceTest {

    private static List<ColumnChange> changes(Column from, Column to, String using) {
        return new ChangeColumn(QualifiedName.parse("t"), from, to, using, null).changes();
    }

    @Test
    void aDefaultThatStaysIsLeftAloneWithALongerOrBiggerTypeSoThatChildrenKeepTheirOwn() {
        assertThat(changes(
                        column("c", varchar(50)).defaultValue("new"),
                        column("c", varchar(100)).defaultValue("new"),
                        null))
                .containsExactly(new SetType(varchar(100), null, null));
        assertThat(changes(
                        column("c", integer()).defaultValue(1),
                        column("c", bigint()).defaultValue(1),
                        null))
                .containsExactly(new SetType(bigint(), null, null));
    }

    @Test
    void aDefaultThatStaysIsLeftAloneWithABuiltInTypeOfAnotherKindSoThatDatabasesWithoutOneGetNone() {
        assertThat(changes(
                        column("c", new Type("character varying(50)")).defaultValue("new"),
                        column("c", text()).defaultValue("new"),
                        null))
                .containsExactly(new SetType(text(), null, null));
        assertThat(changes(
                        column("c", integer()).defaultValue(5),
                        column("c", varchar(10)).defaultValue(5),
                        null))
                .containsExactly(new SetType(varchar(10), null, null));
        assertThat(changes(
                        column("c", timestamp()).defaultSql("now()"),
                        column("c", timestamptz()).defaultSql("now()"),
                        null))
                .containsExactly(new SetType(timestamptz(), null, null));
    }

    @Test
    void aDefaultOfATypeThatMayGoIsSetAgainSoThatItIsNotLeftAsACastOfTheOldOne() {
        assertThat(changes(
                        column("c", type("mood")).defaultValue("new"),
                        column("c", text()).defaultValue("new"),
                        null))
                .containsExactly(
                        new SetDefault(null), new SetType(text(), null, null), new SetDefault(Expression.of("'new'")));
    }

    @Test
    void aDefaultIsTakenOffBeforeATypeThatNeedsAnExpression() {
        assertThat(changes(
                        column("c", text()).defaultValue("1"),
                        column("c", integer()).notNull().defaultValue(1).comment("Times"),
                        "c::integer"))
                .containsExactly(
                        new SetDefault(null),
                        new SetType(integer(), null, "c::integer"),
                        new SetNullable(false),
                        new SetDefault(Expression.of("1")),
                        new SetColumnComment("Times"));
    }

    @Test
    void anIdentityComesAfterTheDefaultIsGoneAndNullsAreForbidden() {
        assertThat(changes(
                        column("c", bigint()).defaultSql("nextval('s')"),
                        column("c", bigint()).identity(),
                        null))
                .containsExactly(new SetDefault(null), new SetNullable(false), new AddIdentity(Identity.byDefault()));
    }

    @Test
    void aPlainColumnCannotBecomeAGeneratedOne() {
        assertThatThrownBy(
                        () -> changes(column("c", text()), column("c", text()).generatedStored("a"), null))
                .hasMessage("PostgreSQL cannot turn a plain column into a generated one: t.c. "
                        + "Drop the column and add it again, in operations of their own.");
    }
}
