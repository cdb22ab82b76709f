package dev.migrate.schema;

import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ForeignKey.Match;
import dev.migrate.testing.WrittenEquality;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values whose equality is code count each of their components, as records do. */
class WrittenEqualityTest {

    private static final QualifiedName AGENTS = QualifiedName.of(null, "agents");
    private static final QualifiedName TENANTS = QualifiedName.of("app", "tenants");
    private static final Type TEXT = new Type("text");
    private static final IndexKey NAME = IndexKey.column("name");
    private static final Expression TRUE = Expression.of("true");

    /** Two of each, which have nothing in common. */
    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(AGENTS, TENANTS),
                Arguments.of(TEXT, new Type("integer")),
                Arguments.of(new IndexKey.Target.OfColumn("a"), new IndexKey.Target.OfColumn("b")),
                Arguments.of(
                        new IndexKey(new IndexKey.Target.OfColumn("a"), null, null, false, false),
                        new IndexKey(new IndexKey.Target.OfExpression(TRUE), "\"C\"", "text_ops", true, true)),
                Arguments.of(
                        new Column("a", TEXT, true, null, null, null, null, null, null, null, false),
                        new Column(
                                "b",
                                new Type("integer"),
                                false,
                                TRUE,
                                Identity.always(),
                                new Generated(TRUE, Generated.Kind.STORED),
                                "\"C\"",
                                "PLAIN",
                                "pglz",
                                "a comment",
                                true)),
                Arguments.of(
                        new PrimaryKey(null, List.of("a"), List.of(), false, Deferral.NOT_DEFERRABLE),
                        new PrimaryKey("k", List.of("b"), List.of("c"), true, Deferral.INITIALLY_DEFERRED)),
                Arguments.of(
                        new Unique(null, List.of("a"), List.of(), false, false, Deferral.NOT_DEFERRABLE),
                        new Unique("k", List.of("b"), List.of("c"), true, true, Deferral.INITIALLY_DEFERRED)),
                Arguments.of(
                        new ForeignKey(
                                null,
                                List.of("a"),
                                AGENTS,
                                List.of(),
                                Action.NO_ACTION,
                                List.of(),
                                Action.NO_ACTION,
                                Match.SIMPLE,
                                Deferral.NOT_DEFERRABLE,
                                Validity.VALID,
                                false),
                        new ForeignKey(
                                "k",
                                List.of("b"),
                                TENANTS,
                                List.of("id"),
                                Action.SET_NULL,
                                List.of("b"),
                                Action.CASCADE,
                                Match.FULL,
                                Deferral.INITIALLY_DEFERRED,
                                Validity.NOT_VALID,
                                true)),
                Arguments.of(
                        new Index(
                                "i",
                                AGENTS,
                                "btree",
                                false,
                                false,
                                List.of(NAME),
                                List.of(),
                                null,
                                new TreeMap<>(),
                                null,
                                true,
                                false,
                                false),
                        new Index(
                                "j",
                                TENANTS,
                                "gin",
                                true,
                                true,
                                List.of(NAME, NAME),
                                List.of("c"),
                                TRUE,
                                SortedMaps.copy(new TreeMap<>(java.util.Map.of("fillfactor", "70"))),
                                "fast",
                                false,
                                true,
                                true)),
                Arguments.of(
                        Table.of(AGENTS),
                        new Table(
                                TENANTS,
                                List.of(Column.of("a", TEXT)),
                                List.of(new Check("c", TRUE, Validity.VALID, true)),
                                List.of(Index.of("i", TENANTS, List.of(NAME))),
                                "a comment",
                                true,
                                new TreeMap<>(java.util.Map.of("fillfactor", "70")),
                                "fast",
                                List.of(AGENTS),
                                new Partitioning(Partitioning.Strategy.HASH, List.of(NAME)),
                                new PartitionOf(AGENTS, "DEFAULT"),
                                true)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aValueEqualsItsCopyAndNoneThatDiffersInAComponent(Record one, Record other)
            throws ReflectiveOperationException {
        WrittenEquality.requireEachComponent(one, other);
    }
}
