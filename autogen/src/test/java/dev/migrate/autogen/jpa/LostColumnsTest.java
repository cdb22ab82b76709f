package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate's own export lacks a column that is called like an attribute of an aggregate; its inserts don't. */
class LostColumnsTest {

    @TempDir
    Path classes;

    @Test
    void aColumnThatIsCalledLikeAnAttributeOfAnAggregateIsThere() throws Exception {
        String imports =
                "package shop; import jakarta.persistence.*; import java.util.*; import org.hibernate.annotations.*;"
                        + " import org.hibernate.type.SqlTypes; ";
        CompiledClasses.compile(
                Map.of(
                        "shop.Article",
                        imports + """
                                @jakarta.persistence.Entity @Inheritance @SoftDelete class Article {
                                    @Id Long id;
                                    @Version int version;
                                    String colour;
                                    @JdbcTypeCode(SqlTypes.JSON) Paint paint;
                                    @ManyToOne @JoinColumn(name = "maker") Article original;
                                    @OneToMany @JoinColumn(name = "layer") List<Article> layers;
                                    @ElementCollection Map<String, Coat> coats;
                                }
                                """,
                        "shop.Coat",
                        imports + "@Embeddable class Coat { String colour; @JdbcTypeCode(SqlTypes.JSON) Paint paint; }",
                        "shop.Paint",
                        imports + """
                                @Embeddable class Paint {
                                    Long id; int version; String colour; String maker; int layer; boolean deleted;
                                    String coats_KEY; String DTYPE;
                                }
                                """),
                List.of(),
                classes);

        assertThat(columns("article")).isEqualTo("colour, deleted, id, layer, maker, paint, version");
        assertThat(columns("article_coats")).isEqualTo("article_id, coats_key, colour, paint");
    }

    private String columns(String table) throws Exception {
        Path[] classPath = Stream.concat(
                        Stream.of(classes),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .map(Path::of))
                .toArray(Path[]::new);
        try (EntityClassLoader entities = EntityClassLoader.of(List.of(classPath))) {
            Schema schema = entities.read(
                    EntitySource.of(entities).roots(List.of(classes)).postgresMajor(17));
            return schema.tables().stream()
                    .filter(one -> one.name().name().equals(table))
                    .flatMap(one -> one.columns().stream())
                    .map(Column::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
