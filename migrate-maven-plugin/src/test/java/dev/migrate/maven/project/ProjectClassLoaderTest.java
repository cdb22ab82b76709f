package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectClassLoaderTest {

    private final ProjectClassLoader loader =
            new ProjectClassLoader(List.of(), getClass().getClassLoader());

    @Test
    void migratesOwnClassesAreThePlugins() throws ClassNotFoundException {
        assertThat(loader.loadClass("dev.migrate.Migration")).isSameAs(Migration.class);
    }

    @Test
    void nothingElseOfThePluginIsVisible() {
        assertThatThrownBy(() -> loader.loadClass("org.postgresql.Driver")).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource("META-INF/services/java.sql.Driver")).isNull();
    }

    @Test
    void theJdkIsVisible() throws ClassNotFoundException {
        assertThat(loader.loadClass("java.sql.Connection").getName()).isEqualTo("java.sql.Connection");
    }
}
