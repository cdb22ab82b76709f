package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.testing.CompiledClasses;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Spring or CDI would make for Hibernate. */
class UninjectedBeansTest {

    static Stream<String> versions() {
        return Models.VERSIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void convertersAndListenersNeedNotGetWhatTheirConstructorsAskFor(String version, @TempDir Path classes)
            throws Exception {
        CompiledClasses.compile(Map.of("shop.Card", """
                        package shop;
                        import jakarta.persistence.*;
                        import java.util.Objects;
                        @Entity @EntityListeners(Audit.class) class Card {
                            @Id Long id;
                            @Convert(converter = Crypto.class) String number;
                        }
                        class Keys {}
                        class Audit {
                            Audit(Keys keys) { Objects.requireNonNull(keys); }
                            @PrePersist void audit(Object entity) {}
                        }
                        @Converter class Crypto implements AttributeConverter<String, byte[]> {
                            Crypto(Keys keys) { Objects.requireNonNull(keys); }
                            @Override public byte[] convertToDatabaseColumn(String value) { return null; }
                            @Override public String convertToEntityAttribute(byte[] value) { return null; }
                        }
                        """), List.of(), classes);

        try (EntityClassLoader hibernate = Models.hibernate(version, true);
                URLClassLoader shop =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, hibernate)) {
            assertThat(SchemaText.of(hibernate.read(
                            EntitySource.of(shop).roots(List.of(classes)).postgresMajor(17))))
                    .isEqualTo("""
                            table card
                              id bigint not null
                              number bytea
                              primary key card_pkey [id]
                            """);
        }
    }
}
