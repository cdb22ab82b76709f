package dev.migrate.testing.cases;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.type;

import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.QualifiedName;
import java.util.stream.Stream;

/** Constraints as PostgreSQL 18 has them: over ranges, and not enforced. */
final class ModernConstraintCases {

    private ModernConstraintCases() {}

    static Stream<Case> all() {
        QualifiedName agents = QualifiedName.parse("agents");
        QualifiedName bookings = QualifiedName.parse("bookings");
        QualifiedName guests = QualifiedName.parse("guests");
        String tables = "CREATE TABLE bookings (room int4range, during tstzrange, age integer);"
                + " CREATE TABLE guests (room int4range, stay tstzrange)";
        return Stream.of(
                Case.of(
                                "add primary key without overlaps",
                                new AddConstraint(
                                        bookings,
                                        primaryKey("bookings_pkey", "room", "during")
                                                .include("age")
                                                .withoutOverlaps()))
                        .after(tables + "; ALTER TABLE bookings ALTER room SET NOT NULL, ALTER during SET NOT NULL")
                        .since(18),
                Case.of(
                                "add unique constraint without overlaps",
                                new AddConstraint(
                                        bookings,
                                        unique("bookings_key", "room", "during").withoutOverlaps()))
                        .after(tables)
                        .since(18),
                Case.of(
                                "add foreign key with a period",
                                new AddConstraint(
                                        guests,
                                        foreignKey("guests_fkey", "room", "stay")
                                                .references("bookings", "room", "during")
                                                .period()))
                        .after(tables + "; ALTER TABLE bookings ADD PRIMARY KEY (room, during WITHOUT OVERLAPS)")
                        .since(18),
                Case.of(
                                "add foreign key with a period to the primary key",
                                new AddConstraint(
                                        guests,
                                        foreignKey("guests_fkey", "room", "stay")
                                                .references("bookings")
                                                .period()))
                        .after(tables + "; ALTER TABLE bookings ADD PRIMARY KEY (room, during WITHOUT OVERLAPS)")
                        .since(18),
                Case.of(
                                "add foreign key that is not enforced",
                                new AddConstraint(
                                        agents,
                                        foreignKey("fk", "tenant_id")
                                                .references("tenants", "id")
                                                .notEnforced()))
                        .since(18),
                Case.of(
                                "add check that is not enforced",
                                new AddConstraint(
                                        agents,
                                        check("agents_age_check", "age >= 0").notEnforced()))
                        .since(18),
                Case.of(
                                "create table with a key without overlaps and rules that are not enforced",
                                new CreateTable(table("bookings")
                                        .columns(
                                                column("room", type("int4range"))
                                                        .notNull(),
                                                column("during", type("tstzrange"))
                                                        .notNull(),
                                                column("tenant_id", bigint()))
                                        .constraints(
                                                primaryKey("bookings_pkey", "room", "during")
                                                        .withoutOverlaps(),
                                                foreignKey("bookings_tenant_id_fkey", "tenant_id")
                                                        .references("tenants", "id")
                                                        .notEnforced(),
                                                check("bookings_tenant_id_check", "tenant_id > 0")
                                                        .notEnforced())))
                        .since(18));
    }
}
