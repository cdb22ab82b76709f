package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class HistoryReadingTest {

    @Test
    void aHistoryThatCannotBeReadIsReportedByWhateverNeedsIt() {
        Migrate migrate = Migrate.configure().classLoader(unreadable()).build();

        for (int times = 0; times < 2; times++) {
            assertThatThrownBy(migrate::graph)
                    .isInstanceOf(MigrateException.class)
                    .hasMessage("Can't read the migrations in db.migrations: the disk is gone.");
        }
        assertThatThrownBy(() -> migrate.upgradeSql("head", new StringBuilder()))
                .hasMessage("Can't read the migrations in db.migrations: the disk is gone.");
    }

    @Test
    void aThreadWithoutAClassLoaderThatSeesTheEngineFindsWhatIsBesideIt() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(null);
            assertThat(Migrate.configure().packages("db.none").build().graph().size())
                    .isZero();
            thread.setContextClassLoader(unreadable());
            assertThat(Migrate.configure().packages("db.none").build().graph().size())
                    .isZero();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ClassLoader unreadable() {
        return new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
    }

    @Test
    void aHistoryIsReadWhileTheApplicationGoesOn() {
        CountDownLatch configured = new CountDownLatch(1);

        Migrate migrate = Migrate.configure()
                .dataSource(new PGSimpleDataSource())
                .classLoader(new ClassLoader(null) {
                    @Override
                    public Enumeration<URL> getResources(String name) throws IOException {
                        try {
                            configured.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return Collections.emptyEnumeration();
                    }
                })
                .build();
        configured.countDown();

        assertThat(migrate.graph().size()).isZero();
    }

    @Test
    void whoeverIsInterruptedWhileWaitingForItStaysInterrupted() {
        Migrate migrate = Migrate.configure().build();

        Thread.currentThread().interrupt();

        assertThat(migrate.graph()).isNotNull();
        assertThat(Thread.interrupted()).isTrue();
    }
}
