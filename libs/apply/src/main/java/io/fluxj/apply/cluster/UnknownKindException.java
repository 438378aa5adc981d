package io.fluxj.apply.cluster;

/** The cluster serves no such kind in that version. */
public final class UnknownKindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownKindException(String apiVersion, String kind) {
        super("no matches for kind \"" + kind + "\" in version \"" + apiVersion + "\"");
    }
}
