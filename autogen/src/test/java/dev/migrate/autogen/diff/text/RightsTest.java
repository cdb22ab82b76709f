package dev.migrate.autogen.diff.text;

import static dev.migrate.schema.Definitions.enumType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.schema.AuxiliaryObject;
import java.util.List;
import java.util.TreeMap;
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
    void whatIsRebuiltWithAnEnumIsNamed() {
        AuxiliaryObject wipe = new AuxiliaryObject(
                "function wipe(mood)",
                "CREATE FUNCTION wipe(mood) …;\nREVOKE ALL ON FUNCTION wipe(mood) FROM PUBLIC",
                "DROP FUNCTION wipe(mood)");
        ChangeEnum replacement = new ChangeEnum(
                        enumType("mood", "sad", "ok"), enumType("mood", "ok"), new TreeMap<>(), List.of())
                .rebuilding(List.of(new CreateAuxiliaryObject(wipe)));

        assertThat(Rights.warning(List.of(replacement)))
                .contains(
                        "Dropped and created anew, with the rights and the owner of the database that was read: function"
                                + " wipe(mood). What another database grants on them, add to the file.");
        assertThat(Rights.comment(replacement))
                .contains("Rights and owner as in the database that was read: add here what others grant.");
        assertThat(Rights.warning(List.of(replacement.inverse()))).isEmpty();
    }

    @Test
    void aViewThatIsNewHasNoRightsToLose() {
        assertThat(Rights.warning(List.of(new CreateAuxiliaryObject(VIEW)))).isEmpty();
        assertThat(Rights.comment(new CreateAuxiliaryObject(VIEW))).isEmpty();
    }
}
