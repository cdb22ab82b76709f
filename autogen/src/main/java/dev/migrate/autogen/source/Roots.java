package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;

/** Directories and jars of a class path, known by what they contain. */
final class Roots {

    private Roots() {}

    /** The directory or jar from which {@code resource} comes. */
    static Path of(URL url, String resource) {
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            String text = url.toURI().toString();
            return Path.of(URI.create(text.substring(0, text.lastIndexOf(resource))));
        } catch (IOException | URISyntaxException e) {
            throw new MigrateException("Cannot tell where " + url + " is", e);
        }
    }
}
