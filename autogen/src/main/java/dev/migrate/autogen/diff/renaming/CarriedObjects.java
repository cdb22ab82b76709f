package dev.migrate.autogen.diff.renaming;

import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Objects that renames have changed, as they were before: they are dropped before anything is renamed. */
public final class CarriedObjects {

    private final Map<String, AuxiliaryObject> originals = new HashMap<>();

    /**
     * Remembers what has changed.
     *
     * @param identities what an object is called behind a rename
     */
    void carry(Schema before, Schema after, Function<AuxiliaryObject, String> identities) {
        Map<String, AuxiliaryObject> renamed = new HashMap<>();
        after.auxiliaryObjects().forEach(object -> renamed.put(object.identity(), object));
        Map<String, AuxiliaryObject> carried = new HashMap<>();
        for (AuxiliaryObject object : before.auxiliaryObjects()) {
            String identity = identities.apply(object);
            AuxiliaryObject known = originals.get(object.identity());
            if (known != null || !object.equals(renamed.get(identity))) {
                carried.put(identity, known == null ? object : known);
            }
        }
        originals.clear();
        originals.putAll(carried);
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
