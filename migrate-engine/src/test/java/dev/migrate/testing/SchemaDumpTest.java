package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDumpTest {

    private static final String EVERYTHING = """
            CREATE SCHEMA "App";
            COMMENT ON SCHEMA "App" IS 'The app''s';
            CREATE TYPE "App".mood AS ENUM ('sad', 'it''s');
            COMMENT ON TYPE "App".mood IS 'm';
            CREATE DOMAIN "App".email AS text COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT at CHECK (VALUE ~ '@');
            CREATE SEQUENCE "App".s AS int START 5 INCREMENT 2 CACHE 3 CYCLE;
            CREATE UNLOGGED TABLE "App".t (
                id int GENERATED ALWAYS AS IDENTITY,
                name varchar(10) COLLATE "C" DEFAULT 'a' NOT NULL,
                twice int GENERATED ALWAYS AS (2 * 3) STORED,
                mood "App".mood,
                CONSTRAINT pk PRIMARY KEY (id) DEFERRABLE,
                CONSTRAINT c CHECK (name <> '') NO INHERIT
            ) WITH (fillfactor = 70);
            ALTER SEQUENCE "App".s OWNED BY "App".t.name;
            COMMENT ON TABLE "App".t IS 'table';
            COMMENT ON COLUMN "App".t.name IS 'column';
            COMMENT ON CONSTRAINT c ON "App".t IS 'constraint';
            CREATE INDEX i ON "App".t (lower(name) DESC) WHERE id > 0;
            COMMENT ON INDEX "App".i IS 'index';
            CREATE VIEW "App".v AS SELECT 1 AS id;
            CREATE MATERIALIZED VIEW "App".mv AS SELECT 1 AS id WITH NO DATA;
            CREATE FUNCTION "App".touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER touch BEFORE UPDATE ON "App".t FOR EACH ROW EXECUTE FUNCTION "App".touch();
            ALTER TABLE "App".t ENABLE ROW LEVEL SECURITY;
            CREATE POLICY mine ON "App".t FOR SELECT USING (id = 1);
            CREATE TABLE p (a int) PARTITION BY RANGE (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (2);
            CREATE CAST (varchar AS "App".mood) WITH INOUT AS IMPLICIT;
            """;

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void tellsEverythingThatASchemaHolds(int major) {
        try (TestDatabase database = PostgresServer.get(major).newDatabase()) {
            database.execute(EVERYTHING);

            // Newer servers have NOT NULL as a constraint with a name: domains since 17, tables since 18.
            String dump = SchemaDump.of(database, "public").replaceAll("  constraint \\S+_not_null NOT NULL.*\n", "");

            assertThat(dump).isEqualTo("""
                            "App"
                              schema
                              comment 'The app''s'
                            "App".email
                              domain text collate "C" not null default 'x'::text
                              constraint at CHECK ((VALUE ~ '@'::text))
                            "App".mood
                              enum 'sad', 'it''s' comment 'm'
                            "App".mv
                              materialized view not populated
                              as SELECT 1 AS id;
                              column id integer
                            "App".s
                              sequence integer start 5 increment 2 min 1 max 2147483647 cache 3 cycle owned by "App".t.name
                            "App".t
                              table unlogged options {fillfactor=70} row level security
                              column id integer not null identity always "App".t_id_seq
                              column mood "App".mood
                              column name character varying(10) collate "C" not null default 'a'::character varying
                              column twice integer stored (2 * 3)
                              comment on column name 'column'
                              constraint c CHECK (((name)::text <> ''::text)) NO INHERIT comment 'constraint'
                              constraint pk PRIMARY KEY (id) DEFERRABLE
                              index CREATE INDEX i ON "App".t USING btree (lower((name)::text) DESC) WHERE (id > 0) comment 'index'
                              index CREATE UNIQUE INDEX pk ON "App".t USING btree (id)
                              trigger O CREATE TRIGGER touch BEFORE UPDATE ON "App".t FOR EACH ROW EXECUTE FUNCTION "App".touch()
                              policy mine permissive for r to public using ((id = 1)) with check ()
                              comment 'table'
                            "App".t_id_seq
                              sequence integer start 1 increment 1 min 1 max 2147483647 cache 1 identity of "App".t.id
                            "App".touch()
                              CREATE OR REPLACE FUNCTION "App".touch()
                                 RETURNS trigger
                                 LANGUAGE plpgsql
                                AS $function$BEGIN RETURN NEW; END$function$
                            "App".v
                              view
                              as SELECT 1 AS id;
                              column id integer
                            cast (character varying AS "App".mood)
                              cast ii
                            public.p
                              partitioned table RANGE (a)
                              column a integer
                            public.p1
                              table partition FOR VALUES FROM (1) TO (2)
                              inherits 1 public.p
                              column a integer inherited
                            """);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void leavesOutWhatItIsToldTo(int major) {
        try (TestDatabase database = PostgresServer.get(major).newDatabase()) {
            String empty = SchemaDump.of(database);
            database.execute("CREATE TABLE a (b int); CREATE TABLE c (d int)");

            assertThat(SchemaDump.of(database, "public.a")).isEqualTo(empty + """
                            public.c
                              table
                              column d integer
                            """);
            assertThat(SchemaDump.of(database, "public.a", "public.c")).isEqualTo(empty);
        }
    }
}
