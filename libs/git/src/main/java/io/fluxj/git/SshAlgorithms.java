package io.fluxj.git;

import java.util.List;

/**
 * Restricts what is offered to an SSH server; an empty list leaves the default.
 *
 * @param keyExchange key exchange algorithms, most wanted first
 * @param hostKey host key algorithms, most wanted first
 */
public record SshAlgorithms(List<String> keyExchange, List<String> hostKey) {
    /** No restriction. */
    public static final SshAlgorithms DEFAULT = new SshAlgorithms(List.of(), List.of());

    /** Copies the lists. */
    public SshAlgorithms {
        keyExchange = List.copyOf(keyExchange);
        hostKey = List.copyOf(hostKey);
    }
}
