package dev.migrate.schema;

/** The data types of PostgreSQL by their usual names (PostgreSQL manual, chapter 8). Meant for static import. */
public final class Types {

    private Types() {}

    /** An integer of 2 bytes: -32768 to 32767. */
    public static Type smallint() {
        return new Type("smallint");
    }

    /** An integer of 4 bytes: -2147483648 to 2147483647. */
    public static Type integer() {
        return new Type("integer");
    }

    /** An integer of 8 bytes: -9223372036854775808 to 9223372036854775807. */
    public static Type bigint() {
        return new Type("bigint");
    }

    /** A binary floating-point number of 4 bytes, exact to 6 decimal digits. */
    public static Type real() {
        return new Type("real");
    }

    /** A binary floating-point number of 8 bytes, exact to 15 decimal digits. */
    public static Type doublePrecision() {
        return new Type("double precision");
    }

    /** A decimal number, exact, of as many digits as it is written with. */
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

    /** {@code true} or {@code false}. */
    public static Type bool() {
        return new Type("boolean");
    }

    /** Text of any length, up to 1 GB. */
    public static Type text() {
        return new Type("text");
    }

    /** Text of any length, as {@link #text()}. */
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

    /** Bytes, up to 1 GB. */
    public static Type bytea() {
        return new Type("bytea");
    }

    /** A UUID, in 16 bytes. */
    public static Type uuid() {
        return new Type("uuid");
    }

    /** JSON as it is written, with its white space and repeated keys. */
    public static Type json() {
        return new Type("json");
    }

    /** JSON that is taken apart once: it can be indexed, and what means nothing is lost. */
    public static Type jsonb() {
        return new Type("jsonb");
    }

    /** XML. */
    public static Type xml() {
        return new Type("xml");
    }

    /** A day, without a time. */
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

    /** Time of day with an offset from UTC. */
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

    /** A span of time in months, days and microseconds. */
    public static Type interval() {
        return new Type("interval");
    }

    /** An IPv4 or IPv6 address, with its network if it has one. */
    public static Type inet() {
        return new Type("inet");
    }

    /** The words of a text, to be searched for. */
    public static Type tsvector() {
        return new Type("tsvector");
    }

    /** The number of a large object, or of an object of the catalog. */
    public static Type oid() {
        return new Type("oid");
    }

    /** Any other type, as SQL: {@code type("vector(3)")}, {@code type("app.mood")}, {@code type("int4range")}. */
    public static Type type(String sql) {
        return new Type(sql);
    }
}
