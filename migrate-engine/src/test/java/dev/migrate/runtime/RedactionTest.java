package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.runtime.connection.Redaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    CREATE ROLE app PASSWORD 'it''s'         | CREATE ROLE app PASSWORD '***'
                    CREATE ROLE app password E'a\\'b' LOGIN  | CREATE ROLE app password '***' LOGIN
                    ALTER ROLE app PASSWORD $$se$cret$$      | ALTER ROLE app PASSWORD '***'
                    ALTER ROLE app PASSWORD $a$x$$y$a$ LOGIN | ALTER ROLE app PASSWORD '***' LOGIN
                    ALTER ROLE app PASSWORD U&'s3' LOGIN     | ALTER ROLE app PASSWORD '***' LOGIN
                    ALTER ROLE app PASSWORD /* x */ 's3'     | ALTER ROLE app PASSWORD /* x */ '***'
                    EXECUTE 'ALTER ROLE app PASSWORD ''s3''' | EXECUTE 'ALTER ROLE app PASSWORD ***
                    format('… PASSWORD %L', 's3')            | format('… PASSWORD ***
                    OPTIONS ("password" 's3', user 'app')    | OPTIONS ("password" '***', user 'app')
                    set_config('app.password', 's3', true)   | set_config('app.password', '***', true)
                    dblink_connect('password=''s 3''')       | dblink_connect('password=***')
                    host=db password=secret sslmode=require  | host=db password=*** sslmode=require
                    ?sslpassword=secret&user=app             | ?sslpassword=***&user=app
                    postgresql://app:secret@db/shop          | postgresql://app:***@db/shop
                    postgresql://app:se@cr@et@db/shop        | postgresql://app:***@db/shop
                    jdbc:postgresql://app:s@/@db fails       | jdbc:postgresql://app:***@db fails
                    the token told                           | the *** told
                    nothing to hide                          | nothing to hide
                    """)
    void whatIsSecretIsNotShown(String text, String shown) {
        assertThat(new Redaction(List.of("token")).of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a    | Database is at 0011 (add a table)       | Database is at 0011 (add *** table)
                    app  | app_users in application "app": 'app'   | app_users in application "***": '***'
                    app  | host%3Aapp%40db \\napp                  | host%3A***%40db \\n***
                    #1   | x#1 and #12                             | x*** and ***2
                    a.b* | xa.b*, a.b*c, a.bb                      | xa.b*, ***c, a.bb
                    ab1! | ab1!x                                   | ***x
                    root | Straßeroot, rootß and root              | Straßeroot, rootß and ***
                    swordfish | ix_swordfish9                      | ix_***9
                    """)
    void aShortSecretIsHiddenWhereItStandsByItself(String secret, String text, String shown) {
        assertThat(new Redaction(List.of(secret)).of(text)).isEqualTo(shown);
    }

    @Test
    void aLongStatementThatSpeaksOfAPasswordIsShown() {
        String sql = "INSERT INTO texts VALUES ('Your password ', " + "1, ".repeat(5_000) + "1)";

        assertThat(Redaction.OF_PATTERNS.of(sql)).isEqualTo(sql);
    }
}
