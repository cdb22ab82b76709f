package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.schema.AuxiliaryObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {

    private static final AuxiliaryObject VIEW =
            new AuxiliaryObject("view named", "CREATE VIEW named AS SELECT 1", "DROP VIEW named");

    @Test
    void whatIsDroppedAndCreatedAnewIsNamed() {
        AuxiliaryObject trigger = new AuxiliaryObject("trigger t on agents", "CREATE TRIGGER t …", "DROP TRIGGER t");

        assertThat(Rights.warning(List.of(
                        new DropAuxiliaryObject(trigger),
                        new DropAuxiliaryObject(VIEW),
                        new CreateAuxiliaryObject(VIEW),
                        new CreateAuxiliaryObject(trigger))))
                .contains("Dropped and created anew, with the rights and the owner of the database that was read: view"
                        + " named. What another database grants on them, add to the file.");
    }

    @Test
    void aViewThatIsNewHasNoRightsToLose() {
        assertThat(Rights.warning(List.of(new CreateAuxiliaryObject(VIEW)))).isEmpty();
        assertThat(Rights.comment(new CreateAuxiliaryObject(VIEW))).isEmpty();
    }
}
