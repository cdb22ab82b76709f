package dev.migrate.autogen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DumpDifferenceTest {

    @Test
    void namesThatTheServerGivesAfterAnOldNameOfTheColumnDoNotCount() {
        String before = """
                public.accounts_id_seq
                  sequence bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1 identity of public.ledger.number
                public.ledger
                  column number bigint not null identity by default public.accounts_id_seq
                  column "the owner" text not null
                  constraint accounts_id_not_null NOT NULL number
                  constraint "accounts_the owner_not_null" NOT NULL "the owner"
                """;
        String after = """
                public.ledger
                  column number bigint not null identity by default public.ledger_number_seq1
                  column "the owner" text not null
                  constraint ledger_number_not_null1 NOT NULL number
                  constraint "ledger_the owner_not_null" NOT NULL "the owner"
                public.ledger_number_seq1
                  sequence bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1 identity of public.ledger.number
                """;

        assertThat(DumpDifference.between(before, after)).isEmpty();
    }

    @Test
    void whatPostgresHasReadOnceMoreDoesNotCount() {
        String before = """
                public.t
                  constraint t_s_check CHECK (((s)::text = ANY ((ARRAY['A'::character varying, 'it''s ])::text[]'::character varying])::text[])))
                  constraint t_n_check CHECK ((n = ANY ((ARRAY[1, 2])::numeric[])))
                """;
        String after = """
                public.t
                  constraint t_s_check CHECK (((s)::text = ANY (ARRAY[('A'::character varying)::text, ('it''s ])::text[]'::character varying)::text])))
                  constraint t_n_check CHECK ((n = ANY (ARRAY[(1)::numeric, (2)::numeric])))
                """;

        assertThat(DumpDifference.between(before, after)).isEmpty();
        assertThat(DumpDifference.between(before, after.replace("(2)", "(3)"))).contains("""
                    - public.t: constraint t_n_check CHECK ((n = ANY ((ARRAY[1, 2])::numeric[])))
                    + public.t: constraint t_n_check CHECK ((n = ANY (ARRAY[(1)::numeric, (3)::numeric])))\
                """);
    }

    @Test
    void whatSuchNamesStandForCounts() {
        String before = """
                public.ledger
                  column number bigint not null identity by default public.ledger_number_seq storage p
                  constraint ledger_number_not_null NOT NULL number NOT VALID
                  constraint ledger_number_key UNIQUE (number)
                public.numbers_seq
                  sequence bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1 identity of public.ledger.number
                """;
        String after = """
                public.ledger
                  column number bigint not null identity always public.ledger_number_seq storage p
                  constraint ledger_number_not_null NOT NULL number
                  constraint number_key UNIQUE (number)
                public.numbers_seq
                  sequence bigint start 1 increment 2 min 1 max 9223372036854775807 cache 1 identity of public.ledger.number
                """;

        assertThat(DumpDifference.between(before, after)).contains("""
                    - public.ledger: column number bigint not null identity by default public.ledger_number_seq storage p
                    - public.ledger: constraint ledger_number_not_null NOT NULL number NOT VALID
                    - public.ledger: constraint ledger_number_key UNIQUE (number)
                    - public.numbers_seq: sequence bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1 identity of public.ledger.number
                    + public.ledger: column number bigint not null identity always public.ledger_number_seq storage p
                    + public.ledger: constraint ledger_number_not_null NOT NULL number
                    + public.ledger: constraint number_key UNIQUE (number)
                    + public.numbers_seq: sequence bigint start 1 increment 2 min 1 max 9223372036854775807 cache 1 identity of public.ledger.number\
                """);
    }

    @Test
    void aPrecisionThatIsTheWholeOneDoesNotCount() {
        String before = """
                public.t
                  column at timestamp(6) without time zone not null
                  column "the end" timestamp(6) with time zone[]
                  column day interval day to second(3)
                  column short time(3) without time zone
                  column took interval(6)
                  comment on column at 'time(6)'
                """;
        String after = """
                public.t
                  column at timestamp without time zone not null
                  column "the end" timestamp with time zone[]
                  column day interval day to second(3)
                  column short time without time zone
                  column took interval
                  comment on column at 'time'
                """;

        assertThat(DumpDifference.between(before, after)).contains("""
                    - public.t: column short time(3) without time zone
                    - public.t: comment on column at 'time(6)'
                    + public.t: column short time without time zone
                    + public.t: comment on column at 'time'\
                """);
    }

    @Test
    void whatAnAdministratorHasMarkedAnIndexForMayComeBackAndMustNotGetLost() {
        String unmarked = """
                public.ledger
                  index CREATE UNIQUE INDEX ledger_key ON public.ledger USING btree (number)
                """;
        String marked = """
                public.ledger
                  index CREATE UNIQUE INDEX ledger_key ON public.ledger USING btree (number) clustered replica identity
                """;

        assertThat(DumpDifference.between(unmarked, marked)).isEmpty();
        assertThat(DumpDifference.between(marked, unmarked)).contains("""
                    - public.ledger: index CREATE UNIQUE INDEX ledger_key ON public.ledger USING btree (number) clustered replica identity
                    + public.ledger: index CREATE UNIQUE INDEX ledger_key ON public.ledger USING btree (number)\
                """);
    }

    @Test
    void elsewhereTheSameWordsAreNoMarks() {
        String before = "public.ledger\n  comment 'Rows are'\n";
        String after = "public.ledger\n  comment 'Rows are clustered'\n";

        assertThat(DumpDifference.between(before, after)).contains("""
                    - public.ledger: comment 'Rows are'
                    + public.ledger: comment 'Rows are clustered'\
                """);
    }

    @Test
    void ofAWholeSchemaTheBeginningIsShown() {
        String tables = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> "public.t%02d\n  table\n".formatted(number))
                .collect(Collectors.joining());
        String shown = IntStream.rangeClosed(1, 50)
                .mapToObj("    + public.t%02d: table\n"::formatted)
                .collect(Collectors.joining());

        assertThat(DumpDifference.between("", tables)).contains(shown + "    and 10 more");
    }
}
