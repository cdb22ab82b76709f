package dev.migrate.testing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The table of cases, which shows nothing of an operation that isn't in it. */
class CaseTest {

    @Test
    @DisabledIfSystemProperty(named = "migrate.test.cases", matches = ".*", disabledReason = "only some are asked for")
    void everyOperationHasACase() {
        Set<String> shown = Case.all()
                .map(Case::operation)
                .flatMap(each ->
                        each instanceof Reversible reversible ? Stream.of(each, reversible.inverse()) : Stream.of(each))
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).containsAll(operations(Operation.class).toList());
    }

    @Test
    void noTwoCasesHaveTheSameName() {
        assertThat(Case.all().map(Case::name)).doesNotHaveDuplicates();
    }

    private static Stream<String> operations(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type.getSimpleName());
        }
        return type.isSealed() && type != CustomOperation.class
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CaseTest::operations)
                : Stream.empty();
    }
}
