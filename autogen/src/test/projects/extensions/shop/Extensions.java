package shop;

import java.util.stream.Stream;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;

public class Extensions implements AuxiliaryDatabaseObject {
    private static final String[] NAMES = {"btree_gist", "citext", "hstore", "ltree", "pg_trgm", "\"uuid-ossp\""};

    @Override
    public boolean appliesToDialect(Dialect dialect) {
        return true;
    }

    @Override
    public boolean beforeTablesOnCreation() {
        return true;
    }

    @Override
    public String[] sqlCreateStrings(SqlStringGenerationContext context) {
        return Stream.of(NAMES).map(name -> "create extension if not exists " + name).toArray(String[]::new);
    }

    @Override
    public String[] sqlDropStrings(SqlStringGenerationContext context) {
        return Stream.of(NAMES).map(name -> "drop extension if exists " + name).toArray(String[]::new);
    }

    @Override
    public String getExportIdentifier() {
        return "extensions";
    }
}
