package dev.remotenode.agent.cli.check;

/**
 * What a check has seen.
 *
 * @param subject what was looked at, a word or two
 * @param text what is the case
 * @param advice what to do about it; empty if nothing is to be done
 */
public record Observation(Verdict verdict, String subject, String text, String advice) {

    static Observation ok(String subject, String text) {
        return new Observation(Verdict.OK, subject, text, "");
    }

    static Observation note(String subject, String text, String advice) {
        return new Observation(Verdict.NOTE, subject, text, advice);
    }

    static Observation problem(String subject, String text, String advice) {
        return new Observation(Verdict.PROBLEM, subject, text, advice);
    }
}
