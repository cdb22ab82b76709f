package dev.migrate.maven.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.Secret;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.junit.jupiter.api.Test;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.cipher.PlexusCipherException;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** With Maven's own decryption, and values that {@code mvn --encrypt-master-password} and its like have made. */
class SettingsServersTest {

    private static final String ENCRYPTED = "{frA0SI+TNK0Hy2EPVF1Z2pZfPVw9TR3fZP8V8DrSCvU=}";

    @Test
    void anEncryptedPasswordIsDecryptedWithTheMasterPassword() throws Exception {
        assertThat(servers(ENCRYPTED, "settings-security.xml").credentials("database"))
                .isEqualTo(new Credentials(Optional.of("ann"), Optional.of(new Secret("s3cret"))));
    }

    @Test
    void aPlainPasswordIsTakenAsItIs() throws Exception {
        assertThat(servers("s3cret", "settings-security.xml").credentials("database"))
                .isEqualTo(new Credentials(Optional.of("ann"), Optional.of(new Secret("s3cret"))));
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAnErrorThatDoesNotShowIt() throws Exception {
        SettingsServers servers = servers(ENCRYPTED, "missing.xml");

        assertThatThrownBy(() -> servers.credentials("database"))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(
                        "The password of the server 'database' in settings.xml can't be decrypted: Failed to"
                                + " decrypt password for server database: ")
                .hasMessageEndingWith(
                        ". Does settings-security.xml have the master password it was encrypted with? See mvn"
                                + " --encrypt-password.")
                .hasMessageNotContaining(ENCRYPTED);
    }

    @Test
    void aServerThatIsNotThereIsAnErrorThatSaysWhatToAdd() throws Exception {
        SettingsServers servers = servers("s3cret", "settings-security.xml");

        assertThatThrownBy(() -> servers.credentials("databse"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "settings.xml has no <server> with the id 'databse'. Add one with <username> and <password>, or"
                                + " correct serverId.");
    }

    private static SettingsServers servers(String password, String security)
            throws PlexusCipherException, URISyntaxException {
        Server server = new Server();
        server.setId("database");
        server.setUsername("ann");
        server.setPassword(password);
        Settings settings = new Settings();
        settings.addServer(server);
        Path folder = Path.of(Objects.requireNonNull(SettingsServersTest.class.getResource("/settings"))
                .toURI());
        DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(
                new DefaultPlexusCipher(), Map.of(), folder.resolve(security).toString());
        return new SettingsServers(settings, new DefaultSettingsDecrypter(dispatcher));
    }
}
