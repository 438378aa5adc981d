package io.fluxj.api.meta;

/** Kinds that hold values by key. */
public enum ValuesKind implements Choice.Named {
    /** A Secret. */
    SECRET("Secret"),
    /** A ConfigMap. */
    CONFIG_MAP("ConfigMap");

    private final String text;

    ValuesKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
