package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs what {@code docs/adopting.md} has for psql. */
@PostgresTest
class AdoptingPageTest {

    private static final Path PAGE = Path.of("../docs/adopting.md");

    @Test
    void namesThatHibernateMadeUpBecomeThoseThatPostgresGives(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE tenants (id bigint PRIMARY KEY, name text CONSTRAINT uk_1a2b3c4d5e6f7g8h9i0jk1l2m UNIQUE);
                CREATE TABLE "Agents" (id bigint, tenant bigint, name text CONSTRAINT uk_name UNIQUE,
                    CONSTRAINT ukabcdefghijklmnopqrstuvwxy UNIQUE (tenant, id),
                    CONSTRAINT fk9exsrff71kyi5ycg3qc35mm9v FOREIGN KEY (tenant) REFERENCES tenants,
                    CONSTRAINT fk_agents_tenants FOREIGN KEY (id) REFERENCES tenants);
                """);

        // What psql's \\gexec does.
        database.execute(database.query("SELECT string_agg(statement, ';') FROM (" + renames() + ") AS r (statement)"));

        assertThat(database.query("""
                SELECT string_agg(conname, ', ' ORDER BY conname COLLATE "C") FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND contype IN ('f', 'u')"""))
                .isEqualTo("Agents_tenant_fkey, Agents_tenant_id_key, fk_agents_tenants, tenants_name_key, uk_name");
    }

    @Test
    void namesThatAnotherToolGaveBecomeThoseThatPostgresGives(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE users (id bigint CONSTRAINT pk_users PRIMARY KEY, login text CONSTRAINT ux_login UNIQUE,
                    state text NOT NULL CONSTRAINT ck_users_state CHECK (state IN ('A', 'B')),
                    boss bigint CONSTRAINT fk_boss REFERENCES users);
                """);

        String renames = renames().replace("'^(fk|uk)_?[a-z0-9]{20,}$'", "'^(fk|ux|pk|ck)_'");
        database.execute(database.query("SELECT string_agg(statement, ';') FROM (" + renames + ") AS r (statement)"));

        assertThat(database.query("""
                SELECT string_agg(conname, ', ' ORDER BY conname COLLATE "C") FROM pg_constraint
                WHERE conrelid = 'users'::regclass AND contype IN ('f', 'u', 'p', 'c')""")).isEqualTo("users_boss_fkey, users_login_key, users_pkey, users_state_check");
    }

    private static String renames() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```sql\n") + "```sql\n".length();
        return page.substring(start, page.indexOf("\\gexec", start));
    }
}
