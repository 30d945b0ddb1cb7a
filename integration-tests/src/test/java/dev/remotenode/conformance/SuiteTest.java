package dev.remotenode.conformance;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What Pacemaker's own suite says of one of its tests.
 *
 * @param explanation empty if it passed
 */
record SuiteTest(String name, Verdict verdict, String explanation) {

    /** In the suite's words. */
    enum Verdict {
        SUCCESS,
        FAILURE,
        SKIPPED
    }

    private static final Pattern LINE =
            Pattern.compile("^(SUCCESS|FAILURE|SKIPPED) - '([^']+)'(.*)$", Pattern.MULTILINE);

    /** The tests in the order in which they ran. The summary after them is indented. */
    static List<SuiteTest> in(String output) {
        return LINE.matcher(output).results().map(SuiteTest::of).toList();
    }

    private static SuiteTest of(MatchResult line) {
        return new SuiteTest(line.group(2), Verdict.valueOf(line.group(1)), line.group(3).strip());
    }
}
