package io.fluxj.gotemplate.yaml;

import io.fluxj.gotemplate.value.GoError;

/** A text is no YAML, or a value has none; the message is go-yaml's. */
public final class YamlException extends GoError {
    private static final long serialVersionUID = 1L;

    YamlException(String message) {
        super(message);
    }
}
