package dev.migrate.schema;

/** The data types of PostgreSQL by their usual names (PostgreSQL manual, chapter 8). Meant for static import. */
public final class Types {

    private Types() {}

    public static Type smallint() {
        return new Type("smallint");
    }

    public static Type integer() {
        return new Type("integer");
    }

    public static Type bigint() {
        return new Type("bigint");
    }

    public static Type real() {
        return new Type("real");
    }

    public static Type doublePrecision() {
        return new Type("double precision");
    }

    public static Type numeric() {
        return new Type("numeric");
    }

    /** @param precision total number of digits */
    public static Type numeric(int precision) {
        return new Type("numeric(" + precision + ")");
    }

    /**
     * @param precision total number of digits
     * @param scale digits behind the decimal point
     */
    public static Type numeric(int precision, int scale) {
        return new Type("numeric(" + precision + "," + scale + ")");
    }

    public static Type bool() {
        return new Type("boolean");
    }

    public static Type text() {
        return new Type("text");
    }

    public static Type varchar() {
        return new Type("varchar");
    }

    /** @param length most characters allowed */
    public static Type varchar(int length) {
        return new Type("varchar(" + length + ")");
    }

    /** Blank-padded text of exactly {@code length} characters. */
    public static Type character(int length) {
        return new Type("char(" + length + ")");
    }

    public static Type bytea() {
        return new Type("bytea");
    }

    public static Type uuid() {
        return new Type("uuid");
    }

    public static Type json() {
        return new Type("json");
    }

    public static Type jsonb() {
        return new Type("jsonb");
    }

    public static Type xml() {
        return new Type("xml");
    }

    public static Type date() {
        return new Type("date");
    }

    /** Time of day without time zone. */
    public static Type time() {
        return new Type("time");
    }

    /** @param precision fractional digits of the seconds, 0 to 6 */
    public static Type time(int precision) {
        return new Type("time(" + precision + ")");
    }

    public static Type timetz() {
        return new Type("timetz");
    }

    /** @param precision fractional digits of the seconds, 0 to 6 */
    public static Type timetz(int precision) {
        return new Type("timetz(" + precision + ")");
    }

    /** Date and time without time zone. */
    public static Type timestamp() {
        return new Type("timestamp");
    }

    /** @param precision fractional digits of the seconds, 0 to 6 */
    public static Type timestamp(int precision) {
        return new Type("timestamp(" + precision + ")");
    }

    /** A point in time. */
    public static Type timestamptz() {
        return new Type("timestamptz");
    }

    /** @param precision fractional digits of the seconds, 0 to 6 */
    public static Type timestamptz(int precision) {
        return new Type("timestamptz(" + precision + ")");
    }

    public static Type interval() {
        return new Type("interval");
    }

    public static Type inet() {
        return new Type("inet");
    }

    public static Type tsvector() {
        return new Type("tsvector");
    }

    public static Type oid() {
        return new Type("oid");
    }

    /** Any other type, as SQL: {@code type("vector(3)")}, {@code type("app.mood")}, {@code type("int4range")}. */
    public static Type type(String sql) {
        return new Type(sql);
    }
}
