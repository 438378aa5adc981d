package io.fluxj.helm.render;

import com.google.re2j.Pattern;
import io.fluxj.gotemplate.format.Quoting;
import io.fluxj.helm.Diagnosis.Subject;
import io.fluxj.helm.HelmException;

/** Names of releases. */
final class ReleaseName {
    private static final Pattern FORM =
            Pattern.compile("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$");
    private static final int LONGEST = 53;

    private ReleaseName() {}

    /** @throws HelmException when the text is no name */
    static void require(String name) {
        if (name.isEmpty()) {
            throw refused(name, "no name provided");
        }
        if (name.length() > LONGEST || !FORM.matches(name)) {
            throw refused(
                    name,
                    "invalid release name, must match regex " + FORM.pattern()
                            + " and the length must not be longer than " + LONGEST);
        }
    }

    private static HelmException refused(String name, String problem) {
        return new HelmException(
                Subject.RELEASE, "release name check failed: release name " + Quoting.quoted(name) + ": " + problem);
    }
}
