package dev.migrate.runtime.live;

import java.util.ArrayList;
import java.util.List;

/**
 * What has become of a list of statements.
 *
 * @param missing which of the old ones aren't there any more, from 0
 * @param added which of the new ones stand before the last of the old ones that is still there, from 0
 * @param lastKept where among the new ones the last of the old ones is that is still there; -1 if none is
 */
record StatementsDiff(List<Integer> missing, List<Integer> added, int lastKept) {

    /** Nothing is known. */
    static final StatementsDiff NONE = new StatementsDiff(List.of(), List.of(), -1);

    /** Enough for any migration that a person changes; more would take too long to compare. */
    private static final int MOST = 2_000;

    /** By the longest common subsequence. */
    static StatementsDiff of(List<String> then, List<String> now) {
        if (then.size() > MOST || now.size() > MOST) {
            return NONE;
        }
        int[][] common = new int[then.size() + 1][now.size() + 1];
        for (int i = then.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = then.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Integer> missing = new ArrayList<>();
        List<Integer> added = new ArrayList<>();
        List<Integer> passed = new ArrayList<>();
        int lastKept = -1;
        int i = 0;
        int j = 0;
        while (i < then.size() && j < now.size()) {
            if (then.get(i).equals(now.get(j))) {
                added.addAll(passed);
                passed.clear();
                lastKept = j;
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                missing.add(i);
                i++;
            } else {
                passed.add(j);
                j++;
            }
        }
        for (; i < then.size(); i++) {
            missing.add(i);
        }
        return new StatementsDiff(missing, added, lastKept);
    }
}
