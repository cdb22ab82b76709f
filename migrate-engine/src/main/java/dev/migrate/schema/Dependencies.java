package dev.migrate.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the objects of a schema need of one another, as PostgreSQL says it of a catalog. A body that is a string needs nothing:
 * PostgreSQL doesn't look into it.
 */
public final class Dependencies {

    /** Nothing is known, or needed. */
    public static final Dependencies NONE = new Dependencies(Set.of());

    private final Set<Dependency> all;
    private final Map<ObjectId, Set<ObjectId>> needed = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> kept = new HashMap<>();
    private final Map<ObjectId, Set<ObjectId>> dependents = new HashMap<>();

    private Dependencies(Set<Dependency> all) {
        this.all = all;
        for (Dependency each : all) {
            add(needed, each.dependent(), each.needed());
            add(dependents, each.needed(), each.dependent());
            if (each.kind() == Dependency.Kind.NORMAL) {
                add(kept, each.dependent(), each.needed());
            }
        }
    }

    private static void add(Map<ObjectId, Set<ObjectId>> edges, ObjectId from, ObjectId to) {
        edges.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
    }

    /** These; what an object needs of itself is left out. */
    public static Dependencies of(Collection<Dependency> dependencies) {
        Set<Dependency> others = new LinkedHashSet<>();
        for (Dependency each : dependencies) {
            if (!each.dependent().equals(each.needed())) {
                others.add(each);
            }
        }
        return others.isEmpty() ? NONE : new Dependencies(others);
    }

    /** All of them. */
    public Set<Dependency> all() {
        return Set.copyOf(all);
    }

    /** What an object needs, without what that needs in turn. */
    public Set<ObjectId> neededBy(ObjectId dependent) {
        return needed.getOrDefault(dependent, Set.of());
    }

    /** What needs an object, without what needs that in turn. */
    public Set<ObjectId> dependentsOf(ObjectId object) {
        return dependents.getOrDefault(object, Set.of());
    }

    /** What PostgreSQL refuses to drop while the object is there. */
    public Set<ObjectId> keptBy(ObjectId dependent) {
        return kept.getOrDefault(dependent, Set.of());
    }

    /** Whether an object needs the other one, not only through a third. */
    public boolean needs(ObjectId dependent, ObjectId other) {
        return neededBy(dependent).contains(other);
    }

    /** The same of objects that go by other names. */
    public Dependencies named(UnaryOperator<ObjectId> names) {
        return of(all.stream()
                .map(each -> new Dependency(names.apply(each.dependent()), names.apply(each.needed()), each.kind()))
                .toList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dependencies that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
