package dev.migrate.runtime.live;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class LoadingAheadTest {

    @Test
    void whatItDoesNotGetAroundToBeforeItsClassLoaderIsClosedIsLeftOut()
            throws IOException, ReflectiveOperationException {
        URL classes = LoadingAhead.class.getProtectionDomain().getCodeSource().getLocation();
        Method firstRevision;
        try (URLClassLoader plugin = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            firstRevision = plugin.loadClass(LoadingAhead.class.getName()).getDeclaredMethod("firstRevision");
            firstRevision.setAccessible(true);
        }

        assertThatCode(() -> firstRevision.invoke(null)).doesNotThrowAnyException();
    }
}
