package dev.migrate.maven.database;

import dev.migrate.MigrateException;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.Secret;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The servers of {@code settings.xml}, whose passwords may be encrypted (Maven's guide on password encryption). */
public record SettingsServers(Settings settings, SettingsDecrypter decrypter) {

    /**
     * What a server has.
     *
     * @throws MigrateException if there is no such server, or its password can't be decrypted
     */
    public Credentials credentials(String serverId) {
        Server server = settings.getServer(serverId);
        if (server == null) {
            throw new MigrateException("settings.xml has no <server> with the id '" + serverId
                    + "'. Add one with <username> and <password>, or correct serverId.");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        if (!result.getProblems().isEmpty()) {
            throw new MigrateException(
                    "The password of the server '" + serverId + "' in settings.xml can't be decrypted: "
                            + result.getProblems().stream()
                                    .map(SettingsProblem::getMessage)
                                    .collect(Collectors.joining("; "))
                            + ". Does settings-security.xml have the master password it was encrypted with? See mvn"
                            + " --encrypt-password.");
        }
        Server decrypted = result.getServer();
        return new Credentials(
                Optional.ofNullable(decrypted.getUsername()),
                Optional.ofNullable(decrypted.getPassword()).map(Secret::new));
    }
}
