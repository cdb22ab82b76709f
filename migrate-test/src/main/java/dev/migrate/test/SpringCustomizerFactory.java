package dev.migrate.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Has the contexts of test classes with {@link MigratedDatabase} use their databases. Spring finds it by name. */
final class SpringCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        SpringLease lease = SpringLease.of(testClass);
        return lease == null ? null : new Customizer(lease.slot(), lease.server(), lease.settings(), lease.seeds());
    }

    /** Equal for classes that may share a context. */
    private record Customizer(SpringSlot slot, ServerChoice server, HistorySettings settings, Seeds seeds)
            implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            context.addBeanFactoryPostProcessor(
                    new SpringDatabase(context.getEnvironment(), slot, server, settings, seeds));
        }
    }
}
