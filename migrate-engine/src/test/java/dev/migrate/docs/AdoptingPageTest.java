package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        rename(database, renames().get(0));

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

        rename(database, renames().get(0).replace("'^(fk|uk)_?[a-z0-9]{20,}$'", "'^(fk|ux|pk|ck)_'"));

        assertThat(database.query("""
                SELECT string_agg(conname, ', ' ORDER BY conname COLLATE "C") FROM pg_constraint
                WHERE conrelid = 'users'::regclass AND contype IN ('f', 'u', 'p', 'c')""")).isEqualTo("users_boss_fkey, users_login_key, users_pkey, users_state_check");
    }

    @Test
    void indexesThatHibernateNamedGetThoseThatPostgresGives(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE "Agents" (id bigint PRIMARY KEY, "Name" text, tenant bigint, state text);
                CREATE INDEX idxg3lkx22u5vqohdhko61kqbnwc ON "Agents" ("Name", tenant DESC);
                CREATE INDEX idx2sajx81jfoavuiv71xhrkbwmr ON "Agents" (lower(state));
                CREATE INDEX ix_state ON "Agents" (state);
                """);

        rename(database, renames().get(1));

        assertThat(database.query("""
                SELECT string_agg(indexname, ', ' ORDER BY indexname COLLATE "C") FROM pg_indexes
                WHERE schemaname = 'public'""")).isEqualTo("Agents_Name_tenant_idx, Agents_lower_idx, Agents_pkey, ix_state");
    }

    /** What psql's {@code \\gexec} does. */
    private static void rename(TestDatabase database, String query) {
        database.execute(database.query("SELECT string_agg(statement, ';') FROM (" + query + ") AS r (statement)"));
    }

    /** The queries of the page's first block of SQL: for constraints, and for indexes. */
    private static List<String> renames() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```sql\n") + "```sql\n".length();
        return List.of(page.substring(start, page.indexOf("```", start)).split("\\\\gexec\n"));
    }
}
