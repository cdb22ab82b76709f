package dev.migrate.revision;

import dev.migrate.MigrateException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads targets as people write them. */
public final class Targets {

    private static final String FORMS = "Expected head, heads, base, current, an id or a unique prefix of one, +2, -1,"
            + " 3f2a+2, label@head, a:b, 2026-01-11 or 2026-01-11T10:00Z.";

    /** Apart, because {@code head}, which is what nearly every start names, needs none of them. */
    private static final class Form {
        static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?<clock>[T ].*)?");
        static final Pattern POINT =
                Pattern.compile("(?:(?<branch>[\\w.]+)@)?(?<symbol>[\\w.]+)?(?<offset>[+-]\\d{1,6})?");
    }

    private static final Map<String, Target> KEYWORDS = Map.of(
            "head", new Target.Head(),
            "heads", new Target.Heads(),
            "base", new Target.Base(),
            "current", new Target.Current());

    private Targets() {}

    /**
     * Reads a target; times without a zone are UTC.
     *
     * @throws MigrateException if it is not a target
     */
    public static Target parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /**
     * Reads a target.
     *
     * @param zone for times that are written without one
     * @throws MigrateException if it is not a target
     */
    public static Target parse(String text, ZoneId zone) {
        String written = text.strip();
        Target keyword = KEYWORDS.get(written);
        if (keyword != null) {
            return keyword;
        }
        Matcher time = Form.TIME.matcher(written);
        if (time.matches()) {
            return new Target.PointInTime(until(written, time.group("clock") != null, zone), written);
        }
        int colon = written.indexOf(':');
        if (colon >= 0) {
            return new Target.Range(side(written, 0, colon), side(written, colon + 1, written.length()));
        }
        return list(written, written);
    }

    private static Instant until(String written, boolean hasClock, ZoneId zone) {
        String iso = written.replace(' ', 'T');
        try {
            if (!hasClock) {
                return LocalDate.parse(iso)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusNanos(1);
            }
            boolean hasZone =
                    Pattern.compile("(Z|[+-]\\d{2}:\\d{2})$").matcher(iso).find();
            return hasZone
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new MigrateException(
                    "'" + written + "' is not a time. Expected 2026-01-11, 2026-01-11T10:00 or 2026-01-11T10:00Z.", e);
        }
    }

    private static Target side(String range, int from, int to) {
        String side = range.substring(from, to).strip();
        return side.isEmpty() ? new Target.Open() : list(side, range);
    }

    private static Target list(String text, String whole) {
        if (text.indexOf(',') < 0) {
            return point(text, whole);
        }
        return new Target.Several(Stream.of(text.split(",", -1))
                .map(item -> point(item.strip(), whole))
                .toList());
    }

    private static Target point(String text, String whole) {
        Matcher point = Form.POINT.matcher(text);
        if (!point.matches() || (point.group("symbol") == null && point.group("offset") == null)) {
            throw malformed(text, whole);
        }
        Target target = unbranched(point, whole);
        String branch = point.group("branch");
        return branch == null ? target : new Target.InBranch(branch, target);
    }

    private static Target unbranched(Matcher point, String whole) {
        String symbol = point.group("symbol");
        String offset = point.group("offset");
        Target anchor = symbol == null ? new Target.Current() : KEYWORDS.getOrDefault(symbol, new Target.Id(symbol));
        if (offset == null) {
            return anchor;
        }
        int count = Integer.parseInt(offset);
        if (count == 0 || anchor instanceof Target.Heads) {
            throw malformed(point.group(), whole);
        }
        return anchor instanceof Target.Current ? new Target.Steps(count) : new Target.Offset(anchor, count);
    }

    private static MigrateException malformed(String text, String whole) {
        String in = text.equals(whole) ? "" : " in '" + whole + "'";
        return new MigrateException("'" + text + "'" + in + " is not a target. " + FORMS);
    }
}
