package io.fluxj.cli.artifact;

import io.fluxj.archive.Digest;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Repository;

/** What the command line calls an artifact: {@code oci://HOST/PATH:TAG}, {@code oci://HOST/PATH@DIGEST}. */
final class ArtifactUrl {
    private static final String SCHEME = "oci://";
    private static final String USUAL_TAG = "latest";

    private ArtifactUrl() {}

    /** An artifact; of the tag {@code latest} where none is named. */
    static Reference reference(String url) {
        String rest = withoutScheme(url);
        try {
            int at = rest.indexOf('@');
            if (at >= 0) {
                return Repository.parse(rest.substring(0, at)).digest(Digest.parse(rest.substring(at + 1)));
            }
            int colon = rest.lastIndexOf(':');
            return colon > rest.lastIndexOf('/')
                    ? Repository.parse(rest.substring(0, colon)).tag(rest.substring(colon + 1))
                    : Repository.parse(rest).tag(USUAL_TAG);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("'" + url + "' is no artifact: " + wrong.getMessage(), wrong);
        }
    }

    /** A tag, which is all that can be pushed to. */
    static Reference.Tag tag(String url) {
        if (reference(url) instanceof Reference.Tag tag) {
            return tag;
        }
        throw new CommandFailure(
                "'" + url + "' names a digest, and only tags can be pushed to: write oci://HOST/PATH:TAG");
    }

    /** A repository, without a tag. */
    static Repository repository(String url) {
        String rest = withoutScheme(url);
        try {
            return Repository.parse(rest);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("'" + url + "' is no repository: " + wrong.getMessage(), wrong);
        }
    }

    private static String withoutScheme(String url) {
        if (!url.startsWith(SCHEME)) {
            throw new CommandFailure("'" + url + "' is no artifact: write oci://HOST/PATH");
        }
        return url.substring(SCHEME.length());
    }
}
