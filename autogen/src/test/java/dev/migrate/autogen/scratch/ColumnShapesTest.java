package dev.migrate.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.scratch.ColumnShapes.Shape;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Type;
import dev.migrate.testing.WrittenEquality;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnShapesTest {

    private static final Column PLAIN =
            new Column("a", new Type("text"), true, null, null, null, null, null, null, null, false);

    private static final Column OTHER = new Column(
            "b",
            new Type("integer"),
            false,
            Expression.of("1"),
            Identity.always(),
            new Generated(Expression.of("1"), Generated.Kind.STORED),
            "\"C\"",
            "PLAIN",
            "pglz",
            "a comment",
            true);

    @Test
    void columns_stand_for_each_other_unless_more_than_their_names_and_comments_differ()
            throws ReflectiveOperationException {
        RecordComponent[] components = Column.class.getRecordComponents();
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            Shape changed = new Shape(WrittenEquality.with(PLAIN, OTHER, i));
            if (changed.equals(new Shape(PLAIN))) {
                assertThat(changed).hasSameHashCodeAs(new Shape(PLAIN));
                alike.add(components[i].getName());
            }
        }

        assertThat(alike).containsExactly("name", "comment");
    }
}
