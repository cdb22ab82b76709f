package com.example;

import dev.migrate.test.StandardMigrationTests;
import java.nio.file.Path;
import java.util.Optional;

class MigrationsTest implements StandardMigrationTests {

    @Override
    public Optional<Path> releasedDigests() {
        return Optional.of(Path.of("src/test/resources/released-revisions.txt"));
    }
}
