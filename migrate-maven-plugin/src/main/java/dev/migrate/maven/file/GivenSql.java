package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** SQL that was given as the name of a file, or as the text itself. */
public final class GivenSql {

    /** No SQL is a single word with such an end. */
    private static final Pattern FILE_NAME = Pattern.compile("[^\\s;]+\\.sql", Pattern.CASE_INSENSITIVE);

    /** What some editors and PowerShell begin a file with. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path directory;
    private final Charset encoding;

    /**
     * @param directory what names of files are relative to
     * @param encoding the files'
     */
    public GivenSql(Path directory, Charset encoding) {
        this.directory = directory;
        this.encoding = encoding;
    }

    /**
     * The SQL.
     *
     * @throws MigrateException if the file can't be read, or what looks like the name of one names none
     */
    public String text(String fileOrText) {
        try {
            Path file = directory.resolve(fileOrText);
            if (Files.isRegularFile(file)) {
                String text = Files.readString(file, encoding);
                return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            }
            if (FILE_NAME.matcher(fileOrText.strip()).matches()) {
                throw new MigrateException("sql is '" + fileOrText + "', and there is no file " + file
                        + ". Give the path of one, or the SQL itself.");
            }
            return fileOrText;
        } catch (InvalidPathException e) {
            // Then it is SQL.
            return fileOrText;
        } catch (CharacterCodingException e) {
            throw new MigrateException(
                    "The SQL file " + fileOrText + " is not in " + encoding + ", the encoding of the project's sources."
                            + " Save it in that.",
                    e);
        } catch (IOException e) {
            throw new MigrateException("The SQL file " + fileOrText + " can't be read: " + e.getMessage(), e);
        }
    }
}
