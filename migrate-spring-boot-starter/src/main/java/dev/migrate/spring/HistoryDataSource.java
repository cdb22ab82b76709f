package dev.migrate.spring;

import dev.migrate.MigrateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Finds the DataSource of a history among the application's beans, or builds it from the history's own URL and role. */
record HistoryDataSource(ListableBeanFactory beans) {

    /**
     * The DataSource that migrates a history.
     *
     * @throws MigrateException if there is none, or several without a choice
     */
    DataSource of(String history, MigrateProperties.History properties) {
        if (properties.url() != null) {
            return own(DataSourceBuilder.create(), properties)
                    .url(properties.url())
                    .build();
        }
        DataSource found = properties.dataSource() != null
                ? named(history, properties.dataSource())
                : marked().orElseGet(this::only);
        return properties.user() == null
                ? found
                : own(DataSourceBuilder.derivedFrom(found), properties).build();
    }

    /** Not pooled: a run needs a connection or two, once. */
    private static DataSourceBuilder<SimpleDriverDataSource> own(
            DataSourceBuilder<?> builder, MigrateProperties.History properties) {
        DataSourceBuilder<SimpleDriverDataSource> unpooled = builder.type(SimpleDriverDataSource.class);
        if (properties.user() != null) {
            unpooled.username(properties.user());
        }
        if (properties.password() != null) {
            unpooled.password(properties.password());
        }
        return unpooled;
    }

    private DataSource named(String history, String bean) {
        Map<String, DataSource> all = BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, DataSource.class);
        DataSource found = all.get(bean);
        if (found == null) {
            throw new MigrateException("migrate.histories." + history + ".data-source is '" + bean
                    + "', and no DataSource bean has this name. Expected one of: "
                    + String.join(", ", new TreeSet<>(all.keySet())) + ".");
        }
        return found;
    }

    /** Of several DataSources. One alone needs no mark, and its annotations needn't be read. */
    private Optional<DataSource> marked() {
        String[] names = beans.getBeanNamesForType(DataSource.class, true, false);
        return names.length < 2 ? Optional.empty() : marked(names);
    }

    private Optional<DataSource> marked(String... names) {
        List<String> marked = Stream.of(names)
                .filter(name -> beans.findAnnotationOnBean(name, MigrateDataSource.class, false) != null)
                .sorted()
                .toList();
        if (marked.size() > 1) {
            throw new MigrateException("@MigrateDataSource marks " + marked.size() + " beans: "
                    + String.join(", ", marked)
                    + ". Mark one of them, or give each a history: migrate.histories.NAME.data-source=BEAN.");
        }
        return marked.stream().findFirst().map(name -> beans.getBean(name, DataSource.class));
    }

    private DataSource only() {
        ObjectProvider<DataSource> provider = beans.getBeanProvider(DataSource.class);
        DataSource only = provider.getIfUnique();
        if (only == null) {
            String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, DataSource.class);
            throw new MigrateException("The application has " + names.length + " DataSources, "
                    + String.join(", ", new TreeSet<>(List.of(names)))
                    + ", and nothing says which one Migrate is for. Mark it with @MigrateDataSource or @Primary, or give"
                    + " each a history: migrate.histories.NAME.data-source=BEAN.");
        }
        return only;
    }
}
