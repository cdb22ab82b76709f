package dev.migrate.revision;

import dev.migrate.MigrateException;
import dev.migrate.text.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages about targets. Their first words are those that users of Alembic search for. */
final class RevisionErrors {

    private RevisionErrors() {}

    /** Says where the unknown id stands, and which ids are like it. */
    static String cannotLocate(String id, String where, Collection<String> known) {
        List<String> nearest = NearestNames.to(id, known);
        String like = nearest.isEmpty() ? "" : "; nearest: " + String.join(", ", nearest);
        return "Can't locate revision identified by '" + id + "'. " + where + like + ".";
    }

    static MigrateException unknown(String id, RevisionGraph graph) {
        return new MigrateException(
                graph.size() == 0
                        ? cannotLocate(id, "It was given as a target, and the history has no revisions", Set.of())
                                + " Write one with mvn migrate:revision, or check the packages."
                        : cannotLocate(
                                        id,
                                        "It was given as a target, and is no id or label of " + known(graph),
                                        graph.ids())
                                + " List all with mvn migrate:history.");
    }

    private static String known(RevisionGraph graph) {
        return graph.size() == 1 ? "the only revision" : "the " + graph.size() + " revisions";
    }

    static MigrateException unknownRow(String id, RevisionGraph graph) {
        if (graph.size() == 0) {
            return new MigrateException(
                    cannotLocate(id, "It is in the version table, and the history has no revisions", graph.ids())
                            + " Check the packages, or use the code that has this revision.");
        }
        String where = "It is in the version table, and "
                + (graph.size() == 1 ? "the history's only revision is another one" : "is none of " + known(graph));
        return new MigrateException(cannotLocate(id, where, graph.ids())
                + " Use the code that has this revision; if it is gone for good, say where the database really is with"
                + " mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=<id>.");
    }

    static MigrateException ambiguousPrefix(String prefix, List<RevisionInfo> candidates) {
        return new MigrateException(
                "Multiple revisions start with '" + prefix + "': " + summaries(candidates) + ". Give more of the id.");
    }

    static MigrateException notInBranch(RevisionInfo revision, String branch) {
        return new MigrateException("Revision " + revision.id() + " is not a member of branch '" + branch
                + "'. List the branches with mvn migrate:branches.");
    }

    static MigrateException multipleHeads(Target target, List<RevisionInfo> heads) {
        return new MigrateException("Multiple head revisions are present for '" + target.text() + "': "
                + summaries(heads)
                + ". Merge them with mvn migrate:merge, or name one by its id or as label@head, or all as heads.");
    }

    static MigrateException multipleHeadsToFollow(Target target, List<RevisionInfo> heads) {
        return new MigrateException("Multiple head revisions are present for '" + target.text() + "': "
                + summaries(heads) + ". Merge them with mvn migrate:merge, or say which one is followed:"
                + " -Dmigrate.head=" + heads.get(0).id() + ".");
    }

    static MigrateException noHead(Target target) {
        return new MigrateException("There is no head for '" + target.text()
                + "': the history has no revisions. Write one with mvn migrate:revision, or check the packages.");
    }

    static MigrateException ambiguousStart(Target target, Choices starts) {
        return new MigrateException("Ambiguous walk: '" + target.text() + "' could start at " + starts.text()
                + ", which are all applied. Name the branch, as in " + starts.exampleBranch() + "@"
                + unbranched(target) + ".");
    }

    static MigrateException ambiguousWalk(Target target, String from, Choices choices) {
        return new MigrateException("Ambiguous walk: '" + target.text() + "' can go from " + place(from) + " to "
                + choices.text() + ". Name the branch, as in " + choices.exampleBranch() + "@" + unbranched(target)
                + ", or the revision.");
    }

    private static String unbranched(Target target) {
        return target instanceof Target.InBranch inBranch ? inBranch.target().text() : target.text();
    }

    static MigrateException tooFewSteps(Target target, int count, int available, String from) {
        String way = count > 0 ? " forward from " : " back from ";
        return new MigrateException(
                didNotProduce(target, count) + ": there " + steps(available) + way + place(from) + ".");
    }

    static MigrateException wrongWay(Target target, int count, int available, Collection<String> rows) {
        String way = count > 0 ? "a downgrade goes back, and there " : "an upgrade goes forward, and there ";
        String instead = count > 0
                ? " To go forward run mvn migrate:upgrade -Dmigrate.revision="
                : " To go back run mvn migrate:downgrade -Dmigrate.revision=";
        return new MigrateException(didNotProduce(target, count) + ": " + way + steps(available) + " to take from "
                + places(rows) + "." + instead + target.text() + ".");
    }

    static MigrateException moreStepsUp(Target target, int count, String end, Collection<String> needed) {
        return new MigrateException(didNotProduce(target, count) + ": " + end + " takes " + needed.size() + " ("
                + join(needed) + "). To run them all: mvn migrate:upgrade -Dmigrate.revision=" + end + ".");
    }

    static MigrateException moreStepsDown(Target target, int count, String end, Collection<String> needed) {
        return new MigrateException(didNotProduce(target, count) + ": going back to " + place(end) + " takes "
                + needed.size() + " (" + join(needed)
                + "), since others depend on what is reverted. To revert them all:"
                + " mvn migrate:downgrade -Dmigrate.revision=" + place(end) + ".");
    }

    private static String didNotProduce(Target target, int count) {
        return "Relative revision " + target.text() + " didn't produce " + Math.abs(count) + " migrations";
    }

    private static String steps(int count) {
        return count == 0 ? "is no step" : count == 1 ? "is 1 step" : "are " + count + " steps";
    }

    static MigrateException overlapping(String revision, Collection<String> others) {
        return new MigrateException("Requested revision " + revision + " overlaps with other requested revisions "
                + join(others) + ": it includes them. Leave them out.");
    }

    static MigrateException behind(String target, String next, Collection<String> rows) {
        return new MigrateException("Destination " + target + " is not a valid upgrade target from current head(s) "
                + places(rows) + ": " + next
                + ", which comes after it, is applied. To go back run mvn migrate:downgrade"
                + " -Dmigrate.revision=" + target + ".");
    }

    static MigrateException baseIsBehind(Target target, Collection<String> rows) {
        return new MigrateException("Destination " + target.text()
                + " is not a valid upgrade target from current head(s) " + places(rows)
                + ": it is before everything. To revert everything run mvn migrate:downgrade -Dmigrate.revision="
                + target.text() + ".");
    }

    static MigrateException notApplied(String target, Collection<String> rows) {
        return new MigrateException("Destination " + target + " is not a valid downgrade target from current head(s) "
                + places(rows) + ": it is not applied. To go forward run mvn migrate:upgrade -Dmigrate.revision="
                + target + ".");
    }

    /** For a kind of target that a command has no use for. */
    static MigrateException notFor(Target target, String command, String expected) {
        return new MigrateException(
                "'" + target.text() + "' is not a valid " + command + " target. Expected " + expected + ".");
    }

    static MigrateException notOneLine(Target range, String from) {
        return new MigrateException("Requested range " + range.text()
                + " does not refer to ancestor/descendant revisions along the same branch: " + from
                + " is not among what leads to its end. A range goes from the older revision to the newer one.");
    }

    static MigrateException nothingBefore(Target.PointInTime target) {
        return new MigrateException("No applied revision was created at or before " + target.text()
                + ". To revert everything run mvn migrate:downgrade -Dmigrate.revision=base.");
    }

    static MigrateException createdUnknown(Target.PointInTime target, List<RevisionInfo> unknown) {
        return new MigrateException("Whether " + summaries(unknown) + " belongs to " + target.text()
                + " is unknown: @Revision does not say when it was created. Give the revision to go back to"
                + " instead of a time.");
    }

    static MigrateException notHead(RevisionInfo revision, List<String> children, List<RevisionInfo> heads) {
        return new MigrateException(notHead(revision, children)
                + " Give splice (-Dmigrate.splice) to branch from it, or a head: " + summaries(heads) + ".");
    }

    static MigrateException notHeadToMerge(RevisionInfo revision, List<String> children, List<RevisionInfo> heads) {
        return new MigrateException(
                notHead(revision, children) + " Heads are merged, and these are: " + summaries(heads) + ".");
    }

    private static String notHead(RevisionInfo revision, List<String> children) {
        return "Revision " + revision.id() + " is not a head revision: " + join(children)
                + (children.size() == 1 ? " revises" : " revise") + " it.";
    }

    static MigrateException nothingToMerge(Target target, List<RevisionInfo> found) {
        return new MigrateException("Nothing to merge: '" + target.text() + "' is "
                + (found.isEmpty() ? "no revision" : summaries(found))
                + ". Expected two heads or more; see mvn migrate:heads.");
    }

    static MigrateException notUpToDate(Collection<String> rows, List<RevisionInfo> heads) {
        List<String> ids = heads.stream().map(RevisionInfo::id).toList();
        boolean one = ids.size() == 1;
        return new MigrateException("Database is at " + places(rows) + ", expected " + join(ids)
                + (one ? " (head)" : " (heads)") + ". Run: mvn migrate:upgrade"
                + (one ? "" : " -Dmigrate.revision=heads"));
    }

    private static String place(String id) {
        return id.isEmpty() ? "base" : id;
    }

    private static String places(Collection<String> rows) {
        return rows.isEmpty() ? "base" : join(rows);
    }

    private static String join(Collection<String> ids) {
        return String.join(", ", ids);
    }

    private static String summaries(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::summary).collect(Collectors.joining(", "));
    }
}
