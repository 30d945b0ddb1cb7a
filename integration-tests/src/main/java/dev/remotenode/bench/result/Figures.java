package dev.remotenode.bench.result;

import java.util.Locale;

/** Numbers for people. */
public final class Figures {
    private Figures() {}

    /** A value with three significant digits, or all that stand before the point. */
    public static String rounded(double value) {
        if (value == 0) {
            return "0";
        }
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A limit as somebody would say it: without zeros behind the point. */
    static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
