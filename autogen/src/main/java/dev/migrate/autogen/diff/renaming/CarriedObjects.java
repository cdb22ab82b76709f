package dev.migrate.autogen.diff.renaming;

import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that renames have changed, as they were before: they are dropped before anything is renamed. */
public final class CarriedObjects {

    private final Map<String, AuxiliaryObject> originals = new HashMap<>();

    /**
     * Remembers what has changed.
     *
     * @param renamed the same objects in the same order
     */
    void carry(List<AuxiliaryObject> objects, List<AuxiliaryObject> renamed) {
        for (int i = 0; i < objects.size(); i++) {
            AuxiliaryObject before = objects.get(i);
            AuxiliaryObject after = renamed.get(i);
            if (!before.equals(after)) {
                AuxiliaryObject known = originals.remove(before.identity());
                originals.put(after.identity(), known == null ? before : known);
            }
        }
    }

    /** The operations, of which those that drop such an object find it, and bring it back, as it was. */
    public List<Reversible> dropped(List<Reversible> operations) {
        return operations.stream()
                .map(operation -> operation instanceof DropAuxiliaryObject drop ? original(drop) : operation)
                .toList();
    }

    private DropAuxiliaryObject original(DropAuxiliaryObject drop) {
        AuxiliaryObject original = originals.get(drop.object().identity());
        return original == null ? drop : new DropAuxiliaryObject(original);
    }
}
