package dev.migrate.autogen;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftOutTest {

    private static final AuxiliaryObject CAST =
            new AuxiliaryObject("cast (kind as character varying)", "create cast", "drop cast");

    private static final Schema DECLARED = Schema.ofTables(
                    table("orders").columns(column("kind", type("kind")), column("mood", type("mood"))),
                    table("shared.countries")
                            .columns(column("mood", type("mood").array())))
            .withSchemas(List.of("shared", "audit"))
            .withSequences(List.of(sequence("orders_seq"), sequence("both_seq"), sequence("free_seq")))
            .withEnums(List.of(enumType("kind", "A"), enumType("mood", "SAD")))
            .withAuxiliaryObjects(List.of(CAST))
            .withMapping(new MappingFacts(
                    List.of(
                            new NumberedTables(
                                    QualifiedName.of(null, "orders_seq"), List.of(QualifiedName.of(null, "orders"))),
                            new NumberedTables(
                                    QualifiedName.of(null, "both_seq"),
                                    List.of(QualifiedName.of(null, "orders"), QualifiedName.of("shared", "countries"))),
                            new NumberedTables(QualifiedName.of(null, "free_seq"), List.of())),
                    List.of()));

    private static Schema within(CatalogScope scope) {
        Schema compared = scope.within(DECLARED, "public");
        return LeftOut.of(DECLARED, compared).without(compared);
    }

    @Test
    void whatOnlyALeftOutTableNeedsIsLeftOutWithIt() {
        Schema shared = within(CatalogScope.ofDefaultSchema().including("shared.*"));

        assertThat(shared)
                .isEqualTo(DECLARED.onlyTables(name -> name.name().equals("countries"))
                        .withSequences(List.of(sequence("both_seq"), sequence("free_seq")))
                        .withEnums(List.of(enumType("mood", "SAD")))
                        .withAuxiliaryObjects(List.of()));
    }

    @Test
    void aSchemaOfLeftOutTablesIsLeftOutAndOneThatNoTableNeedsStays() {
        Schema tenant = within(CatalogScope.ofDefaultSchema().excluding("shared.*"));

        assertThat(tenant)
                .isEqualTo(DECLARED.onlyTables(name -> name.name().equals("orders"))
                        .withSchemas(List.of("audit")));
        assertThat(within(CatalogScope.ofDefaultSchema())).isEqualTo(DECLARED);
    }
}
