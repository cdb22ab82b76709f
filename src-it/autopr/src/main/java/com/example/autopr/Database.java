package com.example.autopr;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The one that {@code DATABASE_URL} names. */
final class Database {

    private Database() {}

    static DataSource fromEnvironment() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:" + System.getenv("DATABASE_URL"));
        return dataSource;
    }
}
