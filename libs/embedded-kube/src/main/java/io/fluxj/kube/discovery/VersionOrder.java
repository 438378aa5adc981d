package io.fluxj.kube.discovery;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Comparator;

/** Order of API versions: stable before beta before alpha, higher before lower, other names last in alphabetical order. */
public final class VersionOrder {
    /** The version that clients should prefer comes first. */
    public static final Comparator<String> NEWEST_FIRST =
            Comparator.comparing(VersionOrder::rank).reversed().thenComparing(Comparator.naturalOrder());

    private static final Pattern FORM = Pattern.compile("v(\\d{1,6})(?:(alpha|beta)(\\d{1,6}))?");
    private static final long STAGE = 1_000_000_000_000L;

    private VersionOrder() {}

    private static long rank(String version) {
        Matcher matcher = FORM.matcher(version);
        if (!matcher.matches()) {
            return -1;
        }
        String stage = matcher.group(2) == null ? "" : matcher.group(2);
        long stageRank =
                switch (stage) {
                    case "alpha" -> 0;
                    case "beta" -> 1;
                    default -> 2;
                };
        long minor = stage.isEmpty() ? 0 : Long.parseLong(matcher.group(3));
        return stageRank * STAGE + Long.parseLong(matcher.group(1)) * 1_000_000 + minor;
    }
}
