package dev.migrate.revision;

import java.time.Instant;
import java.util.List;

/** Where a command should lead, or which revisions it is about. {@link Targets#parse} reads one. */
public sealed interface Target {

    /** As it is written. */
    String text();

    /** What distinguishes the kinds without a ladder of instanceof. */
    <R> R accept(Visitor<R> visitor);

    /** Whether its meaning depends on what is applied, so that the version table must be read first. */
    default boolean needsApplied() {
        return false;
    }

    /** One method per kind of target. */
    interface Visitor<R> {
        R head(Head head);

        R heads(Heads heads);

        R base(Base base);

        R current(Current current);

        R id(Id id);

        R steps(Steps steps);

        R offset(Offset offset);

        R inBranch(InBranch inBranch);

        R pointInTime(PointInTime pointInTime);

        R several(Several several);

        R range(Range range);

        R open(Open open);
    }

    /** {@code head}: the single head. */
    record Head() implements Target {
        @Override
        public String text() {
            return "head";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.head(this);
        }
    }

    /** {@code heads}: all heads. */
    record Heads() implements Target {
        @Override
        public String text() {
            return "heads";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heads(this);
        }
    }

    /** {@code base}: before everything. */
    record Base() implements Target {
        @Override
        public String text() {
            return "base";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.base(this);
        }
    }

    /** {@code current}: what is applied. */
    record Current() implements Target {
        @Override
        public String text() {
            return "current";
        }

        @Override
        public boolean needsApplied() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current(this);
        }
    }

    /** {@code 3f2a}: an id, a branch label, or a unique prefix of an id. */
    record Id(String text) implements Target {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.id(this);
        }
    }

    /**
     * {@code +2}, {@code -1}: relative to what is applied.
     *
     * @param count how many steps, negative for steps back; never 0
     */
    record Steps(int count) implements Target {
        @Override
        public String text() {
            return signed(count);
        }

        @Override
        public boolean needsApplied() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.steps(this);
        }
    }

    /**
     * {@code 3f2a+2}, {@code head-1}, {@code base+2}: relative to a revision.
     *
     * @param from a {@link Head}, {@link Base} or {@link Id}
     * @param count how many revisions further, negative for back
     */
    record Offset(Target from, int count) implements Target {
        @Override
        public String text() {
            return from.text() + signed(count);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.offset(this);
        }
    }

    /**
     * {@code label@head}, {@code label@+1}, {@code label@3f2a}: within a branch.
     *
     * @param branch a branch label, or any revision
     */
    record InBranch(String branch, Target target) implements Target {
        @Override
        public String text() {
            return branch + "@" + target.text();
        }

        @Override
        public boolean needsApplied() {
            return target.needsApplied();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inBranch(this);
        }
    }

    /**
     * {@code 2026-01-11}, {@code 2026-01-11T10:00Z}: what was there at that time.
     *
     * @param until the last instant that belongs to it: of a date, the end of the day
     */
    record PointInTime(Instant until, String text) implements Target {
        @Override
        public boolean needsApplied() {
            return true;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pointInTime(this);
        }
    }

    /** Several, comma-separated. */
    record Several(List<Target> targets) implements Target {

        public Several {
            targets = List.copyOf(targets);
        }

        @Override
        public String text() {
            return String.join(",", targets.stream().map(Target::text).toList());
        }

        @Override
        public boolean needsApplied() {
            return targets.stream().anyMatch(Target::needsApplied);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.several(this);
        }
    }

    /** {@code a:b}: everything between; a side that is left empty is {@link Open}. */
    record Range(Target from, Target to) implements Target {
        @Override
        public String text() {
            return from.text() + ":" + to.text();
        }

        @Override
        public boolean needsApplied() {
            return from.needsApplied() || to.needsApplied();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /** The side of a range that was left empty: as far as the history goes. */
    record Open() implements Target {
        @Override
        public String text() {
            return "";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.open(this);
        }
    }

    private static String signed(int count) {
        return count < 0 ? Integer.toString(count) : "+" + count;
    }
}
