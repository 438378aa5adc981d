package io.fluxj.kustomize.filter.images;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.regex.Regex;

/** An image reference in parts. */
record ImageName(String name, String tag, String digest) {

    static ImageName of(String image) {
        int slash = Math.max(image.indexOf('/'), 0);
        int at = image.indexOf('@', slash);
        int colon = image.indexOf(':', slash);
        if (at < 0 && colon < 0) {
            return new ImageName(image, "", "");
        }
        if (at >= 0 && (colon < 0 || at < colon)) {
            return new ImageName(image.substring(0, at), "", image.substring(at + 1));
        }
        if (at >= 0) {
            return new ImageName(image.substring(0, colon), image.substring(colon + 1, at), image.substring(at + 1));
        }
        return new ImageName(image.substring(0, colon), image.substring(colon + 1), "");
    }

    /** Matches references to the image of that name, which is a pattern as kustomize takes it. */
    static Pattern matcher(String name) {
        try {
            return Regex.compile("^" + name + "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$");
        } catch (PatternSyntaxException e) {
            throw BuildException.because(
                            "the image name '" + Regex.shown(name) + "' is not a valid pattern: " + e.getDescription())
                    .causedBy(e);
        }
    }

    @Override
    public String toString() {
        return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }
}
