package io.fluxj.kustomize.random;

/** A scalar as it is to stand in the file, its quotes and line breaks included. */
record Raw(String text) {

    static final Raw NULL = new Raw("null");

    boolean isMultiline() {
        return text.indexOf('\n') >= 0;
    }
}
