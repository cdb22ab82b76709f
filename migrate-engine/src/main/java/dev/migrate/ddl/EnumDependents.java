package dev.migrate.ddl;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Refuses to replace an enum type that more depends on than the replacement converts, naming all of it. PostgreSQL would
 * name one thing at a time, and often as what it isn't: {@code operator does not exist: mood <> mood_old}.
 */
final class EnumDependents {

    private EnumDependents() {}

    /**
     * A statement that fails while something depends on the type that isn't taken care of: columns and defaults that are
     * no {@link Use}, or an array where the use says that it is none; whatever else depends on it, such as domains,
     * composite types, views, functions, checks and index predicates that mention its values; and what keeps a column from
     * getting another type, such as partition keys, generated columns, views, triggers, policies and foreign keys
     * (PostgreSQL manual, 52.18 pg_depend).
     */
    static Statement requireNone(ChangeEnum change) {
        String type = SqlIdentifiers.quote(change.to().name());
        return Statement.of(
                DollarQuotes.block("""
                -- Refuses to replace the type while more depends on it than is converted below.
                DECLARE
                    dependents text;
                BEGIN
                    WITH replaced AS (
                        SELECT oid, typarray FROM pg_type WHERE oid = %1$s::regtype
                    ), converted AS (
                        SELECT attrelid, attnum, attname, has_default
                        FROM (VALUES %2$s) AS use (of_table, of_column, is_array, has_default)
                        CROSS JOIN replaced
                        JOIN pg_attribute ON attrelid = of_table AND attname = of_column
                            AND atttypid = CASE WHEN is_array THEN typarray ELSE oid END
                    ), dependent AS (
                        SELECT classid, objid, objsubid
                        FROM pg_depend JOIN replaced ON refobjid IN (oid, typarray)
                        WHERE refclassid = 'pg_type'::regclass AND deptype <> 'i'
                        UNION
                        SELECT classid, objid, objsubid
                        FROM pg_depend JOIN converted ON refobjid = attrelid AND refobjsubid = attnum
                        LEFT JOIN pg_constraint c ON classid = 'pg_constraint'::regclass AND c.oid = objid
                        LEFT JOIN pg_attrdef d ON classid = 'pg_attrdef'::regclass AND d.oid = objid
                        WHERE refclassid = 'pg_class'::regclass
                          AND (classid IN ('pg_rewrite'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass)
                               OR c.contype = 'f' OR d.adnum <> attnum
                               OR classid = 'pg_class'::regclass AND objsubid > 0) -- a generated column before 15
                    ), described AS (
                        SELECT CASE WHEN r.oid IS NOT NULL THEN pg_describe_object('pg_class'::regclass, r.ev_class, 0)
                                    WHEN v.oid IS NOT NULL THEN pg_describe_object('pg_class'::regclass, v.oid, 0)
                                    WHEN a.attnum IS NOT NULL THEN
                                        CASE WHEN a.attgenerated <> '' THEN 'generated ' WHEN d.oid IS NOT NULL THEN 'default of ' ELSE '' END
                                        || pg_describe_object('pg_class'::regclass, a.attrelid, a.attnum)
                                    ELSE pg_describe_object(classid, objid, objsubid) END AS name
                        FROM dependent
                        LEFT JOIN pg_rewrite r ON classid = 'pg_rewrite'::regclass AND r.oid = objid
                        LEFT JOIN pg_class v ON classid = 'pg_class'::regclass AND v.oid = objid AND v.relkind IN ('v', 'm')
                        LEFT JOIN pg_attrdef d ON classid = 'pg_attrdef'::regclass AND d.oid = objid
                        LEFT JOIN pg_attribute a ON a.attrelid = coalesce(d.adrelid, CASE WHEN classid = 'pg_class'::regclass THEN objid END)
                            AND a.attnum = coalesce(d.adnum::integer, objsubid)
                        LEFT JOIN converted u ON u.attrelid = a.attrelid AND u.attnum = a.attnum
                        WHERE NOT coalesce((a.attinhcount > 0 AND (d.oid IS NULL OR EXISTS ( -- a default of its own would become its parent's
                                SELECT FROM converted p JOIN pg_attrdef i ON i.adrelid = p.attrelid AND i.adnum = p.attnum
                                WHERE p.attname = a.attname AND pg_get_expr(i.adbin, i.adrelid) = pg_get_expr(d.adbin, d.adrelid))))
                            OR (u.attnum IS NOT NULL AND a.attgenerated = '' AND (d.oid IS NULL OR u.has_default)), false)
                        UNION
                        SELECT 'partition key of ' || pg_describe_object('pg_class'::regclass, p.partrelid, 0)
                        FROM converted u
                        CROSS JOIN LATERAL pg_partition_tree(u.attrelid) tree
                        JOIN pg_partitioned_table p ON p.partrelid = tree.relid
                        JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attname = u.attname
                        WHERE a.attnum = ANY (p.partattrs::int2[])
                    )
                    SELECT string_agg(name, ', ' ORDER BY name COLLATE "C") INTO dependents FROM described;
                    IF dependents IS NOT NULL THEN
                        RAISE EXCEPTION 'The enum %% cannot be replaced, since more depends on it than is converted: %%', %3$s, dependents
                        USING ERRCODE = 'dependent_objects_still_exist',
                              HINT = 'Name columns with use, arrays with ofArray, and their defaults with defaultSql. Drop the rest before replaceEnum and create it again after it; a partition key needs a new table.';
                    END IF;
                END
                """.formatted(Literals.string(type), uses(change.uses()), Literals.string(type))));
    }

    private static String uses(List<Use> uses) {
        return uses.isEmpty()
                ? "(NULL::regclass, NULL, false, false)"
                : uses.stream()
                        .map(use -> "(" + Literals.string(SqlIdentifiers.quote(use.table())) + "::regclass, "
                                + Literals.string(use.column()) + ", " + use.array() + ", "
                                + (use.defaultExpression() != null) + ")")
                        .collect(Collectors.joining(", "));
    }
}
