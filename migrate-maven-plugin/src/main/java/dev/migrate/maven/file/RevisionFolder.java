package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.revision.naming.FileTemplate;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Where new revisions are written. */
public final class RevisionFolder {

    private final Path folder;
    private final String packageName;
    private final FileTemplate template;
    private final Charset encoding;

    public RevisionFolder(Path folder, String packageName, FileTemplate template, Charset encoding) {
        this.folder = folder;
        this.packageName = packageName;
        this.template = template;
        this.encoding = encoding;
    }

    /**
     * Writes a revision.
     *
     * @param created in the zone that the file's name counts the time in
     * @throws MigrateException if its file exists or can't be written, or its name would be none of a Java class
     */
    public Path write(NewRevision revision, ZonedDateTime created) {
        String className = template.className(revision.id(), revision.message(), created);
        MigrationFile file = MigrationFile.of(
                        packageName,
                        className,
                        revision.id(),
                        revision.message(),
                        DateTimeFormatter.ISO_INSTANT.format(created))
                .revises(revision.revises())
                .dependsOn(revision.dependsOn())
                .labels(revision.labels());
        Path path = folder.resolve(className + ".java");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new MigrateException("The folder " + folder + " can't be made: " + e + ".", e);
        }
        try {
            Files.writeString(
                    path,
                    MigrationWriter.write(revision.content().apply(file), revision.hooks()),
                    encoding,
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(path + " exists already. Give another message or another -Dmigrate.revId.", e);
        } catch (CharacterCodingException e) {
            throw new MigrateException(
                    path + " can't be written: it would hold letters that " + encoding
                            + " lacks, the encoding of the project's sources. Use UTF-8, or others in the message.",
                    e);
        } catch (IOException e) {
            throw new MigrateException(path + " can't be written: " + e + ".", e);
        }
        return path;
    }
}
