package dev.migrate.autogen.jpa.model.generated;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Checks;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;
import org.hibernate.annotations.SQLDelete;
import org.hibernate.annotations.SQLSelect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;

/** What is declared for one database, or for some versions of it. */
@Entity
@Check(name = "for_all", constraints = "amount > 1")
@DialectOverride.Check(
        dialect = PostgreSQLDialect.class,
        override = @Check(name = "for_postgresql", constraints = "amount > 2"))
@DialectOverride.Check(dialect = H2Dialect.class, override = @Check(name = "for_h2", constraints = "amount > 3"))
class Overridden {
    @Id
    Long id;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(dialect = PostgreSQLDialect.class, override = @ColumnDefault("2"))
    int amount;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(
            dialect = PostgreSQLDialect.class,
            sameOrAfter = @DialectOverride.Version(major = 17),
            override = @ColumnDefault("17"))
    int since17;

    @ColumnDefault("1")
    @DialectOverride.ColumnDefault(
            dialect = PostgreSQLDialect.class,
            before = @DialectOverride.Version(major = 17),
            override = @ColumnDefault("16"))
    int before17;

    @GeneratedColumn("amount + 1")
    @DialectOverride.GeneratedColumn(dialect = PostgreSQLDialect.class, override = @GeneratedColumn("amount * 3"))
    int computed;
}

@Entity
@Checks({
    @Check(name = "first_of_two", constraints = "one < two"),
    @Check(name = "second_of_two", constraints = "two < 100")
})
@SecondaryTable(name = "more_checked")
@DynamicInsert
@OptimisticLocking(type = OptimisticLockType.DIRTY)
@org.hibernate.annotations.DynamicUpdate
@SQLDelete(sql = "update checked set one = 0 where id = ?")
@SQLSelect(sql = "select id, one, two, text from checked where id = ?")
class Checked {
    @Id
    Long id;

    int one;

    @Checks({@Check(constraints = "two <> 7"), @Check(name = "not_eight", constraints = "two <> 8")})
    int two;

    @Column(table = "more_checked")
    @Check(constraints = "text <> ''")
    @ColumnDefault("'x'")
    @Comment("in another table")
    String text;
}
