package dev.migrate.autogen.scratch;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Unique;

/** A constraint that a column's type text brought with it: unnamed, so that PostgreSQL names it after the real table. */
final class TakenOver implements Constraint.Visitor<Constraint> {

    private final ScratchNames names;

    TakenOver(ScratchNames names) {
        this.names = names;
    }

    @Override
    public Constraint primaryKey(PrimaryKey key) {
        return new PrimaryKey(null, key.columns(), key.include(), key.deferral());
    }

    @Override
    public Constraint unique(Unique unique) {
        return new Unique(null, unique.columns(), unique.include(), unique.nullsCollide(), unique.deferral());
    }

    @Override
    public Constraint foreignKey(ForeignKey key) {
        return new ForeignKey(
                null,
                key.columns(),
                names.real(key.target().name()),
                key.targetColumns(),
                key.onDelete(),
                key.onDeleteColumns(),
                key.onUpdate(),
                key.match(),
                key.deferral(),
                key.valid());
    }

    @Override
    public Constraint check(Check check) {
        return new Check(null, names.toReal(check.expression()), check.valid(), check.inherited());
    }

    @Override
    public Constraint exclusion(Exclusion exclusion) {
        return new Exclusion(
                null,
                exclusion.method(),
                exclusion.elements(),
                exclusion.include(),
                exclusion.where(),
                exclusion.deferral());
    }
}
