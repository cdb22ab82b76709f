package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationLoaderTest {

    static final class Hidden implements Migration {
        private Hidden() {}

        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    @Test
    void a_class_out_of_reach_may_be_in_a_package_that_its_module_keeps_to_itself() {
        String name = Hidden.class.getName();
        RevisionInfo revision = new RevisionInfo("0001", List.of(), List.of(), List.of(), "", null, name, null, "");

        assertThatThrownBy(() -> new MigrationLoader(Hidden.class.getClassLoader()).load(revision))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The migration of revision 0001, " + name + ", can't be accessed. Make the class and its"
                        + " constructor public; a Java module has to open its package to dev.migrate.engine, too.");
    }
}
