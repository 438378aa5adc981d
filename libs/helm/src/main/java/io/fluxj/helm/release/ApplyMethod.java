package io.fluxj.helm.release;

/** How the objects of a revision were applied. */
public enum ApplyMethod {
    /** By Helm 3, whose records do not say it: from the client. */
    UNSAID(""),
    CLIENT_SIDE("csa"),
    SERVER_SIDE("ssa");

    private final String text;

    ApplyMethod(String text) {
        this.text = text;
    }

    /** As records have it. */
    public String text() {
        return text;
    }

    /** The method of a text; any unknown one counts as unsaid. */
    public static ApplyMethod of(String text) {
        return text.equals("ssa") ? SERVER_SIDE : text.equals("csa") ? CLIENT_SIDE : UNSAID;
    }
}
